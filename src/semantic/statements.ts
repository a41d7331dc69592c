import { isType, type PyNode } from '../python/node.js';

import { readAttribute } from './attributes.js';
import { removeKey } from './builtins.js';
import { applyBinary, elementsOf, evaluate } from './expressions.js';
import { bind, branch, createFrame, type Frame, lookUp } from './frame.js';
import { annotatedInstance, assignedUnder } from './functions.js';
import { guard, guardAfterReturn, isVersion, SDK_VERSION, versionOf } from './guards.js';
import { runFromImport, runImport } from './imports.js';
import { type Context, mayGoOn } from './machine.js';
import { bindPattern } from './patterns.js';
import { classPathOf } from './sdk-objects.js';
import { assignTo } from './targets.js';
import {
  addItems,
  alternatives,
  type ClassValue,
  type FunctionValue,
  NONE,
  stringOf,
  unknown,
  type Value,
} from './values.js';

/** Runs the statements of a block (or module) in order. */
export function runBlock(block: PyNode, context: Context): void {
  for (const statement of block.children) runStatement(statement, context);
}

/** Runs one statement. */
export function runStatement(node: PyNode, context: Context): void {
  if (!mayGoOn(context.machine)) return;
  context.machine.depth += 1;
  runKind(node, context);
  context.machine.depth -= 1;
}

function runKind(node: PyNode, context: Context): void {
  switch (node.type) {
    case 'expression_statement':
      for (const child of node.children) {
        if (child.type === 'assignment') runAssignment(child, context);
        else if (child.type === 'augmented_assignment') runAugmented(child, context);
        else evaluate(child, context);
      }
      return;
    case 'import_statement':
      runImport(node, context);
      return;
    case 'import_from_statement':
      runFromImport(node, context);
      return;
    case 'future_import_statement':
    case 'pass_statement':
    case 'break_statement':
    case 'continue_statement':
      return;
    case 'if_statement':
      runIf(node, context);
      return;
    case 'for_statement':
      runFor(node, context);
      return;
    case 'while_statement':
      runWhile(node, context);
      return;
    case 'try_statement':
      runTry(node, context);
      return;
    case 'with_statement':
      runWith(node, context);
      return;
    case 'function_definition':
      define(node, false, context);
      return;
    case 'class_definition':
      defineClass(node, context);
      return;
    case 'decorated_definition':
      runDecorated(node, context);
      return;
    case 'return_statement': {
      const values = node.children.map((child) => evaluate(child, context));
      context.returned.push(values[0] ?? NONE);
      return;
    }
    case 'delete_statement':
      for (const child of node.children) deleteTarget(child, context);
      return;
    case 'global_statement':
    case 'nonlocal_statement':
      for (const child of node.children)
        context.frame.elsewhere.set(child.text, ownerOf(node.type, child.text, context));
      return;
    case 'block':
      runBlock(node, context);
      return;
    case 'match_statement':
      runMatch(node, context);
      return;
    case 'ERROR':
      return;
    default:
      for (const child of node.children) {
        if (child.type === 'block' || child.type.endsWith('_clause')) runStatement(child, context);
        else evaluate(child, context);
      }
  }
}

function runAssignment(node: PyNode, context: Context): Value {
  const [target, ...rest] = node.children;
  const annotation = rest.find((child) => child.type === 'type');
  const right = rest.findLast((child) => child.type !== 'type');
  if (target === undefined) return NONE;
  const annotated = annotation === undefined ? undefined : annotatedInstance(annotation, context);
  if (right === undefined) {
    if (annotated !== undefined) assignTo(target, annotated, undefined, context);
    return NONE;
  }
  // In `a = b = x` the inner assignment is the value.
  const value = right.type === 'assignment' ? runAssignment(right, context) : evaluate(right, context);
  assignTo(target, annotated === undefined ? value : assignedUnder(annotated, value), innermost(right), context);
  return value;
}

function innermost(right: PyNode): PyNode {
  const last = right.type === 'assignment' ? right.children.at(-1) : undefined;
  return last === undefined ? right : innermost(last);
}

function runAugmented(node: PyNode, context: Context): void {
  const [target, operator, right] = node.children;
  if (target === undefined || operator === undefined || right === undefined) return;
  const before = evaluate(target, context);
  const value = evaluate(right, context);
  if (before.kind === 'sequence' && value.kind === 'sequence') addItems(before, value.items, value.open);
  else assignTo(target, applyBinary(operator.type.replace('=', ''), before, value), undefined, context);
}

