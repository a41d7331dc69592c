import { concat, joinText, type Text } from '../data/text.js';
import { type Data, Template, truthOf, Unknown } from '../data/value.js';
import { asText, joinS3 } from './s3-paths.js';
import type { Session } from './session.js';

/**
 * The address that a local path has in S3 after its upload: a path with an extension is a file and gives its name, any other is a
 * folder (whether it exists is not looked up). SDK 2.257.6 session.py:377.
 */
export function uploadUri(session: Session, path: Data, bucket: Data, keyPrefix: Data): Text {
  const place = bucketAndPrefix(session, bucket, keyPrefix);
  const folder = joinText('/', ['s3:/', place.bucket, place.prefix]);
  const name = fileName(path);
  if (name instanceof Unknown) return concat([folder, name]);
  return name === undefined ? folder : joinText('/', [folder, name]);
}

/** A bucket with a prefix of keys: the session's own where none is given. SDK 2.257.6 s3_utils.py `determine_bucket_and_prefix`. */
export function bucketAndPrefix(session: Session, bucket: Data, prefix: Data): { bucket: Text; prefix: Text } {
  if (truthOf(bucket) !== false) return { bucket: asText(bucket), prefix: asText(prefix) };
  const ownBucket = session.default_bucket();
  const ownPrefix = session.default_bucket_prefix;
  // What is unknown for one reason is one hole: a prefix that `**config` may give may be none.
  const isOne = ownPrefix instanceof Unknown && ownPrefix === ownBucket;
  const parts = [isOne ? null : ownPrefix, prefix].filter((part) => truthOf(part) !== false).map(asText);
  return { bucket: asText(ownBucket), prefix: joinS3(parts) };
}

/** The name that a file has; undefined for a folder, unknown where the path may be either. */
function fileName(path: Data): string | Unknown | undefined {
  const text = path instanceof Template ? path.parts.at(-1) : path;
  const isWhole = !(path instanceof Template) || (typeof text === 'string' && text.includes('/'));
  if (path === null) return undefined;
  if (typeof text !== 'string' || !isWhole) return new Unknown('the name of an uploaded file');
  const name = text.slice(text.lastIndexOf('/') + 1);
  const isFile = /[^.]\.[^.]*$/.test(name);
  return isFile ? name : undefined;
}
