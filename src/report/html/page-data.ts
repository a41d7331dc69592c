import type { ReportedJob } from '../../dryrun/report.js';
import type { FileFinding, FileOutcome } from '../../engine/outcome.js';
import {
  type FileRow,
  type PageFile,
  type PageJob,
  type PageVerdict,
  pageStates,
  pageStatuses,
  pageVerdicts,
} from './data.js';
import { hunksOf } from './hunks.js';

/** The number that stands for a rule. */
export type RuleNumber = (name: string) => number;

/** What the page shows of a file once it is looked at; undefined where there is nothing to show. */
export function pageFile(outcome: FileOutcome, numberOf: RuleNumber): PageFile | undefined {
  const { findings, reason, details } = outcome;
  const { parts = outcome.parts, jobs = [], notes = [] } = details ?? {};
  if (findings.length === 0 && parts.length === 0 && jobs.length === 0 && reason === null) return undefined;
  return {
    reason,
    findings: findings.map(({ rule, state, evidence, message, suggestion, cell, line, column }) => ({
      ...{ rule: numberOf(rule), state: pageStates.indexOf(state) },
      ...{ evidence, message, suggestion, cell, line, column },
    })),
    parts: parts.map((part) => hunksOf(part, linesOf(findings, part.cell))),
    jobs: jobsToShow(jobs).map(pageJob),
    allJobs: jobs.length,
    notes: notes.map(({ cell, line, message }) => ({ cell, line, message })),
  };
}

/** Loops can start thousands of jobs that are all alike. */
const MOST_AT_ONE_PLACE = 10;
const MOST_JOBS = 300;

function jobsToShow(jobs: readonly ReportedJob[]): ReportedJob[] {
  const seen = new Map<string, number>();
  const shown = jobs.filter(({ operation, cell, line }) => {
    const place = `${operation} ${cell} ${line}`;
    seen.set(place, (seen.get(place) ?? 0) + 1);
    return (seen.get(place) ?? 0) <= MOST_AT_ONE_PLACE;
  });
  return shown.slice(0, MOST_JOBS);
}

/** How many jobs ended with each verdict, those included that are not shown. */
export function countVerdicts(outcome: FileOutcome, counts: number[]): void {
  for (const job of outcome.details?.jobs ?? []) {
    const verdict = pageVerdicts.indexOf(verdictOf(job));
    counts[verdict] = (counts[verdict] ?? 0) + 1;
  }
}

/** What the page's lists say of a file. */
export function fileRow(outcome: FileOutcome, path: string, page: PageFile | undefined, numberOf: RuleNumber): FileRow {
  const counts = pageStates.map((state) => outcome.findings.filter((finding) => finding.state === state).length);
  const rules = [...new Set(outcome.findings.map(({ rule }) => numberOf(rule)))];
  const jobs = (page?.jobs ?? []).map(
    ({ operation, verdict, violations, line, cell }) =>
      [operation ?? '', verdict, violations.length, line, cell] as const,
  );
  return [path, pageStatuses.indexOf(outcome.status), counts, rules, jobs, page === undefined ? 0 : 1];
}

function linesOf(findings: readonly FileFinding[], cell: number | null): number[] {
  return findings.filter((finding) => finding.cell === cell).map(({ line }) => line);
}

function pageJob(job: ReportedJob): PageJob {
  const { operation, line, cell, condition, request, violations, comparison } = job;
  return {
    ...{ operation, line, cell, condition },
    request: request ?? comparison?.v1 ?? null,
    verdict: pageVerdicts.indexOf(verdictOf(job)),
    side: request === null && comparison !== undefined ? 'v1' : comparison?.v1 === null ? 'v2' : 'both',
    differences: comparison?.differences ?? [],
    violations: violations.map(({ grade, path, message }) => ({ grade, path, message })),
  };
}

function verdictOf({ operation, comparison }: ReportedJob): PageVerdict {
  if (operation === null) return 'refused';
  return comparison?.verdict ?? 'uncompared';
}
