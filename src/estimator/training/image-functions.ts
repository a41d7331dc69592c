import { PythonError } from '../../data/errors.js';
import { type Data, Unknown } from '../../data/value.js';
import { retrieveImageUri } from '../../sdk/image-uris.js';
import { retrieveImageUriV1 } from '../../sdk/image-uris-v1.js';
import { hostV1 } from '../../sdk/image-uris-v1-accounts.js';
import {
  algorithmRegistryV1,
  retrieveAlgorithmImageUriV1,
  retrieveFrameworkImageUriV1,
} from '../../sdk/image-uris-v1-others.js';
import { isFalse } from '../conditions.js';
import { imageUri } from '../images.js';
import type { Arguments, SdkFunction } from '../sdk-object.js';
import { Session } from '../session.js';
import { imageDistribution } from './distribution.js';

/** `sagemaker.image_uris.retrieve(…)`: SDK 2.257.6 image_uris.py:38. */
function retrieve(args: Arguments): Data {
  if (!isFalse(args.model_id)) return new Unknown('the image of a JumpStart model');
  const distribution = args.distribution instanceof Unknown ? undefined : imageDistribution(args.distribution ?? null);
  if (distribution === undefined) return new Unknown('an image for a distribution that is not known');
  return imageUri(
    {
      framework: args.framework,
      region: args.region,
      version: args.version,
      pyVersion: args.py_version,
      instanceType: args.instance_type,
      acceleratorType: args.accelerator_type,
      imageScope: args.image_scope,
      containerVersion: args.container_version,
      baseFrameworkVersion: args.base_framework_version,
      sdkVersion: args.sdk_version,
      inferenceTool: args.inference_tool,
    },
    ({ framework, region, ...known }) =>
      retrieveImageUri({
        ...known,
        framework: framework ?? '',
        region: region ?? '',
        distribution,
        hasTrainingCompiler: !isFalse(args.training_compiler_config),
        isServerless: !isFalse(args.serverless_inference_config),
      }),
  );
}

/** What `get_huggingface_llm_image_uri` asks for, by its backend: SDK 2.257.6 huggingface/llm_utils.py:52. */
const LLM_IMAGES: Readonly<Record<string, Arguments>> = {
  huggingface: { framework: 'huggingface-llm', image_scope: 'inference' },
  'huggingface-neuronx': {
    framework: 'huggingface-llm-neuronx',
    image_scope: 'inference',
    inference_tool: 'neuronx',
  },
  'huggingface-vllm-neuronx': {
    framework: 'huggingface-vllm-neuronx',
    image_scope: 'inference',
    inference_tool: 'neuronx',
  },
  'huggingface-tei': { framework: 'huggingface-tei', image_scope: 'inference' },
  'huggingface-tei-cpu': { framework: 'huggingface-tei-cpu', image_scope: 'inference' },
  lmi: { framework: 'djl-deepspeed', version: '0.24.0' },
};

/** `get_huggingface_llm_image_uri(…)`: SDK 2.257.6 huggingface/llm_utils.py:29. */
const getHuggingfaceLlmImageUri: SdkFunction = ({ backend = null, session, region, version = null }, world) => {
  if (backend instanceof Unknown) return backend;
  const asked = typeof backend === 'string' && Object.hasOwn(LLM_IMAGES, backend) ? LLM_IMAGES[backend] : undefined;
  if (asked === undefined) throw new PythonError('ValueError', 'Unsupported backend');
  const at = region ?? (session instanceof Session ? session.boto_region_name : world.settings.region);
  return retrieve({ ...asked, region: at, version: isFalse(version) ? (asked.version ?? null) : version });
};

/** `get_image_uri(…)`: SDK 1.72.0 amazon/amazon_estimator.py:516; 2.257.6 hands it on to `retrieve`. */
const getImageUri: SdkFunction = (args, world) => {
  const { region_name: region, repo_name: algorithm, repo_version: version = 1 } = args;
  if (world.settings.sdk === 'v2') return retrieve({ framework: algorithm, region, version });
  return imageUri({ region, algorithm, version }, (known) =>
    retrieveAlgorithmImageUriV1(known.region ?? '', known.algorithm ?? '', known.version ?? ''),
  );
};

/** `create_image_uri(…)`: SDK 1.72.0 fw_utils.py:157; 2.257.6 hands it on to `retrieve`. */
const createImageUri: SdkFunction = (args, world) => {
  const { region, framework, instance_type: instanceType, framework_version: version, py_version: pyVersion } = args;
  const { accelerator_type: acceleratorType, account } = args;
  if (world.settings.sdk === 'v2')
    return retrieve({ ...args, version, region, framework, accelerator_type: acceleratorType });
  const asked = { region, framework, instanceType, version, pyVersion, acceleratorType, account };
  return imageUri(asked, (known) =>
    retrieveImageUriV1({
      ...known,
      region: known.region ?? '',
      framework: known.framework ?? '',
      instanceType: known.instanceType ?? '',
      version: known.version ?? '',
    }),
  );
};

const FRAMEWORKS_V1 = ['scikit-learn', 'xgboost', 'sparkml-serving'] as const;

/** `default_framework_uri(…)`: SDK 1.72.0 fw_registry.py:115. */
const defaultFrameworkUri: SdkFunction = ({ framework, region_name: region, image_tag: tag }) => {
  const known = FRAMEWORKS_V1.find((name) => name === framework);
  if (known === undefined) return new Unknown('the image of a framework that the registry does not have');
  return imageUri({ region, tag }, (found) => retrieveFrameworkImageUriV1(known, found.region ?? '', found.tag ?? ''));
};

/** `fw_registry.registry(…)` and the algorithms' own: SDK 1.72.0 fw_registry.py:101, amazon/amazon_estimator.py:341. */
const frameworkRegistry: SdkFunction = ({ framework, region_name: region }) => {
  const known = FRAMEWORKS_V1.find((name) => name === framework);
  if (known === undefined) return new Unknown('the registry of a framework that is not known');
  return imageUri(
    { region },
    (found) => retrieveFrameworkImageUriV1(known, found.region ?? '', '').split('/')[0] ?? '',
  );
};

/** Functions that give images, by canonical path. */
export const imageFunctions: Readonly<Record<string, SdkFunction>> = {
  'sagemaker.image_uris.retrieve': retrieve,
  'sagemaker.huggingface.llm_utils.get_huggingface_llm_image_uri': getHuggingfaceLlmImageUri,
  'sagemaker.amazon.amazon_estimator.get_image_uri': getImageUri,
  'sagemaker.amazon.amazon_estimator.registry': ({ region_name: region, algorithm }) =>
    imageUri({ region, algorithm }, (known) => algorithmRegistryV1(known.region ?? '', known.algorithm)),
  'sagemaker.fw_utils.create_image_uri': createImageUri,
  'sagemaker.fw_registry.default_framework_uri': defaultFrameworkUri,
  'sagemaker.fw_registry.registry': frameworkRegistry,
  'sagemaker.utils.get_ecr_image_uri_prefix': ({ account, region }) =>
    imageUri({ account, region }, (known) => hostV1(known.account ?? '', known.region ?? '')),
};
