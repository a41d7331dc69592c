import { concat, joinText, type Text } from '../../data/text.js';
import { type Data, Template, Unknown } from '../../data/value.js';
import { isFalse } from '../conditions.js';
import { asText, joinS3, parseS3Url, type S3Place } from '../s3-paths.js';
import { SdkObject } from '../sdk-object.js';
import type { World } from '../world.js';
import type { EstimatorFields } from './estimator-fields.js';
import { startsWith } from './estimator-fields.js';

/** Where the container finds the code of a job without network: SDK 2.257.6 estimator.py:149. */
export const CODE_CHANNEL_PATH = '/opt/ml/input/data/code/sourcedir.tar.gz';

/** Code that was uploaded for a job. SDK 2.257.6 fw_utils.py:33. */
export class UploadedCode extends SdkObject {
  readonly s3_prefix: Data;
  readonly script_name: Data;

  constructor(s3Prefix: Data, scriptName: Data, world: World) {
    super(world);
    this.s3_prefix = s3Prefix;
    this.script_name = scriptName;
  }
}

/** Uploads a job's code: SDK 2.257.6 estimator.py `_stage_user_code_in_s3`, fw_utils.py `tar_and_upload_dir`. */
export function stageUserCode(estimator: EstimatorFields): UploadedCode {
  const { entry_point: script, source_dir: directory, world } = estimator;
  if (startsWith(directory, 's3://')) {
    // v1 keeps only the file's name beside a folder in S3.
    return new UploadedCode(directory, estimator.isV1 ? baseName(script) : script, world);
  }
  const place = codePlace(estimator);
  // The key of a place that is not known may be empty.
  const folder =
    estimator.code_location instanceof Unknown
      ? concat(['s3://', estimator.code_location, sourceKey(estimator, null)])
      : concat(['s3://', place.bucket, '/', place.key]);
  const uri = concat([folder, '/sourcedir.tar.gz']);
  const hole = holeAtStart(directory);
  if (hole !== undefined) {
    const isSame = typeof script === 'string' && !script.includes('/');
    const name = isSame ? script : new Unknown(hole.reason, [script, baseName(script)]);
    return new UploadedCode(new Unknown(hole.reason, [uri, directory]), name, world);
  }
  return new UploadedCode(uri, isFalse(directory) ? baseName(script) : script, world);
}

/** What keeps it from being known whether a directory is one in S3. */
function holeAtStart(directory: Data): Unknown | undefined {
  const start = directory instanceof Template ? directory.parts[0] : directory;
  return start instanceof Unknown ? start : undefined;
}

function codePlace(estimator: EstimatorFields): S3Place {
  const { code_location: location, output_path: outputPath, sagemaker_session: session } = estimator;
  if (location !== null) {
    const place = parseS3Url(location);
    return { bucket: place.bucket, key: sourceKey(estimator, place.key) };
  }
  if (startsWith(outputPath, 'file://')) {
    return { bucket: asText(session.default_bucket()), key: sourceKey(estimator, session.default_bucket_prefix) };
  }
  const place = parseS3Url(outputPath);
  return { bucket: place.bucket, key: sourceKey(estimator, estimator.isOutputPathDefault ? place.key : null) };
}

function sourceKey(estimator: EstimatorFields, prefix: Data): Text {
  const name = estimator._current_job_name;
  if (!estimator.isV1) return joinS3([prefix, name, 'source']);
  const parts = [prefix, name, 'source'].filter((part) => part !== null && part !== '');
  return joinText('/', parts.map(asText));
}

/** Python's `os.path.basename`. */
export function baseName(path: Data): Data {
  if (typeof path === 'string') return path.slice(path.lastIndexOf('/') + 1);
  if (!(path instanceof Template)) return path;
  const slash = path.parts.findLastIndex((part) => typeof part === 'string' && part.includes('/'));
  if (slash < 0) return path.parts.some((part) => part instanceof Unknown) ? new Unknown('the name of a file') : path;
  const [first = '', ...rest] = path.parts.slice(slash);
  const tail = typeof first === 'string' ? first.slice(first.lastIndexOf('/') + 1) : first;
  return concat([tail, ...rest]);
}
