import { str } from '../../data/text.js';
import { type Data, Dict, List, truthOf, Unknown } from '../../data/value.js';
import { dottedName } from '../../python/arguments.js';
import type { PyNode } from '../../python/node.js';
import { assign, bindName, deleteItem } from './assignments.js';
import { callValue, evaluateArguments } from './calls.js';
import { runWith } from './context-managers.js';
import { raiseValue, runRaise, runTry } from './exceptions.js';
import { evaluate, subscriptKey } from './expressions.js';
import { runFor, runIf, runMatch, runWhile } from './flow.js';
import { ExceptionObject, makeFunction, makeObject } from './functions.js';
import { runFromImport, runImport } from './imports.js';
import { iterate } from './items.js';
import { LibraryObject } from './library-objects.js';
import { announceOnce, keywordsOf, makeByMeta, metaOf } from './metaclasses.js';
import { binary } from './operators.js';
import { FieldOnly, finishClass, makeDataclass } from './records.js';
import { moduleOf, type Run, Scope } from './state.js';
import { UserClass, UserFunction, UserObject } from './user-objects.js';

/** How a statement ends where it doesn't simply go on. */
export type Outcome =
  | undefined
  | { readonly kind: 'return'; readonly value: Data }
  | { readonly kind: 'break' }
  | { readonly kind: 'continue' };

/** Runs the statements of a block (or module) in order. */
export function runBlock(block: PyNode, scope: Scope, run: Run): Outcome {
  for (const statement of block.children) {
    const outcome = runStatement(statement, scope, run);
    if (outcome !== undefined) return outcome;
  }
  return undefined;
}

/** Runs one statement. @throws PythonError what the statement raises */
export function runStatement(node: PyNode, scope: Scope, run: Run): Outcome {
  run.step();
  if (!run.enter()) return undefined;
  try {
    return runKind(node, scope, run);
  } finally {
    run.leave();
  }
}

function runKind(node: PyNode, scope: Scope, run: Run): Outcome {
  switch (node.type) {
    case 'expression_statement':
      for (const child of node.children) {
        if (child.type === 'assignment') runAssignment(child, scope, run);
        else if (child.type === 'augmented_assignment') runAugmented(child, scope, run);
        else evaluate(child, scope, run);
      }
      return undefined;
    case 'import_statement':
      runImport(node, scope, run);
      return undefined;
    case 'import_from_statement':
      runFromImport(node, scope, run);
      return undefined;
    case 'if_statement':
      return runIf(node, scope, run);
    case 'for_statement':
      return runFor(node, scope, run);
    case 'while_statement':
      return runWhile(node, scope, run);
    case 'try_statement':
      return runTry(node, scope, run);
    case 'with_statement':
      return runWith(node, scope, run);
    case 'function_definition':
      bindName(nameOf(node), makeFunction(node, [], classAround(scope), scope, run), scope, run);
      return undefined;
    case 'class_definition':
      bindName(nameOf(node), makeClass(node, scope, run), scope, run);
      return undefined;
    case 'decorated_definition':
      runDecorated(node, scope, run);
      return undefined;
    case 'return_statement':
      return { kind: 'return', value: node.children[0] === undefined ? null : evaluate(node.children[0], scope, run) };
    case 'break_statement':
      return { kind: 'break' };
    case 'continue_statement':
      return { kind: 'continue' };
    case 'raise_statement':
      return runRaise(node, scope, run);
    case 'assert_statement': {
      const [condition, message] = node.children;
      if (condition === undefined || truthOf(evaluate(condition, scope, run)) !== false) return undefined;
      return raiseValue(
        new ExceptionObject('AssertionError', message === undefined ? '' : str(evaluate(message, scope, run))),
        node,
        run,
      );
    }
    case 'delete_statement':
      for (const child of node.children) runDelete(child, scope, run);
      return undefined;
    case 'global_statement':
      for (const child of node.children) scope.elsewhere.set(child.text, moduleOf(scope));
      return undefined;
    case 'nonlocal_statement':
      for (const child of node.children) scope.elsewhere.set(child.text, ownerOf(child.text, scope));
      return undefined;
    case 'block':
      return runBlock(node, scope, run);
    case 'match_statement':
      return runMatch(node, scope, run);
    case 'print_statement':
    case 'exec_statement':
      for (const child of node.children) evaluate(child, scope, run);
      return undefined;
    default:
      // What does not parse, `pass` and the like change nothing that a job could notice.
      return undefined;
  }
}

function nameOf(node: PyNode): string {
  return node.children.find((child) => child.type === 'identifier')?.text ?? '';
}

/** The class whose body a scope is. */
const classes = new WeakMap<Scope, UserClass>();

function classAround(scope: Scope): UserClass | undefined {
  return classes.get(scope);
}

function ownerOf(name: string, scope: Scope): Scope {
  for (let at = scope.outer; at !== undefined; at = at.outer)
    if (at.kind === 'function' && at.names.has(name)) return at;
  return scope;
}

