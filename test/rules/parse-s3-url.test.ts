import { parseS3Url } from '../../src/rules/parse-s3-url.js';
import { testRule } from '../support/rule-tester.js';

testRule(parseS3Url, {
  unchanged: [
    { why: 'already v2', code: 'from sagemaker.s3 import parse_s3_url\nparse_s3_url("s3://b/k")\n' },
    { why: 'another package', code: 'from mine.fw_utils import parse_s3_url\nparse_s3_url("s3://b/k")\n' },
  ],
  changed: [
    {
      before: 'from sagemaker.fw_utils import UploadedCode, parse_s3_url\nx = parse_s3_url("s3://b/k"), UploadedCode\n',
      after:
        'from sagemaker.fw_utils import UploadedCode\nfrom sagemaker.s3 import parse_s3_url\nx = parse_s3_url("s3://b/k"), UploadedCode\n',
    },
    {
      before: 'from sagemaker import fw_utils\nx = list(map(fw_utils.parse_s3_url, urls))\n',
      after: 'from sagemaker.s3 import parse_s3_url\nx = list(map(parse_s3_url, urls))\n',
    },
  ],
});
