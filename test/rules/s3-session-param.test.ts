import { s3SessionParam } from '../../src/rules/s3-session-param.js';
import { testRule } from '../support/rule-tester.js';

const s3 = 'from sagemaker.s3 import S3Uploader, S3Downloader\n';

testRule(s3SessionParam, {
  unchanged: [
    {
      why: "a class of one's own",
      code: "import sagemaker\nclass S3Uploader(object):\n    @staticmethod\n    def upload(a, session=None):\n        pass\nS3Uploader.upload('a', session=1)\n",
    },
    { why: 'the position is the same', code: `${s3}S3Uploader.upload('t.py', 's3://b/p', None, sess)\n` },
    { why: 'already v2', code: `${s3}S3Downloader.list('s3://b/p', sagemaker_session=sess)\n` },
  ],
  changed: [
    {
      name: 'every method',
      before: `${s3}S3Uploader.upload('t.py', 's3://b/p', session=sess)\nS3Uploader.upload_string_as_file_body('x', 's3://b/p', session=sess)\nS3Downloader.download('s3://b/p', '.', session=sess)\nS3Downloader.list('s3://b/p', session=sess)\nS3Downloader.read_file('s3://b/p', session=sess)\n`,
      after: `${s3}S3Uploader.upload('t.py', 's3://b/p', sagemaker_session=sess)\nS3Uploader.upload_string_as_file_body('x', 's3://b/p', sagemaker_session=sess)\nS3Downloader.download('s3://b/p', '.', sagemaker_session=sess)\nS3Downloader.list('s3://b/p', sagemaker_session=sess)\nS3Downloader.read_file('s3://b/p', sagemaker_session=sess)\n`,
    },
    {
      name: 'an alias',
      before: "from sagemaker.s3 import S3Uploader as Up\nUp.upload('x', 's3://b/p', session = sess)  # it\n",
      after: "from sagemaker.s3 import S3Uploader as Up\nUp.upload('x', 's3://b/p', sagemaker_session = sess)  # it\n",
    },
    {
      name: 'an object',
      before: "import sagemaker\nsagemaker.s3.S3Downloader().list('s3://b/p', session=sess)\n",
      after: "import sagemaker\nsagemaker.s3.S3Downloader().list('s3://b/p', sagemaker_session=sess)\n",
    },
  ],
  reported: [
    { code: `${s3}S3Downloader.list('s3://b/p', session=a, sagemaker_session=b)\n`, line: 2, state: 'manual' },
  ],
});
