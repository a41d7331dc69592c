import { expect, test } from 'vitest';
import type { FileOutcome } from '../../src/engine/outcome.js';
import { plain } from '../../src/report/style.js';
import { summarize } from '../../src/report/summary.js';
import { printable, printableLine, wrap } from '../../src/report/terminal-text.js';
import { formatFile, formatSummary } from '../../src/report/text.js';

const outcome: FileOutcome = {
  path: 'nb.ipynb',
  status: 'changed',
  reason: null,
  parts: [],
  findings: [
    {
      rule: 'tensorflow-legacy-mode',
      state: 'manual',
      evidence: 'assignment',
      message: 'Legacy mode is gone from SDK v2; a training script has to be rewritten in script mode \u001b[2J.',
      suggestion: "TensorFlow(\n    py_version='py3',\n)",
      cell: 7,
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 9,
      fingerprint: '0123456789abcdef0123456789abcdef',
    },
    {
      rule: 's3-input',
      state: 'assumed',
      evidence: 'name',
      message: 's3_input is called TrainingInput.',
      suggestion: null,
      cell: 8,
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 9,
      fingerprint: '0123456789abcdef0123456789abcdef',
    },
  ],
};

test('a file: place, state, rule, message, suggestion', () => {
  expect(formatFile(outcome, { width: 60, style: plain, verbose: false, pending: false })).toBe(
    [
      'nb.ipynb: changed, 2 v1 uses found: 1 assumed, 1 manual',
      'nb.ipynb:cell 7:3:5: manual tensorflow-legacy-mode',
      '  Legacy mode is gone from SDK v2; a training script has to',
      '  be rewritten in script mode \\x1b[2J.',
      '  Write instead:',
      '    TensorFlow(',
      "        py_version='py3',",
      '    )',
      'nb.ipynb:cell 8:1:1: assumed s3-input (evidence: name)',
      '  s3_input is called TrainingInput.',
      '',
    ].join('\n'),
  );
});

test('the summary counts files and how each v1 use ended', () => {
  const files = [outcome, { status: 'failed' as const, findings: [] }, { status: 'skipped' as const, findings: [] }];
  expect(formatSummary(summarize(files), { width: 80, style: plain, verbose: false, pending: true })).toBe(
    '1 file would change, 1 file skipped, 1 file failed. 2 v1 uses found: 1 assumed,\n1 manual.\n',
  );
});

test('"no v1 use" is only said when every file was read', () => {
  const layout = { width: 80, style: plain, verbose: false, pending: false };
  const clean = { status: 'unchanged' as const, findings: [] };
  expect(formatSummary(summarize([clean]), layout)).toBe('1 file unchanged. No v1 use found.\n');
  expect(formatSummary(summarize([clean, { status: 'failed', findings: [] }]), layout)).toBe(
    '1 file unchanged, 1 file failed.\n',
  );
});

test('a skipped file says why', () => {
  const skipped: FileOutcome = { path: 'r.ipynb', status: 'skipped', reason: 'an R notebook', findings: [], parts: [] };
  expect(formatFile(skipped, { width: 80, style: plain, verbose: false, pending: false })).toBe(
    'r.ipynb: skipped, an R notebook\n',
  );
});

test('steering characters are shown, not obeyed', () => {
  expect(printable('a\tb\n\u001b]0;x\u0007\r\u009b\u202e')).toBe('a\tb\n\\x1b]0;x\\x07\\x0d\\x9b\\u202e');
  expect(printableLine('a\tb\nc')).toBe('a\\tb\\nc');
});

test('wrapping keeps long words whole and respects what the first line has', () => {
  expect(wrap('aa bb cc', 5, '  ')).toBe('aa bb\n  cc');
  expect(wrap('aa bb cc', 5, '  ', 3)).toBe('aa\n  bb\n  cc');
  expect(wrap('/a/very/long/path is', 5, '')).toBe('/a/very/long/path\nis');
});

test('no line of a workflow’s log is a command of GitHub', () => {
  expect(printableLine('::error::x.py')).toBe('\\x3a:error::x.py');
  expect(printable('a\n  ::stop-commands::t\nx[1::2]')).toBe('a\n  \\x3a:stop-commands::t\nx[1::2]');
  const shown = formatFile(
    { ...outcome, path: '::error::x.py' },
    { width: 80, style: plain, verbose: true, pending: false },
  );
  expect(shown).not.toMatch(/^\s*::/m);
});
