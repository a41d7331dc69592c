import { expect, test } from 'vitest';
import type { ReportedFinding } from '../../src/engine/outcome.js';
import { withFingerprints } from '../../src/io/fingerprints.js';
import { pythonSource } from '../../src/text/source.js';

/** The fingerprint of each line that says `old`, found by the rule. */
function fingerprints(text: string, rule = 'old-word'): string[] {
  const findings = text.split('\n').flatMap((line, i): ReportedFinding[] => {
    if (!line.includes('old')) return [];
    const place = { cell: null, line: i + 1, column: 1, endLine: i + 1, endColumn: 2 };
    return [{ rule, state: 'manual', evidence: 'import', message: '', suggestion: null, ...place }];
  });
  return withFingerprints([pythonSource('a.py', text)], [{ edits: [], findings }]).map((each) => each.fingerprint);
}

test('are 32 hexadecimal digits', () => {
  expect(fingerprints('old(1)\n')).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
});

test('stay when lines come before, and when the line is indented or spaced anew', () => {
  const [before] = fingerprints('old(1, 2)\n');
  expect(fingerprints('import x\r\nif x:\r\n    old(1,  2)\r\n')).toEqual([before]);
});

test('differ by rule, by code and among lines that are alike', () => {
  const all = [...fingerprints('old(1)\nold(1)\nold(2)\n'), ...fingerprints('old(1)\n', 'other')];
  expect(new Set(all).size).toBe(4);
});

test('of lines that are alike, the first keeps its own when another comes behind it', () => {
  expect(fingerprints('old(1)\nold(1)\n')[0]).toBe(fingerprints('old(1)\n')[0]);
});

test('in notebooks lines count from the cell, and what stands above the program counts', () => {
  const source = {
    ...pythonSource('n.ipynb', 'import x\nold(1)'),
    chunks: [
      { start: 0, end: 8, cell: 3 },
      { start: 9, end: 15, cell: 5, lineOffset: 2 },
    ],
  };
  const place = { cell: 5, line: 3, column: 1, endLine: 3, endColumn: 2 };
  const found = { rule: 'old-word', state: 'manual', evidence: 'import', message: '', suggestion: null } as const;
  const [finding] = withFingerprints([source], [{ edits: [], findings: [{ ...found, ...place }] }]);
  expect(finding?.fingerprint).toBe(fingerprints('old(1)\n')[0]);
});
