import { type Data, Dict, numberOf } from '../../data/value.js';
import type { Callable } from './callables.js';

/** `collections.OrderedDict`. */
export class OrderedDict extends Dict {}

/** `collections.defaultdict`: reading a key that is absent makes its item. */
export class DefaultDict extends Dict {
  readonly factory: Callable | undefined;

  constructor(factory?: Callable) {
    super();
    this.factory = factory;
  }
}

/** `collections.Counter`: a key that is absent counts zero. */
export class CounterDict extends Dict {
  /** Keys with their counts, the largest count first; keys of one count in the order in which they came. */
  sorted(): [Data, Data][] {
    return [...this].sort(([, a], [, b]) => (numberOf(b) ?? 0) - (numberOf(a) ?? 0));
  }
}

/** What a dictionary gives for a key that it does not have; undefined for an ordinary one. */
export function missingItem(dict: Dict): Data | undefined {
  if (dict instanceof CounterDict) return 0;
  return dict instanceof DefaultDict ? dict.factory?.call([], new Map()) : undefined;
}
