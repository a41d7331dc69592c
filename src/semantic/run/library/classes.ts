import { type Data, Dict, itemsOf, List, Tuple, Unknown } from '../../../data/value.js';
import { argument, type CallArguments } from '../callables.js';
import { exitStack } from '../context-managers.js';
import { isErrorOf } from '../exceptions.js';
import { makeObject } from '../functions.js';
import { LibraryObject, NativeFunction } from '../library-objects.js';
import { fieldOf, fieldValues, replaceFields } from '../records.js';
import { type Run, Scope } from '../state.js';
import { SpecialBase, specialClassOf, UserClass, UserObject } from '../user-objects.js';
import type { Members } from './index.js';
import { functionsOf } from './standard.js';
import { textBuffer } from './text-buffer.js';

/** A class whose objects are tuples with names: `collections.namedtuple`. */
export function namedTuple(args: CallArguments, run: Run): Data {
  const [name, written] = [args.positional[0], argument(args, 1, 'field_names')];
  const fields = typeof written === 'string' ? written.split(/[\s,]+/).filter((each) => each !== '') : itemsOf(written);
  const names = fields?.filter((each) => typeof each === 'string');
  if (typeof name !== 'string' || names === undefined || names.length !== fields?.length)
    return new Unknown('a class with computed fields');
  const scope = new Scope('class', run.module);
  const defaults = itemsOf(args.named.get('defaults')) ?? [];
  for (const [index, value] of defaults.entries()) {
    const field = names[names.length - defaults.length + index];
    if (field !== undefined) scope.names.set(field, value);
  }
  const made = new UserClass(name, [], scope, (type, given) =>
    run.at === undefined ? new Unknown(`an object of class ${name}`) : makeObject(type, given, run.at, run),
  );
  made.kind = 'tuple';
  made.fields = names;
  return made;
}

function asDict(value: Data): Data {
  const fields = fieldValues(value);
  if (fields !== undefined) return new Dict(fields.map(([name, each]) => [name, asDict(each)]));
  if (value instanceof List) {
    const made = new List(value.items.map(asDict));
    made.open = value.open;
    return made;
  }
  if (value instanceof Tuple) return new Tuple(value.items.map(asDict));
  if (!(value instanceof Dict)) return value;
  const made = new Dict([...value].map(([key, each]) => [key, asDict(each)]));
  made.open = value.open;
  return made;
}

function special(...names: readonly string[]): Members {
  return (name) => (names.includes(name) ? new SpecialBase(name) : undefined);
}

const MODULES: Readonly<Record<string, Members>> = {
  dataclasses: functionsOf({
    field: (args) => fieldOf(args),
    asdict: ({ positional: [object = null] }) =>
      fieldValues(object) === undefined ? new Unknown('the fields of an object') : asDict(object),
    astuple: ({ positional: [object = null] }) => {
      const fields = fieldValues(object);
      return fields === undefined
        ? new Unknown('the fields of an object')
        : new Tuple(fields.map(([, value]) => value));
    },
    fields: ({ positional: [object = null] }) => {
      const type = object instanceof UserObject ? object.type : object;
      const record = type instanceof UserClass ? specialClassOf(type) : undefined;
      if (record?.kind !== 'record') return new Unknown('the fields of an object');
      return new Tuple(
        record.fields.map((name) => new LibraryObject('field', (member) => (member === 'name' ? name : undefined))),
      );
    },
    is_dataclass: ({ positional: [object = null] }) => {
      const type = object instanceof UserObject ? object.type : object;
      return type instanceof UserClass && specialClassOf(type)?.kind === 'record';
    },
    replace: ({ positional: [object = null], named }) => replaceFields(object, named),
  }),
  enum: functionsOf({ auto: () => new LibraryObject('auto', () => undefined) }, special('Enum', 'IntEnum', 'StrEnum')),
  abc: special('ABC'),
  typing: special('NamedTuple'),
  contextlib: functionsOf({
    ExitStack: (_, run) => exitStack(run),
    nullcontext: ({ positional: [value = null] }) =>
      new LibraryObject('context', (name) =>
        name === '__enter__' ? new NativeFunction(name, () => value) : undefined,
      ),
    suppress: ({ positional: types }) =>
      new LibraryObject('context', (name) =>
        name === '__exit__'
          ? new NativeFunction(name, ({ positional: [raised = null] }) => types.some((each) => isErrorOf(each, raised)))
          : undefined,
      ),
  }),
  types: functionsOf({ SimpleNamespace: ({ named }) => namespaceOf(named) }),
  io: functionsOf({ StringIO: ({ positional: [start = ''] }) => textBuffer(start) }),
};

/** `types.SimpleNamespace` and `argparse.Namespace`: an object with these attributes. */
export function namespaceOf(values: ReadonlyMap<string, Data>): LibraryObject {
  const made = new LibraryObject('namespace', () => undefined);
  for (const [name, value] of values) made.attributes.set(name, value);
  return made;
}

/** Modules of Python that make classes, or give `with` something to enter. */
export function classModule(path: string): Members | undefined {
  return Object.hasOwn(MODULES, path) ? MODULES[path] : undefined;
}
