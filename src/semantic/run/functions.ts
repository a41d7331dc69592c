import { PythonError } from '../../data/errors.js';
import { type Data, Dict, List, PyObject, Tuple, Unknown } from '../../data/value.js';
import { isType, type PyNode } from '../../python/node.js';
import { joinValues } from './branches.js';
import { callValue } from './calls.js';
import { evaluate } from './expressions.js';
import { findInClass, sdkBaseOf } from './members.js';
import {
  type CallArguments,
  Callable,
  firstOf,
  type Run,
  raise,
  Scope,
  UserClass,
  UserFunction,
  UserObject,
} from './state.js';
import { runBlock } from './statements.js';

/** Calls of the program's own functions inside each other; recursion that goes deeper is not followed. */
const MAX_CALLS = 40;

/** Which method's body a scope belongs to: what `super()` needs. */
const methods = new WeakMap<Scope, { readonly owner: UserClass; readonly self: Data }>();

/** The method that the code of a scope is in. */
export function methodAround(scope: Scope): { readonly owner: UserClass; readonly self: Data } | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const found = methods.get(at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The function that a `def` makes: its defaults are evaluated now. */
export function makeFunction(
  node: PyNode,
  decorators: readonly string[],
  owner: UserClass | undefined,
  scope: Scope,
  run: Run,
): UserFunction {
  const name = node.children.find((child) => child.type === 'identifier')?.text ?? '';
  const kind = decorators.includes('staticmethod')
    ? 'static'
    : decorators.includes('classmethod')
      ? 'class'
      : decorators.some((each) => each === 'property' || each.endsWith('cached_property'))
        ? 'property'
        : 'function';
  return createFunction(node, name, owner, kind, scope, run);
}

/** The function that a `lambda` makes. */
export function makeLambda(node: PyNode, scope: Scope, run: Run): UserFunction {
  return createFunction(node, '<lambda>', undefined, 'function', scope, run);
}

function createFunction(
  node: PyNode,
  name: string,
  owner: UserClass | undefined,
  kind: UserFunction['kind'],
  scope: Scope,
  run: Run,
): UserFunction {
  const defaults = new Map<string, Data>();
  for (const parameter of parametersOf(node)) {
    if (!parameter.type.includes('default')) continue;
    const value = parameter.children.at(-1);
    if (value !== undefined) defaults.set(nameOf(parameter), evaluate(value, scope, run));
  }
  return new UserFunction(node, name, scope, defaults, owner, kind, (made, args) => invoke(made, args, run));
}

function parametersOf(node: PyNode): readonly PyNode[] {
  return node.children.find((child) => isType(child, 'parameters', 'lambda_parameters'))?.children ?? [];
}

function nameOf(parameter: PyNode): string {
  return parameter.type === 'identifier' ? parameter.text : (parameter.children[0]?.text ?? '');
}

function invoke(made: UserFunction, args: CallArguments, run: Run): Data {
  if (run.stack.length > MAX_CALLS) return new Unknown(`the result of ${made.name}(), which calls itself too often`);
  const scope = new Scope('function', made.closure);
  run.stack.push(scope);
  try {
    bindParameters(made, args, scope);
    const [self] = args.positional;
    if (made.owner !== undefined && self !== undefined) methods.set(scope, { owner: made.owner, self });
    const body = made.node.children.at(-1);
    if (body === undefined) return null;
    if (made.node.type === 'lambda') return evaluate(body, scope, run);
    const outcome = runBlock(body, scope, run);
    let value = outcome?.kind === 'return' ? outcome.value : null;
    for (const other of scope.returned)
      value = joinValues(value, other, 'one of the values that the function may return');
    return scope.yielded === undefined ? value : new List(scope.yielded);
  } finally {
    run.stack.pop();
  }
}

/** Binds what a call passes to the names of a function. @throws PythonError as Python would for arguments that don't fit */
function bindParameters(made: UserFunction, args: CallArguments, scope: Scope): void {
  const rest = [...args.positional];
  const named = new Map(args.named);
  let onlyByName = false;
  for (const parameter of parametersOf(made.node)) {
    if (parameter.type === 'keyword_separator' || parameter.text === '*') {
      onlyByName = true;
      continue;
    }
    if (parameter.type === 'positional_separator' || parameter.text === '/') continue;
    const inner = isType(parameter, 'typed_parameter') ? (parameter.children[0] ?? parameter) : parameter;
    if (inner.type === 'list_splat_pattern') {
      scope.names.set(inner.children[0]?.text ?? '', args.open ?? new Tuple(rest.splice(0)));
      onlyByName = true;
      continue;
    }
    if (inner.type === 'dictionary_splat_pattern') {
      const more = new Dict(named);
      more.open = args.open;
      named.clear();
      scope.names.set(inner.children[0]?.text ?? '', more);
      continue;
    }
    const name = nameOf(inner);
    const placed = onlyByName ? undefined : rest.shift();
    const value = firstOf(placed, named.get(name), args.open, made.defaults.get(name));
    named.delete(name);
    if (value === undefined) raise('TypeError', `${made.name}() needs the argument ${name}`);
    scope.names.set(name, value);
  }
  if (rest.length > 0 && args.open === undefined) raise('TypeError', `${made.name}() got too many arguments`);
  const [surplus] = named.keys();
  if (surplus !== undefined) raise('TypeError', `${made.name}() has no parameter ${surplus}`);
}

/** Makes an object of a class of the program. */
export function makeObject(type: UserClass, args: CallArguments, node: PyNode, run: Run): Data {
  const base = sdkBaseOf(type, run);
  if (base === undefined && isException(type)) return new ExceptionObject(type.name);
  const made = new UserObject(type);
  const initializer = findInClass(type, '__init__');
  if (initializer instanceof UserFunction)
    callValue(initializer, { ...args, positional: [made, ...args.positional] }, node, run);
  else if (base !== undefined) {
    const object = run.host.construct(base, args);
    if (object instanceof PyObject) made.base = object;
  } else setFields(made, type, args);
  return made;
}

/** A class without `__init__` gets its fields from its arguments where it is a dataclass or a named tuple. */
function setFields(made: UserObject, type: UserClass, args: CallArguments): void {
  const fields = [...type.scope.names.keys()].filter((name) => !(type.scope.names.get(name) instanceof UserFunction));
  for (const [index, value] of args.positional.entries()) {
    const name = fields[index];
    if (name !== undefined) made.attributes.set(name, value);
  }
  for (const [name, value] of args.named) made.attributes.set(name, value);
}

function isException(type: UserClass): boolean {
  return type.bases.some((base) => base instanceof ExceptionClass || (base instanceof UserClass && isException(base)));
}

/** A class of exceptions: Python's own, by name. */
export class ExceptionClass extends Callable {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  override get className(): string {
    return 'type';
  }

  override invoke({ positional: [message] }: CallArguments): Data {
    return new ExceptionObject(this.name, typeof message === 'string' ? message : '');
  }
}

/** An exception that has been made but not yet raised. */
export class ExceptionObject extends PyObject {
  readonly name: string;
  readonly message: string;

  constructor(name: string, message = '') {
    super();
    this.name = name;
    this.message = message;
  }

  override get className(): string {
    return this.name;
  }

  /** What `raise` throws. */
  asError(): PythonError {
    return new PythonError(this.name, this.message);
  }
}
