import { describe, expect, test } from 'vitest';
import { formatJson, type JsonFile } from '../../src/report/json.js';
import { mergeReports, readJsonReport } from '../../src/report/merge.js';

const file = (path: string, status: JsonFile['status'] = 'unchanged'): JsonFile => ({
  path,
  status,
  reason: null,
  findings: [],
});

const read = (name: string, version: string, ...files: readonly JsonFile[]) => ({
  name,
  report: readJsonReport(formatJson(version, files)),
});

test('reports of parts give the bytes of one report, in any order', () => {
  const files = [file('a.py', 'changed'), file('a/b.py'), file('b.py', 'skipped'), file('z\u202e.py')];
  const parts = [
    read('1', '1.0.0', ...files.filter((_, i) => i % 2 === 1)),
    read('2', '1.0.0', ...files.filter((_, i) => i % 2 === 0)),
    read('3', '1.0.0'),
  ];
  expect(formatJson('1.0.0', mergeReports(parts))).toBe(formatJson('1.0.0', files));
  expect(formatJson('1.0.0', mergeReports(parts.toReversed()))).toBe(formatJson('1.0.0', files));
});

test('a file in two of them, or another version, is refused', () => {
  expect(() => mergeReports([read('x', '1', file('a.py')), read('y', '1', file('a.py'))])).toThrow(
    'a.py is in x and in y',
  );
  expect(() => mergeReports([read('x', '1'), read('y', '2')])).toThrow('x and y are of different versions');
});

describe('what is no report is refused', () => {
  test.each([
    ['not JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another object', '{"files": 1}'],
    ['another schema', '{"schemaVersion": 2, "version": "1", "files": []}'],
    ['an entry without a path', '{"schemaVersion": 1, "version": "1", "files": [{}]}'],
    [
      'an entry of another status',
      '{"schemaVersion": 1, "version": "1", "files": [{"path": "a", "status": "x", "findings": []}]}',
    ],
  ])('%s', (_what, text) => {
    expect(() => readJsonReport(text)).toThrow(/^(?:is|has) /);
  });
});
