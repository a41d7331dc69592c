import { GRAVITON_FAMILIES, type ImageRequest, instanceFamily, need, refuse } from './image-uris-request.js';
import {
  findVersion,
  type ImageFacts,
  imagesOf,
  isForAllScopes,
  type ScopeImages,
  type VersionFacts,
  versionsOf,
} from './image-uris-table.js';
import { compareVersions } from './image-versions.js';

/** The set of images that a request chooses among. */
export interface ChosenImages {
  readonly images: ScopeImages;
  /** The scope asked for, or what the instance type makes of it. */
  readonly scope: string | undefined;
  /** The one asked for, or what the instance type says. */
  readonly inferenceTool: string | undefined;
}

/** 2.257.6, fw_utils.py `GRAVITON_ALLOWED_FRAMEWORKS`. */
const GRAVITON_FRAMEWORKS: readonly string[] = ['tensorflow', 'pytorch', 'xgboost', 'sklearn'];

/**
 * The images of the framework and scope (2.257.6, image_uris.py: the first part of `retrieve`).
 *
 * @throws PythonError for unknown frameworks and scopes, and processors that a framework has no images for
 */
export function chooseImages(request: ImageRequest): ChosenImages {
  const { framework, instanceType, imageScope, acceleratorType } = request;
  const asked = request.inferenceTool || undefined;
  if (request.hasTrainingCompiler === true && ['huggingface', 'pytorch'].includes(framework)) {
    const images = imagesIn(`${framework}-training-compiler`, imageScope ?? undefined, acceleratorType);
    return { images, scope: imageScope ?? undefined, inferenceTool: asked };
  }
  const family = instanceFamily(instanceType);
  const isGraviton = GRAVITON_FAMILIES.includes(family);
  // The SDK asks whether the name is a part of "pytorch".
  const isTrainiumFramework = 'pytorch'.includes(framework);
  const mayBeNeuron = framework === 'huggingface' || isTrainiumFramework;
  const inferenceTool = asked ?? (mayBeNeuron && /^(?:inf|trn)/.test(family ?? '') ? 'neuron' : undefined);
  const isNeuron = mayBeNeuron && (inferenceTool === 'neuron' || inferenceTool === 'neuronx');
  const hasGraviton = GRAVITON_FRAMEWORKS.includes(framework);
  const needsScope = framework === 'xgboost' || framework === 'sklearn';
  const scope =
    hasGraviton && isGraviton ? 'inference_graviton' : (imageScope ?? (needsScope ? 'training' : undefined));
  if (instanceType?.includes('trn') && !isTrainiumFramework)
    refuse(`${framework} has no images for Trainium: pytorch has`);
  if (isGraviton && !hasGraviton)
    refuse(`${framework} has no images for Graviton instances: ${GRAVITON_FRAMEWORKS.join(', ')} have`);
  const images = imagesIn(isNeuron ? `${framework}-${inferenceTool}` : framework, scope, acceleratorType);
  return { images, scope, inferenceTool };
}

/** image_uris.py `_config_for_framework_and_scope`. */
function imagesIn(
  framework: string,
  imageScope: string | undefined,
  acceleratorType: string | null | undefined,
): ScopeImages {
  const images = need(imagesOf(framework), `there are no images of ${framework}`, 'FileNotFoundError');
  if (acceleratorType && !acceleratorType.startsWith('ml.eia') && acceleratorType !== 'local_sagemaker_notebook')
    refuse(`${acceleratorType} is no Elastic Inference accelerator: write one like ml.eia1.medium`);
  const isForAll = isForAllScopes(images);
  const scopes = isForAll ? (images.scope ?? []) : Object.keys(images);
  const asked = acceleratorType ? 'eia' : imageScope;
  const isBoth = isForAll && scopes.length === 2 && scopes.includes('training') && scopes.includes('inference');
  const scope = scopes.length === 1 || (!asked && isBoth) ? scopes[0] : asked;
  if (scope === undefined || !scopes.includes(scope))
    return refuse(
      `${framework} has no images for ${scope ?? 'an unnamed scope'}: image_scope may be ${scopes.join(', ')}`,
    );
  return isForAll ? images : need(images[scope], scope, 'KeyError');
}

