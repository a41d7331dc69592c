import { PythonError } from '../../data/errors.js';
import { str } from '../../data/text.js';
import { type Data, isText, Unknown } from '../../data/value.js';

/**
 * Whether a version is at least another, as `packaging.version` orders releases.
 *
 * @throws PythonError `InvalidVersion` for None and for what is no version
 */
export function isAtLeast(version: Data, lowest: string): boolean | Unknown {
  if (version instanceof Unknown) return version;
  if (typeof version !== 'string') {
    if (version === null || typeof version === 'number')
      throw new PythonError('InvalidVersion', 'the version is no string');
    const text = str(version);
    return new Unknown(`the version ${typeof text === 'string' ? text : 'with holes'}`);
  }
  const found = partsOf(version);
  if (found === undefined) throw new PythonError('InvalidVersion', `${version} is no version`);
  const wanted = partsOf(lowest) ?? [];
  for (let at = 0; at < Math.max(found.length, wanted.length); at += 1) {
    const difference = (found[at] ?? 0) - (wanted[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/**
 * A version as `image_uris.retrieve` of 2.257.6 looks it up: a number equals none of the versions, which are strings, whatever it
 * looks like. 1.72.0 writes it into the tag.
 */
export function lookedUp(version: Data, isV1: boolean): Data {
  if (isV1 || version === null || isText(version) || version instanceof Unknown) return version;
  const text = str(version);
  return typeof text === 'string' ? `${text} (no string)` : version;
}

/** The numbers of a release; what follows them (`rc1`, `-1`) decides nothing here. */
function partsOf(version: string): number[] | undefined {
  const release = /^v?(\d+(?:\.\d+)*)(?:[-._]?(?:a|b|rc|alpha|beta|post|dev)?\d*)*(?:\+[a-z\d.]+)?$/i.exec(
    version,
  )?.[1];
  return release?.split('.').map(Number);
}
