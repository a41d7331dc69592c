import type { PyNode } from '../../python/node.js';
import { quote } from '../../python/strings.js';

/** A string literal in the quotes that the code around uses. */
export function stringLike(value: string, near: PyNode): string {
  return quote(value, (prefersDouble(near.text) ?? prefersDouble(near.document.text) ?? false) ? '"' : "'");
}

/** Whether a text has more `"` than `'`; undefined where it has as many. */
function prefersDouble(text: string): boolean | undefined {
  const double = text.split('"').length;
  const single = text.split("'").length;
  return double === single ? undefined : double > single;
}
