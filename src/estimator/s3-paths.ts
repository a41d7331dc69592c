import { PythonError } from '../data/errors.js';
import { concat, joinText, type Text } from '../data/text.js';
import { type Data, isText, PyObject, Template, Unknown } from '../data/value.js';

/** SDK 2.257.6 s3_utils.py `s3_path_join`: parts with one slash between them, none at the ends, empty parts left out. */
export function joinS3(parts: readonly (Data | undefined)[], endSlash = false): Text {
  // What is unknown for one reason is one hole: a prefix that `**config` may give may be none.
  const kept = parts
    .filter((part): part is Data => part !== undefined && part !== null && part !== '')
    .filter((part, index, all) => !(part instanceof Unknown && part === all[index - 1]))
    .map(stringOf);
  const text = trimmed(joinText('/', kept));
  return endSlash && text !== '' ? concat([text, '/']) : text;
}

/** Single slashes only, but for those of the scheme; none at the start or the end. */
function trimmed(text: Text): Text {
  if (typeof text === 'string') {
    const [, scheme = '', rest = ''] = /^(s3:\/\/)?(.*)$/s.exec(text) ?? [];
    const path = rest.replace(/\/+/g, '/').replace(/\/$/, '');
    return scheme === '' ? path.replace(/^\//, '') : scheme + path.replace(/^\//, '');
  }
  const last = text.parts.length - 1;
  return concat(
    text.parts.map((part, index) => {
      if (typeof part !== 'string') return part;
      const [, scheme = '', rest = ''] = index === 0 ? (/^(s3:\/\/)?(.*)$/s.exec(part) ?? []) : [part, '', part];
      const single = rest.replace(/\/+/g, '/');
      const started = index === 0 ? single.replace(/^\//, '') : single;
      return scheme + (index === last ? started.replace(/\/$/, '') : started);
    }),
  );
}

/** A bucket and a key. */
export interface S3Place {
  readonly bucket: Text;
  readonly key: Text;
}

/**
 * Bucket and key of an address. SDK 2.257.6 s3_utils.py `parse_s3_url`.
 *
 * @throws PythonError `ValueError` for an address that is known not to be one of S3
 */
export function parseS3Url(url: Data): S3Place {
  const hole = new Template([new Unknown('a part of an address in S3 that is not known')]);
  if (typeof url === 'string') {
    const [, bucket, key = ''] = /^s3:\/\/([^/?#]*)\/*([^?#]*)/i.exec(url) ?? [];
    if (bucket === undefined) throw new PythonError('ValueError', `${url} is no address in S3`);
    return { bucket, key };
  }
  if (!(url instanceof Template)) return { bucket: url instanceof Unknown ? new Template([url]) : hole, key: hole };
  const [first] = url.parts;
  if (typeof first !== 'string') return { bucket: hole, key: hole };
  if (!first.toLowerCase().startsWith('s3://')) throw new PythonError('ValueError', 'an address that is not one of S3');
  return splitTemplate([first.slice(5), ...url.parts.slice(1)]);
}

function splitTemplate(parts: readonly (string | Unknown)[]): S3Place {
  const at = parts.findIndex((part) => typeof part === 'string' && part.includes('/'));
  const part = parts[at];
  if (typeof part !== 'string') return { bucket: concat(parts), key: '' };
  const slash = part.indexOf('/');
  return {
    bucket: concat([...parts.slice(0, at), part.slice(0, slash)]),
    key: concat([part.slice(slash).replace(/^\/+/, ''), ...parts.slice(at + 1)]),
  };
}

/** A part of an address or path, as text. @throws PythonError `TypeError` for what is known to be no string */
export function stringOf(value: Data): Text {
  if (isText(value) || value instanceof Unknown || value instanceof PyObject) return asText(value);
  throw new PythonError('TypeError', 'an address is made of strings');
}

/** A value that must be a string, as text; anything else is one hole. */
export function asText(value: Data): Text {
  if (isText(value)) return value;
  return new Template([value instanceof Unknown ? value : new Unknown('no string')]);
}
