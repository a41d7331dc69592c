import { calleeOf } from '../python/arguments.js';
import type { PyNode } from '../python/node.js';
import { noteAttribute } from './attributes.js';
import type { EvaluatedArgument } from './facts.js';
import type { Context } from './machine.js';
import { stringOf } from './values.js';

/** `mock.patch.object(X, "name")`, `mocker.patch.object(…)`, `monkeypatch.setattr(X, "name", y)`, `monkeypatch.delattr(…)`. */
const PATCHING = /(?:^|\.)patch\.object$|\.(?:setattr|delattr)$/;

/** Whether a call names an attribute of its first argument by its second, as the patching functions of tests do. */
export function isPatching(call: PyNode): boolean {
  const callee = calleeOf(call);
  return callee?.type === 'attribute' && PATCHING.test(callee.text.slice(-PATCHED_CALLEE));
}

/** The end of a callee that is looked at. */
const PATCHED_CALLEE = 100;

/** Notes the attribute that a patching function names by a string. */
export function notePatched(call: PyNode, list: readonly EvaluatedArgument[], context: Context): void {
  const [object, name] = list;
  const text = name === undefined ? undefined : stringOf(name.value);
  if (object?.index !== 0 || name?.index !== 1 || name.valueNode === undefined || text === undefined) return;
  if (object.value.kind !== 'unknown' && isPatching(call))
    noteAttribute(call, name.valueNode, text, object.value, 'read', undefined, undefined, context);
}
