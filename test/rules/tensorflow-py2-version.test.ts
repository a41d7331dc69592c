import { tensorflowPy2Version } from '../../src/rules/tensorflow-py2-version.js';
import { testRule } from '../support/rule-tester.js';

const tensorflow = 'from sagemaker.tensorflow import TensorFlow\n';

testRule(tensorflowPy2Version, {
  unchanged: [
    {
      why: 'a patch with Python 2',
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.15.2', py_version='py2')\n`,
    },
    {
      why: 'a short version whose alias has Python 2',
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.14', py_version='py2')\n`,
    },
    {
      why: 'Python 3',
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.15', py_version='py3')\n`,
    },
    {
      why: 'an image of its own',
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.15', py_version='py2', image_uri=image)\n`,
    },
  ],
  changed: [],
  reported: [
    {
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.15')\n`,
      line: 2,
      state: 'manual',
      says: "framework_version='1.15.3', py_version='py2'",
    },
    {
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='2.0')\n`,
      line: 2,
      state: 'manual',
      says: "'2.0.2'",
    },
    {
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='2.2.0', py_version='py3')\n`,
      line: 2,
      state: 'manual',
      says: "py_version='py37'",
    },
  ],
});
