import type { Rule } from './rule.js';
import { movedSymbol } from './shared/moved-symbol.js';

/** `sagemaker.fw_utils.parse_s3_url`. */
export const parseS3Url: Rule = {
  docs: {
    name: 'parse-s3-url',
    summary: 'parse_s3_url lives in sagemaker.s3',
    why: 'sagemaker.fw_utils has the function no longer: the import or the attribute fails.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before: "import sagemaker\nbucket, key = sagemaker.fw_utils.parse_s3_url('s3://bucket/key')\n",
        after: "import sagemaker\nbucket, key = sagemaker.s3.parse_s3_url('s3://bucket/key')\n",
      },
    ],
  },
  reference: (reference, program) => movedSymbol(reference, program, 'sagemaker.fw_utils.parse_s3_url'),
};
