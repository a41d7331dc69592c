import { removeArgument, removeStatement } from '../../edits/builders.js';
import type { Edit } from '../../edits/edit.js';
import { isType, type PyNode } from '../../python/node.js';
import type { Finding } from '../rule.js';
import type { BoundArgument, SdkCall } from '../sdk-call.js';
import { keyTokens } from './arguments.js';

/** The finding for a keyword argument that v2 does without; `why` completes "enable_cloudwatch_metrics …". */
export function removedKeyword(call: SdkCall, argument: BoundArgument, why: string): Finding {
  const at = argument.nameNode ?? argument.written ?? call.node;
  const message = `${argument.parameter ?? ''} ${why}`;
  const edits = removeKeyword(argument);
  if (edits !== undefined) return { at, evidence: call.evidence, message, edits };
  return {
    at,
    evidence: call.evidence,
    message: `${message}: take the key out where the dictionary is made; it goes to other places too`,
  };
}

/**
 * The edits that stop passing a keyword argument: in the call, or where a dictionary gets the key. Undefined where
 * it is written nowhere, the key is also read, or the dictionary also goes where it is not followed.
 */
export function removeKeyword(argument: BoundArgument): readonly Edit[] | undefined {
  const tokens = keyTokens(argument);
  const edits = tokens?.map(removeKey);
  return edits?.every((edit) => edit !== undefined) ? edits : undefined;
}

/** Takes out what a token is the key or keyword of: `a=1`, `'a': 1`, `('a', 1)`, `kw['a'] = 1`. */
function removeKey(token: PyNode): Edit | undefined {
  const { parent } = token;
  if (parent === undefined || parent.children[0] !== token) {
    const assignment = parent?.type === 'subscript' && parent.children[1] === token ? parent.parent : undefined;
    const isStatement =
      isType(assignment, 'assignment') &&
      assignment.children[0] === parent &&
      assignment.children.at(-1)?.type !== 'assignment' &&
      isType(assignment.parent, 'expression_statement', 'block', 'module');
    return isStatement ? removeStatement(token) : undefined;
  }
  // `dict([('a', 1)])`
  const isPair = isType(parent, 'tuple') && isType(parent.parent, 'list');
  return isPair || isType(parent, 'keyword_argument', 'pair') ? removeArgument(parent) : undefined;
}
