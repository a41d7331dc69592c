/** Levels that a document may be nested; nobody writes more than a dozen. */
const MOST_LEVELS = 200;

/**
 * Whether a YAML text may be nested so deep that its parser, which calls itself for each level, fills the stack. Near its end V8
 * ends the process instead of throwing when a pattern is compiled there, so such a text must not be parsed at all. Every level
 * takes a bracket, a blank of indentation, or an indicator at the start of a line; brackets in strings count as well.
 */
export function isNestedDeep(text: string): boolean {
  let level = 0;
  let head = 0;
  let isHead = true;
  for (const character of text) {
    if (character === '\n') {
      head = 0;
      isHead = true;
      continue;
    }
    if (character === '[' || character === '{') level += 1;
    else if ((character === ']' || character === '}') && level > 0) level -= 1;
    if (isHead && ' -?:!&\t'.includes(character)) head += 1;
    else isHead = false;
    if (level > MOST_LEVELS || head > 2 * MOST_LEVELS) return true;
  }
  return false;
}
