import type { Rule } from './rule.js';
import { keywordsRenamedHere } from './shared/call-change.js';

const OWNERS: readonly string[] = ['sagemaker.s3.S3Uploader', 'sagemaker.s3.S3Downloader'];

/** `session=` of `S3Uploader` and `S3Downloader`. */
export const s3SessionParam: Rule = {
  docs: {
    name: 's3-session-param',
    summary: 'session of S3Uploader and S3Downloader is called sagemaker_session',
    why: 'v2 refuses the keyword with a TypeError; the position of the argument is the same.',
    since: '2.0.0',
    guide: 'Parameter and Class Name Changes / S3',
    examples: [
      {
        before: "from sagemaker.s3 import S3Uploader\nS3Uploader.upload('t.py', 's3://bucket/prefix', session=sess)\n",
        after:
          "from sagemaker.s3 import S3Uploader\nS3Uploader.upload('t.py', 's3://bucket/prefix', sagemaker_session=sess)\n",
      },
    ],
  },
  *call(call) {
    if (OWNERS.includes(call.classPath)) yield* keywordsRenamedHere(call, 'session');
  },
};
