import type { FileFinding, FileOutcome } from '../engine/outcome.js';
import { fullMessage, isOpen, relativePath } from './places.js';
import { printable } from './terminal-text.js';
import type { ReportContext, ReportWriter } from './writer.js';

/** A report for what reads test results as JUnit's XML: a suite a file, a case a finding, a failure for what is open. */
export function createJunitWriter({ pending, cwd }: ReportContext): ReportWriter {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sagemaker-upgrade-v2">\n',
    file: (outcome) => formatSuite(outcome, relativePath(outcome.path, cwd), pending),
    end: () => '</testsuites>\n',
  };
}

function formatSuite({ status, reason, findings }: FileOutcome, path: string, pending: boolean): string {
  const name = escapeAttribute(path);
  const isFailed = status === 'failed';
  const failures = findings.filter(({ state }) => isOpen(state, pending)).length;
  const skipped = status === 'skipped' ? 1 : findings.filter(({ state }) => state === 'suppressed').length;
  const cases =
    isFailed || status === 'skipped' || findings.length === 0
      ? [formatWhole(name, status, reason)]
      : findings.map((finding) => formatFinding(name, finding, pending));
  const counts = `tests="${cases.length}" failures="${failures}" errors="${isFailed ? 1 : 0}" skipped="${skipped}"`;
  return `  <testsuite name="${name}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
}

function formatWhole(name: string, status: FileOutcome['status'], reason: string | null): string {
  const message = escapeAttribute(reason ?? '');
  switch (status) {
    case 'failed':
      return formatCase(name, 'is read and migrated', `<error type="failed" message="${message}"/>`);
    case 'skipped':
      return formatCase(name, 'is read and migrated', `<skipped message="${message}"/>`);
    default:
      return formatCase(name, 'has no use of SDK v1', '');
  }
}

function formatFinding(name: string, finding: FileFinding, pending: boolean): string {
  const { rule, state, cell, line, column, message } = finding;
  const title = escapeAttribute(`${rule} at ${cell === null ? '' : `cell ${cell}:`}${line}:${column}`);
  if (state === 'suppressed') return formatCase(name, title, '<skipped message="suppressed"/>');
  if (!isOpen(state, pending)) return formatCase(name, title, '');
  const attributes = `type="${state}" message="${escapeAttribute(message)}"`;
  return formatCase(name, title, `<failure ${attributes}>${escapeText(fullMessage(finding))}</failure>`);
}

/** All arguments are escaped already. */
function formatCase(name: string, title: string, body: string): string {
  const head = `    <testcase classname="${name}" name="${title}"`;
  return body === '' ? `${head}/>\n` : `${head}>${body}</testcase>\n`;
}

/** XML has no way to write most control characters: they are made visible, and what is no character goes. */
function escapeText(text: string): string {
  return printable(text)
    .replace(/[\ud800-\udfff\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
