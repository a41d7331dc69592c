import { isType, type PyNode } from '../python/node.js';
import { attributeOf, noteAttribute } from './attributes.js';
import { type Arguments, applyCall, markEscapes, markLost, notePartial } from './calls.js';
import { mergeInto, pinKeys, setEntry, valuesOf } from './dictionaries.js';
import { elementsOf, isTextual, itemOf } from './expressions.js';
import type { EvaluatedArgument } from './facts.js';
import { isVersion, isVersionLookup, SDK_VERSION, tellsVersion } from './guards.js';
import type { Context } from './machine.js';
import { callStringMethod } from './strings.js';
import {
  addItems,
  alternatives,
  type DictValue,
  dict,
  type Foreign,
  join,
  joinAll,
  type MethodValue,
  NONE,
  stringOf,
  unknown,
  type Value,
} from './values.js';

/** Root under which Python's builtins appear among the foreign values. */
export const BUILTIN_PREFIX = 'builtins.';

/** Names that Python itself binds. */
export const BUILTINS: ReadonlySet<string> = new Set(
  (
    'abs aiter all anext any apply ascii basestring bin bool breakpoint buffer bytearray bytes callable chr classmethod cmp coerce compile complex ' +
    'copyright credits delattr dict dir display divmod enumerate eval execfile exit file filter float format frozenset get_ipython getattr ' +
    'globals hasattr hash help hex id input int intern isinstance issubclass iter len license list locals long map max memoryview min next ' +
    'object oct open ord pow print property quit range raw_input reduce reload repr reversed round set setattr slice sorted staticmethod str ' +
    'sum super tuple type unichr unicode vars xrange zip __build_class__ __debug__ __doc__ __file__ __import__ __loader__ __name__ ' +
    '__package__ __spec__ NotImplemented Ellipsis ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup ' +
    'BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ' +
    'ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError Exception ' +
    'ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ' +
    'ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError ' +
    'MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError PendingDeprecationWarning ' +
    'PermissionError ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StandardError ' +
    'StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError ' +
    'UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ' +
    'ValueError Warning WindowsError ZeroDivisionError'
  ).split(' '),
);

/** A builtin as a value. */
export function builtinValue(name: string): Foreign {
  return { kind: 'foreign', path: BUILTIN_PREFIX + name };
}

/** Builtins that look at their arguments without changing or keeping them. */
const HARMLESS = new Set([
  'print',
  'len',
  'repr',
  'str',
  'bool',
  'type',
  'id',
  'isinstance',
  'issubclass',
  'callable',
  'hasattr',
  'display',
  'sorted',
  'any',
  'all',
]);

/** Calls a builtin. */
export function callBuiltin(name: string, args: Arguments, node: PyNode, context: Context): Value {
  const [first, second, third] = args.list.filter((argument) => argument.index !== undefined);
  switch (name) {
    case 'dict': {
      const made = dict(context.machine.keyHolders, args.opaqueKeywords !== undefined);
      if (first !== undefined && !mergePairs(made, first)) mergeInto(made, first.value);
      for (const argument of args.list) {
        if (argument.name !== undefined)
          setEntry(made, argument.name, {
            value: argument.value,
            key: argument.nameNode,
            valueNode: argument.valueNode,
          });
      }
      return made;
    }
    case 'list':
    case 'tuple':
    case 'set':
    case 'sorted':
    case 'reversed':
    case 'iter': {
      const type = name === 'tuple' || name === 'set' ? name : 'list';
      if (name === 'sorted')
        callWithItems(args.list.find((argument) => argument.name === 'key')?.value, first?.value, args, node, context);
      if (first?.value.kind === 'sequence') return { ...first.value, type };
      return {
        kind: 'sequence',
        type,
        items: first === undefined ? [] : [elementsOf(first.value)],
        open: first === undefined ? false : 'repeats',
      };
    }
    case 'enumerate':
      return sequenceOf([unknown('a counter'), first === undefined ? NONE : elementsOf(first.value)]);
    case 'zip':
      return sequenceOf(args.list.map((argument) => elementsOf(argument.value)));
    case 'map': {
      const result = callWithItems(first?.value, second?.value, args, node, context);
      return { kind: 'sequence', type: 'list', items: [result ?? unknown('an item')], open: 'repeats' };
    }
    case 'filter':
      callWithItems(first?.value, second?.value, args, node, context);
      return second === undefined
        ? unknown('the result of filter')
        : { kind: 'sequence', type: 'list', items: [elementsOf(second.value)], open: 'repeats' };
    case 'next':
      return first === undefined ? NONE : elementsOf(first.value);
    case 'super':
      return context.owner !== undefined && context.self !== undefined
        ? { kind: 'super', owner: context.owner, self: context.self }
        : unknown('super() outside a method');
    case 'getattr':
    case 'setattr':
    case 'hasattr':
    case 'delattr':
      if (first?.valueNode !== undefined && second?.valueNode !== undefined) {
        if (name === 'hasattr' && tellsVersion(first.value, stringOf(second.value))) return SDK_VERSION;
        return callAttributeBuiltin(
          name,
          first.value,
          second.value,
          second.valueNode,
          third?.value,
          third?.valueNode,
          node,
          context,
        );
      }
      return unknown(`the result of ${name}`);
    case 'str':
    case 'int':
    case 'float':
      if (first?.value.kind === 'sdk-version') return first.value;
      return name === 'str' && first !== undefined
        ? { kind: 'text', parts: [first.value] }
        : unknown(`the result of ${name}()`);
    default:
      if (!HARMLESS.has(name)) markLost(args);
      return args.list.some((argument) => isVersion(argument.value))
        ? SDK_VERSION
        : { kind: 'foreign', path: `${BUILTIN_PREFIX}${name}()` };
  }
}

