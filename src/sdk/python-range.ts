/** The oldest Python that any 2.x of the SDK runs on (setup.py at v2.0.0). */
const OLDEST = [3, 6] as const;

/** What the SDK 2.x needs, for messages: 2.257.6 says `Requires-Python: >=3.9` in its metadata. */
export const PYTHON_NEEDED = 'the SDK 2.x needs Python 3.6 or later, 2.257.6 needs 3.9';

/**
 * Whether a range of Python versions begins below what the SDK 2.x runs on. One that names no beginning doesn't say so.
 *
 * @param text as pip, Poetry or conda write it: `>=2.7`, `^2.7 || ^3.6`, `2.7.*`, `=3.5`
 */
export function beginsBelowSdk(text: string): boolean {
  return text.split(/\|\|?/).some((alternative) => {
    const bounds = [
      ...alternative.matchAll(/(===?|~=|>=|>|<=|<|!=|\^|~|=|)\s*(\d+)(?:\.(\d+))?(?:\.[\d*]+)*(?:\.\*)?/g),
    ];
    const lower = bounds.filter(([, operator = '']) => !['<', '<=', '!='].includes(operator));
    // Of several lower bounds the highest counts.
    return lower.length > 0 && lower.every(([, , major, minor]) => isBelow(Number(major), minor));
  });
}

/** `3` alone stands for any 3.x. */
function isBelow(major: number, minor: string | undefined): boolean {
  if (major !== OLDEST[0]) return major < OLDEST[0];
  return minor !== undefined && Number(minor) < OLDEST[1];
}
