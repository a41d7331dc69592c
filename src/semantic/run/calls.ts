import { PythonError } from '../../data/errors.js';
import { type Data, Dict, PyObject, Unknown } from '../../data/value.js';
import { writtenArguments } from '../../python/arguments.js';
import type { PyNode } from '../../python/node.js';
import { type CallArguments, Callable } from './callables.js';
import { evaluate } from './expressions.js';
import { methodAround } from './functions.js';
import { iterate } from './items.js';
import { hand } from './library/text-buffer.js';
import { Foreign } from './library-objects.js';
import { callMember, getMember, ofEither, Super } from './members.js';
import { refuse } from './sdk-symbols.js';
import type { Run, Scope } from './state.js';
import { plainOf, UserClass, UserObject } from './user-objects.js';

/** The value of a call expression. */
export function evaluateCall(node: PyNode, scope: Scope, run: Run): Data {
  const [callee] = node.children;
  if (callee === undefined) return new Unknown('half a call');
  if (callee.type === 'identifier' && callee.text === 'super') return superOf(node, scope, run);
  const target = evaluate(callee, scope, run);
  const args = evaluateArguments(node, scope, run);
  const name = callee.type === 'attribute' ? callee.children[1]?.text : undefined;
  run.step(args.positional.length);
  run.weigh(...args.positional);
  if (target instanceof Unknown && target.values.length === 0 && name !== undefined && SENDS.has(name))
    run.missed.set(run.isOwn(node) ? node : (run.at ?? node), `${name}() of what is ${target.reason}`);
  return callValue(target, args, node, run);
}

/** Methods of the SDK, and of boto3's client, that start jobs, and make, use or delete resources. */
const SENDS: ReadonlySet<string> = new Set(
  [
    'fit deploy transform transformer run predict create_model compile_model compile register',
    'update_endpoint delete_endpoint delete_model create_training_job create_endpoint create_endpoint_config',
    'create_transform_job create_processing_job create_hyper_parameter_tuning_job create_tuning_job auto_ml invoke_endpoint',
  ].flatMap((names) => names.split(' ')),
);

function superOf(node: PyNode, scope: Scope, run: Run): Data {
  const written = writtenArguments(node).map((each) => evaluate(each.value, scope, run));
  const around = methodAround(scope);
  const owner = written[0] instanceof UserClass ? written[0] : around?.owner;
  const self = written[1] ?? around?.self;
  return owner === undefined || self === undefined ? new Unknown('super() outside a method') : new Super(owner, self);
}

/** The values that a call passes, `*x` and `**x` taken apart. */
export function evaluateArguments(node: PyNode, scope: Scope, run: Run): CallArguments {
  const positional: Data[] = [];
  const named = new Map<string, Data>();
  let open: Unknown | undefined;
  let repeated: string | undefined;
  for (const each of writtenArguments(node)) {
    const value =
      each.kind === 'positional' || each.kind === 'keyword'
        ? evaluate(each.value, scope, run)
        : plainOf(evaluate(each.value, scope, run));
    if (each.kind === 'positional') positional.push(value);
    else if (each.kind === 'keyword') named.set(each.nameNode?.text ?? '', value);
    else if (each.kind === 'star') {
      const items = iterate(value);
      if (items instanceof Unknown) open = items;
      else positional.push(...items);
    } else if (value instanceof Dict) {
      for (const [key, item] of value) {
        if (named.has(String(key))) repeated ??= String(key);
        named.set(String(key), item);
      }
      open ??= value.open;
    } else open = value instanceof Unknown ? spreadEither(value, named) : new Unknown('keywords of an object');
  }
  return { positional, named, open, repeated };
}

/**
 * Passes what one of several dictionaries holds: the keys that all of them have. What is not known besides: the other
 * parameters are not the dictionaries themselves.
 */
function spreadEither(either: Unknown, named: Map<string, Data>): Unknown | undefined {
  const { reason, values } = either;
  if (values.length === 0) return either;
  const all = values.filter((value) => value instanceof Dict);
  const [first] = all;
  if (first === undefined || all.length < values.length) return new Unknown(reason);
  let isOpen = all.some((value) => value.open !== undefined || value.size !== first.size);
  for (const [key, item] of first) {
    const items = all.flatMap((value) => value.get(key) ?? []);
    if (items.length < all.length) isOpen = true;
    else named.set(String(key), items.every((other) => Object.is(other, item)) ? item : new Unknown(reason, items));
  }
  return isOpen ? new Unknown(reason) : undefined;
}

/** Calls a value. @param node the call, or what makes Python call it */
export function callValue(target: Data, args: CallArguments, node: PyNode, run: Run): Data {
  if (target instanceof Unknown)
    for (const value of [...args.positional, ...args.named.values()])
      hand(value, `written by what is ${target.reason}`);
  if (target instanceof Foreign && !target.path.startsWith('sagemaker.'))
    return new Unknown(`returned by ${target.path} at ${run.placeOf(node)}`);
  if (target instanceof Unknown && !(target instanceof Foreign)) {
    if (target.values.length > 0)
      return ofEither(target.values, target.reason, (each) => callValue(each, args, node, run), run);
    return new Unknown(target.reason);
  }
  const before = run.at;
  // What another file calls is told where this one calls it.
  run.at = run.isOwn(node) ? node : (before ?? node);
  try {
    if (args.repeated !== undefined)
      refuse(run, 'TypeError', `got multiple values for keyword argument '${args.repeated}'`);
    // What the SDK hands on from another package: `sagemaker.debugger.rule_configs`.
    if (target instanceof Foreign) return run.host.callFunction(target.path, args);
    if (target instanceof Callable) return target.invoke(args);
    if (target instanceof UserObject)
      return (
        callMember(target, '__call__', args.positional, node, run) ??
        new Unknown(`the result of calling an object of class ${target.className}`)
      );
    if (target instanceof PyObject) return callValue(getMember(target, '__call__', node, run), args, node, run);
    return new Unknown('the result of calling what cannot be called');
  } catch (error) {
    if (error instanceof PythonError && run.isOwn(node) && !run.raisedAt.has(error)) run.raisedAt.set(error, node);
    throw error;
  } finally {
    run.at = before;
  }
}
