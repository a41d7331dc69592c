import { chooseBase, chooseImages, choosePython, chooseVersion, factsOf, variantOf } from './image-uris-choice.js';
import {
  GRAVITON_FAMILIES,
  type ImageRequest,
  instanceFamily,
  need,
  processorFor,
  refuse,
} from './image-uris-request.js';
import { findVersion, type ImageFacts, registryAccount, registryHost, type ScopeImages } from './image-uris-table.js';
import { compareVersions } from './image-versions.js';

export { type ImageDistribution, type ImageRequest, instanceFamily } from './image-uris-request.js';

/** Repositories whose tags name the version of the Neuron SDK. */
const NEURON_REPOSITORIES: readonly string[] = [
  'pytorch-training-neuron',
  'pytorch-training-neuronx',
  'huggingface-vllm-inference-neuronx',
];

/** The only images for Graviton that xgboost and sklearn have. */
const GRAVITON_TAGS: Readonly<Record<string, string>> = {
  'xgboost 1.5-1': '1.5-1-arm64',
  'xgboost 1.3-1': '1.3-1-arm64',
  'sklearn 1.0-1': '1.0-1-arm64-cpu-py3',
};

/** What a tag goes on with on p4d instances and with smdistributed. */
const CUDA_SUFFIXES: Readonly<Record<string, string>> = {
  'tensorflow-2.3-gpu-py37': 'cu110-ubuntu18.04-v3',
  'tensorflow-2.3.1-gpu-py37': 'cu110-ubuntu18.04',
  'tensorflow-2.3.2-gpu-py37': 'cu110-ubuntu18.04',
  'tensorflow-1.15-gpu-py37': 'cu110-ubuntu18.04-v8',
  'tensorflow-1.15.4-gpu-py37': 'cu110-ubuntu18.04',
  'tensorflow-1.15.5-gpu-py37': 'cu110-ubuntu18.04',
  'mxnet-1.8-gpu-py37': 'cu110-ubuntu16.04-v1',
  'mxnet-1.8.0-gpu-py37': 'cu110-ubuntu16.04',
  'pytorch-1.6-gpu-py36': 'cu110-ubuntu18.04-v3',
  'pytorch-1.6.0-gpu-py36': 'cu110-ubuntu18.04',
  'pytorch-1.6-gpu-py3': 'cu110-ubuntu18.04-v3',
  'pytorch-1.6.0-gpu-py3': 'cu110-ubuntu18.04',
};

/**
 * The image that `sagemaker.image_uris.retrieve` of 2.257.6 gives (image_uris.py). Left out: JumpStart models (`model_id`), whose
 * images the SDK looks up in a bucket.
 *
 * @throws PythonError what the SDK raises for these arguments, mostly `ValueError`, said in our words
 */
export function retrieveImageUri(request: ImageRequest): string {
  const { framework, region } = request;
  const { images, scope, inferenceTool } = chooseImages(request);
  const version = chooseVersion(request, images);
  const versionFacts = factsOf(images, version);
  const facts = framework === 'huggingface' ? chooseBase(versionFacts, request.baseFrameworkVersion) : versionFacts;
  const pyVersion = choosePython(request, facts);
  const image = variantOf(facts, pyVersion) ?? facts;
  const account = registryAccount(need(image.registries, 'registries', 'KeyError'), region);
  if (account === undefined) return refuse(`${framework} ${version} has no images in the region ${region}`);
  const host = need(registryHost(account, region), `${region} is no region`, 'TypeError');
  const repository = need(image.repository, 'repository', 'KeyError');
  const processor = processorFor(request, images.processors ?? image.processors);
  let container = request.containerVersion ?? undefined;
  if (image.container_version !== undefined)
    container = need(image.container_version[processor ?? ''], `no container for ${processor}`, 'KeyError');
  if (NEURON_REPOSITORIES.includes(repository)) container = neuronContainer(request, image, container);
  let prefix = image.tag_prefix ?? version;
  if (framework === 'huggingface') {
    if (/-inference-neuronx?$/.test(repository)) container = neuronContainer(request, image, container);
    prefix = huggingFacePrefix(request, repository, version, images);
  }
  if (repository === `${framework}-inference-graviton`) container = `${container ?? 'None'}-sagemaker`;
  refuseOldInstances(framework, request.instanceType, version);
  const parts = [prefix, inferenceTool || processor, pyVersion, container];
  const tag = tagOf(request, scope, version, processor, parts.filter((part) => part).join('-'));
  return `${host}/${repository}${tag === '' ? '' : `:${tag}`}`;
}

/** The arguments of `sagemaker.image_uris.get_training_image_uri`, as {@link ImageRequest}'s. */
export interface TrainingImageRequest
  extends Pick<
    ImageRequest,
    'region' | 'framework' | 'pyVersion' | 'instanceType' | 'distribution' | 'hasTrainingCompiler'
  > {
  readonly frameworkVersion?: string | null | undefined;
  readonly tensorflowVersion?: string | null | undefined;
  readonly pytorchVersion?: string | null | undefined;
}

