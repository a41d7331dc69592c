import { PythonError } from '../../src/data/errors.js';
import { retrieveImageUri, retrieveTrainingImageUri } from '../../src/sdk/image-uris.js';
import { retrieveImageUriV1 } from '../../src/sdk/image-uris-v1.js';
import {
  algorithmRegistryV1,
  retrieveAlgorithmImageUriV1,
  retrieveFrameworkImageUriV1,
  retrieveMonitorImageUriV1,
  retrieveNeoImageUriV1,
  retrieveRuleImageUriV1,
} from '../../src/sdk/image-uris-v1-others.js';

/** What a call gave: an image, or the name of the exception's class. */
export interface Answer {
  readonly uri?: string;
  readonly error?: string;
}

interface Call {
  readonly function: string;
  /** By the SDK's own names. */
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** Our answer to a call of the SDK's. */
export function answerOf(call: Call): Answer {
  try {
    return { uri: FUNCTIONS[call.function]?.(call.arguments) ?? 'no such function' };
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    return { error: error.type };
  }
}

const FUNCTIONS: Readonly<Record<string, (given: Call['arguments']) => string>> = {
  retrieve: (given) =>
    retrieveImageUri({
      framework: text(given.framework),
      region: text(given.region),
      version: optional(given.version),
      pyVersion: optional(given.py_version),
      instanceType: optional(given.instance_type),
      acceleratorType: optional(given.accelerator_type),
      imageScope: optional(given.image_scope),
      containerVersion: optional(given.container_version),
      distribution: distributionOf(given.distribution),
      baseFrameworkVersion: optional(given.base_framework_version),
      hasTrainingCompiler: given.training_compiler_config === true,
      sdkVersion: optional(given.sdk_version),
      inferenceTool: optional(given.inference_tool),
      isServerless: given.serverless_inference_config === true,
    }),
  get_training_image_uri: (given) =>
    retrieveTrainingImageUri({
      framework: text(given.framework),
      region: text(given.region),
      frameworkVersion: optional(given.framework_version),
      pyVersion: optional(given.py_version),
      instanceType: optional(given.instance_type),
      distribution: distributionOf(given.distribution),
      tensorflowVersion: optional(given.tensorflow_version),
      pytorchVersion: optional(given.pytorch_version),
      hasTrainingCompiler: given.compiler_config === true,
    }),
  create_image_uri: (given) =>
    retrieveImageUriV1({
      region: text(given.region),
      framework: text(given.framework),
      instanceType: text(given.instance_type),
      version: text(given.framework_version),
      pyVersion: optional(given.py_version),
      account: optional(given.account),
      acceleratorType: optional(given.accelerator_type),
      optimizedFamilies: Array.isArray(given.optimized_families) ? given.optimized_families.map(String) : [],
    }),
  get_image_uri: (given) =>
    retrieveAlgorithmImageUriV1(
      text(given.region_name),
      text(given.repo_name),
      optional(given.repo_version) ?? undefined,
    ),
  registry: (given) => algorithmRegistryV1(text(given.region_name), optional(given.algorithm)),
  default_framework_uri: (given) => {
    const framework = ['scikit-learn', 'xgboost', 'sparkml-serving'] as const;
    const found = framework.find((each) => each === given.framework);
    return retrieveFrameworkImageUriV1(found ?? 'xgboost', text(given.region_name), text(given.image_tag));
  },
  neo_image: (given) =>
    retrieveNeoImageUriV1(
      text(given.region),
      text(given.target_instance_type),
      text(given.framework),
      text(given.framework_version),
    ),
  rule_image: (given) => retrieveRuleImageUriV1(text(given.region)),
  monitor_image: (given) => retrieveMonitorImageUriV1(text(given.region)),
};

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function optional(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

interface Distribution {
  readonly smdistributed?: { readonly modelparallel?: { readonly enabled?: boolean } };
  readonly torch_distributed?: unknown;
}

function distributionOf(value: unknown) {
  if (typeof value !== 'object' || value === null) return undefined;
  const distribution: Distribution = value;
  const parallel = distribution.smdistributed?.modelparallel;
  return {
    hasSmdistributed: distribution.smdistributed !== undefined,
    hasTorchDistributed: distribution.torch_distributed !== undefined,
    isModelParallel: parallel !== undefined && parallel.enabled !== false,
  };
}
