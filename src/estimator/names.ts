import { PythonError } from '../data/errors.js';
import { concat, type Text } from '../data/text.js';
import { Bytes, type Data, isText, List, PyObject, Template, Tuple, Unknown } from '../data/value.js';
import type { World } from './world.js';

/** What `uuid.uuid4()` gives: chance stands still as the clock does. */
export const UUID4 = '00000000-0000-4000-8000-000000000000';

/** Names of jobs, models and endpoints have at most this many characters. */
const MAX_LENGTH = 63;

/** SDK 2.257.6 utils.py:141 `name_from_base`: the base, cut to leave room, and a time stamp. */
export function nameFromBase(world: World, base: Data, maxLength = MAX_LENGTH, short = false): Text {
  const stamp = short ? shortTimestamp(world) : timestamp(world);
  return concat([start(base, maxLength - stamp.length - 1), '-', stamp]);
}

/** SDK 2.257.6 utils.py:129 `name_from_image`. */
export function nameFromImage(world: World, image: Data, maxLength = MAX_LENGTH): Text {
  return nameFromBase(world, baseNameFromImage(image), maxLength);
}

/** SDK 2.257.6 utils.py:179 `unique_name_from_base`: a base with the seconds since 1970 and four digits of chance. */
export function uniqueNameFromBase(world: World, base: Data, maxLength = MAX_LENGTH): Text {
  const seconds = String(Math.floor(world.settings.now / 1000));
  return concat([start(base, maxLength - 2 - seconds.length - 4), '-', seconds, '-0000']);
}

/** SDK 2.257.6 utils.py:162 `unique_name_from_base_uuid4`. */
export function uniqueNameFromBaseUuid4(base: Data, maxLength = MAX_LENGTH): Text {
  return concat([start(base, maxLength - UUID4.length - 1), '-', UUID4]);
}

/** SDK 2.257.6 utils.py:189 `base_name_from_image`: `123.dkr.ecr.us-west-2.amazonaws.com/kmeans:1` → `kmeans`. */
export function baseNameFromImage(image: Data): Text {
  if (typeof image === 'string') return /^(?:.+\/)?([^:/]+)(?::[^:]+)?$/.exec(image)?.[1] ?? image;
  if (image instanceof Template) return baseNameOfTemplate(image);
  if (image instanceof Unknown) return new Template([image]);
  if (!(image instanceof PyObject)) throw new PythonError('TypeError', 'an image is no string');
  return new Template([new Unknown('the name of an image')]);
}

/** What follows the last slash, up to the colon of the tag; without a slash a leading hole may be a whole address. */
function baseNameOfTemplate(image: Template): Text {
  const slash = image.parts.findLastIndex((part) => typeof part === 'string' && part.includes('/'));
  const [first, ...rest] = image.parts.slice(Math.max(slash, 0));
  if (typeof first !== 'string') return new Template([new Unknown('the name of an image')]);
  const name: (string | Unknown)[] = [];
  for (const part of [first.slice(first.lastIndexOf('/') + 1), ...rest]) {
    const colon = typeof part === 'string' ? part.indexOf(':') : -1;
    name.push(typeof part === 'string' && colon >= 0 ? part.slice(0, colon) : part);
    if (colon >= 0) break;
  }
  return concat(name);
}

/** SDK 2.257.6 utils.py:215 `base_from_name`: a name without the stamp that `name_from_base` gave it. */
export function baseFromName(name: Data): Text {
  const stamp = /^(.+)-(\d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}-\d{3}|\d{6}-\d{4})/;
  if (typeof name === 'string') return stamp.exec(name)?.[1] ?? name;
  if (!(name instanceof Template)) return new Template([name instanceof Unknown ? name : new Unknown('a name')]);
  const last = name.parts.at(-1);
  const cut =
    typeof last === 'string' ? last.replace(/-(\d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}-\d{3}|\d{6}-\d{4})$/, '') : last;
  return concat([...name.parts.slice(0, -1), ...(cut === undefined ? [] : [cut])]);
}

/** SDK 2.257.6 utils.py:230 `sagemaker_timestamp`: `2020-01-01-00-00-00-000`. */
export function timestamp(world: World): string {
  return new Date(world.settings.now).toISOString().replace(/[T:.]/g, '-').slice(0, 23);
}

/** SDK 2.257.6 utils.py:237 `sagemaker_short_timestamp`: `200101-0000`. */
export function shortTimestamp(world: World): string {
  const digits = new Date(world.settings.now).toISOString().replace(/\D/g, '');
  return `${digits.slice(2, 8)}-${digits.slice(8, 12)}`;
}

/** The first characters of a base; of one with a hole all that follows the hole may be cut off, and belongs to the hole. */
function start(base: Data, length: number): Text {
  if (typeof base === 'string') return base.slice(0, length);
  if (isText(base)) {
    const [first, second] = base.parts;
    if (typeof first !== 'string') return new Template(first === undefined ? [] : [first]);
    return first.length >= length || second === undefined ? first.slice(0, length) : new Template([first, second]);
  }
  if (base instanceof Unknown) return new Template([base]);
  const isSliceable =
    base instanceof List || base instanceof Tuple || base instanceof Bytes || base instanceof PyObject;
  if (!isSliceable) throw new PythonError('TypeError', 'a name is made of a string');
  return new Template([new Unknown('the base of a name')]);
}
