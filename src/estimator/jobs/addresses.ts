import { PythonError } from '../../data/errors.js';
import { concat, type Text } from '../../data/text.js';
import { type Data, PyObject, Template, Unknown } from '../../data/value.js';
import { isTrue } from '../conditions.js';
import { asText, joinS3, parseS3Url } from '../s3-paths.js';
import type { Session } from '../session.js';
import { uploadUri } from '../uploads.js';

/**
 * The scheme of an address as Python's `urlparse` reads it, in lower case; empty for a path and for None. Unknown where the
 * beginning of the address is.
 *
 * @throws PythonError `AttributeError` for what is neither a string nor false
 */
export function schemeOf(address: Data): string | Unknown {
  const start = address instanceof Template ? address.parts[0] : address;
  if (start instanceof Unknown) return start;
  if (typeof start !== 'string') {
    if (!(start instanceof PyObject) && isTrue(start))
      throw new PythonError('AttributeError', 'an address is a string');
    return '';
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(start)?.[1];
  if (scheme !== undefined) return scheme.toLowerCase();
  const hole = address instanceof Template && /^[a-z0-9+.-]*$/i.test(start) ? address.parts[1] : undefined;
  return hole instanceof Unknown ? hole : '';
}

/** The last part of the path of an address or a path: `os.path.basename(urlparse(address).path)`. */
export function baseNameOf(address: Data): Text {
  if (typeof address === 'string') {
    const path = address.replace(/^[a-z][a-z0-9+.-]*:(\/\/[^/?#]*)?/i, '').replace(/[?#].*$/s, '');
    return path.slice(path.lastIndexOf('/') + 1);
  }
  if (!(address instanceof Template)) return asText(address);
  const slash = address.parts.findLastIndex((part) => typeof part === 'string' && part.includes('/'));
  const last = address.parts[slash];
  if (typeof last !== 'string') return asText(new Unknown('the name of a file whose path is not known'));
  return concat([last.slice(last.lastIndexOf('/') + 1), ...address.parts.slice(slash + 1)]);
}

/** An address below the default bucket: SDK 2.257.6 s3_utils.py `s3_path_join` of the bucket, its prefix and the parts. */
export function defaultAddress(session: Session, parts: readonly Data[]): Text {
  return concat(['s3://', joinS3([session.default_bucket(), session.default_bucket_prefix, ...parts])]);
}

/** Where a local path arrives that is uploaded to an address: SDK 2.257.6 s3.py `S3Uploader.upload`. */
export function uploadTo(session: Session, path: Data, address: Text): Text {
  const { bucket, key } = parseS3Url(address);
  return uploadUri(session, path, bucket, key);
}