/**
 * The version, of a framework that has only one whatever was asked for (image_uris.py
 * `_validate_version_and_set_if_needed`).
 *
 * @throws PythonError for versions that are not known
 */
export function chooseVersion({ framework, version, imageScope }: ImageRequest, images: ScopeImages): string {
  const available = versionsOf(images);
  const aliases = Object.keys(images.version_aliases ?? {});
  const [only] = available;
  if (only !== undefined && available.length === 1 && !aliases.includes(version ?? '')) return only;
  const chosen = version || latestVersion(framework, imageScope ?? undefined);
  if (chosen === undefined || !(available.includes(chosen) || aliases.includes(chosen)))
    return refuse(`${framework} has no images of version ${chosen ?? 'None'}: there are ${available.join(', ')}`);
  return chosen;
}

/** image_uris.py `_fetch_latest_version_from_config`: of the first and the last version the higher one. */
function latestVersion(framework: string, scope: string | undefined): string | undefined {
  const images = need(imagesOf(framework), `there are no images of ${framework}`);
  const isForAll = isForAllScopes(images);
  const own = isForAll || scope === undefined ? undefined : images[scope];
  const latest = own?.version_aliases?.latest;
  if (latest !== undefined) return latest;
  const chosen = isForAll ? images : (own ?? images.processing);
  const versions = chosen === undefined ? [] : versionsOf(chosen);
  const top = versions[0];
  const bottom = versions.at(-1);
  if (top === undefined || bottom === undefined || (isForAll && (top === 'latest' || bottom === 'latest')))
    return undefined;
  if (top.endsWith('.x') || bottom.endsWith('.x'))
    return `${Math.max(Number.parseInt(top, 10), Number.parseInt(bottom, 10))}.x`;
  return compareVersions(top, bottom) >= 0 ? top : bottom;
}

/**
 * Of Hugging Face the images for a version of PyTorch or TensorFlow.
 *
 * @throws PythonError for base frameworks that are not known
 */
export function chooseBase(facts: VersionFacts, base: string | null | undefined): ImageFacts {
  const known = Object.keys(facts).filter((name) => name !== 'version_aliases');
  const full = facts.version_aliases?.[base ?? ''] ?? base ?? 'None';
  const image = variantOf(facts, full);
  return image ?? refuse(`there is no image for the base framework ${full}: there are for ${known.join(', ')}`);
}

/**
 * The Python version in the tag (image_uris.py `_validate_py_version_and_set_if_needed`); undefined where the images have
 * none.
 *
 * @throws PythonError for Python versions that there is no image for
 */
export function choosePython({ framework, pyVersion }: ImageRequest, facts: ImageFacts): string | undefined {
  const available = facts.repository === undefined ? Object.keys(facts) : facts.py_versions;
  if (available === undefined || available.length === 0) return undefined;
  if (pyVersion === undefined || pyVersion === null) {
    if (framework === 'spark') return undefined;
    if (available.length === 1) return available[0];
  } else if (available.includes(pyVersion)) {
    return pyVersion;
  }
  return refuse(
    `there is no image for the Python version ${pyVersion ?? 'None'}: py_version may be ${available.join(', ')}`,
  );
}

/** The image of a Python version or base framework, where a version has several. */
export function variantOf(facts: ImageFacts, name: string | undefined): ImageFacts | undefined {
  if (name === undefined || name === 'version_aliases') return undefined;
  const found = (facts as VersionFacts)[name];
  return typeof found === 'object' && !Array.isArray(found) ? (found as ImageFacts) : undefined;
}

/** The facts of a version or alias. */
export function factsOf(images: ScopeImages, version: string): VersionFacts {
  return need(findVersion(images, images.version_aliases?.[version] ?? version), version, 'KeyError');
}
