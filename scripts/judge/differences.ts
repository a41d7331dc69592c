/** A leaf, or a whole branch that one side lacks, in which two JSON values differ. `undefined` means absent. */
export interface Difference {
  /** Keys joined by dots, list indices left out: `ProductionVariants.ModelName`. */
  readonly path: string;
  readonly was: unknown;
  readonly is: unknown;
}

/** All differences of two JSON values, in the order of the first one's keys. Lists of unlike length differ as a whole. */
export function differences(was: unknown, is: unknown, path = ''): Difference[] {
  if (isObject(was) && isObject(is)) {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return keys.flatMap((key) => differences(was[key], is[key], path === '' ? key : `${path}.${key}`));
  }
  if (Array.isArray(was) && Array.isArray(is) && was.length === is.length) {
    return was.flatMap((item, i) => differences(item, is[i], path));
  }
  return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ path, was, is }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
