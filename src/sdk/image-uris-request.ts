import { PythonError } from '../data/errors.js';

/** What of a `distribution` matters for the image. */
export interface ImageDistribution {
  /** It has the key `smdistributed`. */
  readonly hasSmdistributed?: boolean;
  /** It has the key `torch_distributed`. */
  readonly hasTorchDistributed?: boolean;
  /** `smdistributed` has `modelparallel`, and that is not switched off. */
  readonly isModelParallel?: boolean;
}

/** The arguments of `sagemaker.image_uris.retrieve`; what is undefined or null was `None`, or not given. */
export interface ImageRequest {
  /** `pytorch`, `xgboost`, `kmeans` … */
  readonly framework: string;
  readonly region: string;
  readonly version?: string | null | undefined;
  /** `py3`, `py310` … */
  readonly pyVersion?: string | null | undefined;
  readonly instanceType?: string | null | undefined;
  readonly acceleratorType?: string | null | undefined;
  /** `training`, `inference`, `eia`, `inference_graviton`, or what a framework has: `processing`, `debugger` … */
  readonly imageScope?: string | null | undefined;
  readonly containerVersion?: string | null | undefined;
  readonly distribution?: ImageDistribution | undefined;
  /** Of Hugging Face: `pytorch1.7.1`. */
  readonly baseFrameworkVersion?: string | null | undefined;
  /** Whether there is a `training_compiler_config`. */
  readonly hasTrainingCompiler?: boolean | undefined;
  readonly sdkVersion?: string | null | undefined;
  /** `neuron` or `neuronx`. */
  readonly inferenceTool?: string | null | undefined;
  /** Whether there is a `serverless_inference_config`. */
  readonly isServerless?: boolean | undefined;
}

/** The families that run on Graviton processors (2.257.6, fw_utils.py `GRAVITON_ALLOWED_TARGET_INSTANCE_FAMILY`). */
export const GRAVITON_FAMILIES: readonly (string | undefined)[] = [
  'm6g',
  'm6gd',
  'c6g',
  'c6gd',
  'c6gn',
  'c7g',
  'r6g',
  'r6gd',
];

/**
 * The family of an instance type: `ml.c5.xlarge` and `ml_c5` are `c5`; undefined for anything else (2.257.6, utils.py
 * `get_instance_type_family`).
 */
export function instanceFamily(instanceType: string | null | undefined): string | undefined {
  return /^ml[._]([a-z\d-]+)\.?\w*$/.exec(instanceType ?? '')?.[1];
}

/**
 * The processor in an image's tag (2.257.6, image_uris.py `_processor`); undefined where the images don't differ by it.
 *
 * @throws PythonError `ValueError` for no instance type, or one that there is no image for
 */
export function processorFor(
  { instanceType, isServerless }: Pick<ImageRequest, 'instanceType' | 'isServerless'>,
  available: readonly string[] | undefined,
): string | undefined {
  const [only, ...more] = available ?? [];
  if (available === undefined || only === undefined) return undefined;
  if (more.length === 0 && !instanceType) return only;
  if (isServerless === true) return 'cpu';
  if (!instanceType) return refuse('the image depends on the processor: an instance type is needed');
  const processor = processorOf(instanceType, available);
  if (processor === undefined) return refuse(`${instanceType} is no instance type: write one like ml.m5.xlarge`);
  if (!available.includes(processor))
    refuse(
      `there is no image for the processor of ${instanceType} (${processor}): there is for ${available.join(', ')}`,
    );
  return processor;
}

function processorOf(instanceType: string, available: readonly string[]): string | undefined {
  if (instanceType.startsWith('local')) return instanceType === 'local' ? 'cpu' : 'gpu';
  if (instanceType.startsWith('neuron')) return 'neuron';
  const family = instanceFamily(instanceType);
  if (family === undefined || available.includes(family)) return family;
  if (family.startsWith('inf')) return 'inf';
  if (family.startsWith('trn')) return 'trn';
  return /^[gp]/.test(family) ? 'gpu' : 'cpu';
}

/**
 * What the SDK refuses with `ValueError`.
 *
 * @throws PythonError always
 */
export function refuse(message: string): never {
  throw new PythonError('ValueError', message);
}

/**
 * The value, where there is one.
 *
 * @param type the exception that Python raises where there is none
 * @throws PythonError of that type
 */
export function need<T>(value: T | null | undefined, message: string, type = 'ValueError'): T {
  if (value === undefined || value === null) throw new PythonError(type, message);
  return value;
}
