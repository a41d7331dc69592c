import type { FileFinding } from '../engine/outcome.js';
import { fullMessage, levelOf, relativePath } from './places.js';
import { plain } from './style.js';
import { printable } from './terminal-text.js';
import { formatSummary } from './text.js';
import type { ReportContext, ReportWriter } from './writer.js';

/** Workflow commands that annotate a pull request on GitHub, and a last line for the log. */
export function createGithubWriter({ pending, cwd }: ReportContext): ReportWriter {
  return {
    begin: () => '',
    file({ path, status, reason, findings }) {
      const file = relativePath(path, cwd);
      if (status === 'failed') return command('error', { file, title: 'not migrated' }, reason ?? 'failed');
      return findings.map((finding) => annotate(file, finding, pending)).join('');
    },
    // What a log line begins with could be a command; this line holds words and numbers of our own.
    end: (summary) =>
      formatSummary(summary, { width: Number.POSITIVE_INFINITY, style: plain, verbose: false, pending }),
  };
}

function annotate(file: string, finding: FileFinding, pending: boolean): string {
  const level = levelOf(finding.state, pending);
  if (level === 'none') return '';
  const { cell, line, column, endLine, endColumn, rule, state } = finding;
  const place = {
    line: String(line),
    endLine: String(endLine),
    // GitHub takes columns only within one line.
    ...(line === endLine && { col: String(column), endColumn: String(endColumn) }),
  };
  // A notebook's lines are those of its cells, and GitHub counts those of its JSON.
  const properties = { file, ...(cell === null && place), title: `${rule} (${state})` };
  return command(level === 'note' ? 'notice' : level, properties, fullMessage(finding));
}

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name} ${given.join(',')}::${escapeData(message)}\n`;
}

/** Carriage returns and other controls are made visible before, line feeds are not. */
function escapeData(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
