import { describe, expect, it } from 'vitest';
import { realTimePredictor } from '../../src/rules/real-time-predictor.js';
import { v1 } from '../../src/sdk/tables.js';
import { run, testRule } from '../support/rule-tester.js';

const from = 'from sagemaker.predictor import RealTimePredictor\n';
const to = 'from sagemaker.predictor import Predictor\n';

testRule(realTimePredictor, {
  unchanged: [
    {
      why: "the user's own class of the new name",
      code: 'class Predictor(object):\n    def __init__(self, n):\n        self.n = n\n\np = Predictor(3)\n',
    },
    {
      why: "the user's own class of the old name",
      code: "class RealTimePredictor(object):\n    pass\n\np = RealTimePredictor('ep')\n",
    },
    { why: 'another library has the name', code: "from mine import RealTimePredictor\nRealTimePredictor('ep')\n" },
    { why: 'already v2', code: "import sagemaker\nsagemaker.predictor.Predictor('ep')\n" },
    {
      why: 'the import serves both versions',
      code: 'try:\n    from sagemaker.predictor import Predictor\nexcept ImportError:\n    from sagemaker.predictor import RealTimePredictor as Predictor\n\np = Predictor(name)\n',
    },
  ],
  changed: [
    {
      name: 'bases, annotations, isinstance, defaults and values',
      before: `${from}\nclass Mine(RealTimePredictor):\n    pass\n\ndef ask(p: RealTimePredictor, cls=RealTimePredictor) -> RealTimePredictor:\n    assert isinstance(p, (RealTimePredictor, str))\n`,
      after: `${to}\nclass Mine(Predictor):\n    pass\n\ndef ask(p: Predictor, cls=Predictor) -> Predictor:\n    assert isinstance(p, (Predictor, str))\n`,
    },
    {
      name: 'an alias stays',
      before: "from sagemaker import RealTimePredictor as RTP\nRTP('ep')\n",
      after: "from sagemaker import Predictor as RTP\nRTP('ep')\n",
    },
    {
      name: 'the new name is taken',
      before: `${from}class Predictor(object):\n    pass\n\nRealTimePredictor('ep')\n`,
      after:
        "from sagemaker.predictor import Predictor as SageMakerPredictor\nclass Predictor(object):\n    pass\n\nSageMakerPredictor('ep')\n",
    },
    {
      name: 'predictor_cls of a model',
      before: `${from}from sagemaker.model import Model\nm = Model(model_data=d, image_uri=i, role=r, predictor_cls=RealTimePredictor)\n`,
      after: `${to}from sagemaker.model import Model\nm = Model(model_data=d, image_uri=i, role=r, predictor_cls=Predictor)\n`,
    },
    {
      name: 'a lambda that makes one',
      before: 'import sagemaker as sm\nmake = lambda ep, sess: sm.predictor.RealTimePredictor(ep, sess)\n',
      after: 'import sagemaker as sm\nmake = lambda ep, sess: sm.predictor.Predictor(ep, sess)\n',
    },
  ],
});

describe('import paths', () => {
  const modules = [
    '',
    '.predictor',
    '.algorithm',
    '.estimator',
    '.chainer.model',
    '.mxnet.model',
    '.pytorch.model',
    '.sklearn.model',
    '.sparkml.model',
    '.tensorflow.model',
    '.xgboost.model',
    '.amazon.kmeans',
    '.amazon.pca',
    '.amazon.ntm',
    '.amazon.knn',
    '.amazon.lda',
    '.amazon.linear_learner',
    '.amazon.factorization_machines',
    '.amazon.randomcutforest',
    '.amazon.ipinsights',
    '.amazon.object2vec',
  ].map((name) => `sagemaker${name}`);
  it.each(modules)('%s', (module) => {
    expect(v1.resolve(`${module}.RealTimePredictor`)?.path).toBe('sagemaker.predictor.RealTimePredictor');
    const home = module === 'sagemaker' ? module : 'sagemaker.predictor';
    expect(run(`from ${module} import RealTimePredictor\np = RealTimePredictor('ep')\n`).after).toBe(
      `from ${home} import Predictor\np = Predictor('ep')\n`,
    );
  });
});
