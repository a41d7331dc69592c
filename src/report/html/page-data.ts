import type { ReportedJob } from '../../dryrun/report.js';
import { CHANGED_REQUEST, type FileFinding, type FileOutcome } from '../../engine/outcome.js';
import { jobEnd } from '../../io/file-details.js';
import { coverageOf, needsPerson } from '../summary.js';
import { type FileRow, jobEnds, type PageFile, type PageJob, pageStates, pageStatuses } from './data.js';
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
    jobs: jobs.map(pageJob),
    allJobs: Object.values(details?.jobCounts ?? {}).reduce((a, b) => a + b, 0),
    notes: notes.map(({ cell, line, message }) => ({ cell, line, message })),
  };
}

/** Adds how the jobs of a file ended to what is counted so far; those included that are not shown. */
export function countJobs({ details }: FileOutcome, counts: number[]): void {
  if (details === undefined) return;
  for (const [i, end] of jobEnds.entries()) counts[i] = (counts[i] ?? 0) + details.jobCounts[end];
}

/** What the page's lists say of a file. */
export function fileRow(outcome: FileOutcome, path: string, page: PageFile | undefined, numberOf: RuleNumber): FileRow {
  const coverage = coverageOf(outcome.findings);
  const counts = pageStates.map((state) => coverage[state]);
  const differing = outcome.findings.filter(({ rule, state }) => rule === CHANGED_REQUEST && needsPerson(state)).length;
  const rules = [...new Set(outcome.findings.map(({ rule }) => numberOf(rule)))];
  const jobs = (page?.jobs ?? []).map(
    ({ operation, verdict, violations, line, cell }) =>
      [operation ?? '', verdict, violations.length, line, cell] as const,
  );
  return [path, pageStatuses.indexOf(outcome.status), counts, rules, jobs, page === undefined ? 0 : 1, differing];
}

function linesOf(findings: readonly FileFinding[], cell: number | null): number[] {
  return findings.filter((finding) => finding.cell === cell).map(({ line }) => line);
}

function pageJob(job: ReportedJob): PageJob {
  const { operation, line, cell, condition, request, violations, comparison } = job;
  return {
    ...{ operation, line, cell, condition },
    request: request ?? comparison?.v1 ?? null,
    verdict: jobEnds.indexOf(jobEnd(job)),
    side: request === null && comparison !== undefined ? 'v1' : comparison?.v1 === null ? 'v2' : 'both',
    differences: comparison?.differences ?? [],
    violations: violations.map(({ grade, path, message }) => ({ grade, path, message })),
  };
}
