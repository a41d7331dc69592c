import { expect, it } from 'vitest';
import { evaluateText } from '../support/evaluate.js';

it.each([
  [
    'try pair',
    `
try:
    from sagemaker.inputs import TrainingInput
except ImportError:
    from sagemaker import s3_input as TrainingInput
TrainingInput(1)
`,
    ['try:'],
  ],
  [
    'try pair reversed',
    `
try:
    from sagemaker.session import s3_input
except ImportError:
    from sagemaker.inputs import TrainingInput as s3_input
`,
    ['try:'],
  ],
  [
    'try not pair: both v1 only',
    `
try:
    from sagemaker.session import s3_input
except ImportError:
    from sagemaker import s3_input
`,
    [],
  ],
  [
    'try not pair: only one arm imports',
    `
try:
    from sagemaker.session import s3_input
except ImportError:
    s3_input = None
`,
    [],
  ],
  [
    'try not pair: install',
    `
try:
    import sagemaker
except ImportError:
    import pip
    import sagemaker
`,
    [],
  ],
  [
    'try same import both',
    `
try:
    from sagemaker.estimator import Estimator
    import foo
except ImportError:
    from sagemaker.estimator import Estimator
`,
    [],
  ],
  [
    'try py2 names',
    `
try:
    from sagemaker.predictor import RealTimePredictor as Predictor
except (ImportError, AttributeError) as e:
    from sagemaker.predictor import Predictor
`,
    ['try:'],
  ],
  [
    'sagemaker_containers',
    `
try:
    import sagemaker_containers
except ImportError:
    from sagemaker_training import environment
`,
    [],
  ],
  [
    'else arm',
    `
try:
    from sagemaker import image_uris
except ImportError:
    image_uris = None
    from sagemaker.amazon.amazon_estimator import get_image_uri
`,
    ['try:'],
  ],
  [
    'string compare',
    `
import sagemaker
if sagemaker.__version__ < '2':
    x = sagemaker.s3_input(1)
else:
    x = sagemaker.inputs.TrainingInput(1)
`,
    ["if sagemaker.__version__ < '2':"],
  ],
  [
    'LooseVersion',
    `
import sagemaker
from distutils.version import LooseVersion
if LooseVersion(sagemaker.__version__) >= LooseVersion('2.0'):
    pass
`,
    ["if LooseVersion(sagemaker.__version__) >= LooseVersion('2.0'):"],
  ],
  [
    'packaging',
    `
import sagemaker
from packaging import version
if version.parse(sagemaker.__version__).major >= 2: pass
`,
    ['if version.parse(sagemaker.__version__).major >= 2: pass'],
  ],
  [
    'split',
    `
import sagemaker
if int(sagemaker.__version__.split('.')[0]) >= 2:
    pass
`,
    ["if int(sagemaker.__version__.split('.')[0]) >= 2:"],
  ],
  [
    'startswith',
    `
import sagemaker
if sagemaker.__version__.startswith('1.'):
    pass
`,
    ["if sagemaker.__version__.startswith('1.'):"],
  ],
  [
    'derived',
    `
import sagemaker
IS_V2 = int(sagemaker.__version__[0]) > 1
if IS_V2: pass
if not IS_V2: pass
def f():
    if IS_V2: return 1
y = 1 if IS_V2 else 2
`,
    ['if IS_V2: pass', 'if not IS_V2: pass', '1 if IS_V2 else 2', 'if IS_V2: return 1'],
  ],
  [
    'major, minor',
    `
import sagemaker
major, minor, *_ = sagemaker.__version__.split('.')
if major == '1': pass
`,
    ["if major == '1': pass"],
  ],
  [
    'map int tuple',
    `
import sagemaker
v = tuple(map(int, sagemaker.__version__.split('.')))
if v >= (2, 0): pass
v = tuple(int(p) for p in sagemaker.__version__.split('.')[:2])
if v < (2,): pass
`,
    ['if v >= (2, 0): pass', 'if v < (2,): pass'],
  ],
  [
    'from import',
    `
from sagemaker import __version__ as smv
if smv[0] == '2': pass
from sagemaker import __version__
if __version__.startswith('2'): pass
`,
    ["if smv[0] == '2': pass", "if __version__.startswith('2'): pass"],
  ],
  [
    'pkg_resources',
    `
import pkg_resources
if pkg_resources.get_distribution('sagemaker').version < '2': pass
import importlib.metadata
if importlib.metadata.version('sagemaker') < '2': pass
from importlib.metadata import version
v = version("sagemaker")
if v.startswith('1'): pass
`,
    [
      "if pkg_resources.get_distribution('sagemaker').version < '2': pass",
      "if importlib.metadata.version('sagemaker') < '2': pass",
      "if v.startswith('1'): pass",
    ],
  ],
  [
    'function flag',
    `
import sagemaker
def is_v2():
    return sagemaker.__version__.startswith('2')
if is_v2(): pass
`,
    ['if is_v2(): pass'],
  ],
  [
    'hasattr',
    `
import sagemaker
if hasattr(sagemaker, 's3_input'):
    x = sagemaker.s3_input(1)
else:
    x = sagemaker.inputs.TrainingInput(1)
`,
    ["if hasattr(sagemaker, 's3_input'):"],
  ],
  [
    'and',
    `
import sagemaker
if x and sagemaker.__version__ >= '2': pass
if 'a' in x: pass
`,
    ["if x and sagemaker.__version__ >= '2': pass"],
  ],
  [
    'assert/print only',
    `
import sagemaker
print(sagemaker.__version__)
assert sagemaker.__version__ >= '1.72'
if x: sagemaker.Session()
`,
    [],
  ],
  [
    'early return',
    `
import sagemaker
def f():
    if sagemaker.__version__ >= '2':
        return sagemaker.inputs.TrainingInput(1)
    return sagemaker.s3_input(1)
`,
    ["if sagemaker.__version__ >= '2':", 'return sagemaker.s3_input(1)'],
  ],
  [
    'early raise',
    `
import sagemaker
if sagemaker.__version__ < '2':
    raise RuntimeError('needs 2')
sagemaker.s3_input(1)
`,
    ["if sagemaker.__version__ < '2':"],
  ],
  [
    'ifexp',
    `
import sagemaker
x = sagemaker.s3_input(1) if sagemaker.__version__ < '2' else sagemaker.inputs.TrainingInput(1)
`,
    ["sagemaker.s3_input(1) if sagemaker.__version__ < '2' else sagemaker.inputs.TrainingInput(1)"],
  ],
  [
    'match',
    `
import sagemaker
match sagemaker.__version__[0]:
    case '1': x = sagemaker.s3_input(1)
    case _: x = sagemaker.inputs.TrainingInput(1)
`,
    ['match sagemaker.__version__[0]:'],
  ],
  [
    'while',
    `
import sagemaker
V = sagemaker.__version__
kw = {'train_instance_count' if V < '2' else 'instance_count': 1}
`,
    ["'train_instance_count' if V < '2' else 'instance_count'"],
  ],
  [
    'f-string',
    `
import sagemaker
name = f"x{sagemaker.__version__}"
if name: sagemaker.s3_input(1)
`,
    [],
  ],
  [
    'flag in try',
    `
try:
    from sagemaker.inputs import TrainingInput
    V2 = True
except ImportError:
    V2 = False
if V2:
    x = 1
else:
    import sagemaker
    x = sagemaker.s3_input(1)
`,
    ['if V2:'],
  ],
])('both versions: %s', (_, code, expected) => {
  expect(evaluateText(code).facts.guarded.map((node) => node.text.split('\n')[0])).toEqual(expected);
});
