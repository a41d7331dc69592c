import { isEstimator, isModel } from '../../sdk/roles.js';
import type { Value } from '../../semantic/values.js';
import type { BoundArgument, SdkCall } from '../sdk-call.js';

/** What the values of a parameter look like: as constants, and by the names that programs give them. */
interface Shape {
  readonly text?: RegExp;
  readonly spelling?: RegExp;
  readonly isOf?: (value: Value) => boolean;
}

/** Only parameters that trade places between the versions. */
const SHAPES: Readonly<Record<string, Shape>> = {
  image_uri: { text: /\.dkr\.ecr\.|^[^:]+\/.*:/, spelling: /image|container|\becr/i },
  model_data: { text: /^s3:\/\//, spelling: /model_data|model_uri|artifact|tar_?gz|s3/i },
  py_version: { text: /^py\d/, spelling: /py_version/ },
  framework_version: { text: /^\d+(\.\d+)*(-\d)?$/, spelling: /framework_version/ },
  instance_type: { text: /^(ml\.|local)/, spelling: /instance_type/ },
  instance_count: { isOf: (value) => value.kind === 'constant' && typeof value.value === 'number', spelling: /count/ },
  model: { isOf: (value) => value.kind === 'instance' && isModel(value.classPath) },
  estimator: { isOf: (value) => value.kind === 'instance' && isEstimator(value.classPath) },
};

/**
 * The version in whose order the positional arguments look right: `Model('s3://…', image)` is v1's. Undefined where
 * they say nothing, or contradict each other.
 *
 * @param v1Names names of the positional parameters in v1's order, as v2 calls them
 * @param v2Names the same in v2's order
 */
export function orderOf(
  call: SdkCall,
  v1Names: readonly string[],
  v2Names: readonly string[],
): 'v1' | 'v2' | undefined {
  const votes = new Set<'v1' | 'v2'>();
  for (const argument of call.arguments) {
    const { index } = argument;
    if (index === undefined || v1Names[index] === v2Names[index]) continue;
    const fitsV1 = fits(argument, v1Names[index]);
    const fitsV2 = fits(argument, v2Names[index]);
    if (fitsV1 !== fitsV2) votes.add(fitsV1 ? 'v1' : 'v2');
  }
  return votes.size === 1 ? [...votes][0] : undefined;
}

function fits({ value, valueNode }: BoundArgument, name: string | undefined): boolean {
  const shape = SHAPES[name ?? ''];
  if (shape === undefined) return false;
  const text = startOf(value);
  if (text !== undefined) return shape.text?.test(text) ?? false;
  if (shape.isOf?.(value) === true) return true;
  const isNamed = valueNode?.type === 'identifier' || valueNode?.type === 'attribute';
  return isNamed && value.kind === 'unknown' && (shape.spelling?.test(valueNode.text) ?? false);
}

function startOf(value: Value): string | undefined {
  if (value.kind === 'constant') return typeof value.value === 'string' ? value.value : undefined;
  const first = value.kind === 'text' ? value.parts[0] : undefined;
  return typeof first === 'string' ? first : undefined;
}
