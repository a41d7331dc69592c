import { stringOf, type Value } from './values.js';

/** A constant that is put together gets no longer than this: a longer one is no name of anything. */
const MAX_LENGTH = 10_000;

/**
 * What a method of a known string gives when its arguments are known too: `"PYTORCH".lower()`, `"{}-py3".format("1.2")`.
 * Undefined for all that is not understood.
 */
export function callStringMethod(text: string, name: string, args: readonly Value[]): string | undefined {
  const strings = args.map(stringOf);
  const known = strings.filter((each) => each !== undefined);
  if (known.length < strings.length) return undefined;
  const result = apply(text, name, known);
  return result === undefined || result.length > MAX_LENGTH ? undefined : result;
}

function apply(text: string, name: string, args: readonly string[]): string | undefined {
  const [first, second] = args;
  switch (name) {
    case 'lower':
      return args.length === 0 ? text.toLowerCase() : undefined;
    case 'upper':
      return args.length === 0 ? text.toUpperCase() : undefined;
    case 'strip':
      return args.length === 0 ? text.trim() : undefined;
    case 'replace':
      // Python puts the new text between all characters where there is nothing to look for.
      return args.length === 2 && first !== undefined && second !== undefined && first !== ''
        ? text.replaceAll(first, () => second)
        : undefined;
    case 'format':
      return formatted(text, args);
    default:
      return undefined;
  }
}

/** For templates with plain holes, `{}` or `{0}`, of which each one is filled. */
function formatted(template: string, args: readonly string[]): string | undefined {
  let next = 0;
  let isPlain = true;
  const result = template.replace(/\{\{|\}\}|\{(\d*)\}|[{}]/g, (hole, index: string | undefined) => {
    if (hole === '{{' || hole === '}}') return hole[0] ?? '';
    const value = index === undefined ? undefined : args[index === '' ? next++ : Number(index)];
    if (value === undefined) isPlain = false;
    return value ?? '';
  });
  return isPlain ? result : undefined;
}
