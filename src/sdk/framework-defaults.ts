/** What v1 took for a framework's versions where the program said nothing, and v2 wants to be told. */
export interface FrameworkDefaults {
  /** As `image_uris.retrieve` names the framework. */
  readonly framework: string;
  /** Exact spelling of v1: `0.4.0` would be another image than `0.4`. */
  readonly frameworkVersion: string;
  /** Undefined where v2 has the same default or takes no `py_version`. */
  readonly pyVersion: string | undefined;
  /** Whether v1 read an explicit `framework_version=None` as the default (`framework_version or …`). */
  readonly noneIsDefault: boolean;
  /**
   * Whether the version decides how models are packed, also beside an image: v1 takes the default above there, v2
   * another one ({pytorch,mxnet}/model.py `_is_mms_version`), or none and raises InvalidVersion.
   */
  readonly decidesPacking: boolean;
}

const pytorch: FrameworkDefaults = {
  framework: 'pytorch',
  frameworkVersion: '0.4',
  pyVersion: 'py3',
  noneIsDefault: true,
  decidesPacking: true,
};
const mxnet: FrameworkDefaults = {
  framework: 'mxnet',
  frameworkVersion: '1.2',
  pyVersion: 'py2',
  noneIsDefault: true,
  decidesPacking: true,
};
const chainer: FrameworkDefaults = {
  framework: 'chainer',
  frameworkVersion: '4.1.0',
  pyVersion: 'py3',
  noneIsDefault: true,
  decidesPacking: false,
};
const sklearn: FrameworkDefaults = {
  framework: 'sklearn',
  frameworkVersion: '0.20.0',
  pyVersion: undefined,
  noneIsDefault: false,
  decidesPacking: false,
};

/**
 * By canonical v1 class path; from {pytorch,mxnet,chainer,sklearn,tensorflow}/defaults.py and the constructors of
 * 1.72.0. The TensorFlow estimator's Python version depends on its framework version, see `tensorFlowPyVersion`.
 */
export const frameworkDefaults: ReadonlyMap<string, FrameworkDefaults> = new Map([
  ['sagemaker.pytorch.estimator.PyTorch', pytorch],
  ['sagemaker.pytorch.model.PyTorchModel', pytorch],
  ['sagemaker.mxnet.estimator.MXNet', mxnet],
  ['sagemaker.mxnet.model.MXNetModel', mxnet],
  ['sagemaker.chainer.estimator.Chainer', chainer],
  ['sagemaker.chainer.model.ChainerModel', chainer],
  ['sagemaker.sklearn.estimator.SKLearn', sklearn],
  ['sagemaker.sklearn.model.SKLearnModel', sklearn],
  [
    'sagemaker.tensorflow.serving.Model',
    {
      framework: 'tensorflow',
      frameworkVersion: '1.11',
      pyVersion: undefined,
      noneIsDefault: false,
      decidesPacking: false,
    },
  ],
]);

/** Canonical path of the TensorFlow estimator, in both versions. */
export const TENSORFLOW = 'sagemaker.tensorflow.estimator.TensorFlow';
/** v1 tensorflow/defaults.py `TF_VERSION`. */
export const TENSORFLOW_VERSION = '1.11';

/**
 * The Python version that v1 took for a TensorFlow version (tensorflow/estimator.py:305); for 2.2, where v1 wrote a
 * tag that no registry has, the one that there is. Undefined for what is no version.
 */
export function tensorFlowPyVersion(version: string): string | undefined {
  const parts = partsOf(version);
  if (parts === undefined) return undefined;
  if (compare(parts, [2, 1, 0]) <= 0) return 'py2';
  return parts[0] === 2 && parts[1] === 2 ? 'py37' : 'py3';
}

/** Whether v1 ran that TensorFlow version in script mode whatever it was told (1.13 and above). */
export function isScriptModeOnly(version: string): boolean {
  const parts = partsOf(version);
  return parts !== undefined && compare(parts, [1, 13]) >= 0;
}

function partsOf(version: string): number[] | undefined {
  const parts = version.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : Number.NaN));
  return parts.some(Number.isNaN) ? undefined : parts;
}

/** As Python compares lists. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
