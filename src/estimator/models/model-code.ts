import { PythonError } from '../../data/errors.js';
import { concat, joinText, type Text } from '../../data/text.js';
import { type Data, isText, PyObject, Template, Unknown } from '../../data/value.js';
import { choose, isFalse, or } from '../conditions.js';
import { nameFromImage } from '../names.js';
import { asText, joinS3, stringOf } from '../s3-paths.js';
import type { Session } from '../session.js';
import { bucketAndPrefix } from '../uploads.js';

/** What a model's container reads: uploaded code, and the model that was packed anew with the code in it. */
export interface ModelCode {
  /** None where nothing was uploaded. */
  readonly s3Prefix: Data;
  readonly scriptName: Data;
  /** None unless the model was packed anew. */
  readonly modelData: Data;
}

/** A model with code, as far as its upload goes. */
export interface CodedModel {
  readonly sagemaker_session: Session;
  readonly entry_point: Data;
  readonly source_dir: Data;
  readonly model_data: Data;
  readonly bucket: Data;
}

/**
 * The prefix of a model's keys in the bucket: its name, or one made of the image. SDK 2.257.6 fw_utils.py:597, 1.72.0
 * fw_utils.py:579 `model_code_key_prefix`.
 */
export function codeKeyPrefix(session: Session, keyPrefix: Data, name: Data, image: Data): Text {
  const { world, isV1 } = session;
  const parts = [keyPrefix, or(name, nameFromImage(world, image))].filter((part) => !isFalse(part));
  return isV1 ? joinText('/', parts.map(stringOf)) : joinS3(parts);
}

/** Uploads code, beside the model or packed into it. SDK 2.257.6 model.py:771, 1.72.0 model.py:902 `_upload_code`. */
export function uploadCode(model: CodedModel, prefix: Text, repack: boolean | Unknown): ModelCode {
  const { isV1 } = model.sagemaker_session;
  const doubt = doubtOf(model.model_data) ?? (isV1 ? undefined : doubtOfScript(model.entry_point));
  const condition = repack === true ? (doubt ?? true) : repack;
  if (!(condition instanceof Unknown)) return uploaded(model, prefix, condition);
  const [packed, beside] = [uploaded(model, prefix, true), uploaded(model, prefix, false)];
  return {
    s3Prefix: choose(condition, packed.s3Prefix, beside.s3Prefix),
    scriptName: choose(condition, packed.scriptName, beside.scriptName),
    modelData: choose(condition, packed.modelData, beside.modelData),
  };
}

function uploaded(model: CodedModel, prefix: Text, isPacked: boolean): ModelCode {
  const { sagemaker_session: session, entry_point: script } = model;
  const place = placeOf(session, model.bucket, prefix);
  const canPack = session.isV1 || (model.model_data !== null && script !== null && !isSource(model.model_data));
  if (isPacked && canPack) {
    const packed = joinText('/', ['s3:/', place.bucket, place.prefix, 'model.tar.gz']);
    return { s3Prefix: packed, scriptName: fileName(script), modelData: packed };
  }
  if (isPacked || script === null) return { s3Prefix: null, scriptName: null, modelData: null };
  return { ...uploadedBeside(model, place), modelData: null };
}

/** SDK 2.257.6 fw_utils.py:394 `tar_and_upload_dir`. */
function uploadedBeside(
  model: CodedModel,
  place: { bucket: Text; prefix: Text },
): { s3Prefix: Data; scriptName: Data } {
  const { source_dir: directory, entry_point: script } = model;
  // v1 keeps only the file's name beside a folder in S3.
  if (isS3(directory))
    return { s3Prefix: directory, scriptName: model.sagemaker_session.isV1 ? fileName(script) : script };
  const uri = concat(['s3://', place.bucket, '/', place.prefix, '/sourcedir.tar.gz']);
  if (directory instanceof Unknown)
    return { s3Prefix: new Unknown(directory.reason, [uri, directory]), scriptName: script };
  return { s3Prefix: uri, scriptName: isFalse(directory) ? fileName(script) : script };
}

/** Bucket and prefix of what a model uploads: v1 knows no prefix of the default bucket. */
export function placeOf(session: Session, bucket: Data, prefix: Text): { bucket: Text; prefix: Text } {
  if (!session.isV1) return bucketAndPrefix(session, bucket, prefix);
  return { bucket: asText(or(bucket, session.default_bucket())), prefix };
}

/** Python's `os.path.basename`. @throws PythonError `TypeError` for what is known to be no path */
export function fileName(path: Data): Data {
  if (typeof path === 'string') return path.slice(path.lastIndexOf('/') + 1);
  if (path instanceof Unknown || path instanceof PyObject) return path;
  if (!(path instanceof Template)) throw new PythonError('TypeError', 'a path is no string');
  const slash = path.parts.findLastIndex((part) => typeof part === 'string' && part.includes('/'));
  const last = path.parts[slash];
  if (typeof last !== 'string') return new Unknown('the name of a file whose path is not known');
  return concat([last.slice(last.lastIndexOf('/') + 1), ...path.parts.slice(slash + 1)]);
}

/** Whether an address is known to be one of S3, in any case of letters. */
export function isS3(address: Data): boolean {
  const start = address instanceof Template ? address.parts[0] : address;
  return typeof start === 'string' && start.toLowerCase().startsWith('s3://');
}

/** Data of which it is known that it may also be a source, or None. */
function doubtOf(modelData: Data): Unknown | undefined {
  if (!(modelData instanceof Unknown)) return undefined;
  return modelData.values.some((value) => value === null || isSource(value)) ? modelData : undefined;
}

/** A script of which it isn't known whether there is one. */
function doubtOfScript(script: Data): Unknown | undefined {
  if (!(script instanceof Unknown)) return undefined;
  return script.values.length === 0 || script.values.includes(null) ? script : undefined;
}

/** Whether a model's data is a source (a dictionary) that the SDK does not pack anew. */
function isSource(modelData: Data): boolean {
  return !isText(modelData) && !(modelData instanceof Unknown);
}
