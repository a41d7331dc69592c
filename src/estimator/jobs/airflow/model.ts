import { PythonError } from '../../../data/errors.js';
import { concat, str } from '../../../data/text.js';
import { type Data, Dict, dictOf, isText, List, type Template, Unknown } from '../../../data/value.js';
import { ifTrue, isFalse, or } from '../../conditions.js';
import { containerDef } from '../../models/container-def.js';
import { FrameworkModel, ScriptModel } from '../../models/framework-model.js';
import { Model } from '../../models/model.js';
import { UploadedModelCode } from '../../models/script-variables.js';
import { baseNameFromImage, nameFromBase } from '../../names.js';
import { asText } from '../../s3-paths.js';
import type { Arguments } from '../../sdk-object.js';
import { EstimatorBase } from '../../training/estimator-base.js';
import { Framework } from '../../training/framework.js';
import { UploadedCode } from '../../training/staging.js';
import { TensorFlow } from '../../training/tensorflow.js';
import { bucketAndPrefix } from '../../uploads.js';
import { baseNameOf, schemeOf } from '../addresses.js';
import { AmazonAlgorithmEstimatorBase } from '../amazon/estimator.js';

/** The request of a model, for an operator of Airflow: SDK 2.257.6 workflow/airflow.py `model_config`. */
export function modelConfig(args: Arguments): Data {
  const { model = null, instance_type = null, role = null } = args;
  if (!(model instanceof Model)) return new Unknown('the configuration of a model that is not known');
  model.image_uri = or(args.image_uri ?? args.image, model.image_uri);
  const operations = new Dict();
  const container =
    model instanceof FrameworkModel
      ? frameworkContainer(model, instance_type, operations)
      : model.prepare_container_def({ instance_type });
  if (!(model instanceof FrameworkModel)) setName(model, container.get('Image') ?? null);
  const config = dictOf({
    ModelName: model.name,
    PrimaryContainer: container,
    ExecutionRoleArn: or(role, model.role),
    VpcConfig: ifTrue(model.vpc_config),
    S3Operations: operations.size > 0 ? operations : undefined,
  });
  config.open = operations.open;
  return config;
}

/** The same of the model that a task of the workflow trains: SDK 2.257.6 workflow/airflow.py. */
export function modelConfigFromEstimator(args: Arguments): Data {
  const { estimator = null, role = null, vpc_config_override, model_server_workers = null, name = null } = args;
  if (!(estimator instanceof EstimatorBase)) return new Unknown('the configuration of an estimator that is not known');
  updateFromTask(estimator, args);
  const image_uri = args.image_uri ?? args.image ?? null;
  const model = estimator.create_model(
    estimator instanceof AmazonAlgorithmEstimatorBase
      ? { vpc_config_override }
      : estimator instanceof Framework
        ? {
            role,
            vpc_config_override,
            entry_point: estimator.entry_point,
            ...(!estimator.isV1 && estimator instanceof TensorFlow ? {} : { model_server_workers }),
          }
        : { role, image_uri, vpc_config_override },
  );
  if (model instanceof Model) model.name = name;
  return modelConfig({ model, instance_type: args.instance_type, role, image_uri });
}

/** Requests of model, endpoint configuration and endpoint: SDK 2.257.6 workflow/airflow.py `deploy_config`. */
export function deployConfig(args: Arguments): Data {
  const { model = null, instance_type = null, initial_instance_count = null, endpoint_name = null, tags = null } = args;
  const config = modelConfig({ model, instance_type });
  if (!(config instanceof Dict) || !(model instanceof Model)) return config;
  const operations = config.get('S3Operations');
  config.delete('S3Operations');
  const variant = dictOf({
    ModelName: model.name,
    InstanceType: instance_type,
    InitialInstanceCount: initial_instance_count,
    VariantName: 'AllTraffic',
    InitialVariantWeight: 1,
  });
  return dictOf({
    Model: config,
    EndpointConfig: dictOf({
      EndpointConfigName: model.name,
      ProductionVariants: new List([variant]),
      Tags: tags === null ? undefined : tags,
    }),
    Endpoint: dictOf({ EndpointName: or(endpoint_name, model.name), EndpointConfigName: model.name }),
    S3Operations: operations,
  });
}

