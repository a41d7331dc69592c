import { compileFramework } from '../../src/rules/compile-framework.js';
import { testRule } from '../support/rule-tester.js';

const model =
  "from sagemaker.pytorch import PyTorchModel\nm = PyTorchModel(d, role, 'net.py', framework_version='1.2.0', py_version='py3')\n";

testRule(compileFramework, {
  unchanged: [
    { why: 'v2 knows it', code: `${model}m.compile('ml_m5', s, o, role, job_name='j', framework='onnx')\n` },
    { why: 'not known', code: `${model}m.compile('ml_m5', s, o, role, job_name='j', framework=framework)\n` },
    {
      why: 'a plain model has no framework of its own: v1 raises ValueError as well',
      code: "from sagemaker.model import Model\nm = Model(model_data=d, role=role)\nm.compile('ml_m5', s, o, role, job_name='j', framework='PYTORCH')\n",
    },
    {
      why: 'v2 all over',
      code: `from sagemaker.inputs import TrainingInput\n${model}m.compile('ml_m5', s, o, role, job_name='j', framework='PYTORCH')\n`,
    },
  ],
  changed: [
    {
      before: `${model}framework = 'PYTORCH'\nm.compile('ml_m5', s, o, role, job_name='j',\n          framework=framework)  # Neo\nprint(framework)\n`,
      after: `${model}framework = 'PYTORCH'\nm.compile('ml_m5', s, o, role, job_name='j',\n          framework='pytorch')  # Neo\nprint(framework)\n`,
    },
  ],
  reported: [
    {
      code: `${model}options = {'framework': 'PYTORCH'}\nm.compile('ml_m5', s, o, role, job_name='j', **options)\n`,
      line: 4,
      state: 'manual',
      says: "framework='pytorch'",
    },
  ],
});
