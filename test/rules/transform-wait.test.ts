import { transformWait } from '../../src/rules/transform-wait.js';
import { testRule } from '../support/rule-tester.js';

const transformer =
  "from sagemaker.transformer import Transformer\ntransformer = Transformer('model', 1, 'ml.m4.xlarge')\n";

testRule(transformWait, {
  unchanged: [
    {
      why: 'of another package',
      code: 'from sagemaker import Session\nfrom sklearn.preprocessing import StandardScaler\nscaler = StandardScaler()\nscaler.transform(data)\n',
    },
    { why: 'both given', code: `${transformer}transformer.transform(data, wait=True, logs=True)\n` },
    { why: 'without waiting no logs are printed', code: `${transformer}transformer.transform(data, wait=False)\n` },
    {
      why: 'v2 all over',
      code: `${transformer}from sagemaker.inputs import TrainingInput\ntransformer.transform(TrainingInput(data))\n`,
    },
  ],
  changed: [
    {
      name: 'of an estimator',
      before:
        "from sagemaker.estimator import Estimator\nEstimator(image, role).transformer(1, 'ml.m4.xlarge').transform(data, content_type='text/csv')\n",
      after:
        "from sagemaker.estimator import Estimator\nEstimator(image, role).transformer(1, 'ml.m4.xlarge').transform(data, content_type='text/csv', wait=False)\n",
    },
    {
      name: 'logs alone have no effect in v1',
      before: `${transformer}transformer.transform(data, logs=True)\n`,
      after: `${transformer}transformer.transform(data, logs=True, wait=False)\n`,
    },
    {
      name: 'waiting on a condition',
      before: `${transformer}transformer.transform(data, wait=flag)\n`,
      after: `${transformer}transformer.transform(data, wait=flag, logs=False)\n`,
    },
  ],
  reported: [
    { code: `${transformer}transformer.transform(data, **load())\n`, line: 3, state: 'unproven', says: 'wait=False' },
  ],
});
