import { describe, expect, test } from 'vitest';
import { repr } from '../../../src/data/text.js';
import { Unknown } from '../../../src/data/value.js';
import { runCode } from './support.js';

function shown(code: string): string {
  const value = runCode(code).globals.get('x') ?? null;
  return value instanceof Unknown ? '?' : String(repr(value));
}

// What PyYAML 6.0 and Python's hashlib say.
describe('YAML in the text of a program', () => {
  test.each([
    [
      'scalars',
      '[yes, No, on, true, ~, null, 1e3, 1.0, 0x1F, 012, 0b11, \'5\', 1_000, 1e+3, 1.5e+3, .5, -1, +2, 08, y, "a: b", a b]',
      "[True, False, True, True, None, None, '1e3', 1.0, 31, 10, 3, '5', 1000, '1e+3', 1500.0, 0.5, -1, 2, '08', 'y', 'a: b', 'a b']",
    ],
    [
      'maps',
      "a: {b: 1, c: [x, 'y']}\nd:\n- e: 2\n  f: g\n-   - h\n",
      "{'a': {'b': 1, 'c': ['x', 'y']}, 'd': [{'e': 2, 'f': 'g'}, ['h']]}",
    ],
    [
      'blocks',
      't: >\n  folded\n  line\nl: |\n  a\n  b\nq: "x\\ty"\n',
      "{'t': 'folded line\\n', 'l': 'a\\nb\\n', 'q': 'x\\ty'}",
    ],
    [
      'merge',
      'base: &b {x: 1, y: 2}\none:\n  <<: *b\n  y: 3\ntwo:\n  <<: [{x: 5}, *b]\nalias: *b\n',
      "{'base': {'x': 1, 'y': 2}, 'one': {'x': 1, 'y': 3}, 'two': {'x': 5, 'y': 2}, 'alias': {'x': 1, 'y': 2}}",
    ],
    ['keys', '1: a\ntrue: b\nnull: c\na: 1\na: 2\n', "{1: 'b', None: 'c', 'a': 2}"],
    ['empty', '', 'None'],
    ['str tag', 'a: !!str 5\n', "{'a': '5'}"],
  ])('%s', (_what, text, expected) => {
    expect(shown(`import yaml\nx = yaml.safe_load(${JSON.stringify(text)})\n`)).toBe(expected);
  });

  test('several documents', () => {
    expect(shown("from yaml import safe_load_all\nx = list(safe_load_all('a: 1\\n---\\nb: 2\\n'))\n")).toBe(
      "[{'a': 1}, {'b': 2}]",
    );
  });

  test.each([
    ['a file', "x = yaml.safe_load(open('a.yaml'))"],
    ['a date', "x = yaml.safe_load('2020-01-02')"],
    ['a tag of its own', "x = yaml.load('!mine 1', Loader=yaml.Loader)"],
    ['what is no YAML', "x = yaml.safe_load('a: [1')"],
    ['a bomb', `x = yaml.safe_load('${'['.repeat(5000)}')`],
  ])('%s is not known', (_what, code) => {
    expect(shown(`import yaml\n${code}\n`)).toBe('?');
  });

  test('an alias is the object that it names', () => {
    expect(shown("import yaml\nd = yaml.safe_load('{a: &x [1], b: *x}')\nd['a'].append(2)\nx = d['b']\n")).toBe(
      '[1, 2]',
    );
  });
});

test('digests', () => {
  expect(shown("import hashlib\nx = hashlib.md5(b'x').hexdigest()\n")).toBe("'9dd4e461268c8034f5c8564e155c67a6'");
  expect(shown("import hashlib\nx = hashlib.sha256('é'.encode()).hexdigest()[:8]\n")).toBe("'4a99557e'");
  expect(shown("import hashlib\nh = hashlib.sha1(b'a')\nh.update(b'b')\nx = h.hexdigest()\n")).toBe(
    "'da23614e02469a0d7c7bd1bdab5c9c474b1904dc'",
  );
  expect(shown('import hashlib, o\nx = hashlib.md5(o.f()).hexdigest()\n')).toBe('?');
});
