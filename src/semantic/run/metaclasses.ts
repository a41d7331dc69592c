import { type Data, Dict, Tuple } from '../../data/value.js';
import type { PyNode } from '../../python/node.js';
import { evaluate } from './expressions.js';
import { NativeFunction } from './library-objects.js';
import type { Run, Scope } from './state.js';
import { findInClass, UserClass, UserFunction, UserObject } from './user-objects.js';

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

/** `super().__new__` in a class: a bare object of the class that is handed on, or the class that a metaclass is making. */
export function newOf(self: UserClass): NativeFunction {
  return new NativeFunction('__new__', ({ positional }) => {
    const { making } = self;
    if (making === undefined) return new UserObject(positional[0] instanceof UserClass ? positional[0] : self);
    const names = positional[3];
    if (names instanceof Dict) for (const [key, value] of names) making.scope.names.set(String(key), value);
    return making;
  });
}
