import { describe, expect, it } from 'vitest';
import { alternatives, type DictValue, type Value } from '../../src/semantic/values.js';
import { evaluateText, sdkAttributes, sdkCalls } from '../support/evaluate.js';

const estimator = 'from sagemaker.estimator import Estimator\n';

function globalOf(code: string, name: string): Value {
  const value = evaluateText(code).globals.get(name);
  if (value === undefined) throw new Error(`${name} is not bound`);
  return value;
}

function dictOf(code: string, name = 'kw'): DictValue {
  const value = globalOf(code, name);
  if (value.kind !== 'dict') throw new Error(`${name} is a ${value.kind}`);
  return value;
}

describe('values of expressions', () => {
  it.each<[string, unknown]>([
    ["'a' + 'b'", 'ab'],
    ["('a'\n 'b')", 'ab'],
    ['-1', -1],
    ['1_000', 1000],
    ['0.5', 0.5],
    ['None', null],
    ['True', true],
    ["{'a': 1}['a']", 1],
    ['[1, 2][1]', 2],
    ['[1, 2][-1]', 2],
    ["{'a': {'b': 'c'}}['a']['b']", 'c'],
    ["dict(a='b')['a']", 'b'],
    ['(lambda a, b=2: b)(1)', 2],
  ])('%s', (expression, value) => {
    expect(globalOf(`x = ${expression}\n`, 'x')).toEqual({ kind: 'constant', value });
  });

  it.each([['f(1)'], ['a + 1'], ['b"x"'], ['y[0]'], ['1 < 2'], ['yield_'], ['not a']])(
    '%s is not known',
    (expression) => {
      expect(['unknown', 'foreign']).toContain(globalOf(`x = ${expression}\n`, 'x').kind);
    },
  );

  it('a string with holes keeps its parts', () => {
    expect(globalOf("a = 'b'\nx = f'1{a}2'\n", 'x')).toEqual({
      kind: 'text',
      parts: ['1', { kind: 'constant', value: 'b' }, '2'],
    });
  });

  it('one of two, by branch', () => {
    expect(globalOf("if a:\n    x = 'b'\nelse:\n    x = 'c'\n", 'x')).toMatchObject({
      kind: 'one-of',
      values: [{ value: 'b' }, { value: 'c' }],
    });
    expect(globalOf("x = 'a'\nif a:\n    x = 'b'\n", 'x')).toMatchObject({
      kind: 'one-of',
      values: [{ value: 'b' }, { value: 'a' }],
    });
    expect(globalOf("x = 'a' if b else 'a'\n", 'x')).toMatchObject({ kind: 'constant', value: 'a' });
  });

  it('a loop may run not at all', () => {
    expect(globalOf("x = 'a'\nfor i in y:\n    x = 'b'\n", 'x').kind).toBe('one-of');
  });

  it('too many alternatives are unknown', () => {
    const arms = Array.from({ length: 12 }, (_, i) => `if a == ${i}:\n    x = ${i}\n`).join('');
    const value = globalOf(`x = -1\n${arms}`, 'x');
    const kinds = alternatives(value).map((each) => each.kind);
    expect(kinds).toContain('unknown');
    expect(kinds.length).toBeLessThanOrEqual(8);
  });
});

