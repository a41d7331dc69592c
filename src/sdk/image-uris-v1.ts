import { isDeepLearningContainer } from './image-functions.js';
import { need, refuse } from './image-uris-request.js';
import { accountV1, hostV1 } from './image-uris-v1-accounts.js';

/** Regions with accounts of their own for framework images; all others, known or not, share one (fw_utils.py). */
const OWN_ACCOUNTS: readonly string[] = [
  ...['ap-east-1', 'me-south-1', 'us-gov-west-1', 'us-iso-east-1', 'cn-north-1', 'cn-northwest-1'],
];

/** Repositories of the Deep Learning Containers (fw_utils.py `MERGED_FRAMEWORKS_REPO_MAP`). */
const REPOSITORIES: Readonly<Record<string, string>> = {
  'tensorflow-scriptmode': 'tensorflow-training',
  'tensorflow-serving': 'tensorflow-inference',
  'tensorflow-serving-eia': 'tensorflow-inference-eia',
  mxnet: 'mxnet-training',
  'mxnet-serving': 'mxnet-inference',
  'mxnet-serving-eia': 'mxnet-inference-eia',
  pytorch: 'pytorch-training',
  'pytorch-serving': 'pytorch-inference',
  'pytorch-serving-eia': 'pytorch-inference-eia',
};

const ACCELERATED: readonly string[] = [
  'tensorflow',
  'tensorflow-serving',
  'mxnet',
  'mxnet-serving',
  'pytorch-serving',
];

/** The only versions that 1.72.0 has for Inferentia: from and to are the same. */
const INFERENTIA: Readonly<Record<string, readonly number[]>> = {
  'neo-mxnet': [1, 5, 1],
  'neo-tensorflow': [1, 15, 0],
};

/** Those that differ by Python, so that the SDK cannot do without one (`MERGED_FRAMEWORKS_LOWEST_VERSIONS`). */
const BY_PYTHON: readonly string[] = ['tensorflow-scriptmode', 'mxnet', 'mxnet-serving'];

/** The arguments of `sagemaker.fw_utils.create_image_uri` of 1.72.0; what is undefined or null was `None`, or not given. */
export interface ImageRequestV1 {
  readonly region: string;
  /**
   * As v1 calls it: `pytorch`, `pytorch-serving`, `mxnet`, `mxnet-serving`, `tensorflow-scriptmode`, `tensorflow` (legacy mode),
   * `tensorflow-serving`, `chainer`, `rl-tensorflow`, `rl-mxnet`, `neo-…`.
   */
  readonly framework: string;
  readonly instanceType: string;
  readonly version: string;
  readonly pyVersion?: string | null | undefined;
  readonly account?: string | null | undefined;
  readonly acceleratorType?: string | null | undefined;
  readonly optimizedFamilies?: readonly string[] | undefined;
}

/**
 * The image that `sagemaker.fw_utils.create_image_uri` of 1.72.0 gives: of all framework estimators and models but
 * scikit-learn's and XGBoost's, of reinforcement learning and of models compiled with Neo.
 *
 * @throws PythonError what the SDK raises for these arguments, said in our words
 */
export function retrieveImageUriV1(request: ImageRequestV1): string {
  const { region, version } = request;
  const pyVersion = request.pyVersion || undefined;
  if (pyVersion !== undefined && !['py2', 'py3', 'py37'].includes(pyVersion))
    refuse(`py_version may be py2, py3 or py37, not ${pyVersion}`);
  if (pyVersion === 'py37' && request.framework !== 'tensorflow-scriptmode')
    refuse(`${request.framework} has no images for Python 3.7`);
  const framework = isAccelerated(request) ? `${request.framework}-eia` : request.framework;
  const isContainer = isContainerV1(framework, version, pyVersion);
  const account = request.account ?? frameworkAccount(region, isContainer);
  const device = deviceOf(request.instanceType, request.optimizedFamilies ?? []);
  if (device === 'inf') refuseInferentia(region, framework, version);
  const hasPython = pyVersion !== undefined && !(isContainer && framework === 'tensorflow-serving-eia');
  const tag = hasPython ? `${version}-${device}-${pyVersion}` : `${version}-${device}`;
  const repository = isContainer ? need(REPOSITORIES[framework], framework, 'KeyError') : `sagemaker-${framework}`;
  return `${hostV1(account, region)}/${repository}:${tag}`;
}

/** fw_utils.py `_is_dlc_version`. */
function isContainerV1(framework: string, version: string, pyVersion: string | undefined): boolean {
  if (REPOSITORIES[framework] === undefined) return false;
  if (
    BY_PYTHON.includes(framework) &&
    (pyVersion === undefined || (pyVersion === 'py37' && framework !== BY_PYTHON[0]))
  )
    need(undefined, `${framework} needs py_version`, 'KeyError');
  if (!/^\d+(?:\.\d+)*$/.test(version)) refuse(`${version} is no version`);
  return isDeepLearningContainer(framework, version, pyVersion);
}

/** fw_utils.py `_registry_id`. */
function frameworkAccount(region: string, isContainer: boolean): string {
  const known = OWN_ACCOUNTS.includes(region) ? region : 'us-west-2';
  return need(accountV1('pytorch', known, { version: isContainer ? '1.5.0' : '0.4.0' }), region, 'KeyError');
}

/** fw_utils.py `_accelerator_type_valid_for_framework`. */
function isAccelerated({ framework, pyVersion, acceleratorType, optimizedFamilies }: ImageRequestV1): boolean {
  if (acceleratorType === undefined || acceleratorType === null) return false;
  if (pyVersion === 'py2' && framework === 'pytorch-serving')
    refuse(`${framework} has no Elastic Inference for Python 2`);
  if (!ACCELERATED.includes(framework))
    refuse(`${framework} has no Elastic Inference: TensorFlow, MXNet and PyTorch (serving) have`);
  if (optimizedFamilies !== undefined && optimizedFamilies.length > 0) refuse('Neo has no Elastic Inference');
  if (!acceleratorType.startsWith('ml.eia') && acceleratorType !== 'local_sagemaker_notebook')
    refuse(`${acceleratorType} is no Elastic Inference accelerator: write one like ml.eia1.medium`);
  return true;
}

function deviceOf(instanceType: string, optimizedFamilies: readonly string[]): string {
  if (instanceType.startsWith('local')) return instanceType === 'local' ? 'cpu' : 'gpu';
  const family = instanceType.startsWith('ml.') ? (instanceType.split('.')[1] ?? '') : undefined;
  if (family === undefined) return refuse(`${instanceType} is no instance type: write one like ml.m5.xlarge`);
  if (optimizedFamilies.includes(family)) return family;
  if (family.startsWith('inf')) return 'inf';
  if (family === '') need(undefined, `${instanceType} has no family`, 'IndexError');
  return /^[gp]/.test(family) ? 'gpu' : 'cpu';
}

function refuseInferentia(region: string, framework: string, version: string): void {
  if (!['us-east-1', 'us-west-2'].includes(region)) refuse(`there is no Inferentia in ${region}`);
  const only = INFERENTIA[framework] ?? refuse(`${framework} has no images for Inferentia`);
  const parts = version.split('.').map(Number);
  // As many parts are compared as the version has.
  if (parts.some((part, i) => part !== only[i])) refuse(`${framework} ${version} has no image for Inferentia`);
}
