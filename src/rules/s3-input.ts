import type { Rule } from './rule.js';
import { movedSymbol } from './shared/moved-symbol.js';

/** `s3_input`, through whichever of its seven import paths. */
export const s3Input: Rule = {
  docs: {
    name: 's3-input',
    summary: 's3_input is sagemaker.inputs.TrainingInput',
    why:
      'v2 has the old name in sagemaker.session only, as a deprecated subclass: isinstance checks against it fail, and ' +
      'every other path raises ImportError or AttributeError.',
    since: '2.0.0',
    guide: 'S3 Input Parameter',
    examples: [
      {
        before: "from sagemaker.session import s3_input\ntrain = s3_input('s3://bucket/train')\n",
        after: "from sagemaker.inputs import TrainingInput\ntrain = TrainingInput('s3://bucket/train')\n",
      },
      {
        before: "import sagemaker\ntrain = sagemaker.s3_input('s3://bucket/train')\n",
        after: "import sagemaker\ntrain = sagemaker.inputs.TrainingInput('s3://bucket/train')\n",
      },
    ],
  },
  reference: (reference, program) => movedSymbol(reference, program, 'sagemaker.inputs.s3_input'),
};
