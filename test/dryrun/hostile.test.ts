import { describe, expect, test } from 'vitest';
import { dryRunSource } from '../../src/engine/dry-run.js';
import { pythonSource } from '../../src/text/source.js';

const estimator = "from sagemaker.estimator import Estimator\ne = Estimator('i', 'r', 1, 'ml.m5.large')\n";
const repeated = (times: number, line: (index: number) => string): string =>
  Array.from({ length: times }, (_, index) => line(index)).join('');

/** Programs that would take for ever, or more memory than there is, if they were followed to their end. */
const programs: Readonly<Record<string, string>> = {
  'a list that holds itself': `l = []\nl.append(l)\nimport json, copy\nx = str(l)\nl == l\ncopy.deepcopy(l)\n${estimator}e.set_hyperparameters(l=l)\ne.fit('s3://b')\n`,
  'lists that hold a list twice, over and over': `a = [1]\nb = [1]\n${repeated(100, () => 'a = [a, a]\nb = [b, b]\n')}str(a)\na == b\na < b\na in [b]\n${estimator}e.set_hyperparameters(a=a)\ne.fit('s3://b')\n`,
  'a dataclass that holds itself':
    'from dataclasses import dataclass, asdict\n@dataclass\nclass A:\n    x: int\na = A(1)\na.x = a\nb = A(2)\nb.x = b\nstr(a)\na == b\nasdict(a)\n',
  'strings that double':
    "s = 'a'\nfor i in range(60):\n    s = s + s\nt = 'x' * 10**9\n'%1000000000d' % 3\nf'{3:1000000000}'\n'ab'.zfill(10**9)\n",
  'joins of joins': "s = ['a' * 1000] * 1000\nfor i in range(30):\n    s = [''.join(s)] * 1000\n",
  'parentheses in parentheses': `x = ${'('.repeat(3000)}1${')'.repeat(3000)}\n`,
  'functions that call themselves': 'def f(n):\n    return f(n + 1) + f(n + 2)\nf(0)\n',
  'special methods that call themselves':
    'class A:\n    def __len__(self): return len(self)\n    def __str__(self): return str(self)\n    def __eq__(self, o): return self == o\n    def __iter__(self): return iter(self)\n    def __getattr__(self, n): return getattr(self, n + "x")\na = A()\nlen(a)\nstr(a)\na == a\nlist(a)\na.foo\n',
  'a class that extends itself':
    'class A(A): pass\nclass B: pass\nclass C(B, B): pass\nclass D(C, B): pass\nclass E(B, C): pass\nE().x\n',
  'conditions that nobody knows': `import o\nx = 0\n${repeated(300, (i) => `if o.f${i}():\n    x = x + ${i}\n`)}`,
  'a generator without an end':
    'import itertools\ndef g():\n    while True: yield 1\nfor x in g(): pass\nlist(g())\nlist(itertools.count())\nlist(zip(g(), g()))\nmax(itertools.cycle([1]))\n',
  'a generator that goes through itself': 'def h():\n    yield from h()\nlist(h())\nfor x in h(): pass\n',
  'a loop without an end': 'while True:\n    pass\n',
  'jobs without an end': `${estimator}while True:\n    e.fit('s3://b')\n`,
  'loops in loops': 'for a in range(1000):\n  for b in range(1000):\n    for c in range(1000):\n      x = a * b * c\n',
  'comprehensions in comprehensions':
    'x = [[[a * b * c for a in range(500)] for b in range(500)] for c in range(500)]\n',
  'patterns that go back and forth':
    "import re\nre.match('(a+)+b', 'a' * 5000)\nre.match('(a|aa)+$', 'a' * 60 + 'b')\nre.search('.*.*.*.*x', 'a' * 9000)\n",
  'every arrangement':
    'import itertools\nlist(itertools.permutations(range(20)))\nlist(itertools.product(range(3), repeat=1000))\n',
  'searches of long lists':
    'l = list(range(10000))\nfor i in l:\n    i in l and l.index(i) and l.count(i)\n    set(l) | set(l + l)\n',
  'numbers without an end': 'x = 9**9**9**9\ny = 1 << 100000\nz = 10.0**400\n',
  'an estimator for everything': `${estimator}e.sagemaker_session = e\ne.role = e\ne.tags = [e]\ne.fit(e)\ne.deploy(e, e)\n`,
};

describe('programs that do not end are given up in time', () => {
  test.each(Object.keys(programs))('%s', (name) => {
    const source = pythonSource('a.py', `import sagemaker\n${programs[name]}`);
    const started = process.cpuUsage();
    const { notes } = dryRunSource(source, { compare: false, settings: {}, given: new Map() });
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(2);
    expect(notes.filter(({ message }) => message.startsWith('internal error'))).toEqual([]);
  });
});
