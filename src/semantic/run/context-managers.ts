import { PythonError } from '../../data/errors.js';
import { type Data, truthOf, Unknown } from '../../data/value.js';
import type { PyNode } from '../../python/node.js';
import { assign } from './assignments.js';
import { Callable } from './callables.js';
import { classOfError } from './exceptions.js';
import { evaluate } from './expressions.js';
import { LibraryObject } from './library-objects.js';
import type { Run, Scope } from './state.js';
import { type Outcome, runBlock } from './statements.js';
import { Stream } from './streams.js';
import { callSpecial, findInClass, UserObject } from './user-objects.js';

/** Runs a `with` statement: enters what stands in it one after the other, then its body, and leaves them. */
export function runWith(node: PyNode, scope: Scope, run: Run): Outcome {
  const items = node.children.flatMap((child) => (child.type === 'with_clause' ? child.children : []));
  const body = node.children.find((child) => child.type === 'block');
  const enter = (index: number): Outcome => {
    const [expression] = items[index]?.children ?? [];
    if (expression === undefined) return body === undefined ? undefined : runBlock(body, scope, run);
    const [written, target] = expression.type === 'as_pattern' ? expression.children : [expression, undefined];
    const manager = written === undefined ? null : evaluate(written, scope, run);
    const goOn = (entered: Data): Outcome => {
      if (target !== undefined) assign(target, entered, scope, run);
      return enter(index + 1);
    };
    return within(manager, goOn);
  };
  return enter(0);
}

function within(manager: Data, body: (entered: Data) => Outcome): Outcome {
  let outcome: Outcome;
  // A generator that serves as a context manager: the body runs where it yields.
  if (manager instanceof Stream) {
    manager.each((entered) => {
      outcome = body(entered);
      return true;
    });
    return outcome;
  }
  const [entry, exit] = [specialOf(manager, '__enter__'), specialOf(manager, '__exit__')];
  try {
    outcome = body(entry?.() ?? manager);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    const isSwallowed = exit?.(classOfError(error), new Unknown('an exception'), null);
    if (isSwallowed === undefined || truthOf(isSwallowed) !== true) throw error;
    return undefined;
  }
  exit?.(null, null, null);
  return outcome;
}

function specialOf(manager: Data, name: string): ((...args: readonly Data[]) => Data) | undefined {
  if (manager instanceof UserObject && findInClass(manager.type, name) !== undefined)
    return (...args) => callSpecial(manager, name, ...args) ?? null;
  const member = manager instanceof LibraryObject ? manager.member(name) : undefined;
  return member instanceof Callable ? (...args) => member.call(args, new Map()) : undefined;
}
