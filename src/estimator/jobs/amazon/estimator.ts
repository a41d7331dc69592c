import { PythonError } from '../../../data/errors.js';
import { concat } from '../../../data/text.js';
import { type Data, Dict, isText, numberOf, Template, Unknown } from '../../../data/value.js';
import { COMMON_HYPERPARAMETERS, type Hyperparameter, type Hyperparameters } from '../../../sdk/algorithms.js';
import { retrieveImageUri } from '../../../sdk/image-uris.js';
import { retrieveAlgorithmImageUriV1 } from '../../../sdk/image-uris-v1-others.js';
import { isFalse, or, orDefault } from '../../conditions.js';
import { imageUri } from '../../images.js';
import { timestamp } from '../../names.js';
import { type Arguments, argumentsOf, type PlainArguments, type SdkConstructor } from '../../sdk-object.js';
import { EstimatorBase } from '../../training/estimator-base.js';
import { RecordSet } from '../../training/inputs.js';
import { modelKeywordsOf } from '../../training/model-arguments.js';
import { prepareForTraining } from '../../training/preparing.js';
import { startTrainingJob } from '../../training/training-job.js';
import type { World } from '../../world.js';
import { defaultAddress } from '../addresses.js';
import { castHyperparameter, serializeHyperparameters } from './hyperparameters.js';
import { manifestUri, shapeOf, trainAttribute } from './record-sets.js';

/** What an algorithm takes for `mini_batch_size`: `undefined` where a tuner prepares the estimator without one. */
export type MiniBatchSize = Data | undefined;

/**
 * An estimator of one of Amazon's own algorithms: SDK 2.257.6 amazon/amazon_estimator.py. Its hyperparameters are attributes, by
 * the names in `ALGORITHM_HYPERPARAMETERS`.
 */
export abstract class AmazonAlgorithmEstimatorBase extends EstimatorBase {
  /** The repository of the algorithm's images. */
  abstract readonly repo_name: string;
  protected abstract readonly modelClass: SdkConstructor;
  /** The algorithm's own hyperparameters, by attribute. */
  protected abstract ownHyperparameters(): Hyperparameters;
  #dataLocation: Data;
  #hyperparameters: Hyperparameters | undefined;