/** The same of the model that a task of the workflow trains: SDK 2.257.6 workflow/airflow.py. */
export function deployConfigFromEstimator(args: Arguments): Data {
  const { estimator = null, task_id, task_type, model_name = null, ...rest } = args;
  const { initial_instance_count, instance_type, endpoint_name, tags, ...options } = rest;
  if (!(estimator instanceof EstimatorBase)) return new Unknown('the configuration of an estimator that is not known');
  updateFromTask(estimator, { task_id, task_type });
  const model = estimator.create_model(options);
  if (model instanceof Model) model.name = model_name;
  return deployConfig({ model, initial_instance_count, instance_type, endpoint_name, tags });
}

/** SDK 2.257.6 workflow/airflow.py `prepare_framework_container_def`. */
function frameworkContainer(model: FrameworkModel, instanceType: Data, operations: Dict): Dict {
  const image =
    isFalse(model.image_uri) && model instanceof ScriptModel
      ? model.serving_image_uri({ region_name: model.session.boto_region_name, instance_type: instanceType })
      : model.image_uri;
  setName(model, image);
  if (model.entry_point !== null) stageCode(model, operations);
  const env = model.copiedEnvironment();
  for (const [name, value] of Object.entries(model.scriptEnvironment())) env.set(name, value);
  if (model instanceof ScriptModel && !isFalse(model.model_server_workers))
    env.set('SAGEMAKER_MODEL_SERVER_WORKERS', str(model.model_server_workers));
  return containerDef(model.world, { image_uri: image, model_data_url: model.model_data, env });
}

function stageCode(model: FrameworkModel, operations: Dict): void {
  const script = baseNameOf(model.entry_point);
  const scheme = isFalse(model.source_dir) ? '' : schemeOf(model.source_dir);
  const isInS3 = scheme === 's3';
  const { bucket, prefix } = bucketAndPrefix(model.session, model.bucket, null);
  const name = concat([asText(model.name), '/source/sourcedir.tar.gz']);
  const key = isText(prefix) && prefix !== '' && model.bucket === null ? concat([prefix, '/', name]) : name;
  const uploaded = concat(['s3://', bucket, '/', key]);
  const s3Prefix = scheme instanceof Unknown ? scheme : isInS3 ? model.source_dir : uploaded;
  model.uploaded_code = new UploadedModelCode({ s3Prefix, scriptName: script, modelData: null }, model.world);
  if (scheme instanceof Unknown) operations.open = scheme;
  if (isInS3 || scheme instanceof Unknown) return;
  const upload = dictOf({ Path: or(model.source_dir, script), Bucket: bucket, Key: name, Tar: true });
  operations.set('S3Upload', new List([upload]));
}

function setName(model: Model, image: Data): void {
  model.name = or(model.name, nameFromBase(model.world, baseNameFromImage(image)));
}

/**
 * The estimator's job is the one that a task starts: Airflow fills its name in. SDK 2.257.6 workflow/airflow.py
 * `update_estimator_from_task`.
 *
 * @throws PythonError `ValueError` for another type of task
 */
function updateFromTask(estimator: EstimatorBase, { task_id = null, task_type = null }: Arguments): void {
  if (task_type === null) return;
  const task = asText(task_id);
  const type = typeof task_type === 'string' ? task_type.toLowerCase() : task_type;
  const pull = (path: string): string | Template => concat(["{{ ti.xcom_pull(task_ids='", task, `')${path} }}`]);
  if (type instanceof Unknown) {
    estimator._current_job_name = type;
    const { uploadedCode: code } = estimator;
    if (estimator instanceof Framework && code !== null)
      estimator.uploaded_code = new UploadedCode(type, code.script_name, estimator.world);
  } else if (type !== 'training' && type !== 'tuning')
    throw new PythonError('ValueError', 'a task trains or tunes: task_type is training, tuning or None');
  else {
    const best = "['Tuning']['BestTrainingJob']['TrainingJobName']";
    estimator._current_job_name = pull(type === 'training' ? "['Training']['TrainingJobName']" : best);
    const ownName = `['Tuning']['TrainingJobDefinition']['StaticHyperParameters']['sagemaker_job_name'].strip('"')`;
    if (estimator instanceof Framework)
      moveCode(estimator, type === 'training' ? estimator._current_job_name : pull(ownName));
  }
}

/** The code is where that job has it. */
function moveCode(estimator: Framework, jobName: Data): void {
  const { uploadedCode: code } = estimator;
  if (code === null || typeof code.s3_prefix !== 'string') return;
  const found = /^(.*\/)[^/]+(\/source\/sourcedir\.tar\.gz.*)$/s.exec(code.s3_prefix);
  if (found === null) return;
  const [, start = '', end = ''] = found;
  estimator.uploaded_code = new UploadedCode(concat([start, asText(jobName), end]), code.script_name, estimator.world);
}
