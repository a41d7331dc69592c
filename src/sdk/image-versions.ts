import { findVersion, imagesOf, isForAllScopes, type ScopeImages, versionsOf } from './image-uris-table.js';

/** What `image_uris.retrieve` makes of a version. */
export interface ImageVersion {
  /** Whether the version, and the Python version if one was asked for, is accepted. */
  readonly isAccepted: boolean;
  /** The version after aliases: `1.2` → `1.2.1`. Undefined when the version is unknown. */
  readonly fullVersion: string | undefined;
  /** Accepted Python versions; empty where the image takes none (any `py_version` is ignored). */
  readonly pyVersions: readonly string[];
}

/** Image scopes as `image_uris.retrieve` names them. */
export type ImageScope = 'training' | 'inference' | 'inference_graviton' | 'eia';

const rejected: ImageVersion = { isAccepted: false, fullVersion: undefined, pyVersions: [] };

function imagesIn(framework: string, scope: string): ScopeImages | undefined {
  const images = imagesOf(framework);
  if (images === undefined || !isForAllScopes(images)) return images?.[scope];
  return images.scope?.includes(scope) === true ? images : undefined;
}

/**
 * Whether `sagemaker.image_uris.retrieve` of 2.257.6 accepts a version; undefined for a framework or scope that is not
 * in the table.
 *
 * A framework with one single version takes whatever it is given (image_uris.py, `_validate_version_and_set_if_needed`).
 *
 * @param framework name as `retrieve` knows it: `pytorch`, `sklearn`, `xgboost`, `kmeans` …
 */
export function imageVersion(
  framework: string,
  version: string,
  pyVersion?: string,
  scope: ImageScope = 'training',
): ImageVersion | undefined {
  const images = imagesIn(framework, scope);
  if (images === undefined) return undefined;
  const versions = versionsOf(images);
  const aliased = images.version_aliases?.[version];
  const only = versions.length === 1 ? versions[0] : undefined;
  const fullVersion = versions.includes(version) ? version : (aliased ?? only);
  const facts = fullVersion === undefined ? undefined : findVersion(images, fullVersion);
  if (fullVersion === undefined || facts === undefined) return rejected;
  const pyVersions = (facts.repository === undefined ? Object.keys(facts) : facts.py_versions) ?? [];
  const isAccepted =
    pyVersions.length === 0 || (pyVersion === undefined ? pyVersions.length === 1 : pyVersions.includes(pyVersion));
  return { isAccepted, fullVersion, pyVersions };
}

/**
 * The versions next to one that `image_uris.retrieve` does not know: the highest below it and the lowest above it.
 * Empty for a framework or scope that is not in the table.
 */
export function nearestVersions(framework: string, version: string, scope: ImageScope = 'training'): readonly string[] {
  const images = imagesIn(framework, scope);
  const known = (images === undefined ? [] : versionsOf(images)).sort(compareVersions);
  const below = known.findLast((each) => compareVersions(each, version) < 0);
  const above = known.find((each) => compareVersions(each, version) > 0);
  return [below, above].filter((each) => each !== undefined);
}

/** Compares versions by the numbers in them: 1.10.0 comes after 1.9.1, and 0.90-2 after 0.90-1. */
export function compareVersions(a: string, b: string): number {
  const [first, second] = [a, b].map((each) => each.split(/[.-]/).map(Number));
  for (let i = 0; i < Math.max(first?.length ?? 0, second?.length ?? 0); i += 1) {
    const difference = (first?.[i] ?? 0) - (second?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
