import { contentTypeConstants } from '../../src/rules/content-type-constants.js';
import { testRule } from '../support/rule-tester.js';

testRule(contentTypeConstants, {
  unchanged: [
    {
      why: "the program's own constant",
      code: "import sagemaker\nCONTENT_TYPE_CSV = 'text/csv'\nprint(CONTENT_TYPE_CSV)\n",
    },
    { why: 'another package', code: 'from mine.content_types import CONTENT_TYPE_CSV\nprint(CONTENT_TYPE_CSV)\n' },
  ],
  changed: [
    ...[
      ['sagemaker.content_types', 'CONTENT_TYPE_OCTET_STREAM', 'application/octet-stream'],
      ['sagemaker.predictor', 'CONTENT_TYPE_NPY', 'application/x-npy'],
      ['sagemaker.sparkml.model', 'CONTENT_TYPE_CSV', 'text/csv'],
      ['sagemaker.tensorflow.serving', 'CONTENT_TYPE_JSON', 'application/json'],
    ].map(([module, name, value]) => ({
      name: `from ${module}`,
      before: `from ${module} import ${name} as kind\nx = [kind]\n`,
      after: `x = ['${value}']\n`,
    })),
    {
      name: 'the quotes of the file',
      before:
        'import sagemaker\nx = {"a": sagemaker.content_types.CONTENT_TYPE_NPY, "b": sagemaker.predictor.CONTENT_TYPE_CSV}\n',
      after: 'import sagemaker\nx = {"a": "application/x-npy", "b": "text/csv"}\n',
    },
    {
      name: 'the module',
      before: 'from sagemaker import content_types\nx = content_types.CONTENT_TYPE_CSV\n',
      after: "x = 'text/csv'\n",
    },
  ],
  reported: [
    {
      code: "from sagemaker.content_types import CONTENT_TYPE_CSV\n__all__ = ['CONTENT_TYPE_CSV']\n",
      line: 1,
      state: 'manual',
      says: 'text/csv',
    },
  ],
});
