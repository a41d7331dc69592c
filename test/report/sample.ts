import type { FileFinding, FileOutcome } from '../../src/engine/outcome.js';
import { addToSummary, emptySummary } from '../../src/report/summary.js';
import type { ReportContext, ReportWriter } from '../../src/report/writer.js';

/** What hostile files are called, and what hostile code says: markup, commands, controls, text that runs backwards. */
export const hostile = [
  '<script>alert(1)</script>',
  '</script><img src=x onerror=alert(1)>',
  '<!-- <script> -->',
  '\u001b[2J\u001b]0;title\u0007',
  'a\nb\r\nc',
  '"quoted" \'single\' `ticks` ``two``',
  'x|y||z \\| \\',
  '::error file=a.py::injected',
  '%0A::warning::x',
  '\u202egnp.exe\u2066',
  '\u2028line\u2029paragraph',
  '\ud800 alone, \ufffe none',
  ']]> &amp; &#x3C; &lt;',
  '@someone #1 https://example.com www.example.com [a](b) **bold** <br>',
  '{{ constructor }} ${1} $& $1',
  '\u0000\u0001\u007f\u009b31m',
] as const;

/** What would steer a terminal or reorder text; line feeds are left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
export const steering = /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;

/** A finding; everything has a default. */
export function finding(given: Partial<FileFinding> = {}): FileFinding {
  return {
    rule: 'old-word',
    state: 'manual',
    evidence: 'import',
    message: 'The word is gone.',
    suggestion: null,
    cell: null,
    line: 3,
    column: 5,
    endLine: 3,
    endColumn: 9,
    fingerprint: '0123456789abcdef0123456789abcdef',
    ...given,
  };
}

/** An outcome; everything has a default. */
export function outcome(given: Partial<FileOutcome> = {}): FileOutcome {
  return { path: 'a.py', status: 'unchanged', reason: null, findings: [], parts: [], ...given };
}

/** One file for each hostile text: in its name, its messages, its suggestions and its code. */
export function hostileOutcomes(): FileOutcome[] {
  return hostile.map((text, i) => {
    const code = { cell: null, before: `old(${text})\n`, after: `new(${text})\n` };
    return outcome({
      path: `${text}/${i}.py`,
      status: i % 5 === 4 ? 'failed' : 'changed',
      reason: i % 5 === 4 ? text : null,
      findings: i % 5 === 4 ? [] : [finding({ message: text, suggestion: text, line: 1, endLine: 1 })],
      parts: i % 5 === 4 ? [] : [code],
      details: {
        parts: [code],
        jobs: [
          {
            ...{ operation: text, request: { [text]: text, Hole: { $unknown: text } }, condition: text },
            ...{ cell: null, line: 1, unknown: [] },
            violations: [{ grade: 'client', path: text, message: text, line: 1 }],
            comparison: {
              verdict: 'differs',
              v1: { [text]: null },
              differences: [{ path: text, v1: undefined, v2: text, kind: 'documented', why: text }],
            },
          },
        ],
        jobCounts: { same: 0, documented: 0, 'not-proven': 0, differs: 1, uncompared: 0, refused: 0 },
        notes: [{ cell: null, line: 1, message: text }],
      },
    });
  });
}

/** What a report has to know of a run; everything has a default. */
export function context(given: Partial<ReportContext> = {}): ReportContext {
  const rule = {
    name: 'old-word',
    summary: 'The word old is called new',
    why: 'SDK v2 does not know it.',
    since: '2.0.0',
    guide: null,
    examples: [{ before: 'old\n', after: 'new\n' }],
  };
  return { version: '1.2.3', pending: false, cwd: '/repo', rules: [rule], ...given };
}

/** The whole report. */
export async function write(writer: ReportWriter, outcomes: readonly FileOutcome[]): Promise<string> {
  let text = writer.begin();
  for (const each of outcomes) text += await writer.file(each);
  return text + writer.end(outcomes.reduce(addToSummary, emptySummary));
}
