import { describe, expect, test } from 'vitest';
import { repr } from '../../../src/data/text.js';
import { type Data, Template, templateText, Unknown } from '../../../src/data/value.js';
import { runCode } from './support.js';

/** What is known of a value, as text: `?` for nothing, `a|b` for one of a few. */
function known(value: Data | undefined): string {
  if (value instanceof Unknown) return value.values.length === 0 ? '?' : value.values.map(known).join('|');
  const text = repr(value ?? null);
  return text instanceof Template ? templateText(text) : text;
}

function lastX(code: string, given: Readonly<Record<string, Data>> = {}): string {
  return known(runCode(code, given).globals.get('x'));
}

describe('what is not known', () => {
  test.each([
    ['both arms of an unknown condition', 'import o\nif o.f(): x = 1\nelse: x = 2\n', '1|2'],
    ['an arm that may not run', 'import o\nx = 1\nif o.f(): x = 2\n', '2|1'],
    ['the same value in both arms', 'import o\nif o.f(): x = 1\nelse: x = 1\n', '1'],
    ['an arm that returns', 'import o\ndef f():\n    if o.f(): return 1\n    return 2\nx = f()\n', '2|1'],
    ['an arm that raises is not the one', "import o\nif o.f(): raise ValueError('no')\nelse: x = 2\n", '2'],
    ['a conditional expression', 'import o\nx = 1 if o.f() else 2\n', '1|2'],
    ['an item that only one arm adds', 'import o\nl = [1]\nif o.f(): l.append(2)\nx = len(l)\n', '?'],
    ['a key that only one arm sets', "import o\nd = {'a': 1}\nif o.f(): d['a'] = 2\nx = d['a']\n", '2|1'],
    [
      'an attribute that only one arm sets',
      'import o\nclass A: pass\na = A()\na.v = 1\nif o.f(): a.v = 2\nx = a.v\n',
      '2|1',
    ],
    ['what a loop over something unknown leaves', 'import o\nx = 0\nfor i in o.f(): x = 1\n', '1|0'],
    ['a list filled by such a loop', 'import o\nl = []\nfor i in o.f(): l.append(1)\nx = l[0]\n', '1'],
    ['an item behind one that may be there', 'import o\nl = [1]\nif o.f(): l.append(2)\nl.append(3)\nx = l[1]\n', '?'],
    ['an item before one that may be there', 'import o\nl = [1]\nif o.f(): l.append(2)\nl.append(3)\nx = l[0]\n', '1'],
    ['an item behind unknown ones', 'import o\nl = [1, *o.f(), 2]\nx = l[1]\n', '?'],
    ['a value that an update may replace', "import o\nd = {'a': 1}\nd.update(o.f())\nx = d['a']\n", '?'],
    ['a value that a merge may replace', "import o\nd = {'a': 1, **o.f()}\nx = d['a']\n", '?'],
    ['a value behind all that may be merged', "import o\nd = {**o.f(), 'a': 1}\nx = d['a']\n", '1'],
    ['its length', 'import o\nl = []\nfor i in o.f(): l.append(1)\nx = len(l)\n', '?'],
    [
      'an attribute of one of two objects',
      'import o\nclass A:\n    def __init__(self, v): self.v = v\na = A(1) if o.f() else A(2)\nx = a.v\n',
      '1|2',
    ],
    ['a truth that both alternatives share', "import o\na = 'x' if o.f() else 'y'\nx = 1 if a else 2\n", '1'],
    ['a comparison that one of two alternatives meets', "import o\na = 'x' if o.f() else 'y'\nx = a == 'x'\n", '?'],
    [
      'an arm that one of two alternatives takes',
      "import o\na = 'x' if o.f() else 'y'\nx = 1 if a == 'x' else 2\n",
      '1|2',
    ],
    ['an order of which two alternatives disagree', 'import o\na = 1 if o.f() else 3\nx = 1 if a > 2 else 2\n', '1|2'],
    [
      'an item of one of two lists, of which one holds something unknown',
      "import o\nd = {'a': o.g(), 'b': 2}\nx = d['a' if o.f() else 'b']\n",
      '?',
    ],
    ['a comparison that no alternative meets', "import o\na = 'x' if o.f() else 'y'\nx = a == 'z'\n", 'False'],
    [
      'keywords of one of two dictionaries',
      "import o\ndef f(a=0, b=0): return a\nx = f(**({'a': 1} if o.f() else {'a': 2}))\n",
      '1|2',
    ],
    [
      'a keyword that neither of two dictionaries holds',
      "import o\ndef f(a=0, b=0): return b\nx = f(**({'a': 1} if o.f() else {'a': 2}))\n",
      '0',
    ],
    [
      'a keyword that only one of two dictionaries holds',
      "import o\ndef f(a=0, b=0): return b\nx = f(**({'a': 1} if o.f() else {'b': 2}))\n",
      '?',
    ],
    ['a name that nothing binds', 'x = y\n', '?'],
    ['another package', 'import pandas as pd\nx = pd.read_csv("a").shape[0]\n', '?'],
  ])('%s', (_what, code, expected) => {
    expect(lastX(code)).toBe(expected);
  });

  test('says where it comes from', () => {
    const value = runCode('import pandas as pd\nx = pd.read_csv("a")\n').globals.get('x');
    expect(value).toEqual(new Unknown('returned by pandas.read_csv at line 2'));
  });

  test('a string keeps the parts that are known', () => {
    expect(lastX('import os\nx = f"s3://{os.environ[\'B\']}/data"\n')).toBe("'s3://{the environment variable B}/data'");
    expect(lastX("import os\nx = f\"s3://{os.environ['B']}/data\".endswith('/data')\n")).toBe('True');
  });

  test('a given value takes the place of what the program reads from outside', () => {
    expect(lastX("import os\nx = os.environ['B']\n", { B: 'b' })).toBe("'b'");
    expect(lastX('import o\nn = o.f()\nx = n + 1\n', { n: 2 })).toBe('3');
    expect(lastX('n = 5\nx = n + 1\n', { n: 2 })).toBe('6');
  });
});

