import { type Data, Dict, itemsOf, List, toJson, Unknown } from '../../data/value.js';

/** SDK 2.257.6 utils.py `_validate_new_tags`: the first tags as they are, those of later calls beside them in a list. */
export function joinTags(old: Data, added: Data): Data {
  if (old === null) return added;
  if (old instanceof Unknown || added instanceof Unknown) return new Unknown('tags of several calls');
  const tags = old instanceof Dict && old.size > 0 ? new List([old]) : old;
  const known = new Set((itemsOf(tags) ?? []).map((tag) => JSON.stringify(toJson(tag))));
  const fresh = added instanceof Dict ? [added] : (itemsOf(added) ?? []);
  if (tags instanceof List) tags.items.push(...fresh.filter((tag) => !known.has(JSON.stringify(toJson(tag)))));
  return tags;
}