function runIf(node: PyNode, context: Context): void {
  const arms: PyNode[] = [];
  let hasElse = false;
  for (const child of node.children) {
    if (child.type === 'block') arms.push(child);
    else if (child.type === 'elif_clause') {
      const [condition, block] = child.children;
      if (condition !== undefined) testCondition(condition, node, context);
      if (block !== undefined) arms.push(block);
    } else if (child.type === 'else_clause') {
      hasElse = true;
      if (child.children[0] !== undefined) arms.push(child.children[0]);
    } else testCondition(child, node, context);
  }
  branch(
    context.frame,
    arms.map((arm) => () => runBlock(arm, context)),
    !hasElse,
  );
}

function runMatch(node: PyNode, context: Context): void {
  for (const child of node.children) {
    if (child.type === 'block')
      branch(
        context.frame,
        child.children.map((arm) => () => runCase(arm, context)),
        true,
      );
    else testCondition(child, node, context);
  }
}

function runCase(arm: PyNode, context: Context): void {
  for (const child of arm.children) {
    if (child.type === 'case_pattern') bindPattern(child, context);
    else runStatement(child, context);
  }
}

/** A condition on the SDK's version makes the statement serve both versions. */
function testCondition(condition: PyNode, statement: PyNode, context: Context): void {
  const value = evaluate(condition, context);
  if (!isVersion(value)) return;
  guard(statement, context);
  guardAfterReturn(statement, context);
}

function runFor(node: PyNode, context: Context): void {
  const [target, source] = node.children;
  if (target === undefined || source === undefined) return;
  const item = elementsOf(evaluate(source, context));
  runLoop(node, context, () => assignTo(target, item, undefined, context));
}

function runWhile(node: PyNode, context: Context): void {
  runLoop(node, context, () => {
    if (node.children[0] !== undefined) evaluate(node.children[0], context);
  });
}

/** Two turns: the second meets what the first has assigned, as every later turn does. */
function runLoop(node: PyNode, context: Context, start: () => void): void {
  const body = node.children.find((child) => child.type === 'block');
  const otherwise = node.children.find((child) => child.type === 'else_clause');
  const turn = (): void => {
    start();
    if (body !== undefined) runBlock(body, context);
  };
  branch(context.frame, [turn], true);
  if (bindsObject(node, context)) branch(context.frame, [turn], true);
  if (otherwise?.children[0] !== undefined) runBlock(otherwise.children[0], context);
}

/** Whether a name that the loop's body assigns now holds something that a second turn could use. */
function bindsObject(node: PyNode, context: Context): boolean {
  const body = node.children.find((child) => child.type === 'block');
  return (body?.children ?? []).some((statement) => {
    const target = statement.type === 'expression_statement' ? statement.children[0]?.children[0] : undefined;
    if (!isType(target, 'identifier')) return false;
    const value = lookUp(context.frame, target.text);
    return (
      value !== undefined &&
      alternatives(value).some((each) => each.kind === 'instance' || each.kind === 'sdk' || each.kind === 'dict')
    );
  });
}

function runTry(node: PyNode, context: Context): void {
  const body = node.children.find((child) => child.type === 'block');
  const handlers = node.children.filter(
    (child) => child.type === 'except_clause' || child.type === 'except_group_clause',
  );
  const { frame } = context;
  const arms = [
    () => body !== undefined && runBlock(body, context),
    ...handlers.map((handler) => () => runHandler(handler, context)),
  ];
  branch(
    frame,
    arms.map((arm) => () => void arm()),
    false,
  );
  for (const child of node.children) {
    if (child.type === 'else_clause' || child.type === 'finally_clause') runBlock(child.children[0] ?? child, context);
  }
  guardTry(node, handlers, context);
}

function runHandler(handler: PyNode, context: Context): void {
  for (const child of handler.children) {
    if (child.type === 'block') runBlock(child, context);
    else if (child.type === 'as_pattern') runAsPattern(child, unknown('an exception'), context);
    else if (isType(child, 'identifier') && child !== handler.children[0])
      bind(context.frame, child.text, unknown('an exception'));
    else evaluate(child, context);
  }
}

/**
 * A `try … except ImportError` whose arms name what only one version has, one arm each, serves both versions. A flag
 * that the arms set (`IS_V2 = True`) is as good as the version itself.
 */
function guardTry(node: PyNode, handlers: readonly PyNode[], context: Context): void {
  const { facts } = context.machine;
  const body = node.children.find((child) => child.type === 'block');
  const version = body === undefined ? undefined : versionOf(body, facts);
  if (version === undefined) return;
  for (const handler of handlers.filter(catchesImports)) {
    const block = handler.children.at(-1);
    const other = block === undefined ? undefined : versionOf(block, facts);
    if (other !== undefined && other !== version) guard(node, context);
    for (const statement of block?.children ?? []) {
      const assignment = statement.children[0];
      const [target, right] = assignment?.type === 'assignment' ? assignment.children : [];
      if (target?.type === 'identifier' && isType(right, 'true', 'false'))
        bind(context.frame, target.text, SDK_VERSION);
    }
  }
}

