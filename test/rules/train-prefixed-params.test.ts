import { trainPrefixedParams } from '../../src/rules/train-prefixed-params.js';
import { testRule } from '../support/rule-tester.js';

const estimator = 'from sagemaker.estimator import Estimator\n';

testRule(trainPrefixedParams, {
  unchanged: [
    {
      why: 'another library has the keyword',
      code: "from mine import Estimator\nEstimator(train_instance_type='x')\n",
    },
    { why: 'a variable of that name', code: `${estimator}train_instance_type = 'x'\nprint(train_instance_type)\n` },
    { why: 'already v2', code: `${estimator}Estimator(image, role, instance_count=1, instance_type='x')\n` },
    { why: 'the name is rebound', code: `${estimator}Estimator = dict\nEstimator(train_instance_type='x')\n` },
    {
      why: 'a parameter of a wrapper',
      code: `${estimator}def build(train_instance_type):\n    return Estimator(image, role, instance_type=train_instance_type)\nbuild(train_instance_type='x')\n`,
    },
  ],
  changed: [
    {
      name: 'an attribute that an annotation promises, and that is None at first',
      before: `${estimator}class Job:\n    estimator: Estimator = None\n\n    def show(self):\n        print(self.estimator.train_instance_type)\n`,
      after: `${estimator}class Job:\n    estimator: Estimator = None\n\n    def show(self):\n        print(self.estimator.instance_type)\n`,
    },
    {
      name: 'a dictionary that is made of pairs',
      before: `from collections import OrderedDict\n${estimator}options = OrderedDict([('train_instance_count', 1), ('train_max_run', 60)])\nEstimator(image, role, **options)\n`,
      after: `from collections import OrderedDict\n${estimator}options = OrderedDict([('instance_count', 1), ('max_run', 60)])\nEstimator(image, role, **options)\n`,
    },
    {
      name: 'estimators that stand beside something else in a list of pairs',
      before: `${estimator}for name, est in [('a', Estimator(image, role, 1)), ('b', Estimator(image, role, 2))]:\n    est.train_max_run = 60\n`,
      after: `${estimator}for name, est in [('a', Estimator(image, role, 1)), ('b', Estimator(image, role, 2))]:\n    est.max_run = 60\n`,
    },
    {
      name: 'spaces round the equals sign and a comment after it',
      before: `${estimator}Estimator(image, role,\n          train_instance_count = 1,  # one\n          train_instance_type = 'x')\n`,
      after: `${estimator}Estimator(image, role,\n          instance_count = 1,  # one\n          instance_type = 'x')\n`,
    },
    {
      name: 'the keys of a dictionary and every place that names them',
      before: `${estimator}kw = {'train_instance_count': 1}\nkw['train_instance_type'] = 'x'\nprint(kw['train_instance_type'])\nEstimator(image, role, **kw)\n`,
      after: `${estimator}kw = {'instance_count': 1}\nkw['instance_type'] = 'x'\nprint(kw['instance_type'])\nEstimator(image, role, **kw)\n`,
    },
    {
      name: 'a dictionary with another value for a key, and the one it was made from',
      before: `${estimator}base = {'train_instance_count': 1, 'train_instance_type': 'ml.m4.xlarge'}\nEstimator(image, role, **{**base, 'train_instance_count': 2})\nprint(base['train_instance_count'])\n`,
      after: `${estimator}base = {'instance_count': 1, 'instance_type': 'ml.m4.xlarge'}\nEstimator(image, role, **{**base, 'instance_count': 2})\nprint(base['instance_count'])\n`,
    },
    {
      name: 'keys that reach the call through a helper, and are read outside of it',
      before: `${estimator}def build(**kw):\n    return Estimator(image, role, **kw)\nkw = {'train_instance_count': 1}\nkw['train_instance_count'] = 2\nbuild(**kw)\nprint(f"{kw['train_instance_count']}")\n`,
      after: `${estimator}def build(**kw):\n    return Estimator(image, role, **kw)\nkw = {'instance_count': 1}\nkw['instance_count'] = 2\nbuild(**kw)\nprint(f"{kw['instance_count']}")\n`,
    },
    {
      name: 'a function that makes the dictionary, asked twice',
      before: `${estimator}def kw():\n    return {'train_instance_count': 1}\nEstimator(image, role, **kw())\nprint(kw()['train_instance_count'])\n`,
      after: `${estimator}def kw():\n    return {'instance_count': 1}\nEstimator(image, role, **kw())\nprint(kw()['instance_count'])\n`,
    },
    {
      name: 'each of the dictionaries of a dictionary',
      before: `${estimator}stages = {'dev': {'train_instance_count': 1}, 'prod': {'train_instance_count': 2}}\nfor name, kw in stages.items():\n    Estimator(image, role, **kw)\n`,
      after: `${estimator}stages = {'dev': {'instance_count': 1}, 'prod': {'instance_count': 2}}\nfor name, kw in stages.items():\n    Estimator(image, role, **kw)\n`,
    },
    {
      name: 'functools.partial and the call that completes it',
      before: `from functools import partial\n${estimator}make = partial(Estimator, role=role, train_instance_count=1)\nmake(image_uri=image, train_instance_type='x')\n`,
      after: `from functools import partial\n${estimator}make = partial(Estimator, role=role, instance_count=1)\nmake(image_uri=image, instance_type='x')\n`,
    },
    {
      name: 'a subclass, its super().__init__ and its callers',
      before: `${estimator}class Mine(Estimator):\n    def __init__(self, n, **kw):\n        super(Mine, self).__init__(image, role, train_instance_count=n, **kw)\n\n    def show(self):\n        return self.train_instance_type\n\nMine(1, train_instance_type='x')\n`,
      after: `${estimator}class Mine(Estimator):\n    def __init__(self, n, **kw):\n        super(Mine, self).__init__(image, role, instance_count=n, **kw)\n\n    def show(self):\n        return self.instance_type\n\nMine(1, instance_type='x')\n`,
    },
  ],
  reported: [
    {
      code: `${estimator}instance_type = 1\nname = 'train_instance_type'\nprint(getattr(Estimator(image, role), name))\n`,
      line: 4,
      state: 'manual',
      says: 'change the string',
    },
    {
      code: "for name in ('train_instance_type', 'other'):\n    getattr(estimator, name)\n",
      line: 2,
      state: 'manual',
      says: 'instance_type',
    },
    {
      code: `${estimator}kw = {'train_instance_count': 1}\nsave(kw)\nEstimator(image, role, **kw)\n`,
      line: 2,
      state: 'manual',
    },
    ...[
      "print(json.dumps({**kw, 'a': 1}))",
      'start(**kw)',
      "json.dump({'all': [kw]}, file)",
      "for key in ('train_instance_count', 'other'):\n    print(kw[key])",
      "print('%(train_instance_count)s' % kw)",
      "print('{train_instance_count}'.format(**kw))",
      'def show(train_instance_count):\n    pass\nshow(**kw)',
    ].map((use) => ({
      code: `${estimator}import json\nkw = {'train_instance_count': 1}\n${use}\nEstimator(image, role, **kw)\n`,
      line: 3,
      state: 'manual' as const,
      says: 'it goes to other places too',
    })),
    {
      code: `${estimator}Estimator(image, role, train_instance_count=1, instance_count=2)\n`,
      line: 2,
      state: 'manual',
    },
  ],
});
