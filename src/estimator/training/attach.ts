import { loadJson } from '../../data/json.js';
import { type Data, Dict, List, Unknown } from '../../data/value.js';
import { or } from '../conditions.js';
import { baseFromName } from '../names.js';
import type { Arguments, PlainArguments, SdkConstructor } from '../sdk-object.js';
import { type Session, sessionOf } from '../session.js';
import type { World } from '../world.js';
import { describeTrainingJob } from './descriptions.js';
import { entryOf } from './distribution.js';
import { EstimatorBase } from './estimator-base.js';
import { dictionaryOf } from './estimator-fields.js';
import { Framework } from './framework.js';
import { UploadedCode } from './staging.js';
import { modelArtifacts, TrainingJob } from './training-job.js';

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
  const isFramework = owner.prototype instanceof Framework;
  const own = isFramework ? frameworkArguments(init) : {};
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
    tags: optional('Tags', new List()),
    ...(wasSent && vpc.size === 0
      ? {}
      : { subnets: entryOf(vpc, 'Subnets'), security_group_ids: entryOf(vpc, 'SecurityGroupIds') }),
    ...modelUriOf(described, modelChannel),
    use_spot_instances: optional('EnableManagedSpotTraining', false),
    max_wait: wasSent ? (stop.get('MaxWaitTimeInSeconds') ?? null) : entryOf(described, 'MaxWaitTimeInSeconds'),
  };
}

function modelUriOf(described: Dict, name: Data): Record<string, Data> {
  const channels = described.get('InputDataConfig');
  if (!(channels instanceof List)) return {};
  const channel = channels.items.find((item) => item instanceof Dict && item.get('ChannelName') === name);
  const source = dictionaryOf(dictionaryOf(dictionaryOf(channel).get('DataSource')).get('S3DataSource'));
  const uri = source.get('S3Uri');
  return uri === undefined ? {} : { model_uri: uri, model_channel_name: name };
}

/** Arguments that a framework's estimator reads from its hyperparameters and its image. */
function frameworkArguments(init: Readonly<Record<string, Data>>): PlainArguments {
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
    ...versionsOf(image),
  };
}

function decodedValue(value: Data): Data {
  if (typeof value !== 'string') return value;
  try {
    return loadJson(value);
  } catch {
    return value;
  }
}

/** SDK 2.257.6 fw_utils.py `framework_name_from_image`, `framework_version_from_tag`; an image of one's own stays one. */
function versionsOf(image: Data): Record<string, Data> {
  if (image instanceof Unknown) {
    const version = new Unknown('the version of an image that is not known');
    return {
      image_uri: null,
      framework_version: version,
      py_version: version,
      transformers_version: version,
      pytorch_version: version,
    };
  }
  const [, repository = '', tag = ''] = /^\d+\.dkr\.ecr\.[^/]+\/([^:/]+):(.+)$/.exec(String(or(image, ''))) ?? [];
  const [, version, python] = /^(.+)-(?:cpu|gpu)-(py2|py3\d*)/.exec(tag) ?? [];
  if (version === undefined || python === undefined) return { image_uri: image };
  const [base, transformers] = version.split('-transformers');
  if (transformers === undefined || base === undefined) return { framework_version: version, py_version: python };
  const own = repository.includes('tensorflow') ? 'tensorflow_version' : 'pytorch_version';
  return { transformers_version: transformers, py_version: python, [own]: base };
}