function catchesImports(handler: PyNode): boolean {
  const caught = handler.children[0];
  return (
    caught === undefined ||
    caught.type === 'block' ||
    /\b(ImportError|ModuleNotFoundError|AttributeError|Exception)\b/.test(caught.text)
  );
}

function runWith(node: PyNode, context: Context): void {
  for (const child of node.children) {
    if (child.type !== 'with_clause') {
      runStatement(child, context);
      continue;
    }
    for (const item of child.children) {
      const expression = item.children[0];
      if (expression?.type === 'as_pattern') runAsPattern(expression, undefined, context);
      else if (expression !== undefined) evaluate(expression, context);
    }
  }
}

function runAsPattern(node: PyNode, given: Value | undefined, context: Context): void {
  const [expression, target] = node.children;
  const value = expression === undefined ? NONE : evaluate(expression, context);
  // What a generator yields is what a context manager made of it gives.
  if (target !== undefined)
    assignTo(target, given ?? (value.kind === 'sequence' ? elementsOf(value) : value), undefined, context);
}

function runDecorated(node: PyNode, context: Context): void {
  for (const child of node.children) {
    if (child.type === 'decorator') for (const expression of child.children) evaluate(expression, context);
    else if (child.type === 'function_definition') define(child, true, context);
    else runStatement(child, context);
  }
}

function define(node: PyNode, decorated: boolean, context: Context): void {
  const { machine, frame, owner } = context;
  const name = node.children.find((child) => child.type === 'identifier');
  if (name === undefined) return;
  const known = machine.functions.get(node);
  const isMethod = frame.kind === 'class';
  const made: FunctionValue = known ?? {
    kind: 'function',
    node,
    home: machine,
    closure: frame,
    owner: isMethod ? owner : undefined,
    decorated,
    visits: 0,
    result: undefined,
    callSites: new Set(),
  };
  if (known === undefined) machine.functions.set(node, made);
  // Annotations and defaults belong to the frame of the definition.
  for (const parameter of node.children.find((child) => child.type === 'parameters')?.children ?? []) {
    for (const child of parameter.children) if (child.type === 'type') evaluate(child, context);
    if (parameter.type.includes('default')) evaluate(parameter.children.at(-1) ?? parameter, context);
  }
  for (const child of node.children) if (child.type === 'type') evaluate(child, context);
  bind(frame, name.text, made);
}

function defineClass(node: PyNode, context: Context): void {
  const { machine, frame } = context;
  const name = node.children.find((child) => child.type === 'identifier');
  const body = node.children.find((child) => child.type === 'block');
  if (name === undefined) return;
  const written = node.children.find((child) => child.type === 'argument_list')?.children ?? [];
  const bases = written
    .filter((child) => child.type !== 'keyword_argument')
    .flatMap((child) => alternatives(evaluate(child, context)));
  const base = bases.find((each) => classPathOf(each) !== undefined);
  const known = machine.classes.get(node);
  const made: ClassValue = known ?? {
    kind: 'class',
    name: name.text,
    node,
    home: machine,
    bases,
    classPath: (base === undefined ? undefined : classPathOf(base)) ?? '',
    evidence: base?.kind === 'sdk' || base?.kind === 'class' ? base.evidence : 'import',
    frame: createFrame('class', frame),
    self: undefined,
  };
  if (known === undefined) machine.classes.set(node, made);
  bind(frame, name.text, made);
  if (body !== undefined)
    runBlock(body, { machine, frame: made.frame, owner: made, self: undefined, returned: [], yielded: [] });
}

function deleteTarget(node: PyNode, context: Context): void {
  if (node.type === 'attribute') readAttribute(node, context, 'delete');
  else if (node.type === 'subscript') {
    const [object, key] = node.children.map((child) => evaluate(child, context));
    evaluate(node, context);
    for (const each of object === undefined ? [] : alternatives(object)) {
      if (each.kind === 'dict') removeKey(each, key === undefined ? undefined : stringOf(key), context);
    }
  } else if (node.type !== 'identifier') for (const child of node.children) deleteTarget(child, context);
}

function ownerOf(statement: string, name: string, context: Context): Frame {
  if (statement === 'global_statement') return context.machine.module;
  for (let frame = context.frame.outer; frame !== undefined; frame = frame.outer) {
    if (frame.kind === 'function' && lookUp({ ...frame, outer: undefined }, name) !== undefined) return frame;
  }
  return context.machine.module;
}
