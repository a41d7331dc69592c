import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FileOutcome } from '../../src/engine/outcome.js';
import { formatJson, jsonFile, toJson } from '../../src/report/json.js';

const outcome: FileOutcome = {
  path: 'train.ipynb',
  status: 'changed',
  reason: null,
  parts: [{ cell: 7, before: 'a', after: 'b' }],
  findings: [
    {
      rule: 'train-prefixed-params',
      state: 'migrated',
      evidence: 'import',
      message: '…',
      suggestion: null,
      cell: 7,
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 25,
      fingerprint: '0123456789abcdef0123456789abcdef',
    },
  ],
};

test('is what docs/json-output.md shows', () => {
  const docs = readFileSync(new URL('../../docs/json-output.md', import.meta.url), 'utf8');
  const example = /```json\n(.*?)```/s.exec(docs)?.[1] ?? '';
  expect(JSON.parse(formatJson('0.1.0', [jsonFile(outcome, {})]))).toEqual(JSON.parse(example));
});

test('the ends of the findings add up to those found', () => {
  const { found, ...ends } = JSON.parse(formatJson('0.1.0', [jsonFile(outcome, {})])).summary.coverage;
  expect(Object.values<number>(ends).reduce((a, b) => a + b)).toBe(found);
});

test('is safe to show in a terminal, and still the same text', () => {
  const steering = '\u001b[2J\u007f\u009b\u202e';
  const text = toJson({ steering });
  expect(text).toMatch(/^[\n\x20-\x7e]*$/);
  expect(JSON.parse(text)).toEqual({ steering });
});
