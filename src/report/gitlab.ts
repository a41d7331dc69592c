import { createHash } from 'node:crypto';
import type { FileFinding, FileOutcome } from '../engine/outcome.js';
import { toJsonLine } from './json.js';
import { fullMessage, type Level, levelOf, relativePath } from './places.js';
import type { ReportContext, ReportWriter } from './writer.js';

/** GitLab's severities run from info to blocker. */
const SEVERITIES: Readonly<Record<Exclude<Level, 'none'>, string>> = { error: 'major', warning: 'minor', note: 'info' };

/** One problem, as GitLab's Code Quality report has it. */
interface Problem {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

/** A Code Quality report for GitLab: a JSON list with a problem a line. */
export function createGitlabWriter({ pending, cwd }: ReportContext): ReportWriter {
  let count = 0;
  return {
    begin: () => '[',
    file(outcome) {
      return problemsOf(outcome, relativePath(outcome.path, cwd), pending)
        .map((problem) => {
          count += 1;
          return `${count === 1 ? '' : ','}\n${toJsonLine(problem)}`;
        })
        .join('');
    },
    end: () => '\n]\n',
  };
}

function problemsOf({ status, reason, findings }: FileOutcome, path: string, pending: boolean): Problem[] {
  if (status === 'failed') {
    return [
      {
        description: `Not migrated: ${reason ?? 'failed'}`,
        check_name: 'not-migrated',
        fingerprint: hash(path),
        severity: 'critical',
        location: { path, lines: { begin: 1, end: 1 } },
      },
    ];
  }
  return findings.flatMap((finding) => {
    const level = levelOf(finding.state, pending);
    return level === 'none' ? [] : [problemOf(finding, level, path)];
  });
}

function problemOf(finding: FileFinding, level: Exclude<Level, 'none'>, path: string): Problem {
  // A notebook's lines are those of its cells, and GitLab counts those of its JSON: the description says the place.
  const [begin, end] = finding.cell === null ? [finding.line, finding.endLine] : [1, 1];
  return {
    description: fullMessage(finding),
    check_name: finding.rule,
    fingerprint: hash(`${path}\0${finding.fingerprint}`),
    severity: SEVERITIES[level],
    location: { path, lines: { begin, end } },
  };
}

/** GitLab wants fingerprints to be unique in the whole report. */
function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
