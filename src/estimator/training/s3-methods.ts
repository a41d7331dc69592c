import { type Data, Unknown } from '../../data/value.js';
import { parseS3Url } from '../s3-paths.js';
import { type Arguments, type PlainArguments, type SdkClassMethod, SdkObject } from '../sdk-object.js';
import { sessionOf } from '../session.js';
import { uploadUri } from '../uploads.js';
import type { World } from '../world.js';

/** Puts files into S3: static methods only. SDK 2.257.6 s3.py. */
export class S3Uploader extends SdkObject {
  constructor(_args: PlainArguments = {}, world?: World) {
    super(world);
  }
}

/** Reads files of S3: static methods only. SDK 2.257.6 s3.py. */
export class S3Downloader extends SdkObject {
  constructor(_args: PlainArguments = {}, world?: World) {
    super(world);
  }
}

function upload(args: Arguments, world: World): Data {
  // 1.72.0 calls the session `session`.
  const session = sessionOf(args.sagemaker_session ?? args.session, world);
  const { bucket, key } = parseS3Url(args.desired_s3_uri ?? null);
  return uploadUri(session, args.local_path ?? null, bucket, key);
}

function unknownContent(): Data {
  return new Unknown('what lies in S3');
}

/** Static methods by path. */
export const s3Methods: Readonly<Record<string, SdkClassMethod>> = {
  'sagemaker.s3.S3Uploader.upload': upload,
  'sagemaker.s3.S3Uploader.upload_string_as_file_body': (args) => args.desired_s3_uri ?? null,
  'sagemaker.s3.S3Uploader.upload_bytes': (args) => args.s3_uri ?? null,
  'sagemaker.s3.S3Downloader.download': unknownContent,
  'sagemaker.s3.S3Downloader.read_file': unknownContent,
  'sagemaker.s3.S3Downloader.read_bytes': unknownContent,
  'sagemaker.s3.S3Downloader.list': unknownContent,
};
