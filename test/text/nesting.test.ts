import { expect, test } from 'vitest';
import { isNestedDeep } from '../../src/text/nesting.js';

const deep = 5000;

test.each<[string, string, boolean]>([
  ['lists in lists', '- '.repeat(deep), true],
  ['brackets', '['.repeat(deep), true],
  ['braces behind a key', `a: ${'{b: '.repeat(deep)}`, true],
  ['indentation', Array.from({ length: deep }, (_, i) => `${' '.repeat(i)}a:\n`).join(''), true],
  ['many lines', 'a: [1, 2]\n- b\n'.repeat(deep), false],
  ['a long line', `a: ${'x - y '.repeat(deep)}`, false],
  ['nothing', '', false],
])('%s', (_why, text, expected) => {
  expect(isNestedDeep(text)).toBe(expected);
});
