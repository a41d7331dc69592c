import { contentTypes } from '../../sdk/content-types.js';
import { isDeserializer, isSerializer } from '../../sdk/roles.js';

/** v1 symbols that a rule of their own looks after. An entry for a module covers what is in it. */
const OWN: ReadonlySet<string> = new Set([
  'sagemaker.inputs.s3_input',
  'sagemaker.session.ShuffleConfig',
  'sagemaker.session.ModelContainer',
  'sagemaker.predictor.RealTimePredictor',
  'sagemaker.tensorflow.serving.Model',
  'sagemaker.tensorflow.serving.Predictor',
  'sagemaker.tensorflow.model.TensorFlowModel',
  'sagemaker.tensorflow.model.TensorFlowPredictor',
  'sagemaker.fw_utils.parse_s3_url',
  'sagemaker.fw_utils.create_image_uri',
  'sagemaker.fw_utils._registry_id',
  'sagemaker.fw_registry',
  'sagemaker.amazon.amazon_estimator.get_image_uri',
  'sagemaker.amazon.amazon_estimator.registry',
  'sagemaker.utils.get_ecr_image_uri_prefix',
  'sagemaker.xgboost.estimator.get_xgboost_image_uri',
  'sagemaker.model.NEO_IMAGE_ACCOUNT',
  ...Object.keys(contentTypes),
]);

/** Whether another rule than `moved-symbols` and `removed-symbols` looks after the symbol, by its canonical v1 path. */
export function hasOwnRule(path: string): boolean {
  return OWN.has(path) || OWN.has(path.slice(0, path.lastIndexOf('.'))) || isSerializer(path) || isDeserializer(path);
}
