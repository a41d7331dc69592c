import { runTensorboardLocally } from '../../src/rules/run-tensorboard-locally.js';
import { testRule } from '../support/rule-tester.js';

const tensorflow =
  "from sagemaker.tensorflow import TensorFlow\ntf = TensorFlow(entry_point='t.py', role=role, framework_version='1.14.0', py_version='py3')\n";

testRule(runTensorboardLocally, {
  unchanged: [
    {
      why: 'another library',
      code: 'import sagemaker\nfrom mine import estimator\nestimator.fit(data, run_tensorboard_locally=True)\n',
    },
    { why: 'not given', code: `${tensorflow}tf.fit(data, wait=True)\n` },
  ],
  changed: [
    {
      name: 'by keyword',
      before: `${tensorflow}tf.fit(data, run_tensorboard_locally=True, wait=True)\n`,
      after: `${tensorflow}tf.fit(data, wait=True)\n`,
    },
    {
      name: 'by position',
      before: `${tensorflow}tf.fit(data, True, True, None, None, True)\n`,
      after: `${tensorflow}tf.fit(data, True, True, None, None)\n`,
    },
    {
      name: 'a name that suggests an estimator',
      before: "estimator.fit('s3://sagemaker/data', run_tensorboard_locally=flag)\n",
      after: "estimator.fit('s3://sagemaker/data')\n",
    },
  ],
});
