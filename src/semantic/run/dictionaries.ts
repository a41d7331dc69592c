import { type Data, Dict, numberOf, View } from '../../data/value.js';
import type { Callable } from './callables.js';

/** `collections.OrderedDict`. */
export class OrderedDict extends Dict {
  override get hasOwnText(): boolean {
    return true;
  }
}

/** `collections.defaultdict`: reading a key that is absent makes its item. */
export class DefaultDict extends OrderedDict {
  readonly factory: Callable | undefined;

  constructor(factory?: Callable) {
    super();
    this.factory = factory;
  }
}

/** `collections.Counter`: a key that is absent counts zero. */
export class CounterDict extends OrderedDict {
  /** Keys with their counts, the largest count first; keys of one count in the order in which they came. */
  sorted(): [Data, Data][] {
    return [...this].sort(([, a], [, b]) => (numberOf(b) ?? 0) - (numberOf(a) ?? 0));
  }
}

/** `collections.deque`: a list that may have room for so many items only. */
export class Deque extends View {
  readonly most: number | undefined;

  constructor(items: readonly Data[], most: number | undefined) {
    super(most === undefined || items.length <= most ? [...items] : items.slice(items.length - most), {
      name: 'deque',
    });
    this.most = most;
  }
}

/** What a dictionary gives for a key that it does not have; undefined for an ordinary one. */
export function missingItem(dict: Dict): Data | undefined {
  if (dict instanceof CounterDict) return 0;
  return dict instanceof DefaultDict ? dict.factory?.call([], new Map()) : undefined;
}
