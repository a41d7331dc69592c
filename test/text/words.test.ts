import { expect, test } from 'vitest';
import { hasWord } from '../../src/text/words.js';

test.each<[string, string, boolean]>([
  ['del x', 'x', true],
  ['del xx, x', 'x', true],
  ['del xx, _x, x1', 'x', false],
  ['x', 'x', true],
  ['', 'x', false],
  [`del ${'a'.repeat(1_000_000)}`, 'a'.repeat(1_000_000), true],
])('%.20s has %.20s: %s', (text, word, expected) => {
  expect(hasWord(text, word)).toBe(expected);
});
