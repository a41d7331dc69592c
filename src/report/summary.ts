import { CHANGED_REQUEST, type FileOutcome, type FindingState, type ReportedFinding } from '../engine/outcome.js';

/** How many files ended with each status. */
export type FileCounts = { readonly total: number } & Readonly<Record<FileOutcome['status'], number>>;

/** How many uses of SDK v1 were found, and how each of them ended. */
export type Coverage = { readonly found: number } & Readonly<Record<FindingState, number>>;

/** The numbers at the end of every report. */
export interface Summary {
  readonly files: FileCounts;
  readonly coverage: Coverage;
  /** Jobs that differ in an undocumented way: no use of v1 of their own, so the coverage leaves them out. */
  readonly changedRequests: number;
}

/** The states in the order of reports: what is done first, then what needs a person, then what is left on purpose. */
export const states: readonly FindingState[] = ['migrated', 'assumed', 'manual', 'unproven', 'guarded', 'suppressed'];

/** Counts the findings of one file. */
export function coverageOf(findings: FileOutcome['findings']): Coverage {
  const coverage = { found: 0, migrated: 0, assumed: 0, manual: 0, unproven: 0, guarded: 0, suppressed: 0 };
  for (const { state } of findings.filter(isUse)) {
    coverage.found += 1;
    coverage[state] += 1;
  }
  return coverage;
}

/** Counts the outcomes of a run. */
export function summarize(outcomes: readonly Pick<FileOutcome, 'status' | 'findings'>[]): Summary {
  return outcomes.reduce(addToSummary, emptySummary);
}

/** The numbers of a run that saw no file. */
export const emptySummary: Summary = {
  files: { total: 0, changed: 0, unchanged: 0, skipped: 0, failed: 0 },
  coverage: coverageOf([]),
  changedRequests: 0,
};

/** The numbers with one file more: a run over a tree keeps no outcome. */
export function addToSummary(
  { files, coverage, changedRequests }: Summary,
  { status, findings }: Pick<FileOutcome, 'status' | 'findings'>,
): Summary {
  const counted = { ...files, total: files.total + 1, [status]: files[status] + 1 };
  if (findings.length === 0) return { files: counted, coverage, changedRequests };
  const sums = { ...coverage };
  for (const { state } of findings.filter(isUse)) {
    sums.found += 1;
    sums[state] += 1;
  }
  const changed = findings.filter((finding) => !isUse(finding) && needsPerson(finding.state)).length;
  return { files: counted, coverage: sums, changedRequests: changedRequests + changed };
}

/** Whether the finding is a use of v1, as against a job that differs. */
function isUse({ rule }: Pick<ReportedFinding, 'rule'>): boolean {
  return rule !== CHANGED_REQUEST;
}

/** Whether a person has to look at the finding: nothing was done, and nobody said that nothing has to be done. */
export function needsPerson(state: FindingState): boolean {
  return state === 'manual' || state === 'unproven';
}
