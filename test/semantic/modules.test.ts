import { describe, expect, test } from 'vitest';
import type { PyNode } from '../../src/python/node.js';
import { parsePython } from '../../src/python/parser.js';
import type { LoadModule } from '../../src/semantic/modules.js';
import { evaluateProgram, type Program } from '../../src/semantic/program.js';
import { pythonSource } from '../../src/text/source.js';
import { modulesIn } from '../support/modules.js';

/** Evaluates `main.py` beside other files. */
function evaluateMain(code: string, files: Readonly<Record<string, string>>): Program {
  const find = modulesIn({ ...files, 'main.py': code });
  const load: LoadModule = (dotted, level, fromPath) => {
    const found = find(dotted, level, fromPath);
    if (found === undefined) return undefined;
    const source = pythonSource(found.path, found.text);
    return { path: found.path, tree: parsePython(source.text, source.chunks) };
  };
  const source = pythonSource('main.py', code);
  return evaluateProgram(source, parsePython(source.text, source.chunks), load);
}

/** What the last binding of a name stands for: the class of an object, the path of a symbol, or its kind. */
function standsFor(code: string, files: Readonly<Record<string, string>>, name = 'x'): string {
  const value = evaluateMain(code, files).globals.get(name);
  if (value?.kind === 'instance') return `object of ${value.classPath}`;
  if (value?.kind === 'class') return `class below ${value.classPath}`;
  if (value?.kind === 'sdk' || value?.kind === 'foreign') return `${value.kind} ${value.path}`;
  if (value?.kind === 'constant') return String(value.value);
  return value?.kind ?? 'nothing';
}

const TENSORFLOW = 'sagemaker.tensorflow.estimator.TensorFlow';
const helpers = `from sagemaker.tensorflow import TensorFlow
NAME = "job"
def make():
    return TensorFlow(entry_point="t.py", role="r")
class Trainer:
    def __init__(self):
        self.estimator = make()
class Base(TensorFlow):
    pass
shared = make()
def load():
    return open("x")
`;

describe('what a module of the project gives', () => {
  test.each([
    ['a constant', 'from helpers import NAME as x', 'job'],
    ['an object', 'from helpers import shared as x', `object of ${TENSORFLOW}`],
    ['what a function returns', 'from helpers import make\nx = make()', `object of ${TENSORFLOW}`],
    ['what a function of the module returns', 'import helpers\nx = helpers.make()', `object of ${TENSORFLOW}`],
    ['by another name', 'import helpers as h\nx = h.make()', `object of ${TENSORFLOW}`],
    ['a class', 'from helpers import Base as x', `class below ${TENSORFLOW}`],
    ['an object of a class', 'from helpers import Base\nx = Base("t.py")', `object of ${TENSORFLOW}`],
    ['a base class', 'from helpers import Base\nclass x(Base):\n    pass', `class below ${TENSORFLOW}`],
    ['an attribute', 'from helpers import Trainer\nx = Trainer().estimator', `object of ${TENSORFLOW}`],
    ['names of a star import', 'from helpers import *\nx = make()', `object of ${TENSORFLOW}`],
    ['what is not the SDK', 'from helpers import load\nx = load()', 'foreign builtins.open()'],
    ['a name that it does not have', 'from helpers import other as x', 'foreign helpers.other'],
    ['a module that is missing', 'from nowhere import make\nx = make()', 'foreign nowhere.make()'],
  ])('%s', (_what, code, expected) => {
    expect(standsFor(code, { 'helpers.py': helpers })).toBe(expected);
  });

  test('by way of packages', () => {
    const files = {
      'pkg/__init__.py': 'from sagemaker.pytorch import PyTorch\nfrom .inner import make\n',
      'pkg/inner.py': 'from . import PyTorch\ndef make():\n    return PyTorch("t.py")\n',
    };
    const pytorch = 'object of sagemaker.pytorch.estimator.PyTorch';
    expect(standsFor('from pkg import PyTorch\nx = PyTorch("t.py")', files)).toBe(pytorch);
    expect(standsFor('from pkg import make\nx = make()', files)).toBe(pytorch);
    expect(standsFor('from pkg import inner\nx = inner.make()', files)).toBe(pytorch);
    expect(standsFor('import pkg.inner\nx = pkg.inner.make()', files)).toBe(pytorch);
    const { 'pkg/__init__.py': _, ...folder } = { ...files, 'pkg/inner.py': helpers };
    expect(standsFor('import pkg.inner\nx = pkg.inner.make()', folder)).toBe(`object of ${TENSORFLOW}`);
  });

  test('in modules that import each other', () => {
    const files = {
      'a.py':
        'from b import other\nfrom sagemaker.tensorflow import TensorFlow\ndef make():\n    return TensorFlow("t.py")\n',
      'b.py': 'import a\nimport main\ndef other():\n    return a.make()\n',
    };
    expect(standsFor('from b import other\nx = other()', files)).toBe(`object of ${TENSORFLOW}`);
    expect(standsFor('from a import other\nx = other()', files)).toBe(`object of ${TENSORFLOW}`);
  });

  test('in functions that call each other across files', () => {
    const files = { 'a.py': 'def apply(f, n):\n    return f(apply, n)\n' };
    expect(standsFor('from a import apply\ndef f(g, n):\n    return g(f, n)\nx = apply(f, 1)', files)).toBe('unknown');
  });

  test('is followed three imports far', () => {
    const chain = (length: number): Record<string, string> => ({
      ...Object.fromEntries(
        Array.from({ length: length - 1 }, (_, i) => [`m${i + 1}.py`, `from m${i + 2} import make\n`]),
      ),
      [`m${length}.py`]: helpers,
    });
    expect(standsFor('from m1 import make\nx = make()', chain(3))).toBe(`object of ${TENSORFLOW}`);
    expect(standsFor('from m1 import make\nx = make()', chain(4))).toBe('foreign m4.make()');
  });

  test('says more than a name does', () => {
    const files = { 'pkg/loader.py': 'class Own:\n    pass\npredictor = Own()\nestimator = open("x")\n' };
    const { facts } = evaluateMain('from pkg.loader import predictor\nimport sagemaker\npredictor.endpoint\n', files);
    expect([...facts.attributes.values()].flat()).toEqual([]);
  });
});

