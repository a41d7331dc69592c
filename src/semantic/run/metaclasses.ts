import { type Data, Dict, Tuple } from '../../data/value.js';
import type { PyNode } from '../../python/node.js';
import { raise } from './callables.js';
import { evaluate } from './expressions.js';
import { NativeFunction } from './library-objects.js';
import type { Run, Scope } from './state.js';
import {
  callSpecial,
  classesOf,
  findInClass,
  SpecialBase,
  UserClass,
  UserFunction,
  UserObject,
} from './user-objects.js';

/** The keywords in the head of a class. */
export function keywordsOf(written: readonly PyNode[], scope: Scope, run: Run): Map<string, Data> {
  const keywords = new Map<string, Data>();
  for (const { type, children } of written) {
    const [name, value] = children;
    if (type === 'keyword_argument' && name !== undefined && value !== undefined)
      keywords.set(name.text, evaluate(value, scope, run));
  }
  return keywords;
}

/** The metaclass that a class names, or has from a class that it extends. */
export function metaOf(named: Data | undefined, bases: readonly Data[]): UserClass | undefined {
  if (named instanceof UserClass) return named;
  return bases.flatMap((base) => (base instanceof UserClass ? (base.meta ?? []) : []))[0];
}

/** What a metaclass of the program does with a class whose body has run. */
export function makeByMeta(made: UserClass, meta: UserClass, keywords: ReadonlyMap<string, Data>): void {
  const described: Data[] = [made.name, new Tuple(made.bases), new Dict(made.scope.names)];
  const newer = findInClass(meta, '__new__');
  meta.making = made;
  if (newer instanceof UserFunction) newer.call([meta, ...described], keywords);
  meta.making = undefined;
  const initializer = findInClass(meta, '__init__');
  if (initializer instanceof UserFunction) initializer.call([made, ...described], keywords);
}

/**
 * Tells the descriptors of a class their names, and what the class extends that it is made.
 *
 * @throws PythonError where nothing takes the keywords in the head of the class
 */
export function announceOnce(made: UserClass): (keywords: ReadonlyMap<string, Data>) => void {
  let isDone = false;
  return (keywords) => {
    if (isDone) return;
    isDone = true;
    for (const [name, value] of made.scope.names) callSpecial(value, '__set_name__', made, name);
    const [, ...others] = classesOf(made);
    const owner = others.find((each) => each.scope.names.has('__init_subclass__'));
    const hook = owner?.scope.names.get('__init_subclass__');
    if (hook instanceof UserFunction) hook.call([made], keywords);
    else if (keywords.size > 0 && [made, ...others].every(extendsNothing))
      raise('TypeError', `${made.name}.__init_subclass__() takes no keyword arguments`);
  };
}

function extendsNothing({ bases }: UserClass): boolean {
  return bases.every((base) => base instanceof UserClass || (base instanceof SpecialBase && base.name === 'object'));
}

/** `super().__new__` in a class: a bare object of the class that is handed on, or the class that a metaclass is making. */
export function newOf(self: UserClass): NativeFunction {
  return new NativeFunction('__new__', ({ positional, named }) => {
    const { making } = self;
    if (making === undefined) return new UserObject(positional[0] instanceof UserClass ? positional[0] : self);
    const names = positional[3];
    if (names instanceof Dict) for (const [key, value] of names) making.scope.names.set(String(key), value);
    making.announce?.(named);
    return making;
  });
}
