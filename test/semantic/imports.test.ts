import { expect, it } from 'vitest';
import { sdkCalls } from '../support/evaluate.js';

it.each([
  [
    'import sagemaker',
    `
import sagemaker
sagemaker.estimator.Estimator(1, role=2)
`,
    ['new Estimator(0, role)'],
  ],
  [
    'alias',
    `
import sagemaker as sm
sm.estimator.Estimator(1)
`,
    ['new Estimator(0)'],
  ],
  [
    'from pkg',
    `
from sagemaker import pytorch
pytorch.PyTorch(1)
`,
    ['new PyTorch(0)'],
  ],
  [
    'from as',
    `
from sagemaker.pytorch import PyTorch as PT
PT(1)
`,
    ['new PyTorch(0)'],
  ],
  [
    'deep',
    `
import sagemaker.pytorch.estimator
sagemaker.pytorch.estimator.PyTorch(1)
`,
    ['new PyTorch(0)'],
  ],
  [
    'deep alias',
    `
import sagemaker.pytorch.estimator as e
e.PyTorch(1)
`,
    ['new PyTorch(0)'],
  ],
  [
    'star',
    `
from sagemaker.pytorch import *
PyTorch(1)
`,
    ['new PyTorch(0) by name'],
  ],
  [
    'star root',
    `
from sagemaker import *
s3_input('x')
`,
    ['new s3_input(0) by name'],
  ],
  [
    'infunc',
    `
def f():
    from sagemaker.pytorch import PyTorch
    return PyTorch(1)
f().fit(2)
`,
    ['new PyTorch(0)', 'PyTorch.fit(0)'],
  ],
  [
    'infunc outside by its name only',
    `
def f():
    from sagemaker.pytorch import PyTorch
PyTorch(1)
`,
    ['new PyTorch(0) by name'],
  ],
  [
    'try arm',
    `
try:
    from sagemaker.pytorch import PyTorch
except Exception:
    PyTorch = None
PyTorch(1)
`,
    ['new PyTorch(0)'],
  ],
  [
    'if arm',
    `
if x:
    from sagemaker.pytorch import PyTorch as E
else:
    from sagemaker.mxnet import MXNet as E
E(1)
`,
    ['new PyTorch(0)', 'new MXNet(0)'],
  ],
  [
    'reexports',
    `
import sagemaker, sagemaker.session
from sagemaker.inputs import s3_input
sagemaker.s3_input(1)
sagemaker.session.s3_input(2)
s3_input(3)
`,
    ['new s3_input(0)', 'new s3_input(0)', 'new s3_input(0)'],
  ],
  [
    'rebinding',
    `
import sagemaker, boto3
sagemaker.estimator.Estimator(1)
sagemaker = boto3.client("sagemaker")
sagemaker.estimator.Estimator(2)
`,
    ['new Estimator(0)'],
  ],
  [
    'shadow param',
    `
from sagemaker.estimator import Estimator
def f(Estimator):
    Estimator(1)
f(dict)
`,
    [],
  ],
  [
    'shadow def',
    `
from sagemaker.estimator import Estimator
def Estimator(a): return a
Estimator(1)
`,
    [],
  ],
  [
    'shadow for',
    `
from sagemaker.estimator import Estimator
for Estimator in (1, 2):
    Estimator(1)
`,
    [],
  ],
  [
    'shadow class',
    `
from sagemaker.estimator import Estimator
class Estimator: pass
Estimator(1)
`,
    [],
  ],
  [
    'shadow with',
    `
from sagemaker.estimator import Estimator
with open('x') as Estimator:
    Estimator(1)
`,
    [],
  ],
  [
    'except as',
    `
from sagemaker.estimator import Estimator
try: pass
except Exception as Estimator:
    Estimator(1)
`,
    [],
  ],
  [
    'relative',
    `
from .sagemaker import Estimator
from . import sagemaker
Estimator(1)
sagemaker.estimator.Estimator(2)
`,
    [],
  ],
  [
    'own module',
    `
from mysagemaker.estimator import Estimator
import sagemaker_utils
Estimator(1)
`,
    [],
  ],
  [
    'sagemaker submodule unknown',
    `
import sagemaker_containers
from sagemaker_training import environment
environment.Environment()
`,
    [],
  ],
  [
    'importlib',
    `
import importlib
sm = importlib.import_module('sagemaker')
sm.estimator.Estimator(1)
`,
    [],
  ],
  [
    '__import__',
    `
sm = __import__('sagemaker')
sm.estimator.Estimator(1)
`,
    [],
  ],
  [
    'assignment alias',
    `
import sagemaker
E = sagemaker.estimator.Estimator
E(1)
p = sagemaker.pytorch
p.PyTorch(2)
`,
    ['new Estimator(0)', 'new PyTorch(0)'],
  ],
  [
    'multi',
    `
import os, sagemaker as sm, sys
from sagemaker.estimator import (Estimator as A,
  Framework)
A(1)
sm.Session()
`,
    ['new Estimator(0)', 'new Session()'],
  ],
  [
    'unbound sagemaker',
    `
est = sagemaker.estimator.Estimator(1)
est.fit()
`,
    ['new Estimator(0) by name', 'Estimator.fit() by name'],
  ],
  [
    'global',
    `
def f():
    global Estimator
    from sagemaker.estimator import Estimator
f()
Estimator(1)
`,
    ['new Estimator(0)'],
  ],
  [
    'nonlocal',
    `
def f():
    e = None
    def g():
        nonlocal e
        from sagemaker.estimator import Estimator
        e = Estimator(1)
    g()
    e.fit(2)
f()
`,
    ['new Estimator(0)', 'Estimator.fit(0)'],
  ],
  [
    'class body import',
    `
class A:
    from sagemaker.estimator import Estimator
    def f(self):
        return self.Estimator(1)
A().f()
`,
    ['new Estimator(0)'],
  ],
  [
    'exec in while',
    `
import sagemaker
while True:
    s = sagemaker.Session()
    s.default_bucket()
`,
    ['new Session()', 'Session.default_bucket()'],
  ],
  [
    'comprehension shadow',
    `
from sagemaker.estimator import Estimator
[Estimator(1) for Estimator in x]
Estimator(2)
`,
    ['new Estimator(0)'],
  ],
  [
    'lambda shadow',
    `
from sagemaker.estimator import Estimator
f = lambda Estimator: Estimator(1)
g = lambda: Estimator(2)
g()
`,
    ['new Estimator(0)'],
  ],
  [
    'forward ref',
    `
def main():
    est = Estimator(1)
    est.fit(x)
from sagemaker.estimator import Estimator
main()
`,
    ['new Estimator(0)', 'Estimator.fit(0)'],
  ],
])('names: %s', (_, code, expected) => {
  expect(sdkCalls(code)).toEqual(expected);
});
