import { PythonError } from '../../data/errors.js';
import { concat } from '../../data/text.js';
import { type Data, Unknown } from '../../data/value.js';
import { isFalse, isTrue, or, orDefault } from '../conditions.js';
import { Model } from '../models/model.js';
import { baseNameFromImage, nameFromBase } from '../names.js';
import { asText } from '../s3-paths.js';
import type { Arguments } from '../sdk-object.js';
import { formatTags } from '../tags.js';
import type { EstimatorBase } from './estimator-base.js';
import { only, opened, without } from './model-arguments.js';

/** SDK 2.257.6 model.py:120 `NEO_ALLOWED_FRAMEWORKS`. */
const COMPILED_FRAMEWORKS = ['mxnet', 'tensorflow', 'keras', 'pytorch', 'onnx', 'xgboost', 'tflite'];

/** Parameters of `Estimator.deploy` that go to `Model.deploy` as they are. */
const DEPLOY_PARAMETERS = [
  'initial_instance_count',
  'instance_type',
  'serializer',
  'deserializer',
  'accelerator_type',
  'wait',
  'kms_key',
  'data_capture_config',
  'serverless_inference_config',
  'async_inference_config',
  'volume_size',
  'model_data_download_timeout',
  'container_startup_health_check_timeout',
  'inference_recommendation_id',
  'explainer_config',
];

/** The same of 1.72.0, whose serializers are the model's. */
const DEPLOY_PARAMETERS_V1 = [
  'initial_instance_count',
  'instance_type',
  'accelerator_type',
  'update_endpoint',
  'wait',
  'kms_key',
  'data_capture_config',
];

/** Parameters of `Estimator.deploy` itself. */
const OWN_PARAMETERS = ['endpoint_name', 'use_compiled_model', 'model_name', 'tags'];

/**
 * Hosts what an estimator trained. SDK 2.257.6 estimator.py:1608, 1.72.0 estimator.py:661: in v1 model and endpoint have the
 * training job's name, in v2 a new one.
 *
 * @throws PythonError `ValueError` without a training job, or a compiled model
 */
export function deployEstimator(estimator: EstimatorBase, args: Arguments): Data {
  const handed = estimator.isV1 ? DEPLOY_PARAMETERS_V1 : DEPLOY_PARAMETERS;
  const all = opened(args, [...handed, ...OWN_PARAMETERS]);
  const rest = without(args, [...handed, ...OWN_PARAMETERS]);
  const job = estimator.ensureLatestTrainingJob();
  const name = estimator.isV1 ? job.name : nameFromBase(estimator.world, estimator.baseName());
  const endpointName = or(all.endpoint_name, name);
  estimator.deploy_instance_type = all.instance_type ?? null;
  const isServerless = (all.serverless_inference_config ?? null) !== null;
  const compiled = all.use_compiled_model;
  const isEither = compiled instanceof Unknown && !isFalse(compiled) && hasCompiled(estimator);
  const model = isEither
    ? new Unknown(compiled.reason)
    : isTrue(compiled) && !isServerless
      ? compiledModel(estimator, all.instance_type ?? null)
      : estimator.create_model({ ...rest, model_kms_key: estimator.output_kms_key });
  if (model instanceof Unknown) estimator.world.onMiss?.(model.reason);
  if (!(model instanceof Model)) return model;
  model.name = or(all.model_name, name);
  return model.deploy({
    ...only(all, handed),
    endpoint_name: endpointName,
    tags: or(formatTags(estimator.world, all.tags), estimator.tags),
  });
}

function hasCompiled(estimator: EstimatorBase): boolean {
  return estimator.compiledModels.size > 0 || estimator.compiledForUnknown !== undefined;
}

/** The model that was compiled for the family of an instance type: `ml.c5.xlarge` → `ml_c5`. */
function compiledModel(estimator: EstimatorBase, instanceType: Data): Data {
  if (typeof instanceType !== 'string') return new Unknown('the compiled model for an instance type that is not known');
  const family = instanceType.split('.').slice(0, -1).join('_');
  const model = estimator.compiledModels.get(family);
  if (model !== undefined) return model;
  if (estimator.compiledForUnknown !== undefined) return estimator.compiledForUnknown;
  throw new PythonError('ValueError', `there is no model compiled for ${family}`);
}

/**
 * Compiles what an estimator trained. SDK 2.257.6 estimator.py:1384.
 *
 * @throws PythonError `ValueError` for unknown frameworks, or a framework without its version
 */
export function compileEstimator(estimator: EstimatorBase, args: Arguments): Data {
  const { framework = null, framework_version: version = null } = args;
  if (typeof framework === 'string' && framework !== '' && !COMPILED_FRAMEWORKS.includes(framework))
    throw new PythonError('ValueError', `${framework} is no framework that Neo compiles`);
  if ((framework === null) !== (version === null))
    throw new PythonError('ValueError', 'framework and framework_version are given together');
  const model = estimator.create_model(without(args, COMPILE_PARAMETERS));
  if (!(model instanceof Model)) return model;
  const { target_instance_family: target = null } = args;
  const base = or(estimator.base_job_name, baseNameFromImage(estimator.training_image_uri()));
  const compiled = model.compile({
    ...only(args, COMPILE_PARAMETERS),
    compile_max_run: orDefault(args.compile_max_run, 15 * 60),
    role: estimator.role,
    tags: formatTags(estimator.world, args.tags),
    job_name: nameFromBase(estimator.world, concat(['compilation-', asText(base)])),
  });
  if (typeof target === 'string') estimator.compiledModels.set(target, compiled);
  else estimator.compiledForUnknown = compiled;
  return compiled;
}

const COMPILE_PARAMETERS = [
  'target_instance_family',
  'input_shape',
  'output_path',
  'framework',
  'framework_version',
  'compile_max_run',
  'tags',
  'target_platform_os',
  'target_platform_arch',
  'target_platform_accelerator',
  'compiler_options',
];

/**
 * Registers what an estimator trained as a model package. SDK 2.257.6 estimator.py:1790. The model card that the SDK adds tells of
 * the training job what only the service knows.
 */
export function registerEstimator(estimator: EstimatorBase, args: Arguments): Data {
  const { compile_model_family: family = null, image_uri = null } = args;
  const name = or(args.model_name, nameFromBase(estimator.world, estimator.base_job_name));
  const model =
    family === null
      ? estimator.create_model({
          ...without(args, REGISTER_PARAMETERS),
          image_uri,
          name,
          model_kms_key: args.model_kms_key ?? estimator.output_kms_key,
        })
      : (estimator.compiledModels.get(String(family)) ?? new Unknown('a compiled model'));
  if (!(model instanceof Model)) return model;
  model.name = name;
  const card = args.model_card ?? new Unknown('the card of a model, with what the service tells of its training');
  return model.register({ ...only(args, REGISTER_PARAMETERS), image_uri, model_card: card });
}

const REGISTER_PARAMETERS = [
  'content_types',
  'response_types',
  'inference_instances',
  'transform_instances',
  'image_uri',
  'model_package_name',
  'model_package_group_name',
  'model_metrics',
  'metadata_properties',
  'marketplace_cert',
  'approval_status',
  'description',
  'compile_model_family',
  'model_name',
  'drift_check_baselines',
  'customer_metadata_properties',
  'domain',
  'sample_payload_url',
  'task',
  'framework',
  'framework_version',
  'nearest_model_name',
  'data_input_configuration',
  'skip_model_validation',
  'source_uri',
  'model_life_cycle',
  'model_card',
  'model_package_registration_type',
  'base_model',
];
