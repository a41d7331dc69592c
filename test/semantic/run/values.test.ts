import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { repr, type Text } from '../../../src/data/text.js';
import { Template, templateText, Unknown } from '../../../src/data/value.js';
import { runCode } from './support.js';

// Each program with what Python 3.11 says of `repr(x)` behind it: recorded by exec() of the program, once, outside the tests.
const recorded: readonly (readonly [string, string])[] = JSON.parse(
  readFileSync(new URL('./recorded-values.json', import.meta.url), 'utf8'),
);

function textOf(text: Text): string {
  return text instanceof Template ? templateText(text) : text;
}

describe('values are those of Python', () => {
  test.each(recorded)('%s', (program, expected) => {
    const value = runCode(program).globals.get('x');
    expect(value).toBeDefined();
    expect(value instanceof Unknown ? `unknown: ${value.reason}` : textOf(repr(value ?? null))).toBe(expected);
  });
});