/** Calls a function once with what stands for every item. */
function callWithItems(
  callee: Value | undefined,
  items: Value | undefined,
  args: Arguments,
  node: PyNode,
  context: Context,
): Value | undefined {
  const [first] = args.list;
  if (callee === undefined || items === undefined || first === undefined) return undefined;
  const item = {
    ...first,
    index: 0,
    name: undefined,
    nameNode: undefined,
    value: elementsOf(items),
    valueNode: undefined,
    written: undefined,
  };
  const given: Arguments = { list: [item], opaqueKeywords: undefined, opaquePositional: undefined };
  return joinAll(alternatives(callee).map((each) => applyCall(each, given, node, context)));
}

function sequenceOf(parts: readonly Value[]): Value {
  return {
    kind: 'sequence',
    type: 'list',
    items: [{ kind: 'sequence', type: 'tuple', items: [...parts], open: false }],
    open: 'repeats',
  };
}

function callAttributeBuiltin(
  builtin: string,
  object: Value,
  name: Value,
  nameNode: PyNode,
  value: Value | undefined,
  valueNode: PyNode | undefined,
  node: PyNode,
  context: Context,
): Value {
  const access = builtin === 'setattr' ? 'write' : builtin === 'delattr' ? 'delete' : 'read';
  const results: Value[] = [];
  for (const each of alternatives(name)) {
    const text = stringOf(each);
    if (text === undefined) continue;
    noteAttribute(node, nameNode, text, object, access, valueNode, value, context);
    results.push(attributeOf(object, text, context));
  }
  return joinAll(results) ?? unknown('an attribute whose name is not known');
}

/** Foreign callables that hand on what they are given. */
const PASS_THROUGH = new Set(['copy.copy', 'copy.deepcopy', 'contextlib.closing', 'typing.cast']);

/** Whether the value is `functools.partial`, whose call is one of its first argument. */
export function isPartial(callee: Foreign): boolean {
  return callee.path === 'functools.partial' || callee.path === 'functools.partialmethod';
}

/** Calls something of another package. */
export function callForeign(callee: Foreign, args: Arguments, node: PyNode, context: Context): Value {
  const [first, ...rest] = args.list;
  if (isPartial(callee) && first?.index === 0) {
    const list = rest.map((argument) =>
      argument.index === undefined ? argument : { ...argument, index: argument.index - 1 },
    );
    for (const target of alternatives(first.value)) notePartial(target, { ...args, list }, node, context);
    return { kind: 'partial', target: first.value, arguments: list };
  }
  if (PASS_THROUGH.has(callee.path))
    return args.list.find((argument) => argument.index === (callee.path === 'typing.cast' ? 1 : 0))?.value ?? NONE;
  if (isVersionLookup(callee.path, first?.value) || args.list.some((argument) => isVersion(argument.value)))
    return SDK_VERSION;
  // With a default that is text, a variable of the environment is text.
  if (ENVIRONMENT_LOOKUPS.has(callee.path) && args.list.length > 1 && args.list.every(({ value }) => isTextual(value)))
    return { kind: 'text', parts: [{ kind: 'foreign', path: `${callee.path}()` }] };
  if (callee.path === 'collections.OrderedDict') return callBuiltin('dict', args, node, context);
  markLost(args);
  return { kind: 'foreign', path: `${callee.path}()` };
}