describe('requests', () => {
  const send = "boto3.client('sagemaker').create_model(ModelName='m')\n";

  test('one for each turn of a loop', () => {
    expect(runCode(`import boto3\nfor i in range(3):\n    ${send}`).sent).toHaveLength(3);
  });

  test('what depends on an unknown condition says so', () => {
    const { sent } = runCode(`import boto3, o\nif o.f():\n    ${send}${send}`);
    expect(sent.map(({ condition }) => condition)).toEqual(['returned by o.f at line 2', undefined]);
  });

  test('none behind the end of the program', () => {
    expect(runCode(`import boto3, sys\nsys.exit()\n${send}`).sent).toEqual([]);
  });

  test('none in a function that nobody calls, or in an arm that is known not to run', () => {
    expect(runCode(`import boto3\ndef f():\n    ${send}if False:\n    ${send}`).sent).toEqual([]);
  });

  test('an error of the program itself does not hide what follows', () => {
    const { sent, errors } = runCode(`import boto3\nx = {}['a']\n${send}`);
    expect(errors.map(({ type }) => type)).toEqual(['KeyError']);
    expect(sent).toHaveLength(1);
  });
});

describe('bounds', () => {
  test.each([
    ['an endless loop', 'while True: pass\nx = 1\n'],
    ['endless recursion', 'def f(n): return f(n + 1)\nx = f(0)\n'],
    ['a string that doubles', "s = 'a'\nfor i in range(90): s += s\nx = len(s)\n"],
    ['a list that doubles', 'l = [1]\nfor i in range(90): l = l + l\nx = 1\n'],
    ['a list that holds itself', 'l = []\nl.append(l)\nx = str(l)\n'],
    [
      'nested loops',
      'x = 0\nfor a in range(99):\n  for b in range(99):\n    for c in range(99):\n      for d in range(99): x += 1\n',
    ],
    ['deep brackets', `x = ${'['.repeat(900)}1${']'.repeat(900)}\n`],
    ['many unknown conditions', `import o\nx = 0\n${'if o.f(): x += 1\n'.repeat(300)}`],
  ])('%s ends', (_what, code) => {
    expect(() => runCode(code)).not.toThrow();
  });
});

test('a shuffled list has as many items, and nobody knows which is where', () => {
  const { globals } = runCode(
    'import random\nimport numpy as np\na = [1, 2, 3]\nrandom.shuffle(a)\nb = [4]\nnp.random.shuffle(b)\nn, x, y = len(a), a[0], b[0]\n',
  );
  expect(globals.get('n')).toBe(3);
  expect(globals.get('x')).toBeInstanceOf(Unknown);
  expect(globals.get('y')).toBeInstanceOf(Unknown);
});

test.each([
  ['code of another package', 'import o\no.write(f)\n'],
  ['a table', 'import pandas\npandas.read_csv("a").to_csv(f)\n'],
  ['json', 'import json\njson.dump({}, f)\n'],
])('what a text buffer holds is not known when it was handed to %s', (_to, code) => {
  expect(lastX(`import io\nf = io.StringIO()\n${code}x = f.getvalue()\n`)).toBe('?');
});

test('a generator that is entered in an ExitStack is not followed', () => {
  const code = `import contextlib
@contextlib.contextmanager
def opened(): yield 1
with contextlib.ExitStack() as stack: x = stack.enter_context(opened())
`;
  expect(lastX(code)).toBe('?');
});
