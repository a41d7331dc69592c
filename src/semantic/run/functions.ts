import { str } from '../../data/text.js';
import { type Data, Dict, isText, List, PyObject, type Template, Tuple, Unknown } from '../../data/value.js';
import { isType, type PyNode } from '../../python/node.js';
import { joinValues } from './branches.js';
import { type CallArguments, Callable, firstOf, raise } from './callables.js';
import { callValue } from './calls.js';
import { evaluate } from './expressions.js';
import { NativeFunction } from './library-objects.js';
import { makeBase, sdkBaseOf } from './members.js';
import { fillRecord, memberByValue } from './records.js';
import { type Run, Scope } from './state.js';
import { type Outcome, runBlock } from './statements.js';
import { Stream } from './streams.js';
import { classesOf, findInClass, specialClassOf, type UserClass, UserFunction, UserObject } from './user-objects.js';

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
  const made = createFunction(node, name, owner, kind, scope, run);
  if (decorators.some((each) => each.endsWith('cached_property'))) made.isKept = true;
  if (decorators.some((each) => REMEMBERING.test(each))) made.results = new Dict();
  return made;
}

/** Decorators that remember what a function has given. */
const REMEMBERING = /^(?:.*\.)?lru_cache$|^(?:functools\.)?cache$/;

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
    if (isGenerator(made.node)) return generatorOf(body, scope, run);
    return returnedOf(runBlock(body, scope, run), scope);
  } finally {
    run.stack.pop();
  }
}

/** What a body gives that has ended so. */
function returnedOf(outcome: Outcome, scope: Scope): Data {
  let value = outcome?.kind === 'return' ? outcome.value : null;
  for (const other of scope.returned)
    value = joinValues(value, other, 'one of the values that the function may return');
  return value;
}

/** A generator, whose body runs when its items are asked for. */
function generatorOf(body: PyNode, scope: Scope, run: Run): Stream {
  const made: Stream = new Stream([], (take) => {
    const doubts = run.conditions.length;
    scope.onYield = (value) => {
      const doubt = run.conditions.length > doubts ? run.conditions.at(-1) : undefined;
      if (doubt !== undefined) made.open = new Unknown(doubt);
      take(value);
    };
    run.stack.push(scope);
    try {
      const outcome = runBlock(body, scope, run);
      made.result = returnedOf(outcome, scope);
    } finally {
      run.stack.pop();
    }
  });
  return made;
}

/** What has a body of its own. */
const INNER: ReadonlySet<string> = new Set(['function_definition', 'lambda', 'class_definition']);

const generators = new WeakMap<PyNode, boolean>();

/** Whether a function has a `yield` of its own. */
function isGenerator(node: PyNode): boolean {
  const known = generators.get(node);
  if (known !== undefined) return known;
  const yields = (at: PyNode): boolean => at.type === 'yield' || (!INNER.has(at.type) && at.children.some(yields));
  const result = (node.children.at(-1)?.children ?? []).some(yields);
  generators.set(node, result);
  return result;
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
  const special = specialClassOf(type);
  if (special?.kind === 'enum') return memberByValue(special, args.positional[0] ?? null);
  const newer = special === undefined ? findInClass(type, '__new__') : undefined;
  const object =
    newer instanceof UserFunction
      ? callValue(newer, { ...args, positional: [type, ...args.positional] }, node, run)
      : new UserObject(type);
  // What is no object of the class is not initialised.
  if (!(object instanceof UserObject) || !classesOf(object.type).includes(type)) return object;
  if (base === undefined && exceptionName(type) !== undefined)
    object.attributes.set('args', new Tuple([...args.positional]));
  const container = containerOf(type);
  if (container !== undefined && object.content === undefined) {
    const held = container.invoke(
      findInClass(type, '__init__') === undefined ? args : { ...args, positional: [], named: new Map() },
    );
    if (held instanceof Dict || held instanceof List) object.content = held;
  }
  const initializer = findInClass(type, '__init__');
  if (initializer instanceof UserFunction)
    callValue(initializer, { ...args, positional: [object, ...args.positional] }, node, run);
  else if (base !== undefined) makeBase(object, base, args, run);
  else if (special !== undefined) fillRecord(object, special, args);
  object.isFinished = true;
  return object;
}

/** The container of Python that a class of the program extends. */
function containerOf(type: UserClass): NativeFunction | undefined {
  return classesOf(type)
    .flatMap((each) => each.bases)
    .find(
      (base): base is NativeFunction =>
        base instanceof NativeFunction && (base.name === 'dict' || base.name === 'list'),
    );
}

/** The exception of Python that a class of the program extends; undefined where it extends none. */
export function exceptionName(type: UserClass): string | undefined {
  for (const each of classesOf(type))
    for (const base of each.bases) if (base instanceof ExceptionClass) return base.name;
  return undefined;
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
    return new ExceptionObject(this.name, isText(message) ? message : message === undefined ? '' : str(message));
  }
}

/** An exception of one of Python's own classes. */
export class ExceptionObject extends PyObject {
  readonly name: string;
  /** What it says; undefined where Python's own words for it are not known. */
  readonly message: string | Template | undefined;

  constructor(name: string, message: string | Template | undefined) {
    super();
    this.name = name;
    this.message = message;
  }

  override get className(): string {
    return this.name;
  }

  get args(): Tuple {
    return new Tuple([this.message ?? new Unknown(`what the ${this.name} says`)]);
  }

  override textForm(isRepr: boolean): string | Template | undefined {
    return isRepr ? undefined : this.message;
  }
}
