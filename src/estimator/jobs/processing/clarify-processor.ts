import { PythonError } from '../../../data/errors.js';
import { type Data, List, Unknown } from '../../../data/value.js';
import { retrieveImageUri } from '../../../sdk/image-uris.js';
import { isFalse, or, orDefault } from '../../conditions.js';
import { imageUri } from '../../images.js';
import { nameFromBase } from '../../names.js';
import { asText } from '../../s3-paths.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../../sdk-object.js';
import { sessionOf } from '../../session.js';
import { createWorld, type World } from '../../world.js';
import { uploadTo } from '../addresses.js';
import { ProcessingInput, ProcessingOutput } from './inputs.js';
import { Processor } from './processor.js';
import { CONTAINER_INPUT } from './script-processor.js';

const DATASET_TYPES = [
  'text/csv',
  'application/jsonlines',
  'application/json',
  'application/x-parquet',
  'application/x-image',
];

/** Data that Clarify looks at, and where its reports go: SDK 2.257.6 clarify.py `DataConfig`. */
export class DataConfig extends SdkObject {
  readonly s3_data_input_path: Data;
  readonly s3_output_path: Data;
  readonly s3_analysis_config_output_path: Data;
  readonly s3_data_distribution_type: Data = 'FullyReplicated';
  readonly s3_compression_type: Data;
  /** What the data are written in, the SDK's `analysis_config["dataset_type"]`. */
  readonly datasetType: Data;

  /** @throws PythonError `ValueError` for an unknown type of data set */
  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.s3_data_input_path = given.s3_data_input_path ?? null;
    this.s3_output_path = given.s3_output_path ?? null;
    this.s3_analysis_config_output_path = given.s3_analysis_config_output_path ?? null;
    this.s3_compression_type = orDefault(given.s3_compression_type, 'None');
    this.datasetType = orDefault(given.dataset_type, 'text/csv');
    if (typeof this.datasetType === 'string' && !DATASET_TYPES.includes(this.datasetType))
      throw new PythonError('ValueError', `${this.datasetType} is no type of a data set: ${DATASET_TYPES.join(', ')}`);
  }
}

/** Looks for bias and explains predictions: SDK 2.257.6 clarify.py. What is analyzed is a file that the SDK uploads. */
export class SageMakerClarifyProcessor extends Processor {
  job_name_prefix: Data;

  constructor(args: PlainArguments, world: World = createWorld()) {
    const given = argumentsOf(args);
    const session = sessionOf(given.sagemaker_session, world);
    const asked = { region: session.boto_region_name, version: given.version };
    const image_uri = imageUri(asked, ({ region, version }) =>
      retrieveImageUri({ framework: 'clarify', region: region ?? '', version }),
    );
    super({ ...args, image_uri, sagemaker_session: session }, world);
    this.job_name_prefix = given.job_name_prefix ?? null;
  }

  /** @throws PythonError `NotImplementedError` always */
  override run(_args: PlainArguments = {}): Data {
    throw new PythonError('NotImplementedError', 'Clarify runs one of its own analyses, such as run_pre_training_bias');
  }

  run_pre_training_bias(args: Arguments): Data {
    return this.#analyze(args, 'Clarify-Pretraining-Bias');
  }

  run_post_training_bias(args: Arguments): Data {
    return this.#analyze(args, 'Clarify-Posttraining-Bias');
  }

  run_bias(args: Arguments): Data {
    return this.#analyze(args, 'Clarify-Bias');
  }

  run_explainability(args: Arguments): Data {
    return this.#analyze(args, 'Clarify-Explainability');
  }

  run_bias_and_explainability(args: Arguments): Data {
    return this.#analyze(args, 'Clarify-Bias-And-Explainability');
  }

  /** SDK 2.257.6 clarify.py `_run`. */
  #analyze(args: Arguments, base: string): Data {
    const { data_config: config = null } = args;
    const name = or(args.job_name, nameFromBase(this.world, or(this.job_name_prefix, base)));
    const isKnown = config instanceof DataConfig;
    const unknown = config instanceof Unknown ? config : new Unknown('a configuration of the data');
    if (!isKnown && !(config instanceof Unknown))
      throw new PythonError('AttributeError', 'data_config is a DataConfig');
    const folder = isKnown ? or(config.s3_analysis_config_output_path, config.s3_output_path) : unknown;
    const data = new ProcessingInput(
      {
        input_name: 'dataset',
        source: isKnown ? config.s3_data_input_path : unknown,
        destination: `${CONTAINER_INPUT}data`,
        s3_data_distribution_type: isKnown ? config.s3_data_distribution_type : unknown,
        s3_compression_type: isKnown ? config.s3_compression_type : unknown,
      },
      this.world,
    );
    const analysis = new ProcessingInput(
      {
        input_name: 'analysis_config',
        source: uploadTo(this.sagemaker_session, 'analysis_config.json', asText(folder)),
        destination: `${CONTAINER_INPUT}config`,
      },
      this.world,
    );
    const isImage = isKnown && config.datasetType === 'application/x-image';
    const mode = isKnown && !(config.datasetType instanceof Unknown) ? (isImage ? 'Continuous' : 'EndOfJob') : unknown;
    const output = new ProcessingOutput(
      {
        source: '/opt/ml/processing/output',
        destination: isKnown ? config.s3_output_path : unknown,
        output_name: 'analysis_result',
        s3_upload_mode: mode,
      },
      this.world,
    );
    const { wait = true, logs = true, experiment_config = null } = args;
    const inputs = new List([data, analysis]);
    return super.run({ inputs, outputs: new List([output]), wait, logs, job_name: name, experiment_config });
  }
}

/** Runs a flow of Data Wrangler: SDK 2.257.6 wrangler/processing.py. */
export class DataWranglerProcessor extends Processor {
  data_wrangler_flow_source: Data;

  constructor(args: PlainArguments, world: World = createWorld()) {
    const given = argumentsOf(args);
    const session = sessionOf(given.sagemaker_session, world);
    const image_uri = imageUri({ region: session.boto_region_name }, ({ region }) =>
      retrieveImageUri({ framework: 'data-wrangler', region: region ?? '' }),
    );
    super({ ...args, image_uri, sagemaker_session: session }, world);
    this.data_wrangler_flow_source = given.data_wrangler_flow_source ?? null;
  }

  /** The flow comes with the inputs, unless one of them is it already. */
  protected override includeCode(inputs: Data, _code: Data): Data {
    if (inputs instanceof Unknown) return inputs;
    const list = inputs instanceof List && !isFalse(inputs) ? inputs : new List();
    if (list.items.some((item) => item instanceof ProcessingInput && item.input_name === 'flow')) return list;
    const flow = { source: this.data_wrangler_flow_source, destination: '/opt/ml/processing/flow', input_name: 'flow' };
    list.items.push(new ProcessingInput(flow, this.world));
    return list;
  }
}