/**
 * The image that the estimators of 2.257.6 train in where no `image_uri` was given (image_uris.py
 * `get_training_image_uri`).
 *
 * @throws PythonError as {@link retrieveImageUri}
 */
export function retrieveTrainingImageUri(request: TrainingImageRequest): string {
  const { tensorflowVersion, pytorchVersion, frameworkVersion, instanceType } = request;
  const { hasTorchDistributed, hasSmdistributed, isModelParallel } = request.distribution ?? {};
  const base = typeof tensorflowVersion === 'string' ? `tensorflow${tensorflowVersion}` : `pytorch${pytorchVersion}`;
  const isHuggingFace = typeof (tensorflowVersion ?? pytorchVersion) === 'string';
  const isPlainGpu =
    isHuggingFace && processorFor({ instanceType }, ['cpu', 'gpu']) === 'gpu' && request.hasTrainingCompiler !== true;
  const isSmp = hasTorchDistributed === true && hasSmdistributed === true && isModelParallel === true;
  return retrieveImageUri({
    ...request,
    framework: isSmp ? 'pytorch-smp' : request.framework,
    version: frameworkVersion,
    imageScope: 'training',
    baseFrameworkVersion: isHuggingFace ? base : undefined,
    containerVersion: isSmp
      ? smpContainer(need(frameworkVersion, 'framework_version is needed', 'TypeError'), instanceType)
      : isPlainGpu
        ? 'cu110-ubuntu18.04'
        : undefined,
  });
}

function smpContainer(version: string, instanceType: string | null | undefined): string {
  if (version.includes('2.5')) return 'cu124';
  if (need(instanceType, 'an instance type is needed', 'TypeError').includes('p5')) return 'cu121';
  return /2\.[1234]/.test(version) ? 'cu121' : 'cu118';
}

function neuronContainer(request: ImageRequest, image: ImageFacts, container: string | undefined): string {
  const newest = (): string | undefined => [...need(image.sdk_versions, 'sdk_versions', 'KeyError')].sort().at(-1);
  const sdk = request.sdkVersion || newest();
  return `${sdk}-${need(container, 'the container version is needed', 'TypeError')}`;
}

function huggingFacePrefix(request: ImageRequest, repository: string, version: string, images: ScopeImages): string {
  const asked = request.version ?? 'None';
  let base = request.baseFrameworkVersion ?? '';
  let transformers = repository.includes('-trcomp-') ? version : asked;
  if (/-inference-neuronx?$/.test(repository)) {
    transformers = images.version_aliases?.[asked] ?? transformers;
    base = findVersion(images, transformers)?.version_aliases?.[base] ?? base;
  }
  const number = /^(?:pytorch|tensorflow)(.*)$/.exec(base)?.[1];
  return `${need(number, `${base} is no version of PyTorch or TensorFlow`, 'AttributeError')}-transformers${transformers}`;
}

/** image_uris.py `_validate_instance_deprecation`. */
function refuseOldInstances(framework: string, instanceType: string | null | undefined, version: string): void {
  const first = { pytorch: '1.13', tensorflow: '2.12' }[framework];
  if (first !== undefined && instanceFamily(instanceType) === 'p2' && compareVersions(version, first) >= 0)
    refuse(
      `${framework} ${version} does not run on P2 instances: take another instance type, or a version below ${first}`,
    );
}

/** image_uris.py `_get_image_tag`. */
function tagOf(
  request: ImageRequest,
  scope: string | undefined,
  version: string,
  processor: string | undefined,
  tag: string,
): string {
  const { framework, instanceType, distribution } = request;
  const family = instanceFamily(instanceType);
  if (framework === 'xgboost' || framework === 'sklearn') {
    const isGraviton = GRAVITON_FAMILIES.includes(family);
    if (scope !== 'inference_graviton' && !isGraviton) return tag;
    if (family !== undefined && !isGraviton)
      refuse(`${instanceType} is no Graviton instance: these are ${GRAVITON_FAMILIES.join(', ')}`);
    return need(
      GRAVITON_TAGS[`${framework} ${version}`],
      `${framework} ${version} has no image for Graviton`,
      'KeyError',
    );
  }
  const isSelected = typeof instanceType === 'string' && (family === 'p4d' || distribution?.hasSmdistributed === true);
  const suffix = isSelected ? CUDA_SUFFIXES[`${framework}-${tag}`] : undefined;
  if (suffix !== undefined) return `${tag}-${suffix}`;
  // The SDK means to cut "-gpu" off and cuts all of these letters off the end.
  return framework === 'sagemaker-tritonserver' && processor === 'gpu' ? tag.replace(/[-gpu]+$/, '') : tag;
}
