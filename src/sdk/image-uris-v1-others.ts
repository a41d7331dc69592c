import { xgboostVersion } from './image-functions.js';
import { need, refuse } from './image-uris-request.js';
import { retrieveImageUriV1 } from './image-uris-v1.js';
import { accountV1, hostV1 } from './image-uris-v1-accounts.js';

/** The algorithms of amazon_estimator.py `registry`, by one whose accounts they share. */
const ALGORITHMS: Readonly<Record<string, readonly string[]>> = {
  kmeans: [
    ...['pca', 'kmeans', 'linear-learner', 'factorization-machines', 'ntm', 'randomcutforest', 'knn', 'object2vec'],
    'ipinsights',
  ],
  lda: ['lda'],
  'forecasting-deepar': ['forecasting-deepar'],
  seq2seq: ['xgboost', 'seq2seq', 'image-classification', 'blazingtext', 'object-detection', 'semantic-segmentation'],
  'xgboost-neo': ['image-classification-neo', 'xgboost-neo'],
};

/** Regions whose Neo images only v2 knows. */
const NO_NEO: readonly string[] = ['us-iso-east-1'];

/**
 * The image that `get_image_uri(region_name, repo_name, repo_version)` of 1.72.0 gives (amazon/amazon_estimator.py): the
 * Amazon algorithms, XGBoost as an algorithm.
 *
 * @param version as `str(repo_version)`; 1 unless given
 * @throws PythonError what the SDK raises for these arguments
 */
export function retrieveAlgorithmImageUriV1(region: string, algorithm: string, version = '1'): string {
  if (algorithm === 'xgboost' && version !== '1' && version !== 'latest') {
    const full = version.includes('-') ? version.replace(/^(\d+\.\d+-\d+)-cpu-py3$/, '$1') : xgboostVersion(version);
    if (!XGBOOST_VERSIONS.includes(full))
      refuse(`xgboost has no images of version ${version}: there are ${XGBOOST_VERSIONS.join(', ')}`);
    return retrieveFrameworkImageUriV1('xgboost', region, `${full}-cpu-py3`);
  }
  return `${algorithmRegistryV1(region, algorithm)}/${algorithm}:${version}`;
}

/** xgboost/defaults.py `XGBOOST_SUPPORTED_VERSIONS`. */
const XGBOOST_VERSIONS: readonly string[] = ['0.90-1', '0.90-2', '1.0-1'];

/**
 * The registry's host that `registry(region_name, algorithm)` of 1.72.0 gives (amazon/amazon_estimator.py).
 *
 * @throws PythonError `ValueError` for unknown algorithms and regions
 */
export function algorithmRegistryV1(region: string, algorithm: string | null = null): string {
  const group = Object.keys(ALGORITHMS).find((name) => ALGORITHMS[name]?.includes(algorithm ?? 'kmeans'));
  if (group === undefined) return refuse(`${algorithm} is no algorithm whose images the SDK knows`);
  const account = accountV1(group, region, { without: group === 'xgboost-neo' ? NO_NEO : [] });
  return hostV1(account ?? refuse(`${algorithm} has no images in the region ${region}`), region);
}

/**
 * The image that `fw_registry.default_framework_uri` of 1.72.0 gives: scikit-learn, XGBoost with a script.
 *
 * @param tag `0.23-1-cpu-py3`
 * @throws PythonError `KeyError` for unknown regions
 */
export function retrieveFrameworkImageUriV1(
  framework: 'scikit-learn' | 'xgboost' | 'sparkml-serving',
  region: string,
  tag: string,
): string {
  const account = need(accountV1('sparkml-serving', region), region, 'KeyError');
  return `${hostV1(account, region)}/sagemaker-${framework}:${tag}`;
}

/**
 * The image of a model compiled with Neo, and for Inferentia (1.72.0, model.py `_neo_image`, `_inferentia_image`).
 *
 * @param instanceType the compiled model's target: `ml_c5`
 * @throws PythonError `ValueError` for regions without Neo
 */
export function retrieveNeoImageUriV1(
  region: string,
  instanceType: string,
  framework: string,
  version: string,
): string {
  const account = accountV1('xgboost-neo', region, { without: NO_NEO });
  return retrieveImageUriV1({
    region,
    framework: `neo-${framework.toLowerCase()}`,
    instanceType: instanceType.replaceAll('_', '.'),
    version,
    pyVersion: 'py3',
    account: account ?? refuse(`there is no Neo in the region ${region}`),
  });
}

/**
 * The image of the Debugger's own rules (1.72.0, debugger.py `get_rule_container_image_uri`).
 *
 * @throws PythonError `AttributeError` for regions without Debugger
 */
export function retrieveRuleImageUriV1(region: string): string {
  const account = accountV1('debugger', region, { without: ['us-iso-east-1', 'us-gov-west-1'] });
  const host = hostV1(need(account, `there is no Debugger in the region ${region}`, 'AttributeError'), region);
  return `${host}/sagemaker-debugger-rules:latest`;
}

/**
 * The image of the default model monitor (1.72.0, model_monitor/model_monitoring.py `_get_default_image_uri`).
 *
 * @throws PythonError `KeyError` for regions without it
 */
export function retrieveMonitorImageUriV1(region: string): string {
  // v2 has no monitor in GovCloud any more.
  const gov = region === 'us-gov-west-1' ? '362178532790' : undefined;
  const account = gov ?? accountV1('model-monitor', region, { without: ['us-iso-east-1'] });
  return `${hostV1(need(account, region, 'KeyError'), region)}/sagemaker-model-monitor-analyzer`;
}
