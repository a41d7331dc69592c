import { type Data, Dict, dictOf, List, Unknown } from '../../../data/value.js';

/** Names of ranges and other things that a tuner adds to a range, for `AutoParameters`. */
export function withAutoParameters(ranges: Data, auto: Data): Data {
  if (auto === null) return ranges;
  const made = ranges instanceof Dict ? new Dict(ranges) : new Dict();
  if (ranges instanceof Unknown) made.open = ranges;
  if (!(auto instanceof Dict)) return made.set('AutoParameters', auto);
  const hints = new List([...auto].map(([Name, ValueHint]) => dictOf({ Name, ValueHint })));
  hints.open = auto.open;
  return made.set('AutoParameters', hints);
}
