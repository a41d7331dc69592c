import { str } from '../data/text.js';
import { type Data, Template, Unknown } from '../data/value.js';

/** Instance types that stand for all others where an image depends on the processor at most. */
const SAMPLE_INSTANCE_TYPES = ['ml.m5.xlarge', 'ml.p3.2xlarge'];

/**
 * An image's URI of arguments that may be unknown: then it is unknown too, unless it is the same whatever the instance type is.
 *
 * @param values arguments that the URI depends on; None stays null, other values become strings as Python writes them
 * @param retrieve looks the URI up, or raises what the SDK raises
 */
export function imageUri<Name extends string>(
  values: Readonly<Record<Name, Data | undefined>>,
  retrieve: (known: Record<Name, string | null>) => string,
): Data {
  const names = Object.keys(values) as Name[];
  const holes = names.filter((name) => isHole(values[name]));
  const settled = (over: Readonly<Record<string, string>>): Record<Name, string | null> => {
    const entries = names.map((name): [Name, string | null] => [name, over[name] ?? settledText(values[name])]);
    return Object.fromEntries(entries) as Record<Name, string | null>;
  };
  const [hole] = holes;
  if (hole === undefined) return retrieve(settled({}));
  const unknown = new Unknown(`the image depends on ${reasonOf(values[hole])}`);
  if (holes.length > 1 || hole !== 'instanceType') return unknown;
  const found = SAMPLE_INSTANCE_TYPES.map((instanceType) => attempt(() => retrieve(settled({ instanceType }))));
  const [first, ...others] = found;
  return first !== undefined && others.every((other) => other === first) ? first : unknown;
}

function isHole(value: Data | undefined): boolean {
  return value instanceof Unknown || (value !== undefined && value !== null && str(value) instanceof Template);
}

function settledText(value: Data | undefined): string | null {
  if (value === undefined || value === null) return null;
  const text = str(value);
  return typeof text === 'string' ? text : null;
}

function reasonOf(value: Data | undefined): string {
  if (value instanceof Unknown) return value.reason;
  const hole = value instanceof Template ? value.parts.find((part) => part instanceof Unknown) : undefined;
  return hole instanceof Unknown ? hole.reason : 'an unknown value';
}

function attempt(look: () => string): string | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