describe('dictionaries', () => {
  it('know where they go that is not understood', () => {
    expect(dictOf('kw = {"a": 1}\nsave(kw)\n').escapes.map((node) => node.text)).toEqual(['kw']);
    expect(dictOf('import json\nkw = {"a": 1}\njson.dump(kw, f)\n').escapes.map((node) => node.text)).toEqual(['kw']);
    expect(dictOf('kw = {"a": 1}\nother.append(x=kw)\n').escapes.map((node) => node.text)).toEqual(['kw']);
  });

  it.each([
    ['read', 'print(kw)\nlen(kw)\nkw["a"]\nkw.get("a")\n"a" in kw\n'],
    ['spread', `${estimator}Estimator(**kw)\n`],
    ['passed to a function that only reads it', 'def f(d):\n    return d["a"]\nf(kw)\n'],
    ['looped over', 'for k, v in kw.items():\n    print(k, v)\n'],
  ])('do not escape where they are only %s', (_, code) => {
    expect(dictOf(`kw = {"a": 1}\n${code}`).escapes).toEqual([]);
  });

  it('escape through a function of the program that hands them on', () => {
    expect(dictOf('kw = {"a": 1}\ndef f(d):\n    save(d)\nf(kw)\n').escapes.map((node) => node.text)).toEqual(['d']);
  });

  it('know every place that names a key', () => {
    const { accesses } = dictOf('kw = {"a": 1}\nkw["a"]\nkw.get("a", 2)\n"a" in kw\nkw["b"] = 1\nkw.pop("c", None)\n');
    expect(accesses.map(({ key, node }) => `${key} ${node.text}`)).toEqual([
      'a "a"',
      'a "a"',
      'a "a"',
      'b "b"',
      'c "c"',
    ]);
  });

  it('share the tokens of their keys with their copies', () => {
    const { entries, holders } = dictOf('kw = {"a": 1}\nb = {**kw}\nc = dict(kw)\nd = kw.copy()\ne = kw | {}\n');
    const token = entries.get('a')?.key;
    expect(token && holders.get(token)?.size).toBe(5);
  });

  it('know the keys that are named where nothing can be renamed', () => {
    const pinned = (code: string): readonly string[] => [...dictOf(`kw = {"a": 1, "b": 2}\n${code}`).pinned];
    expect(pinned('K = "a"\nkw[K]\n')).toEqual(['a']);
    expect(pinned('for k in ("a", "b"):\n    kw[k]\n')).toEqual(['a', 'b']);
    expect(pinned('"%(a)s" % kw\n')).toEqual(['a']);
    expect(pinned('other(**kw)\n')).toEqual(['a', 'b']);
    expect(pinned('def f(a, **rest): pass\nf(**kw)\n')).toEqual(['a']);
    expect(pinned('for k in kw:\n    print(kw[k])\nfor k, v in kw.items():\n    print(k, v)\n')).toEqual([]);
  });

  it('stay open where a key is not known', () => {
    expect(dictOf('kw = {"a": 1}\nkw[b] = 2\n').open).toBe(true);
    expect(dictOf('kw = {"a": 1, **b}\n').open).toBe(true);
    expect(dictOf('kw = {"a": 1, b: 2}\n').open).toBe(true);
    expect(dictOf('kw = {"a": 1}\nif b:\n    del kw["a"]\n').open).toBe(true);
    expect(dictOf('kw = {"a": 1}\nkw["b"] = 2\n').open).toBe(false);
  });
});