  /** @throws PythonError what an estimator refuses, and hyperparameters that the algorithm doesn't take */
  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    const given = argumentsOf(args);
    const ownBucket = concat([defaultAddress(this.sagemaker_session, ['sagemaker-record-sets']), '/']);
    this.#dataLocation = or(given.data_location, ownBucket);
    for (const attribute of Object.keys(this.allHyperparameters)) this.#defineAttribute(attribute);
    // An estimator of a job that ran has its hyperparameters by the algorithm's names.
    const former = given.hyperparameters instanceof Dict ? given.hyperparameters : new Dict();
    for (const [attribute, { wire = attribute }] of Object.entries<Hyperparameter>(this.ownHyperparameters())) {
      const value = given[attribute] ?? former.get(wire);
      if (!(attribute in COMMON_HYPERPARAMETERS) || value !== undefined)
        this.setHyperparameter(attribute, value ?? null);
    }
  }

  /** All hyperparameters, by attribute; an algorithm's own limits stand before the common ones. */
  get allHyperparameters(): Hyperparameters {
    this.#hyperparameters ??= { ...COMMON_HYPERPARAMETERS, ...this.ownHyperparameters() };
    return this.#hyperparameters;
  }

  get data_location(): Data {
    return this.#dataLocation;
  }

  /** Sets where record sets are uploaded. @throws PythonError `ValueError` for what is no address in S3 */
  set data_location(location: Data) {
    const start = location instanceof Template ? location.parts[0] : location;
    if (typeof start === 'string' && !start.startsWith('s3://'))
      throw new PythonError('ValueError', 'record sets are uploaded to an address in S3');
    const last = location instanceof Template ? location.parts.at(-1) : location;
    const isOpen = isText(location) && typeof last === 'string' && !last.endsWith('/');
    this.#dataLocation = isOpen ? concat([location, '/']) : location;
  }

  override training_image_uri(): Data {
    const { boto_region_name: region } = this.sagemaker_session;
    return imageUri({ region }, (known) => {
      const asked = { framework: this.repo_name, region: known.region ?? '', version: '1' };
      return this.isV1 ? retrieveAlgorithmImageUriV1(asked.region, this.repo_name) : retrieveImageUri(asked);
    });
  }

  override hyperparameters(): Dict {
    return serializeHyperparameters(this._hyperparameters);
  }

  /** Starts training on records. @throws PythonError for records and batch sizes that the algorithm doesn't take */
  override fit(args: PlainArguments): Data {
    const { records = null, mini_batch_size = null, job_name = null, experiment_config = null } = argumentsOf(args);
    this.prepareRecords(records, mini_batch_size, job_name);
    this.latest_training_job = startTrainingJob(this, records, experiment_config);
    return null;
  }

  protected override get modelKeywords(): readonly string[] {
    return modelKeywordsOf(this, 'algorithm');
  }

  protected override makeModel(args: Arguments): Data {
    const { vpc_config_override, ...rest } = args;
    const { model_data, role, sagemaker_session } = this;
    const vpc_config = this.get_vpc_config({ vpc_config_override });
    return new this.modelClass({ ...rest, model_data, role, sagemaker_session, vpc_config }, this.world);
  }

  /** The SDK's `_prepare_for_training` of Amazon algorithms: hyperparameters that the records decide. */
  prepareRecords(records: Data, given: MiniBatchSize, jobName: Data = null): void {
    const size = this.miniBatchSize(records, given);
    prepareForTraining(this, jobName);
    this.setHyperparameter('feature_dim', trainAttribute(records, 'feature_dim'));
    this.setHyperparameter('mini_batch_size', size);
  }

  override prepare_workflow_for_training(args: Arguments = {}): Data {
    this.prepareRecords(args.records ?? null, args.mini_batch_size ?? null, args.job_name ?? null);
    return null;
  }

  /** The address of an array's records after their upload. */
  record_set(args: Arguments): Data {
    const { train = null, channel = 'train', distribution } = args;
    const folder = concat([this.className, '-', timestamp(this.world)]);
    const { rows, columns } = shapeOf(train, this.instance_count);
    const s3_data = manifestUri(this.data_location, folder);
    const rest = distribution === undefined ? {} : { distribution };
    return new RecordSet({ s3_data, num_records: rows, feature_dim: columns, channel, ...rest }, this.world);
  }

  /** Sets a hyperparameter by its attribute. @throws PythonError for what the algorithm doesn't take */
  setHyperparameter(attribute: string, value: Data): void {
    const hyperparameter = this.allHyperparameters[attribute];
    if (hyperparameter === undefined) return;
    const name = hyperparameter.wire ?? attribute;
    this._hyperparameters.set(name, castHyperparameter(hyperparameter, name, value));
  }

  /** The batch size that training uses. */
  protected miniBatchSize(_records: Data, given: MiniBatchSize): Data {
    return given ?? null;
  }

  /** SDK 2.257.6 amazon/amazon_estimator.py `_get_default_mini_batch_size`. */
  protected batchSizeByRecords(records: Data, given: MiniBatchSize, most: number): Data {
    const all = trainAttribute(records, 'num_records');
    if (!isFalse(given)) return orDefault(given, null);
    const [rows, instances] = [numberOf(all), numberOf(this.instance_count)];
    if (all instanceof Unknown) return all;
    if (this.instance_count instanceof Unknown) return this.instance_count;
    if (rows === undefined || instances === undefined)
      throw new PythonError('TypeError', 'records are divided among instances: both are numbers');
    if (instances === 0) throw new PythonError('ZeroDivisionError', 'records are divided among no instance');
    return Math.min(most, Math.max(1, Math.trunc(rows / instances)));
  }

  #defineAttribute(attribute: string): void {
    const name = this.allHyperparameters[attribute]?.wire ?? attribute;
    // Not enumerable: it is no memory of its own, and reading it may fail.
    Object.defineProperty(this, attribute, {
      enumerable: false,
      get: (): Data => {
        const value = this._hyperparameters.get(name);
        if (value === undefined) throw new PythonError('AttributeError', `${attribute} is not set`);
        return value;
      },
      set: (value: Data) => this.setHyperparameter(attribute, value),
    });
  }
}

/** Whether a batch size is within limits; @throws PythonError `ValueError` if not */
export function refuseBatchSizeBeyond(given: MiniBatchSize, most: number): void {
  if (typeof given === 'string') throw new PythonError('TypeError', 'mini_batch_size is compared with numbers');
  const size = numberOf(given);
  if (size !== undefined && (size < 1 || size > most))
    throw new PythonError('ValueError', `mini_batch_size must be from 1 to ${most}`);
}
