import { rename } from '../../edits/builders.js';
import type { Edit } from '../../edits/edit.js';
import type { PyNode } from '../../python/node.js';
import type { DictValue } from '../../semantic/values.js';
import type { BoundArgument } from '../sdk-call.js';

/**
 * The edits that pass an argument under another name, wherever its keyword is written: in the call, or as the key of
 * a dictionary together with every other place that names the key. Undefined where the keyword is written nowhere
 * or the dictionary also goes where it is not followed.
 */
export function renameKeyword(argument: BoundArgument, name: string): readonly Edit[] | undefined {
  return keyTokens(argument)?.map((node) => rename(node, name));
}

/**
 * Every token that spells the keyword of an argument: the one in the call, or all that name the key of the dictionary
 * it comes from. Undefined where it is written nowhere, or the dictionary also goes where it is not followed.
 */
export function keyTokens(argument: BoundArgument): readonly PyNode[] | undefined {
  if (argument.nameNode === undefined || argument.name === undefined) return undefined;
  const nodes = new Set([argument.nameNode]);
  if (argument.dict !== undefined && !collectKeys(argument.dict, argument.name, argument.nameNode, nodes, new Set()))
    return undefined;
  return [...nodes];
}

/** Gathers the tokens that spell a key of the dictionary; false where one of them cannot be followed. */
function collectKeys(from: DictValue, key: string, first: PyNode, nodes: Set<PyNode>, seen: Set<DictValue>): boolean {
  if (seen.has(from)) return true;
  seen.add(from);
  if (from.escapes.length > 0 || from.pinned.has(key)) return false;
  const own = from.entries.get(key)?.key;
  const tokens = from.accesses.filter((access) => access.key === key).map((access) => access.node);
  if (own !== undefined) tokens.push(own);
  for (const node of tokens) {
    // Another file reads the key, or writes it: only the two together can change.
    if (node.document.text !== first.document.text) return false;
    nodes.add(node);
  }
  return tokens.every((token) =>
    [...(from.holders.get(token) ?? [])].every((each) => collectKeys(each, key, first, nodes, seen)),
  );
}
