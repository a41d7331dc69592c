import { opaqueKeywords } from '../../src/rules/opaque-keywords.js';
import { testRule } from '../support/rule-tester.js';

const estimator = 'from sagemaker.estimator import Estimator\n';

testRule(opaqueKeywords, {
  unchanged: [
    { why: 'the keys are known', code: `${estimator}kw = {'image_uri': image}\nEstimator(role=role, **kw)\n` },
    { why: 'the program is v2', code: `${estimator}from sagemaker.inputs import TrainingInput\nEstimator(**load())\n` },
    { why: 'nothing changed there', code: 'from sagemaker.transformer import Transformer\nTransformer(**load())\n' },
    {
      why: 'all callers are known',
      code: `${estimator}class Mine(Estimator):\n    def __init__(self, **kw):\n        super().__init__(**kw)\n\nMine(role=role, image_uri=image)\n`,
    },
    { why: 'another library', code: 'import sagemaker\nfrom mine import Estimator\nEstimator(**load())\n' },
  ],
  changed: [],
  reported: [
    {
      code: `${estimator}Estimator(image, role, **config['train'])\n`,
      line: 2,
      state: 'unproven',
      says: 'train_instance_type is instance_type',
    },
    { code: `${estimator}def make(**kw):\n    return Estimator(image, role, **kw)\n`, line: 3, state: 'unproven' },
    {
      code: `${estimator}from functools import partial\nmake = partial(Estimator, **load())\n`,
      line: 3,
      state: 'unproven',
    },
    {
      code: "import sagemaker\nsagemaker.estimator.Estimator(image, role).deploy(1, 'x', **options)\n",
      line: 2,
      state: 'unproven',
      says: 'update_endpoint is gone',
    },
  ],
});
