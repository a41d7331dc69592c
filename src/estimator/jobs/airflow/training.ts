import { PythonError } from '../../../data/errors.js';
import { concat } from '../../../data/text.js';
import { type Data, Dict, dictOf, List, Unknown } from '../../../data/value.js';
import { ifTrue, isFalse, or, unlessNone } from '../../conditions.js';
import { baseNameFromImage, nameFromBase } from '../../names.js';
import { joinS3, parseS3Url, type S3Place } from '../../s3-paths.js';
import type { Arguments } from '../../sdk-object.js';
import { EstimatorBase } from '../../training/estimator-base.js';
import { Framework } from '../../training/framework.js';
import { RecordSet } from '../../training/inputs.js';
import { loadJobConfig } from '../../training/job-config.js';
import { UploadedCode } from '../../training/staging.js';
import { asStrings } from '../../training/training-job.js';
import { baseNameOf, schemeOf } from '../addresses.js';
import { AmazonAlgorithmEstimatorBase } from '../amazon/estimator.js';

/** Arguments of the configurations of training: SDK 2.257.6 workflow/airflow.py. */
export interface WorkflowInputs {
  readonly inputs: Data;
  readonly job_name: Data;
  readonly mini_batch_size: Data;
}

/** The request of a training job, for an operator of Airflow: SDK 2.257.6 workflow/airflow.py `training_config`. */
export function trainingConfig(args: Arguments): Data {
  const { estimator = null, inputs = null, job_name = null, mini_batch_size = null } = args;
  if (!(estimator instanceof EstimatorBase)) return new Unknown('the configuration of an estimator that is not known');
  const config = trainingBaseConfig(estimator, { inputs, job_name, mini_batch_size });
  config.set('TrainingJobName', estimator._current_job_name);
  if (estimator.tags !== null) config.set('Tags', estimator.tags);
  const specification = config.get('AlgorithmSpecification');
  if (estimator.metric_definitions !== null && specification instanceof Dict)
    specification.set('MetricDefinitions', estimator.metric_definitions);
  return config;
}

/** SDK 2.257.6 workflow/airflow.py `training_base_config`: what training and tuning have in common. */
export function trainingBaseConfig(estimator: EstimatorBase, given: WorkflowInputs): Dict {
  const { inputs, job_name, mini_batch_size } = given;
  estimator.prepare_workflow_for_training({ records: inputs, mini_batch_size, job_name });
  const base = (): Data => or(estimator.base_job_name, baseNameFromImage(estimator.training_image_uri()));
  estimator._current_job_name = job_name ?? nameFromBase(estimator.world, base());
  const upload = estimator instanceof Framework ? stageCode(estimator) : undefined;
  if (estimator instanceof AmazonAlgorithmEstimatorBase) setRecords(estimator, inputs, mini_batch_size);
  const job = loadJobConfig(inputs, estimator, true);
  const { checkpoint_s3_uri, checkpoint_local_path } = estimator;
  const hasCheckpoints = !estimator.isV1 && checkpoint_s3_uri !== null && checkpoint_local_path !== null;
  const config = dictOf({
    AlgorithmSpecification: dictOf({
      TrainingImage: estimator.training_image_uri(),
      TrainingInputMode: estimator.input_mode,
    }),
    OutputDataConfig: job.output_config,
    StoppingCondition: job.stop_condition,
    ResourceConfig: job.resource_config,
    RoleArn: job.role,
    InputDataConfig: unlessNone(job.input_config),
    VpcConfig: unlessNone(job.vpc_config),
    EnableManagedSpotTraining: ifTrue(estimator.use_spot_instances),
    HyperParameters: ifTrue(asStrings(estimator.hyperparameters())),
    CheckpointConfig: hasCheckpoints
      ? dictOf({ LocalPath: checkpoint_local_path, S3Uri: checkpoint_s3_uri })
      : undefined,
    S3Operations: upload instanceof Dict ? dictOf({ S3Upload: new List([upload]) }) : undefined,
  });
  if (upload instanceof Unknown) config.open = upload;
  return config;
}

/**
 * The upload of a framework's code, which Airflow does itself: SDK 2.257.6 workflow/airflow.py `prepare_framework`.
 *
 * @returns undefined for code that is in S3 already, unknown where the place of the code is
 */
function stageCode(estimator: Framework): Dict | Unknown | undefined {
  const script = baseNameOf(estimator.entry_point);
  const scheme = isFalse(estimator.source_dir) ? '' : schemeOf(estimator.source_dir);
  const isInS3 = scheme === 's3';
  const { bucket, key } = codePlace(estimator);
  const uploaded = concat(['s3://', bucket, '/', key]);
  const directory = scheme instanceof Unknown ? scheme : isInS3 ? estimator.source_dir : uploaded;
  estimator.uploaded_code = new UploadedCode(directory, script, estimator.world);
  for (const [name, value] of estimator.scriptHyperparameters(directory, script))
    estimator._hyperparameters.set(name, value);
  if (scheme instanceof Unknown) return scheme;
  if (isInS3) return undefined;
  return dictOf({ Path: or(estimator.source_dir, estimator.entry_point), Bucket: bucket, Key: key, Tar: true });
}

function codePlace(estimator: Framework): S3Place {
  if (estimator.code_location !== null) {
    const { bucket, key } = parseS3Url(estimator.code_location);
    return { bucket, key: joinS3([key, estimator._current_job_name, 'source/sourcedir.tar.gz']) };
  }
  return parseS3Url(estimator.uploadedCode?.s3_prefix ?? new Unknown('the place of an estimator’s code'));
}

/** @throws PythonError `TypeError` for anything but record sets in S3 */
function setRecords(estimator: AmazonAlgorithmEstimatorBase, inputs: Data, miniBatchSize: Data): void {
  if (!(inputs instanceof RecordSet || inputs instanceof List || inputs instanceof Unknown))
    throw new PythonError('TypeError', 'an Amazon algorithm trains on record sets');
  estimator.setHyperparameter('mini_batch_size', miniBatchSize);
}