function runAssignment(node: PyNode, scope: Scope, run: Run): Data {
  const [target, ...rest] = node.children;
  const right = rest.findLast((child) => child.type !== 'type');
  if (target === undefined) return null;
  if (scope.kind === 'class' && rest.some((child) => child.type === 'type') && !/\bClassVar\b/.test(node.text))
    scope.annotated.push(target.text);
  if (scope.kind === 'class' && rest.some((child) => child.type === 'type' && /\bInitVar\b/.test(child.text)))
    scope.initOnly.add(target.text);
  if (right === undefined) {
    // `name: type` in a class body declares a field.
    if (scope.kind === 'class') bindName(target.text, new FieldOnly(`the field ${target.text}`), scope, run);
    return null;
  }
  const value = right.type === 'assignment' ? runAssignment(right, scope, run) : evaluate(right, scope, run);
  assign(target, value, scope, run);
  return value;
}

function runAugmented(node: PyNode, scope: Scope, run: Run): void {
  const [target, operator, right] = node.children;
  if (target === undefined || operator === undefined || right === undefined) return;
  const before = evaluate(target, scope, run);
  const value = evaluate(right, scope, run);
  const sign = operator.type.replace(/=$/, '');
  // `+=` on a list and `|=` on a dictionary or set change it in place.
  if (sign === '+' && before instanceof List) {
    const items = iterate(value);
    if (items instanceof Unknown) before.open ??= items;
    else before.add(...items);
  } else if (sign === '|' && before instanceof Dict && value instanceof Dict) before.merge(value);
  else assign(target, binary(sign, before, value), scope, run);
}

function runDecorated(node: PyNode, scope: Scope, run: Run): void {
  const decorators = node.children.filter((child) => child.type === 'decorator').flatMap((child) => child.children);
  const definition = node.children.at(-1);
  if (definition === undefined) return;
  const names = decorators.map((each) => dottedName(each.type === 'call' ? (each.children[0] ?? each) : each) ?? '');
  // `@name.setter` gives the property of that name its other half.
  const half = names.length === 1 && /\.(?:setter|deleter)$/.test(names[0] ?? '') ? names[0] : undefined;
  const property = half?.startsWith(`${nameOf(definition)}.`) ? scope.names.get(nameOf(definition)) : undefined;
  if (property instanceof UserFunction && property.kind === 'property') {
    if (half?.endsWith('.setter')) property.setter = makeFunction(definition, [], classAround(scope), scope, run);
    return;
  }
  const made =
    definition.type === 'class_definition'
      ? makeClass(definition, scope, run)
      : makeFunction(definition, names, classAround(scope), scope, run);
  const record = decorators[names.findIndex((name) => /(?:^|\.)dataclass$/.test(name))];
  if (made instanceof UserClass && record !== undefined) {
    const options = record.type === 'call' ? evaluateArguments(record, scope, run).named : new Map<string, Data>();
    makeDataclass(made, { isFrozen: options.get('frozen') === true, isOrdered: options.get('order') === true });
  }
  // A decorator of another package may do anything; those that are known leave the function what it is.
  const isKnown = names.every((name) =>
    /^(?:staticmethod|classmethod|property|.*cached_property|.*dataclass|.*contextmanager|.*lru_cache|(?:functools\.)?cache|abc\..*|abstractmethod)$/.test(
      name,
    ),
  );
  bindName(nameOf(definition), isKnown ? made : decorate(made, decorators, scope, run), scope, run);
}

function decorate(made: Data, decorators: readonly PyNode[], scope: Scope, run: Run): Data {
  let value = made;
  for (const decorator of decorators.toReversed()) {
    const applied = evaluate(decorator, scope, run);
    if (applied instanceof Unknown) continue;
    value = callValue(applied, { positional: [value], named: new Map(), open: undefined }, decorator, run);
  }
  return value;
}

function makeClass(node: PyNode, scope: Scope, run: Run): UserClass {
  const written = node.children.find((child) => child.type === 'argument_list')?.children ?? [];
  const bases = written
    .filter((child) => child.type !== 'keyword_argument')
    .map((child) => evaluate(child, scope, run));
  const keywords = keywordsOf(written, scope, run);
  const body = new Scope('class', scope);
  const made = new UserClass(nameOf(node), bases, body, (type, args) => makeObject(type, args, run.at ?? node, run));
  classes.set(body, made);
  const block = node.children.find((child) => child.type === 'block');
  run.stack.push(body);
  try {
    if (block !== undefined) runBlock(block, body, run);
  } finally {
    run.stack.pop();
  }
  finishClass(made, body);
  const more = new Map([...keywords].filter(([name]) => name !== 'metaclass'));
  made.meta = metaOf(keywords.get('metaclass'), bases);
  made.announce = announceOnce(made);
  if (made.meta !== undefined) makeByMeta(made, made.meta, more);
  // A metaclass of another package takes keywords as it likes.
  if (made.meta !== undefined || !keywords.has('metaclass')) made.announce(more);
  return made;
}

function runDelete(node: PyNode, scope: Scope, run: Run): void {
  if (node.type === 'identifier') (scope.elsewhere.get(node.text) ?? scope).names.delete(node.text);
  else if (node.type === 'subscript') {
    const [object] = node.children;
    const owner = object === undefined ? null : evaluate(object, scope, run);
    const key = subscriptKey(node, scope, run);
    if (key !== undefined) deleteItem(owner, key);
  } else if (node.type === 'attribute') {
    const [target, name] = node.children;
    const object = target === undefined ? null : evaluate(target, scope, run);
    if (name !== undefined && (object instanceof UserObject || object instanceof LibraryObject))
      object.attributes.delete(name.text);
  } else for (const child of node.children) runDelete(child, scope, run);
}
