import type { Data } from '../data/value.js';
import type { Requests } from './generated/requests.js';

export type { Requests } from './generated/requests.js';

/** An operation whose request has a type: `CreateTrainingJob`. */
export type Operation = keyof Requests;

/**
 * A request, or a part of one, as it is built from what a program gives: the compiler knows which fields there are and which are
 * required; what a program put there may be anything, and is for `validateRequest` to judge.
 */
export type Draft<T> =
  | Data
  | (T extends Date | Uint8Array
      ? never
      : T extends readonly (infer Item)[]
        ? readonly Draft<Item>[]
        : T extends object
          ? { readonly [Name in keyof T]: Draft<Exclude<T[Name], undefined>> | UndefinedOf<T, Name> }
          : never);

type UndefinedOf<T, Name extends keyof T> = undefined extends T[Name] ? undefined : never;

/** The request of an operation as it is built. */
export type DraftOf<Name extends Operation> = Exclude<Draft<Requests[Name]>, Data>;