test('a file that takes the name of the SDK is what is imported', () => {
  const files = { 'sagemaker.py': 'class Session:\n    pass\n' };
  const code =
    'import sagemaker\nfrom sagemaker import Session, s3_input\nfrom sagemaker.session import s3_input as y\n';
  const { facts } = evaluateMain(`${code}x = sagemaker.Session()\ns3_input("s3://b")\ny("s3://b")\n`, files);
  expect([facts.imports, [...facts.references.keys()], [...facts.calls.keys()]]).toEqual([[], [], []]);
});

test('a name that another file imports is no reference to rewrite, its calls are', () => {
  const files = { 'sdk.py': 'from sagemaker.predictor import RealTimePredictor\n' };
  const { facts } = evaluateMain('from sdk import RealTimePredictor\nRealTimePredictor("x")\n', files);
  expect(facts.references.size).toBe(0);
  expect([...facts.calls.values()].flat().map(({ target }) => target)).toMatchObject([
    { kind: 'constructor', classPath: 'sagemaker.predictor.RealTimePredictor' },
  ]);
});

test('a predictor is the same whether its file was migrated or not', () => {
  const use = 'from sdk import make\nx = make()';
  const predictor = 'object of sagemaker.predictor.RealTimePredictor';
  for (const name of ['RealTimePredictor', 'Predictor']) {
    const made = `from sagemaker.predictor import ${name}\ndef make():\n    return ${name}("x")\n`;
    expect(standsFor(use, { 'sdk.py': made })).toBe(predictor);
    const chained = `import sagemaker\ndef make():\n    return sagemaker.predictor.${name}("x")\n`;
    expect(standsFor(use, { 'sdk.py': chained })).toBe(predictor);
  }
});

test('no place of another file is among the facts', () => {
  const files = {
    'helpers.py': `${helpers}KW = {"role": "r", "entry_point": "e"}
import functools
part = functools.partial(TensorFlow, role="r")
def configure(predictor, kw):
    predictor.content_type = "text/csv"
    kw["role"] = "r"
    return TensorFlow(**kw)
`,
  };
  const code = `from helpers import *
from sagemaker.tensorflow import TensorFlow as Own
own = Own("t.py", role="r")
TensorFlow(**KW)
part(entry_point="x")
own_kw = {"entry_point": "x"}
configure(own, own_kw)
Own(**own_kw)
class Mine(Base):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.deploy(1, "ml.m4.xlarge").endpoint
Mine(role="r")
Trainer().estimator.fit()
`;
  const { facts } = evaluateMain(code, files);
  const isHere = (node: PyNode | undefined): boolean => node === undefined || node.document.text === code;
  const calls = [...facts.calls.values()].flat();
  const places: (PyNode | undefined)[] = [
    ...facts.calls.keys(),
    ...facts.attributes.keys(),
    ...facts.references.keys(),
    ...facts.values.keys(),
    ...facts.guarded,
    ...facts.foreignCalls,
    ...[...facts.unbound.values()].flat(),
    ...facts.imports.flatMap(({ clause, statement, references }) => [clause, statement, ...references]),
    ...calls.flatMap(({ arguments: list }) => list.flatMap((each) => [each.nameNode, each.valueNode, each.written])),
    ...[...facts.values.values()].flatMap((value) =>
      value.kind === 'instance'
        ? [value.site, value.construction?.node, ...value.writes.map(({ target }) => target)]
        : [],
    ),
  ];
  expect(calls.length).toBeGreaterThan(5);
  expect(places.filter((node) => !isHere(node)).map((node) => node?.text)).toEqual([]);
});
