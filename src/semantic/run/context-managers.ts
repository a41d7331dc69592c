import { PythonError } from '../../data/errors.js';
import { type Data, truthOf, Unknown } from '../../data/value.js';
import { isType, type PyNode } from '../../python/node.js';
import { assign } from './assignments.js';
import { type CallArguments, Callable } from './callables.js';
import { callValue } from './calls.js';
import { classOfError } from './exceptions.js';
import { evaluate } from './expressions.js';
import { LibraryObject, NativeFunction } from './library-objects.js';
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
    const target = nameAfter(expression);
    const manager = evaluate(expression, scope, run);
    const goOn = (entered: Data): Outcome => {
      if (target !== undefined) assign(target, entered, scope, run);
      return enter(index + 1);
    };
    return within(manager, goOn);
  };
  return enter(0);
}

/** What follows `as`; the grammar binds it closer than `if` and `or`. */
function nameAfter(expression: PyNode): PyNode | undefined {
  if (expression.type === 'as_pattern') return expression.children[1];
  const last = isType(expression, 'conditional_expression', 'boolean_operator')
    ? expression.children.at(-1)
    : undefined;
  return last === undefined ? undefined : nameAfter(last);
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

/** `contextlib.ExitStack()`: what is entered in it is left, the last first, when it is left itself. */
export function exitStack(run: Run): LibraryObject {
  const exits: ((...args: readonly Data[]) => Data)[] = [];
  const leave = (...given: readonly Data[]): Data => {
    let isSwallowed = false;
    for (const exit of exits.splice(0).reverse()) {
      const [type = null, ...rest] = isSwallowed ? [null, null, null] : given;
      if (truthOf(exit(type, ...rest)) === true && type !== null) isSwallowed = true;
    }
    return isSwallowed;
  };
  const methods: Readonly<Record<string, (args: CallArguments) => Data>> = {
    __exit__: ({ positional }) => leave(...positional),
    close: () => {
      leave(null, null, null);
      return null;
    },
    callback: ({ positional: [target = null, ...rest], ...more }) => {
      const { at } = run;
      exits.push(() => {
        if (at !== undefined) callValue(target, { ...more, positional: rest }, at, run);
        return null;
      });
      return target;
    },
    enter_context: ({ positional: [manager = null] }) => {
      const [entry, exit] = [specialOf(manager, '__enter__'), specialOf(manager, '__exit__')];
      if (entry === undefined && exit === undefined) {
        // A generator that is entered here would have to wait for the end of the stack.
        if (manager instanceof Stream && run.at !== undefined)
          run.missed.set(run.at, 'what a generator does in an ExitStack');
        return new Unknown('what is entered in an ExitStack');
      }
      if (exit !== undefined) exits.push(exit);
      return entry?.() ?? manager;
    },
  };
  return new LibraryObject('stack', (name) => {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    return method === undefined ? undefined : new NativeFunction(name, method);
  });
}

function specialOf(manager: Data, name: string): ((...args: readonly Data[]) => Data) | undefined {
  if (manager instanceof UserObject && findInClass(manager.type, name) !== undefined)
    return (...args) => callSpecial(manager, name, ...args) ?? null;
  const member = manager instanceof LibraryObject ? manager.member(name) : undefined;
  return member instanceof Callable ? (...args) => member.call(args, new Map()) : undefined;
}
