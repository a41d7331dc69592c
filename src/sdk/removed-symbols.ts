import { movedSymbols } from './moved-symbols.js';
import { v1, v2 } from './tables.js';

/** What to do about a v1 symbol that v2 has no drop-in for. */
export interface RemovedSymbol {
  /** One sentence for the person who has to act. */
  readonly advice: string;
  /** Python source with the value that v1 had, where the symbol was a plain value. */
  readonly replacement?: string;
}

const imageUris = 'Ask sagemaker.image_uris.retrieve for the image';
const legacyTensorFlow =
  'v2 has no support for the legacy TensorFlow containers: move the training code to script mode, or keep the image by its URI.';
const internal = 'This was an internal helper of SDK v1: remove the use.';

function value(replacement: string): RemovedSymbol {
  return { advice: `v2 has no such constant: write ${replacement}.`, replacement };
}

function advise(advice: string): RemovedSymbol {
  return { advice };
}

/** By canonical v1 path. An entry for a module or class covers what is in it. */
const removed: Readonly<Record<string, RemovedSymbol>> = {
  'sagemaker.content_types.CONTENT_TYPE_CSV': value('"text/csv"'),
  'sagemaker.content_types.CONTENT_TYPE_JSON': value('"application/json"'),
  'sagemaker.content_types.CONTENT_TYPE_NPY': value('"application/x-npy"'),
  'sagemaker.content_types.CONTENT_TYPE_OCTET_STREAM': value('"application/octet-stream"'),

  'sagemaker.tensorflow.defaults.TF_VERSION': value('"1.11"'),
  'sagemaker.tensorflow.defaults.LATEST_VERSION': value('"2.2.0"'),
  'sagemaker.tensorflow.defaults.LATEST_SERVING_VERSION': value('"2.2.0"'),
  'sagemaker.pytorch.defaults.PYTORCH_VERSION': value('"0.4"'),
  'sagemaker.pytorch.defaults.LATEST_VERSION': value('"1.5.0"'),
  'sagemaker.pytorch.defaults.PYTHON_VERSION': value('"py3"'),
  'sagemaker.mxnet.defaults.MXNET_VERSION': value('"1.2"'),
  'sagemaker.mxnet.defaults.LATEST_VERSION': value('"1.6.0"'),
  'sagemaker.chainer.defaults.CHAINER_VERSION': value('"4.1.0"'),
  'sagemaker.chainer.defaults.LATEST_VERSION': value('"5.0.0"'),
  'sagemaker.sklearn.defaults.SKLEARN_VERSION': value('"0.20.0"'),
  'sagemaker.sklearn.defaults.SKLEARN_LATEST_VERSION': value('"0.23-1"'),
  'sagemaker.sklearn.defaults.SKLEARN_SUPPORTED_VERSIONS': value('["0.20.0", "0.23-1"]'),
  'sagemaker.sklearn.defaults.LATEST_PY2_VERSION': value('"0.20.0"'),
  'sagemaker.xgboost.defaults.XGBOOST_LATEST_VERSION': value('"1.0-1"'),
  'sagemaker.xgboost.defaults.XGBOOST_1P_VERSIONS': value('["1", "latest"]'),
  'sagemaker.xgboost.defaults.XGBOOST_SUPPORTED_VERSIONS': value('["0.90-1", "0.90-2", "1.0-1"]'),
  'sagemaker.xgboost.defaults.XGBOOST_VERSION_0_90': value('"0.90"'),
  'sagemaker.xgboost.defaults.XGBOOST_VERSION_0_90_1': value('"0.90-1"'),
  'sagemaker.xgboost.defaults.XGBOOST_VERSION_0_90_2': value('"0.90-2"'),
  'sagemaker.xgboost.defaults.XGBOOST_VERSION_EQUIVALENTS': value('["-cpu-py3"]'),
  'sagemaker.model.CLOUDWATCH_METRICS_PARAM_NAME': value('"sagemaker_enable_cloudwatch_metrics"'),
  'sagemaker.model.INFERENTIA_INSTANCE_PREFIX': value('"ml_inf"'),
  'sagemaker.sparkml.model.repo_name': value('"sagemaker-sparkml-serving"'),
  'sagemaker.debugger.RULES_ECR_REPO_NAME': value('"sagemaker-debugger-rules"'),
  'sagemaker.amazon.common.amount': value('3'),
  'sagemaker.amazon.common.padding': advise(internal),

  'sagemaker.amazon.amazon_estimator.get_image_uri': advise(
    `${imageUris}: the deprecated function that v2 keeps under this name refuses the short versions of xgboost.`,
  ),
  'sagemaker.amazon.amazon_estimator.registry': advise(`${imageUris} and take the part before the first "/".`),
  'sagemaker.fw_registry': advise(`${imageUris}; for the registry alone take the part before the first "/".`),
  'sagemaker.fw_utils.create_image_uri': advise(
    `${imageUris}: the function that v2 keeps under this name fails for nearly every framework.`,
  ),
  'sagemaker.utils.get_ecr_image_uri_prefix': advise(
    `${imageUris}: the function that v2 keeps under this name does nothing and returns None.`,
  ),
  'sagemaker.xgboost.estimator.get_xgboost_image_uri': advise(`${imageUris}: framework "xgboost", region and version.`),
  'sagemaker.model.NEO_IMAGE_ACCOUNT': advise(
    `${imageUris} of "xgboost-neo" in the region and take the part before the first ".".`,
  ),
  'sagemaker.debugger.SAGEMAKER_RULE_CONTAINERS_ACCOUNTS_MAP': advise(
    `${imageUris} of "debugger" in the region and take the part before the first ".".`,
  ),

  'sagemaker.tensorflow.model.TensorFlowModel': advise(
    `The class of this name in v2 is the one for TensorFlow Serving. ${legacyTensorFlow}`,
  ),
  'sagemaker.tensorflow.model.TensorFlowPredictor': advise(
    `The class of this name in v2 is the one for TensorFlow Serving. ${legacyTensorFlow}`,
  ),
  'sagemaker.tensorflow.predictor': advise(legacyTensorFlow),
  'sagemaker.tensorflow.tensorflow_serving': advise(legacyTensorFlow),
  'sagemaker.tensorflow.estimator.Tensorboard': advise('Run TensorBoard yourself on the output of the training job.'),

  'sagemaker.session.ModelContainer': advise('Use a Model object, or the dict that sagemaker.container_def builds.'),
  'sagemaker.s3.SESSION_V2_RENAME_MESSAGE': advise(internal),
  'sagemaker.utils.to_str': { advice: 'Python 3 has one kind of string: use str.', replacement: 'str' },
  'sagemaker.utils.extract_name_from_job_arn': advise('Take the part of the ARN behind the first "/".'),
  'sagemaker.utils.generate_tensorboard_url': advise('Open TensorBoard by its own address.'),
  'sagemaker.utils.debug': advise('Use the logging module.'),
  'sagemaker.user_agent': advise('The user agent is an internal of the SDK: let the Session set it.'),
  'sagemaker.cli': advise('The command "sagemaker" is gone: use the AWS CLI or boto3.'),
  ...Object.fromEntries(
    ['is_version_equal_or_higher', 'is_version_equal_or_lower'].map((name) => [
      `sagemaker.fw_utils.${name}`,
      advise('Compare versions with packaging.version.'),
    ]),
  ),
  ...Object.fromEntries(
    [
      'ASIMOV_DEFAULT_ACCOUNT',
      'ASIMOV_OPT_IN_ACCOUNTS_BY_REGION',
      'ASIMOV_PROD_ACCOUNT',
      'ASIMOV_VALID_ACCOUNTS_BY_REGION',
      'DEFAULT_ACCOUNT',
      'OPT_IN_ACCOUNTS_BY_REGION',
      'VALID_ACCOUNTS_BY_REGION',
      'MERGED_FRAMEWORKS_LOWEST_VERSIONS',
      'MERGED_FRAMEWORKS_REPO_MAP',
    ].map((name) => [`sagemaker.fw_utils.${name}`, advise(`${imageUris} instead of building its URI from accounts.`)]),
  ),
  ...Object.fromEntries(
    [
      'EMPTY_FRAMEWORK_VERSION_ERROR',
      'EMPTY_FRAMEWORK_VERSION_WARNING',
      'INFERENTIA_SUPPORTED_REGIONS',
      'INFERENTIA_VERSION_RANGES',
      'LATER_FRAMEWORK_VERSION_WARNING',
      'PARAMETER_V2_RENAME_WARNING',
      'PY2_RESTRICTED_EIA_FRAMEWORKS',
      'PY37_SUPPORTED_FRAMEWORKS',
      'UNSUPPORTED_FRAMEWORK_VERSION_ERROR',
      'VALID_EIA_FRAMEWORKS',
      'VALID_PY_VERSIONS',
      'empty_framework_version_warning',
      'get_unsupported_framework_version_error',
      'later_framework_version_warning',
      'parameter_v2_rename_warning',
    ].map((name) => [`sagemaker.fw_utils.${name}`, advise(internal)]),
  ),
};

/**
 * What to do about a v1 symbol without a drop-in on v2; undefined for what v2 still has or what merely moved.
 *
 * @param path canonical v1 path
 */
export function removedSymbol(path: string): RemovedSymbol | undefined {
  const after = v2.resolve(path);
  if (after?.kind === 'module') return undefined;
  const exact = removed[path];
  if (exact !== undefined || after !== undefined || movedSymbols.has(path) || v1.resolve(path) === undefined)
    return exact;
  for (let cut = path.lastIndexOf('.'); cut !== -1; cut = path.lastIndexOf('.', cut - 1)) {
    const entry = removed[path.slice(0, cut)];
    if (entry !== undefined) return entry;
  }
  return path.slice(path.lastIndexOf('.') + 1).startsWith('_') ? advise(internal) : undefined;
}