describe('attributes', () => {
  it.each([
    [
      'read, write, call and delete',
      `${estimator}e = Estimator(1)\ne.a\ne.b = 1\ne.c()\ndel e.d\n`,
      ['Estimator.a read', 'Estimator.b write', 'Estimator.c call', 'Estimator.d delete'],
    ],
    [
      'through self',
      `${estimator}class A(Estimator):\n    def f(self):\n        return self.train_instance_type\n`,
      ['Estimator.train_instance_type read'],
    ],
    [
      'of one of two',
      `${estimator}from sagemaker.model import Model\ne = Estimator(1) if a else Model(1)\ne.x\n`,
      ['Estimator|Model.x read'],
    ],
    ['of something or nothing', `${estimator}e = None\nif a:\n    e = Estimator(1)\ne.x\n`, ['Estimator.x read']],
    [
      'of something that can be another',
      `import boto3\n${estimator}e = boto3.client("s3")\nif a:\n    e = Estimator(1)\ne.x\n`,
      ['Estimator.x read maybe'],
    ],
    ['in an f-string', `${estimator}e = Estimator(1)\nf"{e.x:>{e.y}}"\n`, ['Estimator.x read', 'Estimator.y read']],
    [
      'in a decorator, default and lambda',
      `${estimator}e = Estimator(1)\n@e.a\ndef f(x=e.b):\n    pass\ng = lambda: e.c\n`,
      ['Estimator.a read', 'Estimator.b read', 'Estimator.c read'],
    ],
    [
      'in print of Python 2',
      `${estimator}e = Estimator(1)\nprint e.a\nprint >>f, e.b\n`,
      ['Estimator.a read', 'Estimator.b read'],
    ],
    [
      'in assert, raise, del, while and subscripts',
      `${estimator}e = Estimator(1)\nassert e.a, e.b\nwhile e.c:\n    x[e.d]\nraise E(e.f)\n`,
      ['Estimator.a read', 'Estimator.b read', 'Estimator.c read', 'Estimator.d read', 'Estimator.f read'],
    ],
    [
      'in every arm',
      `${estimator}e = Estimator(1)\ntry:\n    e.a\nexcept E as x:\n    e.b\nelse:\n    e.c\nfinally:\n    e.d\nfor i in e.f:\n    pass\nelse:\n    e.g\n`,
      [
        'Estimator.a read',
        'Estimator.b read',
        'Estimator.c read',
        'Estimator.d read',
        'Estimator.f read',
        'Estimator.g read',
      ],
    ],
    [
      'in match arms and guards',
      `${estimator}e = Estimator(1)\nmatch e.a:\n    case 1 if e.b:\n        e.c\n`,
      ['Estimator.a read', 'Estimator.b read', 'Estimator.c read'],
    ],
    [
      'in comprehensions',
      `${estimator}e = Estimator(1)\n[x for x in e.a if e.b]\n{e.c: e.d for x in y}\n`,
      ['Estimator.a read', 'Estimator.b read', 'Estimator.c read', 'Estimator.d read'],
    ],
    [
      'in augmented assignments',
      `${estimator}e = Estimator(1)\ne.a += e.b\n`,
      ['Estimator.a write', 'Estimator.b read'],
    ],
  ])('%s', (_, code, expected) => {
    expect(sdkAttributes(code)).toEqual(expected);
  });
});

describe('which version a program is written for', () => {
  it.each([
    ['v1', `${estimator}Estimator(1, train_instance_count=1)\n`],
    ['v1', 'from sagemaker import s3_input\n'],
    ['v1', 'import sagemaker\nsagemaker.s3_input("x")\n'],
    ['v2', `${estimator}Estimator(1, instance_count=1)\n`],
    ['v2', 'from sagemaker.inputs import TrainingInput\n'],
    ['v2', 'from sagemaker import image_uris\n'],
    ['v2', 'from sagemaker.serializers import CSVSerializer\n'],
    ['mixed', `${estimator}from sagemaker.inputs import TrainingInput\nEstimator(1, train_instance_count=1)\n`],
    ['unknown', 'import sagemaker\nsagemaker.Session()\n'],
    ['unknown', 'x = 1\n'],
    ['unknown', 'def f(train_instance_count):\n    pass\nf(train_instance_count=1)\n'],
  ])('%s: %s', (dialect, code) => {
    expect(evaluateText(code).dialect).toBe(dialect);
  });
});

describe('names that nothing binds', () => {
  const unbound = (code: string): string[] => [...evaluateText(code).facts.unbound.keys()];

  it.each([
    ['a name', 'print(a)\n', ['a']],
    ['a deleted import', 'sagemaker.Session()\n', ['sagemaker']],
    ['builtins and module names', 'print(len, __name__, __file__, unicode, xrange, get_ipython, display)\n', []],
    [
      'every binding form',
      'import a, b.c\nfrom d import e as f\ndef g(h, *i, j=1, **k):\n    return h, i, j, k\nclass l: pass\nfor m in a: m\nwith a as n: n\ntry:\n    a\nexcept E as o:\n    o\n[p for p in a]\n(q := 1)\nprint(q, g, l, b, f)\nlambda r: r\n',
      ['E'],
    ],
    [
      'match captures',
      'match 1:\n    case {"a": b, **c}:\n        print(b, c)\n    case [d, *e]:\n        print(d, e)\n    case int(f) | g:\n        print(f, g)\n    case _ as h:\n        print(h)\n',
      [],
    ],
    ['global', 'def f():\n    global a\n    a = 1\nf()\nprint(a)\n', []],
    ['del', 'a = 1\ndel a\n', []],
    ['a loop variable afterwards', 'for i in [1]:\n    pass\nprint(i)\n', []],
  ])('%s', (_, code, names) => {
    expect(unbound(code)).toEqual(names);
  });
});

