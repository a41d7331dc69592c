/** v1's short xgboost versions and the images that it chose for them (amazon_estimator.py, `get_image_uri`). */
const SHORT_VERSIONS: Readonly<Record<string, string>> = { '0.90': '0.90-1', '1.0': '1.0-1' };

/**
 * The xgboost version that `image_uris.retrieve` takes for one that v1's `get_image_uri` took; any other text is given
 * back as it is.
 */
export function xgboostVersion(version: string): string {
  const plain = version.replace(/-cpu-py3$/, '');
  return SHORT_VERSIONS[plain] ?? plain;
}

/** An image of v1's `fw_registry` as `image_uris.retrieve` knows it, with a version that lies in the same registry. */
export interface FrameworkRegistry {
  readonly framework: string;
  readonly version: string;
}

/** By the names of v1's fw_registry.py. */
export const frameworkRegistries: Readonly<Record<string, FrameworkRegistry>> = {
  'sparkml-serving': { framework: 'sparkml-serving', version: '2.2' },
  'scikit-learn': { framework: 'sklearn', version: '0.20.0' },
  xgboost: { framework: 'xgboost', version: '0.90-1' },
};

/** What v1's `create_image_uri` calls a framework, as `image_uris.retrieve` takes it. */
export interface CreatedImage {
  readonly framework: string;
  readonly scope: 'training' | 'inference';
  /** Versions whose image v2 takes from another repository than v1 did. */
  readonly elsewhere?: RegExp;
}

/** By the names that v1's fw_utils.py knows. */
export const createdImages: Readonly<Record<string, CreatedImage>> = {
  'tensorflow-scriptmode': { framework: 'tensorflow', scope: 'training' },
  tensorflow: { framework: 'tensorflow', scope: 'training', elsewhere: /^1\.1[1-9]|^[2-9]/ },
  'tensorflow-serving': { framework: 'tensorflow', scope: 'inference' },
  mxnet: { framework: 'mxnet', scope: 'training' },
  'mxnet-serving': { framework: 'mxnet', scope: 'inference', elsewhere: /^0\.|^1\.[0-3](\.|$)/ },
  pytorch: { framework: 'pytorch', scope: 'training' },
  'pytorch-serving': { framework: 'pytorch', scope: 'inference', elsewhere: /^0\.|^1\.[01](\.|$)/ },
  chainer: { framework: 'chainer', scope: 'training' },
};

/** The first versions that v1 took from the Deep Learning Containers, by Python (fw_utils.py `MERGED_FRAMEWORKS_LOWEST_VERSIONS`). */
const FIRST_CONTAINERS: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  'tensorflow-scriptmode': { py3: [1, 13, 1], py2: [1, 14, 0], py37: [1, 15, 2] },
  mxnet: { py3: [1, 4, 1], py2: [1, 6, 0] },
  'mxnet-serving': { py3: [1, 4, 1], py2: [1, 6, 0] },
  'tensorflow-serving': { '': [1, 13, 0] },
  'tensorflow-serving-eia': { '': [1, 14, 0] },
  'mxnet-serving-eia': { '': [1, 4, 1] },
  'pytorch-serving-eia': { '': [1, 3, 1] },
  pytorch: { '': [1, 2, 0] },
  'pytorch-serving': { '': [1, 2, 0] },
};

/** Whether v1 took the image of a version from the Deep Learning Containers (fw_utils.py `_is_dlc_version`). */
export function isDeepLearningContainer(framework: string, version: string, python: string | undefined): boolean {
  const firsts = FIRST_CONTAINERS[framework];
  const first = firsts?.[''] ?? firsts?.[python ?? ''];
  const parts = version.split('.').map(Number);
  if (first === undefined || parts.some(Number.isNaN)) return false;
  // As many parts are compared as the version has: 1.4 counts as 1.4.1.
  const difference = parts.map((each, i) => each - (first[i] ?? -1)).find((each) => each !== 0);
  return (difference ?? 0) >= 0;
}
