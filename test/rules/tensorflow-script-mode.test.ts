import { tensorflowScriptMode } from '../../src/rules/tensorflow-script-mode.js';
import { testRule } from '../support/rule-tester.js';

const tensorflow = 'from sagemaker.tensorflow import TensorFlow\n';

testRule(tensorflowScriptMode, {
  unchanged: [
    { why: 'another library', code: "from mine import TensorFlow\nTensorFlow(entry_point='t.py', script_mode=True)\n" },
    {
      why: 'legacy mode has a rule of its own',
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.12.0', py_version='py2', script_mode=False)\n`,
    },
  ],
  changed: [
    {
      name: 'Python 2 in script mode gets its version',
      before: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.12.0', script_mode=True)\n`,
      after: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.12.0', py_version='py2')\n`,
    },
    {
      name: 'without effect from Python 3 or 1.13 on',
      before: `${tensorflow}TensorFlow(entry_point='t.py', script_mode=False, role=role, framework_version='1.12.0', py_version='py3')\nTensorFlow(entry_point='t.py', role=role, script_mode=flag, framework_version='1.13.1', py_version='py2')\n`,
      after: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.12.0', py_version='py3')\nTensorFlow(entry_point='t.py', role=role, framework_version='1.13.1', py_version='py2')\n`,
    },
    {
      name: 'a key of a dictionary',
      before: `${tensorflow}kw = {'script_mode': True, 'py_version': 'py3'}\nTensorFlow(entry_point='t.py', role=role, framework_version='1.12.0', **kw)\n`,
      after: `${tensorflow}kw = {'py_version': 'py3'}\nTensorFlow(entry_point='t.py', role=role, framework_version='1.12.0', **kw)\n`,
    },
    {
      name: 'by position',
      before: `${tensorflow}TensorFlow(None, None, None, 'py3', '1.12.0', None, '', None, True, role=role, entry_point='t.py')\n`,
      after: `${tensorflow}TensorFlow(py_version='py3', framework_version='1.12.0', model_dir=None, image_uri=None, role=role, entry_point='t.py')\n`,
    },
  ],
  reported: [
    {
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.12.0', py_version='py2', script_mode=flag)\n`,
      line: 2,
      state: 'manual',
      says: 'legacy mode',
    },
  ],
});
