import { PythonError } from '../../data/errors.js';
import { loadJson } from '../../data/json.js';
import { type Data, Dict, List, Template, Unknown } from '../../data/value.js';
import { dictionaryOf, isFalse, or } from '../conditions.js';
import { baseFromName } from '../names.js';
import type { Arguments, PlainArguments, SdkConstructor } from '../sdk-object.js';
import { type Session, sessionOf } from '../session.js';
import type { World } from '../world.js';
import { imageArguments } from './attached-images.js';
import { Chainer } from './chainer.js';
import { describeTrainingJob } from './descriptions.js';
import { entryOf } from './distribution.js';
import { EstimatorBase } from './estimator-base.js';
import { HuggingFace } from './huggingface.js';
import { MXNet } from './mxnet.js';
import { PyTorch } from './pytorch.js';
import { RLEstimator } from './rl.js';
import { SKLearn } from './sklearn.js';
import { UploadedCode } from './staging.js';
import { TensorFlow } from './tensorflow.js';
import { modelArtifacts, TrainingJob } from './training-job.js';
import { XGBoost } from './xgboost.js';

/** How the images of estimators are named. */
const FRAMEWORKS: readonly (readonly [SdkConstructor, string])[] = [
  [PyTorch, 'pytorch'],
  [TensorFlow, 'tensorflow'],
  [MXNet, 'mxnet'],
  [Chainer, 'chainer'],
  [SKLearn, 'scikit-learn'],
  [XGBoost, 'xgboost'],
  [HuggingFace, 'huggingface'],
  [RLEstimator, 'rl'],
];

/**
 * `Estimator.attach(…)`: an estimator of a job that runs or ran. What this program sent is known, everything else only the service
 * knows. SDK 2.257.6 estimator.py `attach`, `_prepare_init_params_from_job_description`.
 */
export function attach(args: Arguments, world: World, owner: SdkConstructor): Data {
  const name = args.training_job_name ?? null;
  const session = sessionOf(args.sagemaker_session, world);
  return attachTo(describeTrainingJob(world, name), session, owner, args.model_channel_name ?? 'model');
}

/** An estimator of a class, of a job as the service describes it. */
export function attachTo(described: Dict, session: Session, owner: SdkConstructor, modelChannel: Data = 'model'): Data {
  const { world } = session;
  const name = described.get('TrainingJobName') ?? null;
  const init = initArguments(described, name, modelChannel, world);
  const framework = FRAMEWORKS.find(([type]) => owner === type || owner.prototype instanceof type)?.[1];
  const isFramework = framework !== undefined;
  const own = isFramework ? frameworkArguments(init, framework, world.settings.sdk === 'v1') : {};
  const estimator = new owner({ ...init, ...own, sagemaker_session: session }, world);
  if (!(estimator instanceof EstimatorBase)) return new Unknown('an attached estimator');
  estimator.latest_training_job = new TrainingJob(session, name, modelArtifacts(estimator.output_path, name));
  estimator._current_job_name = name;
  if (isFramework) estimator.uploaded_code = new UploadedCode(estimator.source_dir, estimator.entry_point, world);
  return estimator;
}

function initArguments(described: Dict, name: Data, modelChannel: Data, world: World): Record<string, Data> {
  const part = (key: string): Dict => dictionaryOf(entryOf(described, key, new Dict()));
  const resources = part('ResourceConfig');
  const algorithm = part('AlgorithmSpecification');
  const output = part('OutputDataConfig');
  const stop = part('StoppingCondition');
  const vpc = part('VpcConfig');
  const wasSent = described.has('AlgorithmSpecification');
  if (wasSent && !resources.has('InstanceCount') && resources.open === undefined)
    throw new PythonError('KeyError', 'an estimator with instance groups is not attached');
  // What a request leaves out, the service leaves out of its description too.
  const optional = (key: string, fallback: Data): Data =>
    wasSent ? (described.get(key) ?? fallback) : entryOf(described, key);
  return {
    role: entryOf(described, 'RoleArn'),
    instance_count: entryOf(resources, 'InstanceCount'),
    instance_type: entryOf(resources, 'InstanceType'),
    volume_size: entryOf(resources, 'VolumeSizeInGB'),
    max_run: entryOf(stop, 'MaxRuntimeInSeconds'),
    input_mode: entryOf(algorithm, 'TrainingInputMode'),
    base_job_name: world.settings.sdk === 'v1' ? name : baseFromName(name),
    output_path: entryOf(output, 'S3OutputPath'),
    output_kms_key: wasSent ? (output.get('KmsKeyId') ?? '') : entryOf(described, 'KmsKeyId'),
    hyperparameters: optional('HyperParameters', new Dict()),
    image_uri: entryOf(algorithm, 'TrainingImage'),
    enable_network_isolation: optional('EnableNetworkIsolation', false),
    encrypt_inter_container_traffic: optional('EnableInterContainerTrafficEncryption', false),
    // Tags of the job itself, and those that the service adds.
    tags: described.has('Tags') || !wasSent ? new Unknown('the tags of a training job') : new List(),
    ...(wasSent && vpc.size === 0
      ? {}
      : { subnets: entryOf(vpc, 'Subnets'), security_group_ids: entryOf(vpc, 'SecurityGroupIds') }),
    ...modelUriOf(described, modelChannel),
    ...(world.settings.sdk === 'v1' ? {} : laterArguments(described, wasSent)),
  };
}