describe('work is bounded', () => {
  /** Milliseconds of the evaluation alone would be flaky: what counts is that it ends, and that the rest is read. */
  const tail = `${estimator}Estimator(1, train_instance_count=1)\n`;

  it('a call graph that doubles with every function', () => {
    const functions = Array.from(
      { length: 40 },
      (_, i) => `def f${i}(x):\n    f${i + 1}(x)\n    f${i + 1}(x)\n    return f${i + 1}([x])\n`,
    ).join('');
    expect(sdkCalls(`${functions}def f40(x):\n    return x\nf0(1)\n${tail}`)).toEqual([
      'new Estimator(0, train_instance_count)',
    ]);
  });

  it('functions that call each other', () => {
    const names = Array.from({ length: 30 }, (_, i) => `f${i}`);
    const body = names.map((name) => `    ${name}(x)\n`).join('');
    expect(sdkCalls(`${names.map((name) => `def ${name}(x):\n${body}`).join('')}${tail}`)).toEqual([
      'new Estimator(0, train_instance_count)',
    ]);
  });

  it.each([
    ['calls', 'f(', ')'],
    ['lists', '[', ']'],
    ['parentheses', '(', ')'],
    ['lambdas', '(lambda: ', ')()'],
  ])('5,000 nested %s', (_, open, close) => {
    expect(sdkCalls(`x = ${open.repeat(5000)}1${close.repeat(5000)}\n${tail}`)).toEqual([
      'new Estimator(0, train_instance_count)',
    ]);
  });

  it('a chain of 5,000 calls and a sum of 20,000 parts', () => {
    expect(sdkCalls(`x = a${'.b()'.repeat(5000)}\ny = ${'a + '.repeat(20_000)}a\n${tail}`)).toEqual([
      'new Estimator(0, train_instance_count)',
    ]);
  });

  it('blocks nested 200 deep', () => {
    const deep = Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}if a:\n`).join('');
    expect(sdkCalls(`${deep}${' '.repeat(200)}b = 1\n${tail}`)).toEqual(['new Estimator(0, train_instance_count)']);
  });

  it('a list that grows by itself in nested loops', () => {
    const loops = Array.from(
      { length: 12 },
      (_, i) =>
        `${'    '.repeat(i)}for x${i} in l:\n${'    '.repeat(i + 1)}l = l + l\n${'    '.repeat(i + 1)}l.extend(l)\n`,
    ).join('');
    expect(sdkCalls(`l = [1, 2]\n${loops}${tail}`)).toEqual(['new Estimator(0, train_instance_count)']);
  });

  it('a string, a list and a dictionary that double forty times', () => {
    const lines = 's = s + s\nt = f"{t}{t}"\nl = l + l\nk = {**k, "a": k}\n'.repeat(40);
    expect(sdkCalls(`s = 'a'\nt = 'a'\nl = [1]\nk = {}\n${lines}${tail}`)).toEqual([
      'new Estimator(0, train_instance_count)',
    ]);
  });

  it('10,000 generated lines in about ten times the work of 1,000', () => {
    const program = (lines: number): string =>
      estimator +
      Array.from({ length: lines }, (_, i) => `e${i} = Estimator(${i}, train_instance_count=1)\ne${i}.fit(d)\n`).join(
        '',
      );
    const time = (code: string): number => {
      const start = process.cpuUsage();
      evaluateText(code);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    time(program(500));
    const [small, large] = [Math.min(time(program(500)), time(program(500))), time(program(5000))];
    expect(large / small).toBeLessThan(40);
  });
});
