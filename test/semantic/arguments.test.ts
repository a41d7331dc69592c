import { expect, it } from 'vitest';
import { sdkCalls } from '../support/evaluate.js';

it.each([
  [
    'star literal',
    `
from sagemaker.estimator import Estimator
Estimator(*[1, 2], *(3,), **{'a': 1})
args = (1, 2)
Estimator(0, *args, b=1)
`,
    ['new Estimator(0, 1, 2, a)', 'new Estimator(0, 1, 2, b)'],
  ],
  [
    'star unknown',
    `
from sagemaker.estimator import Estimator
def f(*args, **kw):
    Estimator(*args, **kw)
`,
    ['new Estimator(*, **)'],
  ],
  [
    'star known',
    `
from sagemaker.estimator import Estimator
def f(*args, **kw):
    Estimator(*args, **kw)
f(1, 2, train_instance_count=3)
`,
    ['new Estimator(0, 1, train_instance_count)'],
  ],
  [
    'dict()',
    `
from sagemaker.estimator import Estimator
kw = dict(a=1, b=2)
Estimator(**kw)
`,
    ['new Estimator(a, b)'],
  ],
  [
    'update',
    `
from sagemaker.estimator import Estimator
kw = {}
kw.update({'a': 1})
kw.update(b=2)
kw['c'] = 3
kw.update([('d', 4)])
Estimator(**kw)
`,
    ['new Estimator(a, b, c, **)'],
  ],
  [
    'setdefault',
    `
from sagemaker.estimator import Estimator
kw = {}
kw.setdefault('a', 1)
Estimator(**kw)
`,
    ['new Estimator(a)'],
  ],
  [
    'spread, union',
    `
from sagemaker.estimator import Estimator
a = {'a': 1}
b = {**a, 'b': 2}
c = b | {'c': 3}
c |= {'d': 4}
Estimator(**c)
`,
    ['new Estimator(a, b, c, d)'],
  ],
  [
    'partial',
    `
from functools import partial
import functools as ft
from sagemaker.estimator import Estimator
p = partial(Estimator, 1, a=2)
p(3, b=4)
q = ft.partial(Estimator, c=1)
q()
`,
    ['new Estimator(0, a) partial', 'new Estimator(0, a, 1, b)', 'new Estimator(c) partial', 'new Estimator(c)'],
  ],
  [
    'conditional key',
    `
from sagemaker.estimator import Estimator
kw = {'a': 1}
if x:
    kw['b'] = 2
Estimator(**kw)
`,
    ['new Estimator(a, b)'],
  ],
  [
    'two dicts by branch',
    `
from sagemaker.estimator import Estimator
if x:
    kw = {'a': 1}
else:
    kw = {'b': 2}
Estimator(**kw)
`,
    ['new Estimator(a)', 'new Estimator(b)'],
  ],
  [
    'kw from json',
    `
import json
from sagemaker.estimator import Estimator
kw = json.load(f)
Estimator(**kw)
Estimator(**config['train'])
`,
    ['new Estimator(**)', 'new Estimator(**)'],
  ],
  [
    'nested config',
    `
from sagemaker.estimator import Estimator
config = {'train': {'train_instance_count': 1}, 'other': {}}
Estimator(**config['train'])
`,
    ['new Estimator(train_instance_count)'],
  ],
  [
    'del/pop',
    `
from sagemaker.estimator import Estimator
kw = {'a': 1, 'b': 2}
kw.pop('a')
del kw['b']
Estimator(**kw)
`,
    ['new Estimator()'],
  ],
  [
    'comprehension dict',
    `
from sagemaker.estimator import Estimator
kw = {k: v for k, v in x}
Estimator(**kw)
`,
    ['new Estimator(**)'],
  ],
  [
    'copy',
    `
from sagemaker.estimator import Estimator
import copy
kw = {'a': 1}
k2 = kw.copy()
k3 = copy.copy(kw)
k2['b'] = 2
Estimator(**k2)
Estimator(**k3)
`,
    ['new Estimator(a, b)', 'new Estimator(a)'],
  ],
  [
    'global dict',
    `
from sagemaker.estimator import Estimator
KW = {'a': 1}
def f():
    Estimator(**KW)
`,
    ['new Estimator(a)'],
  ],
  [
    'constructed in class',
    `
from sagemaker.estimator import Estimator
class A:
    defaults = {'a': 1}
    def f(self, **kw):
        Estimator(**self.defaults, **kw)
        Estimator(**{**A.defaults, **kw})
A().f(z=2)
`,
    ['new Estimator(a, z)', 'new Estimator(a, z)'],
  ],
  [
    'dict.fromkeys',
    `
from sagemaker.estimator import Estimator
Estimator(**dict.fromkeys(['a'], 1))
`,
    ['new Estimator(**)'],
  ],
  [
    'dict zip / list of pairs',
    `
from sagemaker.estimator import Estimator
Estimator(**dict([('a', 1)], b=2))
Estimator(**dict(zip(x, y)))
`,
    ['new Estimator(a, b)', 'new Estimator(**)'],
  ],
  [
    'locals vars',
    `
from sagemaker.estimator import Estimator
Estimator(**locals())
Estimator(**vars(args))
`,
    ['new Estimator(**)', 'new Estimator(**)'],
  ],
  [
    'kwargs forward with pop',
    `
from sagemaker.estimator import Estimator
def make(**kw):
    n = kw.pop('n')
    kw['role'] = 1
    return Estimator(1, n, **kw)
make(n=2, train_instance_count=3)
`,
    ['new Estimator(0, 1, train_instance_count, role)'],
  ],
  [
    'default args',
    `
from sagemaker.estimator import Estimator
def make(image, cls=Estimator, **kw):
    return cls(image, **kw)
make(1, train_instance_count=3)
`,
    ['new Estimator(0, train_instance_count)'],
  ],
  [
    'positional star middle',
    `
from sagemaker.estimator import Estimator
Estimator(1, *x, 2, train_instance_type=3)
`,
    ['new Estimator(0, 1, train_instance_type, *)'],
  ],
  [
    'mutated in function',
    `
from sagemaker.estimator import Estimator
def add(kw):
    kw['train_instance_count'] = 1
kw = {}
add(kw)
Estimator(**kw)
`,
    ['new Estimator(train_instance_count)'],
  ],
  [
    'loop over list of dicts',
    `
from sagemaker.estimator import Estimator
for kw in [{'a': 1}, {'b': 2}]:
    Estimator(**kw)
`,
    ['new Estimator(a)', 'new Estimator(b)'],
  ],
  [
    'OrderedDict',
    `
from collections import OrderedDict
from sagemaker.estimator import Estimator
Estimator(**OrderedDict(a=1))
`,
    ['new Estimator(a)'],
  ],
  [
    'int keys',
    `
from sagemaker.estimator import Estimator
d = {1: Estimator(1), 'x': Estimator(2)}
d[1].fit()
`,
    ['new Estimator(0)', 'new Estimator(0)', 'Estimator.fit()'],
  ],
  [
    'kw merge after',
    `
from sagemaker.estimator import Estimator
kw = {'a': 1}
Estimator(**kw, b=2)
Estimator(**dict(kw, c=3))
`,
    ['new Estimator(a, b)', 'new Estimator(a, c)'],
  ],
])('arguments: %s', (_, code, expected) => {
  expect(sdkCalls(code)).toEqual(expected);
});
