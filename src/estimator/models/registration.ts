import { PythonError } from '../../data/errors.js';
import { type Data, Dict, dictOf, itemsOf, List, PyObject, Unknown } from '../../data/value.js';
import { unlessNone } from '../conditions.js';
import { baseNameFromImage } from '../names.js';
import type { Arguments } from '../sdk-object.js';
import { requestOf } from './endpoint-calls.js';
import type { HostedModel } from './hosted-model.js';
import { ModelPackage } from './model-package.js';
import { createModelPackage } from './model-package-calls.js';
import type { PipelineModel } from './pipeline-model.js';

/**
 * Registers a model as a model package. SDK 2.257.6 model.py:460 `Model.register`.
 *
 * @returns the model package, whose ARN only the service knows
 */
export function registerModel(model: HostedModel, args: Arguments): Data {
  const session = model.session;
  if (unlessNone(args.content_types) !== undefined) model.content_types = args.content_types ?? null;
  if (unlessNone(args.response_types) !== undefined) model.response_types = args.response_types ?? null;
  if (unlessNone(args.image_uri) !== undefined) model.image_uri = args.image_uri ?? null;
  const hasName = (args.model_package_name ?? null) !== null;
  const group = args.model_package_group_name ?? (hasName ? null : baseNameFromImage(model.image_uri));
  const container =
    group === null ? plainContainer(model) : model.prepare_container_def({ accept_eula: args.accept_eula });
  if (group !== null) addInferenceParameters(container, args);
  if (args.base_model instanceof PyObject) container.set('BaseModel', requestOf(args.base_model) ?? null);
  const shared = { content_types: model.content_types, response_types: model.response_types };
  createModelPackage(session, {
    ...described(args),
    ...shared,
    model_package_group_name: group,
    containers: new List([container]),
  });
  return packageOf(model, model.model_data);
}

/**
 * Registers a pipeline of models. SDK 2.257.6 pipeline.py:346.
 *
 * @throws PythonError `ValueError` for a model without data
 */
export function registerPipeline(pipeline: PipelineModel, args: Arguments): Data {
  const session = pipeline.ensureSession();
  const models = itemsOf(pipeline.models) ?? [];
  const dataOf = (model: Data): Data => (model instanceof PyObject ? (model.getAttribute('model_data') ?? null) : null);
  if (models.some((model) => model instanceof PyObject && dataOf(model) === null))
    throw new PythonError('ValueError', 'a model package needs the data of each model');
  const [instanceType = null] = itemsOf(args.inference_instances) ?? [];
  const group = args.model_package_group_name ?? null;
  const containers =
    group === null
      ? new List(
          models.map((model) => {
            const image = model instanceof PyObject ? (model.getAttribute('image_uri') ?? null) : null;
            return dictOf({ Image: unlessNone(args.image_uri) ?? image, ModelDataUrl: dataOf(model) });
          }),
        )
      : pipeline.pipeline_container_def({ instance_type: instanceType });
  if (group !== null) {
    for (const container of itemsOf(containers) ?? [])
      if (container instanceof Dict) addInferenceParameters(container, args);
  }
  createModelPackage(session, { ...described(args), containers });
  return packageOf(pipeline, null);
}

/** The arguments with the objects among them as requests take them. */
function described(args: Arguments): Arguments {
  const names = ['model_metrics', 'drift_check_baselines', 'metadata_properties', 'model_card', 'model_life_cycle'];
  return { ...args, ...Object.fromEntries(names.map((name) => [name, requestOf(args[name])])) };
}

function packageOf(model: HostedModel | PipelineModel, data: Data): Data {
  return new ModelPackage(
    {
      role: model.role,
      model_data: data,
      model_package_arn: new Unknown('the ARN of a registered model package'),
      sagemaker_session: model.sagemaker_session,
      predictor_cls: model.predictor_cls,
    },
    model.world,
  );
}

/** @throws PythonError `ValueError` for data that is a source: a package without versions takes an address */
function plainContainer(model: HostedModel): Dict {
  if (model.model_data instanceof Dict)
    throw new PythonError('ValueError', 'a model package without versions takes no source of model data');
  return dictOf({ Image: model.image_uri, ModelDataUrl: unlessNone(model.model_data) });
}

/** SDK 2.257.6 utils.py `construct_container_object`. */
function addInferenceParameters(container: Dict, args: Arguments): void {
  const put = (member: string, value: Data | undefined): void => {
    if (unlessNone(value) !== undefined) container.set(member, value ?? null);
  };
  put('Framework', args.framework);
  put('FrameworkVersion', args.framework_version);
  put('NearestModelName', args.nearest_model_name);
  if (unlessNone(args.data_input_configuration) !== undefined)
    container.set('ModelInput', dictOf({ DataInputConfig: args.data_input_configuration }));
}
