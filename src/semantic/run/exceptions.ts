import { PythonError } from '../../data/errors.js';
import { str } from '../../data/text.js';
import { type Data, itemsOf, PyObject } from '../../data/value.js';
import { isType, type PyNode } from '../../python/node.js';
import { bindName } from './assignments.js';
import { evaluate, readName } from './expressions.js';
import { runElse } from './flow.js';
import { ExceptionClass, ExceptionObject, exceptionName } from './functions.js';
import type { Run, Scope } from './state.js';
import { type Outcome, runBlock } from './statements.js';
import { classesOf, UserClass, UserObject } from './user-objects.js';

/** Runs a `try` statement: what it raises for certain goes to its handlers. */
export function runTry(node: PyNode, scope: Scope, run: Run): Outcome {
  const body = node.children.find((child) => child.type === 'block');
  const handlers = node.children.filter((child) => isType(child, 'except_clause', 'except_group_clause'));
  const last = node.children.find((child) => child.type === 'finally_clause')?.children[0];
  let outcome: Outcome;
  try {
    outcome = body === undefined ? undefined : runBlock(body, scope, run);
    if (outcome === undefined) outcome = runElse(node, scope, run);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    const handler = handlers.find((each) => catches(each, error, scope, run));
    if (handler === undefined) {
      if (last !== undefined) runBlock(last, scope, run);
      throw error;
    }
    outcome = runHandler(handler, error, scope, run);
  }
  return (last === undefined ? undefined : runBlock(last, scope, run)) ?? outcome;
}

/** What the program itself raised. */
const objects = new WeakMap<PythonError, Data>();

/** The exception that a handler caught, for a `raise` alone. */
const caught = new WeakMap<Scope, PythonError>();

function runHandler(handler: PyNode, error: PythonError, scope: Scope, run: Run): Outcome {
  const name = handler.children.find((child) => child.type === 'as_pattern')?.children[1]?.text;
  // What Python's own errors say is told here in other words.
  const value = objects.get(error) ?? new ExceptionObject(error.type, undefined);
  objects.set(error, value);
  if (name !== undefined) bindName(name, value, scope, run);
  caught.set(scope, error);
  const block = handler.children.find((child) => child.type === 'block');
  return block === undefined ? undefined : runBlock(block, scope, run);
}

/** Direct bases of Python's own exceptions, where they are not `Exception`. */
const BASES: Readonly<Record<string, string>> = {
  KeyError: 'LookupError',
  FrozenInstanceError: 'AttributeError',
  IndexError: 'LookupError',
  ModuleNotFoundError: 'ImportError',
  JSONDecodeError: 'ValueError',
  UnicodeDecodeError: 'ValueError',
  FileNotFoundError: 'OSError',
  PermissionError: 'OSError',
  ZeroDivisionError: 'ArithmeticError',
  NotImplementedError: 'RuntimeError',
  RecursionError: 'RuntimeError',
  UnboundLocalError: 'NameError',
  ParamValidationError: 'BotoCoreError',
};

/** Exceptions that `except Exception` lets through. */
const OUTSIDE: ReadonlySet<string> = new Set(['SystemExit', 'KeyboardInterrupt', 'GeneratorExit']);

function catches(handler: PyNode, error: PythonError, scope: Scope, run: Run): boolean {
  const [first] = handler.children;
  if (first === undefined || first.type === 'block') return true;
  const written = first.type === 'as_pattern' ? first.children[0] : first;
  if (written === undefined) return true;
  const value =
    written.type === 'identifier' ? readName(written.text, written, scope, run) : evaluate(written, scope, run);
  return (itemsOf(value) ?? [value]).some((each) => matches(each, error));
}

function matches(type: Data, error: PythonError): boolean {
  return isErrorOf(type, classOfError(error));
}

/** Whether a class of exceptions is another, or extends it. */
export function isErrorOf(type: Data, raised: Data): boolean {
  if (type instanceof UserClass)
    return raised instanceof UserClass
      ? classesOf(raised).includes(type)
      : raised instanceof ExceptionClass && type.name === raised.name;
  if (!(type instanceof ExceptionClass)) return false;
  if (type.name === 'BaseException') return true;
  const base =
    raised instanceof UserClass ? exceptionName(raised) : raised instanceof ExceptionClass ? raised.name : undefined;
  for (let at: string | undefined = base; at !== undefined; at = BASES[at]) if (at === type.name) return true;
  return type.name === 'Exception' && base !== undefined && !OUTSIDE.has(base);
}

/** Runs a `raise` statement. @throws PythonError always */
export function runRaise(node: PyNode, scope: Scope, run: Run): Outcome {
  const [written] = node.children;
  const value = written === undefined ? undefined : evaluate(written, scope, run);
  if (value !== undefined) return raiseValue(value, node, run);
  const error = caught.get(scope) ?? errorOf(null);
  if (run.isOwn(node) && !run.raisedAt.has(error)) run.raisedAt.set(error, node);
  throw error;
}

/** Raises an exception that the program has made, or an object of the class that it names. @throws PythonError always */
export function raiseValue(value: Data, node: PyNode, run: Run): never {
  const error = errorOf(madeOf(value));
  if (run.isOwn(node)) run.raisedAt.set(error, node);
  throw error;
}

/** The class of an exception, as `__exit__` gets it. */
export function classOfError(error: PythonError): Data {
  const raised = objects.get(error);
  return raised instanceof UserObject ? raised.type : new ExceptionClass(error.type);
}

/** `raise Trouble` makes an object of the class. */
function madeOf(value: Data): Data {
  return value instanceof UserClass || value instanceof ExceptionClass ? value.call([], new Map()) : value;
}

function errorOf(value: Data): PythonError {
  const text = value instanceof PyObject ? str(value) : '';
  const type = value instanceof UserObject || value instanceof ExceptionObject ? value.className : 'Exception';
  const error = new PythonError(type, typeof text === 'string' ? text : '');
  objects.set(error, value);
  return error;
}
