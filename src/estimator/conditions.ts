import { type Data, Dict, truthOf, Unknown } from '../data/value.js';

/** A member that is sent unless its value is None: undefined for None and for what is absent. */
export function unlessNone(value: Data | undefined): Data | undefined {
  return value === null ? undefined : value;
}

/** A member that is sent if its value is true in Python's sense; an unknown value stays, as an unknown member. */
export function ifTrue(value: Data | undefined): Data | undefined {
  return value === undefined || truthOf(value) === false ? undefined : value;
}

/** The one object of a class among the values that something may have; undefined where there is none, or several. */
export function onlyOf<Type extends Data>(
  value: Unknown,
  type: abstract new (...args: never[]) => Type,
): Type | undefined {
  const objects = value.values.filter((each): each is Type => each instanceof type);
  return objects.length === 1 ? objects[0] : undefined;
}

/** A dictionary that was given: an empty one for None, one with unknown content for what is unknown. */
export function dictionaryOf(value: Data | undefined): Dict {
  if (value instanceof Dict) return value;
  const made = new Dict();
  if (value instanceof Unknown) made.open = value;
  return made;
}

/** The reason for which nothing of a dictionary is known, not even whether it has any key; undefined where something is. */
export function unknownAsAWhole(dictionary: Dict): Unknown | undefined {
  const values = [...dictionary.values()];
  return values.every((value) => value instanceof Unknown) ? values[0] : undefined;
}

/** Whether a value is known to be true in Python's sense. */
export function isTrue(value: Data | undefined): boolean {
  return value !== undefined && truthOf(value) === true;
}

/** Whether a value is known to be false in Python's sense; what is absent counts as None. */
export function isFalse(value: Data | undefined): boolean {
  return value === undefined || truthOf(value) === false;
}

/** Python's `first or second`; where the first is unknown, so is the result. */
export function or(first: Data | undefined, second: Data | undefined): Data {
  if (first === undefined || truthOf(first) === false) return second ?? null;
  if (!(first instanceof Unknown) || first.values.length === 0) return first;
  const either = first.values.map((value) => or(value, second));
  const values = either.flatMap((value) => (value instanceof Unknown ? value.values : [value]));
  const isListed = either.every((value) => !(value instanceof Unknown) || value.values.length > 0);
  return new Unknown(first.reason, isListed ? values : []);
}

/** One of two values that a condition chooses; where the condition is unknown, an unknown value that may be either. */
export function choose(condition: boolean | Unknown, whenTrue: Data, whenFalse: Data): Data {
  if (condition === true || Object.is(whenTrue, whenFalse)) return whenTrue;
  if (condition === false) return whenFalse;
  return new Unknown(condition.reason, [whenTrue, whenFalse]);
}

/** An argument, or its default where it is absent: None is not absent. */
export function orDefault(given: Data | undefined, fallback: Data): Data {
  return given === undefined ? fallback : given;
}

/** A member that a condition decides on: sent where it holds, unknown where the condition is. */
export function whereTrue(condition: Data | undefined, make: () => Data): Data | undefined {
  const truth = truthOf(condition ?? null);
  if (truth === false) return undefined;
  return truth === true ? make() : truth;
}

/** A member that is made of a value: not sent for None, unknown where the value is. */
export function whereGiven(value: Data, make: (value: Data) => Data): Data | undefined {
  if (value === null) return undefined;
  return value instanceof Unknown ? value : make(value);
}
