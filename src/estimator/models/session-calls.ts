import { PythonError } from '../../data/errors.js';
import { concat } from '../../data/text.js';
import { type Data, Dict, List, numberOf, Unknown } from '../../data/value.js';
import { ifTrue, isTrue, or, orDefault, unlessNone } from '../conditions.js';
import { asText } from '../s3-paths.js';
import type { Arguments } from '../sdk-object.js';
import type { Session } from '../session.js';
import { formatTags } from '../tags.js';
import { sanitizeVpcConfig, VPC_CONFIG_DEFAULT } from '../vpc.js';
import { containerDef, expandContainer, s3Source } from './container-def.js';
import { findSent } from './sent.js';

/**
 * Creates a model. SDK 2.257.6 session.py:4347, 1.72.0 session.py:2064.
 *
 * @returns the model's name
 * @throws PythonError `ValueError` for both `container_defs` and `primary_container`
 */
export function createModel(session: Session, args: Arguments): Data {
  const { world, isV1 } = session;
  const { name = null, primary_container: primary } = args;
  if (isTrue(args.container_defs) && isTrue(primary))
    throw new PythonError('ValueError', 'a model takes container_defs or primary_container, not both');
  const given = or(primary, args.container_defs);
  const container = given instanceof List ? given : expandContainer(world, given);
  // Of what one does not know one does not know whether it is several.
  const unknown = container instanceof Unknown ? container : undefined;
  const isPackage = !isV1 && container instanceof Dict && container.has('ModelPackageName');
  const isolation = ifTrue(args.enable_network_isolation);
  session.send('CreateModel', {
    ModelName: name,
    ExecutionRoleArn: roleOf(session, args.role),
    Containers: container instanceof List ? container : isPackage ? [container] : unknown,
    PrimaryContainer: container instanceof List || isPackage ? undefined : container,
    Tags: ifTrue(formatTags(world, args.tags)),
    VpcConfig: ifTrue(args.vpc_config),
    EnableNetworkIsolation: isV1 && isolation !== undefined && !(isolation instanceof Unknown) ? true : isolation,
  });
  return name;
}

/** A role's ARN. @throws PythonError `TypeError` for None, numbers and truth values: the SDK looks for a slash in it */
export function roleOf(session: Session, role: Data | undefined): Data {
  if (role === undefined || role === null || typeof role === 'boolean' || numberOf(role) !== undefined)
    throw new PythonError('TypeError', 'the role is no string');
  return session.expand_role({ role });
}

/** Creates a model of what a training job left. SDK 2.257.6 session.py:4445, 1.72.0 session.py:2161. */
export function createModelFromJob(session: Session, args: Arguments): Data {
  const job = args.training_job_name ?? null;
  const made = describeTrainingJob(session, job);
  const container = containerDef(session.world, {
    image_uri: or(args.image_uri, made.image),
    model_data_url: or(args.model_data_url, made.modelData),
    env: or(args.env, new Dict()),
  });
  return createModel(session, {
    name: or(args.name, job),
    role: or(args.role, made.role),
    container_defs: container,
    enable_network_isolation: args.enable_network_isolation,
    vpc_config: vpcOfJob(made.vpcConfig, args.vpc_config_override),
    tags: args.tags,
  });
}

/** What matters here of a training job's description. */
export interface TrainedJob {
  readonly image: Data;
  readonly role: Data;
  readonly modelData: Data;
  readonly vpcConfig: Data;
}

/** A training job as the service describes it once it is done; unknown where another program started it. */
export function describeTrainingJob(session: Session, name: Data): TrainedJob {
  const sent = findSent(session.world, 'CreateTrainingJob', 'TrainingJobName', name);
  const unknown = new Unknown('part of the description of a training job that was started elsewhere');
  if (sent === undefined) {
    const modelData = session.isV1 ? unknown : s3Source(unknown, unknown, unknown);
    return { image: unknown, role: unknown, modelData, vpcConfig: unknown };
  }
  const output = memberOf(sent, 'OutputDataConfig', 'S3OutputPath') ?? unknown;
  const folder = typeof output === 'string' ? output.replace(/\/+$/, '') : output;
  const artifacts = concat([asText(folder), '/', asText(name), '/output/model.tar.gz']);
  const isFolder = memberOf(sent, 'OutputDataConfig', 'CompressionType') === 'NONE';
  return {
    image: memberOf(sent, 'AlgorithmSpecification', 'TrainingImage') ?? unknown,
    role: sent.get('RoleArn') ?? unknown,
    modelData: session.isV1
      ? artifacts
      : isFolder
        ? s3Source(concat([artifacts, '/']), 'S3Prefix', 'None')
        : s3Source(artifacts, 'S3Object', 'Gzip'),
    vpcConfig: sent.get('VpcConfig') ?? null,
  };
}

function memberOf(value: Dict, ...path: readonly string[]): Data | undefined {
  let at: Data | undefined = value;
  for (const name of path) at = at instanceof Dict ? at.get(name) : undefined;
  return at;
}

/** SDK 2.257.6 session.py `_vpc_config_from_training_job`: the job's own unless the caller says otherwise. */
export function vpcOfJob(ofJob: Data, override: Data | undefined): Data {
  return override === undefined || override === VPC_CONFIG_DEFAULT ? ofJob : sanitizeVpcConfig(override);
}

/** Starts a batch transformation. SDK 2.257.6 session.py:4185, 1.72.0 session.py:1985. */
export function transform(session: Session, args: Arguments): Data {
  session.send('CreateTransformJob', {
    TransformJobName: args.job_name ?? null,
    ModelName: args.model_name ?? null,
    TransformInput: args.input_config ?? null,
    TransformOutput: args.output_config ?? null,
    TransformResources: args.resource_config ?? null,
    BatchStrategy: unlessNone(args.strategy),
    MaxConcurrentTransforms: unlessNone(args.max_concurrent_transforms),
    MaxPayloadInMB: unlessNone(args.max_payload),
    Environment: unlessNone(args.env),
    Tags: unlessNone(formatTags(session.world, args.tags)),
    DataProcessing: unlessNone(args.data_processing),
    ExperimentConfig: ifTrue(args.experiment_config),
    ModelClientConfig: ifTrue(args.model_client_config),
    DataCaptureConfig: unlessNone(args.batch_data_capture_config),
  });
  return null;
}

/** Stops a batch transformation. SDK 2.257.6 session.py `stop_transform_job`. */
export function stopTransformJob(session: Session, args: Arguments): Data {
  session.send('StopTransformJob', { TransformJobName: args.name ?? null });
  return null;
}

/** Starts a compilation. SDK 2.257.6 session.py:3354, 1.72.0 session.py:1481. */
export function compileModel(session: Session, args: Arguments): Data {
  session.send('CreateCompilationJob', {
    InputConfig: args.input_model_config ?? null,
    OutputConfig: args.output_model_config ?? null,
    RoleArn: orDefault(args.role, null),
    StoppingCondition: orDefault(args.stop_condition, null),
    CompilationJobName: orDefault(args.job_name, null),
    Tags: unlessNone(formatTags(session.world, args.tags)),
  });
  return null;
}

/** Deletes a model. SDK 2.257.6 session.py:5687. */
export function deleteModel(session: Session, args: Arguments): Data {
  session.send('DeleteModel', { ModelName: args.model_name ?? null });
  return null;
}
