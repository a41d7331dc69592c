import { concat, joinText, type Text } from '../data/text.js';
import { type Data, isText, Template, truthOf, Unknown } from '../data/value.js';
import type { Session } from './session.js';

/**
 * The address that a local path has in S3 after its upload: a path with an extension is a file and gives its name, any other is a
 * folder (whether it exists is not looked up). SDK 2.257.6 session.py:377.
 */
export function uploadUri(session: Session, path: Data, bucket: Data, keyPrefix: Data): Text {
  const place = bucketAndPrefix(session, bucket, keyPrefix);
  const name = fileName(path);
  return joinText('/', ['s3:/', place.bucket, place.prefix, ...(name === undefined ? [] : [name])]);
}

/** A bucket with a prefix of keys: the session's own where none is given. SDK 2.257.6 s3_utils.py `determine_bucket_and_prefix`. */
export function bucketAndPrefix(session: Session, bucket: Data, prefix: Data): { bucket: Text; prefix: Text } {
  if (truthOf(bucket) !== false) return { bucket: asText(bucket), prefix: asText(prefix) };
  const parts = [session.default_bucket_prefix, prefix].filter((part) => truthOf(part) !== false).map(asText);
  return { bucket: asText(session.default_bucket()), prefix: joinS3(parts) };
}

/** SDK 2.257.6 s3_utils.py `s3_path_join`: parts with one slash between them, none at the ends, empty parts left out. */
export function joinS3(parts: readonly (Data | undefined)[]): Text {
  const kept = parts.filter((part): part is Data => part !== undefined && part !== null && part !== '').map(asText);
  const joined = joinText('/', kept);
  if (typeof joined !== 'string') return joined;
  const [, scheme = '', rest = ''] = /^(s3:\/\/)?(.*)$/s.exec(joined) ?? [];
  return scheme + rest.replace(/\/+/g, '/').replace(/^\/|\/$/g, '');
}

/** A value that must be a string, as text; anything else that is known is one hole too. */
export function asText(value: Data): Text {
  if (isText(value)) return value;
  return new Template([value instanceof Unknown ? value : new Unknown('no string')]);
}

function fileName(path: Data): Text | undefined {
  const text = path instanceof Template ? path.parts.at(-1) : path;
  if (typeof text !== 'string')
    return path === null ? undefined : concat([new Unknown('the name of an uploaded file')]);
  const name = text.slice(text.lastIndexOf('/') + 1);
  const isFile = /[^.]\.[^.]*$/.test(name);
  return isFile ? name : undefined;
}
