import type { PyNode } from '../../python/node.js';
import { alternatives, isNone, type Value } from '../../semantic/values.js';
import { headerText } from './serde.js';

/**
 * The expression of a header value as new code at another place: a literal, or a name that means the same there.
 * Undefined where it cannot be moved.
 *
 * @param isNear nothing between the two places can change what a name stands for
 */
export function movedText(node: PyNode, value: Value, isNear: boolean): string | undefined {
  if (node.type === 'string') return node.text.startsWith('f') ? undefined : node.text;
  const constant = value.kind === 'sdk' ? headerText(value) : undefined;
  if (constant !== undefined) return `'${constant}'`;
  return isNear && (node.type === 'identifier' || node.type === 'attribute') ? node.text : undefined;
}

/** Whether the header may be `None`, which v1 took for "no header" and a serializer of v2 refuses. */
export function mayBeNone(value: Value): boolean {
  return alternatives(value).some(isNone);
}
