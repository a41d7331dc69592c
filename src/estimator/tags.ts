import { str } from '../data/text.js';
import { type Data, Dict, dictOf, List } from '../data/value.js';
import type { World } from './world.js';

/** Tags as the API takes them: in v2 a dictionary becomes a list of `Key` and `Value`. SDK 2.257.6 utils.py `format_tags`. */
export function formatTags(world: World, tags: Data | undefined): Data {
  if (!(tags instanceof Dict) || world.settings.sdk === 'v1') return tags ?? null;
  const list = new List([...tags].map(([key, value]) => dictOf({ Key: str(key), Value: str(value) })));
  list.open = tags.open;
  return list;
}
