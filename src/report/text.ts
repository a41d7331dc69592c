import type { FileOutcome, FindingState, ReportedFinding } from '../engine/outcome.js';
import type { Style } from './style.js';
import { coverageOf, needsPerson, type Summary, states } from './summary.js';
import { indentLines, printable, printableLine, wrap } from './terminal-text.js';

/** How the text report is laid out. */
export interface TextLayout {
  /** Columns of the terminal. */
  readonly width: number;
  readonly style: Style;
  /** Lists every finding and every file, instead of those that a person should look at. */
  readonly verbose: boolean;
  /** Nothing is written in this run, so the report says "would". */
  readonly pending: boolean;
}

/** The report on one file; empty where there is nothing to tell. Ends with a line feed otherwise. */
export function formatFile(outcome: FileOutcome, layout: TextLayout): string {
  if (outcome.status === 'failed') return '';
  const { width, style, verbose } = layout;
  const path = printableLine(outcome.path);
  const { found } = coverageOf(outcome.findings);
  if (!verbose && outcome.status === 'unchanged' && found === 0) return '';
  const shown = outcome.findings.filter(({ state }) => verbose || state === 'assumed' || needsPerson(state));
  return [
    `${style.bold(path)}: ${wrap(headline(outcome, layout), width, '  ', path.length + 2)}`,
    ...shown.map((finding) => formatFinding(path, finding, layout)),
    '',
  ].join('\n');
}

/** The last lines of a run: files by status, v1 uses found and how they ended. */
export function formatSummary({ files, coverage }: Summary, { width, pending }: TextLayout): string {
  if (files.total === 0) return 'No Python file or notebook found.\n';
  const counts = [
    files.changed > 0 ? countFiles(files.changed, pending ? 'would change' : 'changed') : '',
    files.unchanged > 0 ? countFiles(files.unchanged, 'unchanged') : '',
    files.skipped > 0 ? countFiles(files.skipped, 'skipped') : '',
    files.failed > 0 ? countFiles(files.failed, 'failed') : '',
  ];
  const sentences = [`${counts.filter((part) => part !== '').join(', ')}.`];
  if (coverage.found > 0) sentences.push(`${describeCoverage(coverage)}.`);
  // Said only where every file was read: an unread file may hold anything.
  else if (files.failed + files.skipped === 0) sentences.push('No v1 use found.');
  return `${wrap(sentences.join(' '), width, '')}\n`;
}

function countFiles(count: number, what: string): string {
  return `${count} ${count === 1 ? 'file' : 'files'} ${what}`;
}

function headline(outcome: FileOutcome, { pending }: TextLayout): string {
  if (outcome.status === 'skipped') return `skipped, ${printableLine(outcome.reason ?? '')}`;
  const status = pending && outcome.status === 'changed' ? 'would change' : outcome.status;
  const coverage = coverageOf(outcome.findings);
  return `${status}, ${coverage.found === 0 ? 'no v1 use found' : describeCoverage(coverage)}`;
}

function describeCoverage(coverage: Summary['coverage']): string {
  const ends = states.filter((state) => coverage[state] > 0).map((state) => `${coverage[state]} ${state}`);
  return `${coverage.found} v1 ${coverage.found === 1 ? 'use' : 'uses'} found: ${ends.join(', ')}`;
}

function formatFinding(path: string, finding: ReportedFinding, { width, style }: TextLayout): string {
  const { cell, line, column, state, rule, evidence, message, suggestion } = finding;
  const place = `${path}:${cell === null ? '' : `cell ${cell}:`}${line}:${column}`;
  const head = `${place}: ${stateStyle(state, style)(state)} ${style.cyan(rule)}`;
  const lines = [
    state === 'assumed' ? `${head} ${style.dim(`(evidence: ${evidence})`)}` : head,
    `  ${wrap(printable(message), width, '  ', 2)}`,
  ];
  // Code is never wrapped: it's there to be copied.
  if (suggestion !== null) lines.push('  Write instead:', indentLines(printable(suggestion), '    '));
  return lines.join('\n');
}

function stateStyle(state: FindingState, style: Style): (text: string) => string {
  if (needsPerson(state)) return style.red;
  if (state === 'assumed') return style.yellow;
  return state === 'migrated' ? style.green : style.dim;
}