/** `dict([("a", 1), ("b", 2)])`, the pairs being written there: a string in each names a key. False for anything else. */
function mergePairs(target: DictValue, { value, valueNode }: EvaluatedArgument): boolean {
  const nodes = isType(valueNode, 'list', 'tuple') ? valueNode.children : undefined;
  const items = value.kind === 'sequence' && !value.open && value.items.length === nodes?.length ? value.items : [];
  const pairs = items.map((item, i) => {
    const node = nodes?.[i];
    const [key, entry] = item.kind === 'sequence' && item.items.length === 2 ? item.items : [];
    const [keyNode, valueAt] = isType(node, 'tuple', 'list') ? node.children : [];
    const name = key === undefined || !isType(keyNode, 'string') ? undefined : stringOf(key);
    return name === undefined || entry === undefined ? undefined : { name, entry, keyNode, valueAt };
  });
  if (pairs.length === 0 || !pairs.every((pair) => pair !== undefined)) return false;
  for (const { name, entry, keyNode, valueAt } of pairs)
    setEntry(target, name, { value: entry, key: keyNode, valueNode: valueAt });
  return true;
}

const ENVIRONMENT_LOOKUPS = new Set(['os.environ.get', 'os.getenv']);

/** Calls a method of a dictionary, list or string. */
export function callMember(receiver: MethodValue['receiver'], name: string, args: Arguments, context: Context): Value {
  const [first, second] = args.list;
  if (receiver.kind === 'dict') return callDictMethod(receiver, name, args, context);
  if (receiver.kind === 'sequence') {
    if ((name === 'append' || name === 'add') && first !== undefined) addItems(receiver, [first.value]);
    else if (name === 'insert' && second !== undefined) addItems(receiver, [second.value]);
    else if ((name === 'extend' || name === 'update') && first !== undefined) {
      if (first.value.kind === 'sequence') addItems(receiver, first.value.items);
      receiver.open = true;
    } else if (name === 'pop') return elementsOf(receiver);
    else if (name === 'copy') return receiver;
    return NONE;
  }
  const text = receiver.kind === 'constant' ? stringOf(receiver) : undefined;
  if (name === 'format') pinKeys(args.list);
  if (name === 'format_map') markEscapes(args);
  const isPositional =
    args.list.every((argument) => argument.index !== undefined) &&
    args.opaquePositional === undefined &&
    args.opaqueKeywords === undefined;
  const result =
    text === undefined || !isPositional
      ? undefined
      : callStringMethod(
          text,
          name,
          args.list.map((argument) => argument.value),
        );
  if (result !== undefined) return { kind: 'constant', value: result };
  if (name === 'format' || name === 'join') return { kind: 'text', parts: args.list.map((argument) => argument.value) };
  if (name === 'split') return { kind: 'sequence', type: 'list', items: [unknown('a part of a string')], open: true };
  return unknown(`the result of ${name}()`);
}

/** `d.pop("k")`, `del d["k"]`: on a way that is not always taken, the key may or may not be there afterwards. */
export function removeKey(target: DictValue, key: string | undefined, context: Context): void {
  if (key === undefined || context.frame.layer.below !== undefined) target.open = true;
  else target.entries.delete(key);
}

function callDictMethod(receiver: DictValue, name: string, args: Arguments, context: Context): Value {
  const [first, second] = args.list;
  switch (name) {
    case 'get':
    case 'pop':
    case 'setdefault': {
      if (first === undefined) return NONE;
      const keyNode = isType(first.valueNode, 'string') ? first.valueNode : undefined;
      const found = itemOf(receiver, first.value, keyNode);
      const key = stringOf(first.value);
      if (name === 'pop') removeKey(receiver, key, context);
      if (name === 'setdefault' && key !== undefined && !receiver.entries.has(key)) {
        setEntry(receiver, key, { value: second?.value ?? NONE, key: keyNode, valueNode: second?.valueNode });
        return second?.value ?? NONE;
      }
      return second === undefined ? found : join(found, second.value);
    }
    case 'update':
      if (first?.index !== undefined) mergeInto(receiver, first.value);
      for (const argument of args.list) {
        if (argument.name !== undefined)
          setEntry(receiver, argument.name, {
            value: argument.value,
            key: argument.nameNode,
            valueNode: argument.valueNode,
          });
      }
      if (args.opaqueKeywords !== undefined) receiver.open = true;
      return NONE;
    case 'copy': {
      const made = dict(receiver.holders);
      mergeInto(made, receiver);
      return made;
    }
    case 'items': {
      const value = valuesOf(receiver) ?? unknown('an item of a dictionary');
      return sequenceOf([elementsOf(receiver), value]);
    }
    case 'values':
      return {
        kind: 'sequence',
        type: 'list',
        items: [valuesOf(receiver) ?? unknown('an item of a dictionary')],
        open: 'repeats',
      };
    case 'keys':
      return { kind: 'sequence', type: 'list', items: [elementsOf(receiver)], open: 'repeats' };
    default:
      return unknown(`the result of ${name}()`);
  }
}
