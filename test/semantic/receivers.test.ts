import { expect, it } from 'vitest';
import { sdkCalls } from '../support/evaluate.js';

it.each([
  [
    'chained',
    `
from sagemaker.estimator import Estimator
Estimator(1).deploy(1, 'x').predict(x)
`,
    ['new Estimator(0)', 'Estimator.deploy(0, 1)', 'RealTimePredictor.predict(0)'],
  ],
  [
    'deploy, transformer, create_model',
    `
from sagemaker.estimator import Estimator
e = Estimator(1)
t = e.transformer(1, 'x')
t.transform('s')
m = e.create_model()
p = m.deploy(1, 'x')
p.endpoint
p.predict(1)
`,
    [
      'new Estimator(0)',
      'Estimator.transformer(0, 1)',
      'Transformer.transform(0)',
      'Estimator.create_model()',
      'Model.deploy(0, 1)',
      'RealTimePredictor.predict(0)',
    ],
  ],
  [
    'framework model',
    `
from sagemaker.pytorch import PyTorch, PyTorchModel
e = PyTorch(1)
m = e.create_model()
p = m.deploy(1)
p.content_type = 'x'
PyTorchModel(1).deploy(2).serializer
`,
    [
      'new PyTorch(0)',
      'PyTorch.create_model()',
      'PyTorchModel.deploy(0)',
      'new PyTorchModel(0)',
      'PyTorchModel.deploy(0)',
    ],
  ],
  [
    'session',
    `
import sagemaker
s = sagemaker.Session()
s.boto_region_name
s.upload_data('a')
sagemaker.session.Session().default_bucket()
`,
    ['new Session()', 'Session.upload_data(0)', 'new Session()', 'Session.default_bucket()'],
  ],
  [
    'self.x',
    `
from sagemaker.estimator import Estimator
class T:
    def __init__(self):
        self.est = Estimator(1)
        self.pred = None
    def go(self):
        self.est.fit()
        self.pred = self.est.deploy()
    def use(self):
        self.pred.predict(1)
        self.pred.content_type
t = T()
t.go()
t.use()
`,
    ['new Estimator(0)', 'Estimator.fit()', 'Estimator.deploy()', 'RealTimePredictor.predict(0)'],
  ],
  [
    'self.x uncalled',
    `
from sagemaker.estimator import Estimator
class T:
    def use(self):
        self.est.train_image()
    def __init__(self):
        self.est = Estimator(1)
`,
    ['Estimator.train_image()', 'new Estimator(0)'],
  ],
  [
    'annotation',
    `
from sagemaker.estimator import Estimator
import sagemaker
def f(e: Estimator, s: "sagemaker.Session", o: 'Estimator' = None):
    e.fit()
    s.upload_data()
    o.deploy()
`,
    ['Estimator.fit()', 'Session.upload_data()', 'Estimator.deploy()'],
  ],
  [
    'Optional annotation',
    `
from typing import Optional, List, Union
from sagemaker.estimator import Estimator
def f(e: Optional[Estimator], l: List[Estimator], u: Estimator | None, v: Union[Estimator, None] = None):
    e.fit()
    for x in l: x.fit()
    u.fit()
    v.fit()
`,
    ['Estimator.fit()', 'Estimator.fit()', 'Estimator.fit()', 'Estimator.fit()'],
  ],
  [
    'known call sites',
    `
from sagemaker.estimator import Estimator
from sagemaker.pytorch import PyTorch
def f(e, n=1):
    return e.deploy(n)
p = f(Estimator(1))
q = f(e=PyTorch(1), n=2)
p.predict(1)
q.predict(1)
`,
    [
      'Estimator.deploy(0)',
      'PyTorch.deploy(0)',
      'new Estimator(0)',
      'new PyTorch(0)',
      'RealTimePredictor.predict(0)',
      'PyTorchPredictor.predict(0)',
    ],
  ],
  [
    'helpers',
    `
from sagemaker.estimator import Estimator
def make(kind):
    if kind:
        return Estimator(1)
    return None
make(1).fit(2)
`,
    ['new Estimator(0)', 'Estimator.fit(0)'],
  ],
  [
    'generator helper',
    `
from sagemaker.estimator import Estimator
def make():
    for i in range(3):
        yield Estimator(1)
for e in make():
    e.fit(1)
`,
    ['new Estimator(0)', 'Estimator.fit(0)'],
  ],
  [
    'contextmanager',
    `
from sagemaker.estimator import Estimator
from contextlib import contextmanager
@contextmanager
def make():
    yield Estimator(1)
with make() as e:
    e.fit(1)
`,
    ['new Estimator(0)', 'Estimator.fit(0)'],
  ],
  [
    'lists',
    `
from sagemaker.estimator import Estimator
es = [Estimator(1), Estimator(2)]
for e in es: e.fit()
es[0].deploy()
more = []
more.append(Estimator(3))
for i, m in enumerate(more): m.fit(i)
for a, b in zip(es, more): a.fit(); b.fit()
d = {'a': Estimator(1)}
d['a'].fit()
for k, v in d.items(): v.deploy()
[x.fit() for x in es]
{k: v.fit() for k, v in d.items()}
es2 = {}
for i in range(3): es2[i] = Estimator(i)
es2[0].fit(1)
`,
    [
      'new Estimator(0)',
      'new Estimator(0)',
      'Estimator.fit()',
      'Estimator.deploy()',
      'new Estimator(0)',
      'Estimator.fit(0)',
      'Estimator.fit()',
      'Estimator.fit()',
      'new Estimator(0)',
      'Estimator.fit()',
      'Estimator.deploy()',
      'Estimator.fit()',
      'Estimator.fit()',
      'new Estimator(0)',
      'Estimator.fit(0)',
    ],
  ],
  [
    'subclass',
    `
from sagemaker.estimator import Estimator
class Mine(Estimator):
    def __init__(self, a, **kw):
        super().__init__(1, train_instance_count=a, **kw)
    def go(self):
        self.fit(1)
        return self.deploy(1)
class More(Mine): pass
Mine(1, train_instance_type='x').go().predict(1)
More(2).fit()
`,
    [
      'new Estimator(0, train_instance_count, train_instance_type)',
      'new Estimator(0, train_instance_count)',
      'Estimator.fit(0)',
      'Estimator.deploy(0)',
      'RealTimePredictor.predict(0)',
      'Estimator.fit()',
    ],
  ],
  [
    'subclass py2',
    `
from sagemaker.predictor import RealTimePredictor
class P(RealTimePredictor):
    def __init__(self, name, session):
        super(P, self).__init__(name, session, content_type='x')
class Q(RealTimePredictor):
    def __init__(self, name, session):
        RealTimePredictor.__init__(self, name, session, content_type='x')
P('a', None).predict(1)
Q('a', None).endpoint
`,
    [
      'new RealTimePredictor(0, 1, content_type)',
      'new RealTimePredictor(0, 1, content_type)',
      'RealTimePredictor.predict(0)',
    ],
  ],
  [
    'subclass no init',
    `
from sagemaker.predictor import RealTimePredictor
class P(RealTimePredictor):
    content_type = 'x'
P('a', content_type='b').predict(1)
`,
    ['new RealTimePredictor(0, content_type)', 'RealTimePredictor.predict(0)'],
  ],
  [
    'with closing',
    `
from sagemaker.predictor import RealTimePredictor
from contextlib import closing
with closing(RealTimePredictor('a')) as p:
    p.predict(1)
`,
    ['new RealTimePredictor(0)', 'RealTimePredictor.predict(0)'],
  ],
  [
    'unpack',
    `
from sagemaker.estimator import Estimator
a, b = Estimator(1), 2
a.fit()
def two(): return Estimator(1), Estimator(2)
c, d = two()
d.fit()
(e, [f, *g]) = Estimator(3), [Estimator(4), Estimator(5)]
e.fit(); f.fit(); g[0].fit()
`,
    [
      'new Estimator(0)',
      'Estimator.fit()',
      'new Estimator(0)',
      'new Estimator(0)',
      'Estimator.fit()',
      'new Estimator(0)',
      'new Estimator(0)',
      'new Estimator(0)',
      'Estimator.fit()',
      'Estimator.fit()',
    ],
  ],
  [
    'conditional',
    `
from sagemaker.estimator import Estimator
from sagemaker.pytorch import PyTorch
e = Estimator(1) if x else PyTorch(2)
e.fit()
f = None or Estimator(1)
f.fit()
`,
    ['new Estimator(0)', 'new PyTorch(0)', 'Estimator.fit()', 'PyTorch.fit()', 'new Estimator(0)', 'Estimator.fit()'],
  ],
  [
    'attach',
    `
from sagemaker.estimator import Estimator
from sagemaker.tensorflow import TensorFlow
Estimator.attach('j').deploy(1)
TensorFlow.attach('j').deploy(1)
`,
    ['Estimator.attach(0)', 'Estimator.deploy(0)', 'TensorFlow.attach(0)', 'TensorFlow.deploy(0)'],
  ],
  [
    'tuner',
    `
from sagemaker.tuner import HyperparameterTuner
from sagemaker.pytorch import PyTorch
e = PyTorch(1)
t = HyperparameterTuner(e, 'm', {})
t.fit()
t.deploy(1).predict(2)
t.best_estimator().deploy(1)
t.estimator.train_image()
`,
    [
      'new PyTorch(0)',
      'new HyperparameterTuner(0, 1, 2)',
      'HyperparameterTuner.fit()',
      'HyperparameterTuner.deploy(0)',
      'PyTorchPredictor.predict(0)',
      'HyperparameterTuner.best_estimator()',
      'PyTorch.deploy(0)',
      'PyTorch.train_image()',
    ],
  ],
  [
    'recursion',
    `
from sagemaker.estimator import Estimator
def f(n):
    if n: return f(n - 1)
    return Estimator(n)
f(3).fit(1)
`,
    ['new Estimator(0)', 'Estimator.fit(0)'],
  ],
  [
    'mutual recursion',
    `
from sagemaker.estimator import Estimator
def f(n): return g(n)
def g(n): return f(n) if n else Estimator(n)
f(3).fit(1)
`,
    ['new Estimator(0)', 'Estimator.fit(0)'],
  ],
  [
    'static class methods',
    `
from sagemaker.estimator import Estimator
class A:
    E = Estimator
    @staticmethod
    def make(x): return Estimator(x)
    @classmethod
    def other(cls, x): return cls.E(x)
    @property
    def est(self): return Estimator(1)
    def use(self):
        self.est.fit(1)
        self.make(2).fit(2)
A.make(1).fit(3)
A.other(1).fit(4)
A().other(1).fit(5)
A().est.deploy()
A.E(6).fit(6)
`,
    [
      'new Estimator(0)',
      'new Estimator(0)',
      'new Estimator(0)',
      'Estimator.fit(0)',
      'Estimator.fit(0)',
      'Estimator.fit(0)',
      'Estimator.fit(0)',
      'Estimator.fit(0)',
      'Estimator.deploy()',
      'new Estimator(0)',
      'Estimator.fit(0)',
    ],
  ],
  [
    'functools.lru_cache decorated',
    `
from functools import lru_cache
from sagemaker.estimator import Estimator
@lru_cache()
def make(): return Estimator(1)
make().fit(1)
`,
    ['new Estimator(0)', 'Estimator.fit(0)'],
  ],
  [
    'dataclass',
    `
from dataclasses import dataclass
from sagemaker.estimator import Estimator
@dataclass
class A:
    est: Estimator
    def go(self): self.est.fit(1)
A(Estimator(1)).go()
`,
    ['Estimator.fit(0)', 'new Estimator(0)'],
  ],
  [
    'namedtuple attr object',
    `
from sagemaker.estimator import Estimator
class C: pass
c = C()
c.est = Estimator(1)
c.est.fit()
`,
    ['new Estimator(0)', 'Estimator.fit()'],
  ],
  [
    'walrus',
    `
from sagemaker.estimator import Estimator
if (e := Estimator(1)):
    e.fit()
`,
    ['new Estimator(0)', 'Estimator.fit()'],
  ],
  [
    'match',
    `
from sagemaker.estimator import Estimator
match x:
    case 1: e = Estimator(1)
    case Estimator(): e = None
    case _: e = Estimator(2)
e.fit()
`,
    ['new Estimator(0)', 'new Estimator(0)', 'Estimator.fit()'],
  ],
  [
    'async',
    `
from sagemaker.estimator import Estimator
async def f():
    return Estimator(1)
async def g():
    e = await f()
    e.fit(1)
    async with h() as q:
        e.deploy(1)
`,
    ['new Estimator(0)', 'Estimator.fit(0)', 'Estimator.deploy(0)'],
  ],
  [
    'lambda',
    `
from sagemaker.estimator import Estimator
make = lambda n, **k: Estimator(n, **k)
make(1, train_instance_count=2).fit(3)
`,
    ['new Estimator(0, train_instance_count)', 'Estimator.fit(0)'],
  ],
  [
    'closures',
    `
from sagemaker.estimator import Estimator
def outer():
    e = Estimator(1)
    def inner(): e.fit(1)
    return inner
outer()()
`,
    ['new Estimator(0)', 'Estimator.fit(0)'],
  ],
  [
    'while/else/finally',
    `
from sagemaker.estimator import Estimator
while x:
    e = Estimator(1)
else:
    e.fit(1)
try:
    f = Estimator(2)
finally:
    f.fit(2)
try:
    g = Estimator(3)
except E:
    raise
else:
    g.fit(3)
`,
    [
      'new Estimator(0)',
      'Estimator.fit(0)',
      'new Estimator(0)',
      'Estimator.fit(0)',
      'new Estimator(0)',
      'Estimator.fit(0)',
    ],
  ],
  [
    'loop carried',
    `
from sagemaker.estimator import Estimator
p = None
for i in range(3):
    if p: p.predict(1)
    p = Estimator(i).deploy(1)
`,
    ['RealTimePredictor.predict(0)', 'new Estimator(0)', 'Estimator.deploy(0)'],
  ],
  [
    'chained assignment, augmented',
    `
from sagemaker.estimator import Estimator
a = b = Estimator(1)
a.fit(); b.fit()
l = []
l += [Estimator(2)]
l[0].fit()
`,
    ['new Estimator(0)', 'Estimator.fit()', 'Estimator.fit()', 'new Estimator(0)', 'Estimator.fit()'],
  ],
  [
    'global object',
    `
from sagemaker.estimator import Estimator
est = None
def setup():
    global est
    est = Estimator(1)
def use():
    est.fit(1)
`,
    ['new Estimator(0)', 'Estimator.fit(0)'],
  ],
  [
    'global object called',
    `
from sagemaker.estimator import Estimator
est = None
def setup():
    global est
    est = Estimator(1)
def main():
    setup()
    est.fit(1)
main()
`,
    ['new Estimator(0)', 'Estimator.fit(0)'],
  ],
  [
    'objects of the program are no hints',
    `
class Thing:
    def fit(self): pass
estimator = Thing()
estimator.fit()
estimator = object()
estimator.deploy()
`,
    [],
  ],
  [
    'hint',
    `
estimator.fit(1)
predictor.content_type = 'x'
my_thing.fit()
`,
    ['Estimator.fit(0) by name'],
  ],
  [
    'module hint: only what no other module of that name has',
    `
amazon_estimator.get_image_uri('us-west-2', 'kmeans')
session.s3_input('s3://a')
inputs.s3_input('s3://a')
fw_utils.create_image_uri('us-west-2', 'mxnet', 'ml.c4.xlarge', '1.6.0')
session.upload_data('a')
inputs.upload_data('a')
fw_utils.get_image_uri('us-west-2', 'kmeans')
`,
    [
      'fn get_image_uri(0, 1) by name',
      'new s3_input(0) by name',
      'new s3_input(0) by name',
      'fn create_image_uri(0, 1, 2, 3) by name',
    ],
  ],
  [
    'no module hint: bound by the program, or perhaps by a star import',
    `
from inputs import *
amazon_estimator.get_image_uri('us-west-2', 'kmeans')
def go(session):
    session.s3_input('s3://a')
`,
    [],
  ],
  [
    'parameter hint',
    `
import sagemaker
def go(estimator, other):
    estimator.fit(1)
    other.fit(1)
`,
    ['Estimator.fit(0) by name'],
  ],
  [
    'foreign',
    `
import boto3, sklearn
predictor = boto3.client('x')
predictor.endpoint
from sklearn.base import est as estimator
estimator.fit(1)
`,
    [],
  ],
  [
    'print of name',
    `
from sagemaker.amazon.amazon_estimator import get_image_uri
image = get_image_uri(r, 'xgboost')
from sagemaker.predictor import csv_serializer
csv_serializer([1])
`,
    ['fn get_image_uri(0, 1)', 'fn csv_serializer(0)'],
  ],
  [
    'multiprocess map',
    `
from sagemaker.estimator import Estimator
list(map(lambda e: e.fit(1), [Estimator(1)]))
list(filter(lambda e: e.fit(1), [Estimator(1)]))
sorted([Estimator(1)], key=lambda e: e.train_image())
`,
    [
      'Estimator.fit(0)',
      'new Estimator(0)',
      'Estimator.fit(0)',
      'new Estimator(0)',
      'new Estimator(0)',
      'Estimator.train_image()',
    ],
  ],
  [
    'setattr getattr',
    `
from sagemaker.estimator import Estimator
e = Estimator(1)
setattr(e, 'train_instance_type', 'x')
getattr(e, 'deploy')(1)
`,
    ['new Estimator(0)', 'Estimator.deploy(0)'],
  ],
  [
    'copy',
    `
import copy
from sagemaker.estimator import Estimator
e = copy.deepcopy(Estimator(1))
e.fit()
`,
    ['new Estimator(0)', 'Estimator.fit()'],
  ],
])('receivers: %s', (_, code, expected) => {
  expect(sdkCalls(code)).toEqual(expected);
});
