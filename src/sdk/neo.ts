import { lineageOf } from './roles.js';

/** What `Model.compile(framework=)` takes (model.py `NEO_ALLOWED_FRAMEWORKS`, the same in both versions). */
export const NEO_FRAMEWORKS: readonly string[] = [
  'mxnet',
  'tensorflow',
  'keras',
  'pytorch',
  'onnx',
  'xgboost',
  'tflite',
];

/** `__framework_name__` of v1's model classes, where Neo knows it ({pytorch,mxnet,tensorflow,xgboost}/model.py). */
const FRAMEWORKS: Readonly<Record<string, string>> = {
  'sagemaker.pytorch.model.PyTorchModel': 'pytorch',
  'sagemaker.mxnet.model.MXNetModel': 'mxnet',
  'sagemaker.tensorflow.model.TensorFlowModel': 'tensorflow',
  'sagemaker.xgboost.model.XGBoostModel': 'xgboost',
};

/** The framework that v1's `compile()` took for a model of the class; undefined where it asked the caller. */
export function neoFramework(classPath: string): string | undefined {
  for (const path of lineageOf(classPath)) if (FRAMEWORKS[path] !== undefined) return FRAMEWORKS[path];
  return undefined;
}