/** What only v2 reads. */
function laterArguments(described: Dict, wasSent: boolean): Record<string, Data> {
  const member = (...keys: readonly string[]): Data =>
    keys.reduce<Data>((part, key) => {
      if (!(part instanceof Dict)) return part;
      return wasSent ? (part.get(key) ?? null) : entryOf(part, key);
    }, described);
  const isSpot = member('EnableManagedSpotTraining');
  const attempts = member('RetryStrategy', 'MaximumRetryAttempts');
  const waits = or(isSpot, attempts);
  return {
    use_spot_instances: or(isSpot, false),
    max_wait: isFalse(waits) ? null : member('StoppingCondition', 'MaxWaitTimeInSeconds'),
    max_retry_attempts: attempts,
    keep_alive_period_in_seconds: member('ResourceConfig', 'KeepAlivePeriodInSeconds'),
    training_plan: member('ResourceConfig', 'TrainingPlanArn'),
    instance_placement_config: member('ResourceConfig', 'InstancePlacementConfig'),
    training_repository_access_mode: member(
      'AlgorithmSpecification',
      'TrainingImageConfig',
      'TrainingRepositoryAccessMode',
    ),
    training_repository_credentials_provider_arn: member(
      'AlgorithmSpecification',
      'TrainingImageConfig',
      'TrainingRepositoryAuthConfig',
      'TrainingRepositoryCredentialsProviderArn',
    ),
    container_entry_point: member('AlgorithmSpecification', 'ContainerEntrypoint'),
    container_arguments: member('AlgorithmSpecification', 'ContainerArguments'),
    enable_infra_check: member('InfraCheckConfig', 'EnableInfraCheck'),
    enable_remote_debug: member('RemoteDebugConfig', 'EnableRemoteDebug'),
  };
}

function modelUriOf(described: Dict, name: Data): Record<string, Data> {
  const channels = described.has('AlgorithmSpecification')
    ? (described.get('InputDataConfig') ?? null)
    : entryOf(described, 'InputDataConfig');
  if (channels instanceof Unknown) return { model_uri: channels };
  if (!(channels instanceof List)) return {};
  const channel = channels.items.find((item) => item instanceof Dict && item.get('ChannelName') === name);
  const source = dictionaryOf(dictionaryOf(dictionaryOf(channel).get('DataSource')).get('S3DataSource'));
  const uri = source.get('S3Uri');
  const hole = channels.items.find((item) => item instanceof Unknown);
  if (uri === undefined) return hole === undefined ? {} : { model_uri: hole };
  return { model_uri: uri, model_channel_name: name };
}

/** Arguments that a framework's estimator reads from its hyperparameters and its image. */
function frameworkArguments(init: Readonly<Record<string, Data>>, framework: string, isV1: boolean): PlainArguments {
  const encoded = dictionaryOf(init.hyperparameters);
  const decoded = new Dict();
  decoded.open = encoded.open;
  for (const [key, value] of encoded) decoded.set(key, decodedValue(value));
  const { image_uri: image = null, hyperparameters: _encoded, ...rest } = init;
  return {
    ...rest,
    hyperparameters: decoded,
    entry_point: entryOf(decoded, 'sagemaker_program'),
    source_dir: entryOf(decoded, 'sagemaker_submit_directory'),
    container_log_level: entryOf(decoded, 'sagemaker_container_log_level', 20),
    image_uri: null,
    ...imageArguments(framework, image, decoded, isV1),
  };
}

function decodedValue(value: Data): Data {
  if (value instanceof Template) return new Unknown('a hyperparameter that is not known');
  if (typeof value !== 'string') return value;
  try {
    return loadJson(value);
  } catch {
    return value;
  }
}
