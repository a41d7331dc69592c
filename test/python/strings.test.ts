import { expect, it } from 'vitest';
import { quote, stringContent, stringPrefix, stringValue } from '../../src/python/strings.js';
import { findNode, parse } from '../support/parse.js';

// The values are what CPython's ast.literal_eval gives for the literals.
it.each([
  ["'a'", 'a'],
  ['"a"', 'a'],
  ["''", ''],
  ['""""""', ''],
  ["'''a'b'''", "a'b"],
  ['"""a\n"b" c"""', 'a\n"b" c'],
  ["u'a'", 'a'],
  ["U'a'", 'a'],
  [String.raw`'a\'b'`, "a'b"],
  [String.raw`'\n\t\\'`, '\n\t\\'],
  [String.raw`r'\n'`, '\\n'],
  [String.raw`R"a\"b"`, 'a\\"b'],
  [String.raw`'\x41\101\u0042\U0001F600'`, 'AAB😀'],
  [String.raw`'\d'`, '\\d'],
  [String.raw`'\0'`, '\0'],
  ["'a\\\nb'", 'ab'],
  ["f'a'", 'a'],
  ["f'{{a}}'", '{a}'],
  ["'a' 'b'", 'ab'],
  ["('a'\n 'b')", 'ab'],
  [`'a' "b" r'\\c'`, 'ab\\c'],
  ["'a' f'b'", 'ab'],
])('%s', (code, value) => {
  const tree = parse(`x = ${code}\n`);
  const type = /['"]\s+[rf]?['"]/.test(code) && !code.includes('"""') ? 'concatenated_string' : 'string';
  expect(stringValue(findNode(tree, type))).toBe(value);
});

it.each(["b'a'", "rb'a'", "Br'a'", "f'{a}'", "f'a{b}c'"])('%s has no value that is known', (code) => {
  expect(stringValue(findNode(parse(`x = ${code}\n`), 'string'))).toBeUndefined();
});

it('joined strings with a hole have no value', () => {
  expect(stringValue(findNode(parse("x = 'a' f'{b}'\n"), 'concatenated_string'))).toBeUndefined();
});

it.each([
  ["'a'", '', 'a'],
  ['rb"a"', 'rb', 'a'],
  ['F"""a"""', 'f', 'a'],
  ['""', '', ''],
  ["''''a'''", '', "'a"],
])('prefix and content of %s', (code, prefix, content) => {
  const node = findNode(parse(`x = ${code}\n`), 'string');
  expect(stringPrefix(node)).toBe(prefix);
  const { start, end } = stringContent(node);
  expect(node.document.text.slice(start, end)).toBe(content);
});

it.each(['a', "it's", 'say "x"', 'back\\slash', 'two\nlines', '', 'ä😀', 'tab\t', 'cr\r'])(
  'quoted, %j reads as itself',
  (value) => {
    for (const mark of ['"', "'"]) {
      expect(stringValue(findNode(parse(`x = ${quote(value, mark)}\n`), 'string'))).toBe(value);
    }
  },
);
