import { type Data, isText, Template, Unknown } from '../../data/value.js';

/**
 * How a version compares with another one, by its numbers: negative, 0 or positive; unknown where one isn't known.
 *
 * @param version `1.13.1`; what is no string of numbers is not compared: undefined
 */
export function compareVersions(version: Data, other: string): number | Unknown | undefined {
  if (version instanceof Unknown) return version;
  if (version instanceof Template) return new Unknown('a version that is not known');
  const numbers = numbersOf(version);
  const others = numbersOf(other);
  if (numbers === undefined || others === undefined) return undefined;
  for (let index = 0; index < Math.max(numbers.length, others.length); index += 1) {
    const difference = (numbers[index] ?? 0) - (others[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a version is at least another one; unknown where it isn't known, false where it is none. */
export function isAtLeast(version: Data, least: string): boolean | Unknown {
  const order = compareVersions(version, least);
  return order instanceof Unknown ? order : order !== undefined && order >= 0;
}

/** SDK 1.72.0 fw_utils.py `is_version_equal_or_higher`: as many numbers are compared as the version has. */
export function isAtLeastV1(version: Data, least: string): boolean | Unknown {
  const numbers = numbersOf(version);
  if (numbers === undefined) return isText(version) || version instanceof Unknown ? isAtLeast(version, least) : false;
  return isAtLeast(version, least.split('.').slice(0, numbers.length).join('.'));
}

function numbersOf(version: Data): number[] | undefined {
  if (typeof version !== 'string') return undefined;
  const digits = /^v?(\d+(?:\.\d+)*)/.exec(version)?.[1];
  return digits?.split('.').map(Number);
}
