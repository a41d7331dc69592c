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
