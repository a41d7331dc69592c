import type { FileFinding, FileOutcome, FindingState } from '../engine/outcome.js';
import { relativePath } from './places.js';
import { plain } from './style.js';
import { needsPerson, type Summary, states } from './summary.js';
import { printable, printableLine } from './terminal-text.js';
import { formatSummary } from './text.js';
import type { ReportContext, ReportWriter } from './writer.js';

/** A comment on GitHub holds 65,536 characters. */
const MOST_CHARACTERS = 60_000;

const MEANINGS: Readonly<Record<FindingState, string>> = {
  migrated: 'rewritten, the request stays the same',
  assumed: 'rewritten on weaker evidence: look at it',
  manual: 'a person has to write it',
  unproven: 'looks like v1, what it is bound to is unknown',
  guarded: 'serves both versions already',
  suppressed: 'switched off by a comment',
};

/** Rows in the order in which they get room: what needs a person, what one should look at, what is for a program. */
type Urgency = 0 | 1 | 2;

/** A comment for a pull request: the numbers, then what is open in a table; what has no room is counted. */
export function createMarkdownWriter({ pending, cwd }: ReportContext): ReportWriter {
  const rows: [string[], string[], string[]] = [[], [], []];
  const rooms = [MOST_CHARACTERS, MOST_CHARACTERS, MOST_CHARACTERS];
  let count = 0;
  const add = (urgency: Urgency, row: string): void => {
    count += 1;
    const room = (rooms[urgency] ?? 0) - row.length - 1;
    rooms[urgency] = room;
    // What can't have room at the end is not kept until then.
    if (room >= 0) rows[urgency].push(row);
  };
  return {
    begin: () => '',
    file(outcome) {
      const path = relativePath(outcome.path, cwd);
      if (outcome.status === 'failed') add(0, failureRow(outcome, path));
      for (const finding of outcome.findings) {
        if (needsPerson(finding.state)) add(0, findingRow(finding, path));
        else if (finding.state === 'assumed') add(1, findingRow(finding, path));
      }
      const migrated = outcome.findings.filter(({ state }) => state === 'migrated').length;
      if (pending && migrated > 0) add(2, migratedRow(path, migrated));
      return '';
    },
    end(summary) {
      const parts = [`### SageMaker SDK v1 → v2\n\n${formatNumbers(summary, pending)}`];
      const shown = fitting(rows.flat());
      if (shown.length > 0) {
        parts.push(`| file | line | rule | state | what |\n| --- | --: | --- | --- | --- |\n${shown.join('\n')}\n`);
      }
      if (shown.length < count) parts.push(`… and ${count - shown.length} more rows.\n`);
      return parts.join('\n');
    },
  };
}

function fitting(rows: readonly string[]): readonly string[] {
  let room = MOST_CHARACTERS;
  const end = rows.findIndex((row) => {
    room -= row.length + 1;
    return room < 0;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

function formatNumbers(summary: Summary, pending: boolean): string {
  const layout = { width: Number.POSITIVE_INFINITY, style: plain, verbose: false, pending };
  const shown = states.filter((state) => summary.coverage[state] > 0);
  if (shown.length === 0) return formatSummary(summary, layout);
  const rows = shown.map((state) => `| ${state} | ${summary.coverage[state]} | ${MEANINGS[state]} |`);
  return `${formatSummary(summary, layout)}\n| v1 uses | number | |\n| --- | --: | --- |\n${rows.join('\n')}\n`;
}

function failureRow({ reason }: FileOutcome, path: string): string {
  return `| ${code(path)} | | | failed | ${prose(reason ?? 'failed')} |`;
}

function migratedRow(path: string, count: number): string {
  return `| ${code(path)} | | | migrated | ${count} ${count === 1 ? 'use' : 'uses'} can be migrated |`;
}

function findingRow({ cell, line, rule, state, message, suggestion }: FileFinding, path: string): string {
  const place = cell === null ? String(line) : `cell ${cell}:${line}`;
  const what = suggestion === null ? prose(message) : `${prose(message)}<br>${codeLines(suggestion)}`;
  return `| ${code(path)} | ${place} | ${code(rule)} | ${state} | ${what} |`;
}

function codeLines(text: string): string {
  return text.trimEnd().split('\n').map(code).join('<br>');
}

/** A code span inside a table; blanks at the start count in code. */
function code(text: string): string {
  const shown = printableLine(text)
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/^ +/, (blanks) => '\u00a0'.repeat(blanks.length))
    .replaceAll('|', '\\|');
  if (shown === '') return '';
  const fence = '`'.repeat(1 + Math.max(0, ...[...shown.matchAll(/`+/g)].map(([ticks]) => ticks.length)));
  const space = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${space}${shown}${space}${fence}`;
}

/** Text that is no markup, no link and calls nobody: references are read as characters, never as marks. */
function prose(text: string): string {
  return printable(text)
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/[!-/:-@[-`{-~]/g, (mark) => (KEPT.has(mark) ? mark : `&#${mark.charCodeAt(0)};`))
    .replace(/&#(64|35);(?=\w)/g, '&#$1;\u2060')
    .replace(/\bwww\./gi, (word) => word.replace('.', '&#46;'))
    .replace(/\s*\n\s*/g, '<br>');
}

/** Marks that mean nothing inside a line of a table. */
const KEPT = new Set(["'", '"', '(', ')', ',', '.', ';', '/', '=', '-', '+', '?', '%', '$']);
