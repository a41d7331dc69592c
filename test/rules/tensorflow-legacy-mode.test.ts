import { tensorflowLegacyMode } from '../../src/rules/tensorflow-legacy-mode.js';
import { testRule } from '../support/rule-tester.js';

const tensorflow = 'from sagemaker.tensorflow import TensorFlow\n';

testRule(tensorflowLegacyMode, {
  unchanged: [
    { why: 'another library', code: "from mine import TensorFlow\nTensorFlow('t.py', training_steps=1)\n" },
    {
      why: 'Python 3',
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.12.0', py_version='py3')\n`,
    },
    {
      why: 'script mode only',
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.13.1', py_version='py2')\n`,
    },
    {
      why: 'moved by hand to the legacy image',
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.11', py_version='py2', image_uri=image, model_dir=False)\n`,
    },
    {
      why: 'v2 all over',
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, instance_count=1, framework_version='1.12.0', py_version='py2')\n`,
    },
  ],
  changed: [
    {
      name: 'empty arguments of legacy mode in script mode',
      before: `${tensorflow}TensorFlow(entry_point='t.py', training_steps=None, role=role, framework_version='1.13.1', py_version='py3')\n`,
      after: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.13.1', py_version='py3')\n`,
    },
  ],
  reported: [
    {
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role)\n`,
      line: 2,
      state: 'manual',
      says: "TensorFlow(entry_point='t.py', role=role, framework_version='1.11', py_version='py2', hyperparameters={'training_steps': None, 'evaluation_steps': None, 'checkpoint_path': None, 'sagemaker_requirements': ''}, image_uri=f'520713654638.dkr.ecr.{region}.amazonaws.com/sagemaker-tensorflow:1.11-cpu-py2', model_dir=False)",
    },
    {
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.12.0', py_version='py2', training_steps=100,\n           hyperparameters={'lr': 0.1}, train_instance_type='ml.p2.xlarge')\n`,
      after: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.12.0', py_version='py2', training_steps=100,\n           hyperparameters={'lr': 0.1}, instance_type='ml.p2.xlarge')\n`,
      line: 2,
      state: 'manual',
      says: "instance_type='ml.p2.xlarge', framework_version='1.12.0', py_version='py2', hyperparameters={'lr': 0.1, 'training_steps': 100,",
    },
    {
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.13.1', py_version='py3', training_steps=100)\n`,
      line: 2,
      state: 'manual',
      says: 'v2 ignores it',
    },
    {
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version=v, py_version='py2')\n`,
      line: 2,
      state: 'unproven',
    },
  ],
});
