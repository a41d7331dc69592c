import { calleeOf } from '../../python/arguments.js';
import type { PyNode } from '../../python/node.js';
import type { SdkCall } from '../sdk-call.js';

/** The token that names the method of a call; the callee where there is none. */
export function methodName({ node }: SdkCall): PyNode {
  const callee = calleeOf(node);
  return (callee?.type === 'attribute' ? callee.children.at(-1) : callee) ?? node;
}

/** The expression that the method is called on; undefined for a call of something else. */
export function receiverNode({ node }: SdkCall): PyNode | undefined {
  const callee = calleeOf(node);
  return callee?.type === 'attribute' ? callee.children[0] : undefined;
}
