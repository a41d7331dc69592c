import { modelContainer } from '../../src/rules/model-container.js';
import { testRule } from '../support/rule-tester.js';

testRule(modelContainer, {
  unchanged: [
    { why: "the program's own class", code: 'import sagemaker\nclass ModelContainer:\n    pass\nModelContainer()\n' },
  ],
  changed: [],
  reported: [
    {
      code: 'from sagemaker.session import ModelContainer\nc = ModelContainer(d, i)\n',
      line: 2,
      state: 'manual',
      says: 'container_def',
    },
    { code: 'import sagemaker\nc = sagemaker.session.ModelContainer(d, i)\n', line: 2, state: 'manual' },
    { code: 'from sagemaker.session import ModelContainer\n', line: 1, state: 'manual' },
  ],
});
