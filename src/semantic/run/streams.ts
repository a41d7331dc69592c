import { PythonError } from '../../data/errors.js';
import { type Data, PyObject, Unknown } from '../../data/value.js';
import { raise } from './callables.js';
import type { Run } from './state.js';

/** Gives items one by one to whoever takes them. */
type Produce = (take: (item: Data) => void) => void;

/** Items that a generator makes ahead when its items are asked for one by one. */
const MAX_AHEAD = 200;
/** Items beyond which a generator counts as one that does not end. */
const MAX_ITEMS = 1000;

/** Thrown through the code of a generator of which no further item is wanted. */
class Enough extends Error {}

/**
 * What goes through items once: an iterator or a generator. Code that loops over a generator runs inside it, at each `yield`, so
 * that both go on in turns as in Python; for `next()` items are made ahead.
 */
export class Stream extends PyObject {
  /** Items that have been made and not yet taken. */
  items: Data[];
  /** Makes the items that are not there yet; undefined when there are no more, or only unknown ones. */
  produce: Produce | undefined;
  /** Set where the items behind those at hand are unknown. */
  open: Unknown | undefined;
  /** What the generator's body has returned. */
  result: Data | undefined;

  constructor(items: readonly Data[], produce?: Produce) {
    super();
    this.items = [...items];
    this.produce = produce;
  }

  override get className(): string {
    return 'generator';
  }

  /** Takes items one by one until `use` says that it has had enough. */
  each(use: (item: Data) => boolean): void {
    while (this.items.length > 0) {
      const [item] = this.items.splice(0, 1);
      if (item !== undefined && !use(item)) return;
    }
    const { produce } = this;
    this.produce = undefined;
    const enough = new Enough();
    try {
      produce?.((item) => {
        if (!use(item)) throw enough;
      });
    } catch (error) {
      if (error !== enough) throw error;
    }
  }

  /** Takes at most so many items; fewer where there are no more. */
  take(count: number): Data[] {
    this.#fill(count);
    return this.items.splice(0, count);
  }

  /** Takes all items; unknown where they don't end, or not all are known. */
  takeAll(): readonly Data[] | Unknown {
    this.#fill(MAX_ITEMS);
    return this.open ?? this.items.splice(0);
  }

  /** The next item; undefined where there is none. */
  next(): Data | undefined {
    if (this.items.length === 0) this.#fill(MAX_AHEAD);
    const [item] = this.items.splice(0, 1);
    return item ?? (item === undefined ? this.open : item);
  }

  #fill(count: number): void {
    if (this.produce === undefined || this.items.length >= count) return;
    const held = this.items.splice(0);
    const made: Data[] = [];
    this.each((item) => {
      made.push(item);
      return held.length + made.length < count;
    });
    this.items.push(...held, ...made);
    if (this.items.length >= count) this.open ??= new Unknown('an item of a generator that goes on');
  }
}

/** A generator of the evaluator's own: what `itertools.count` gives. */
export function endless(run: Run, item: (index: number) => Data): Stream {
  return new Stream([], (take) => {
    for (let index = 0; ; index += 1) {
      run.step();
      take(item(index));
    }
  });
}

/** What `__next__` gives until it raises `StopIteration`. */
export function streamOf(next: () => Data): Stream {
  return new Stream([], (take) => {
    for (let turn = 0; turn <= MAX_ITEMS; turn += 1) {
      let item: Data;
      try {
        item = next();
      } catch (error) {
        if (error instanceof PythonError && error.type === 'StopIteration') return;
        throw error;
      }
      take(item);
    }
  });
}

/** `next(stream)` and `next(stream, fallback)`. */
export function nextOf(stream: Stream, fallback: Data | undefined): Data {
  const item = stream.next();
  if (item !== undefined) return item;
  return fallback === undefined ? raise('StopIteration', 'nothing is left') : fallback;
}
