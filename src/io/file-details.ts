import type { JobReport, ReportedJob } from '../dryrun/report.js';
import type { ChangedPart, FileDetails, FileOutcome, JobEnd } from '../engine/outcome.js';
import type { Source } from '../text/source.js';

/** What a report that is looked at shows of a file besides its outcome. */
export function detailsOf(
  outcome: FileOutcome,
  sources: readonly Source[],
  reports: readonly JobReport[],
): FileDetails {
  const jobs = reports.flatMap((report) => report.jobs);
  const jobCounts = { same: 0, documented: 0, 'not-proven': 0, differs: 0, uncompared: 0, refused: 0 };
  for (const job of jobs) jobCounts[jobEnd(job)] += 1;
  return {
    parts: [...outcome.parts, ...partsThatStay(outcome, sources)].sort((a, b) => (a.cell ?? 0) - (b.cell ?? 0)),
    jobs: jobsToShow(jobs),
    jobCounts,
    notes: reports.flatMap(({ notes }) => notes),
  };
}

/** What became of a job. */
export function jobEnd({ operation, comparison }: ReportedJob): JobEnd {
  return operation === null ? 'refused' : (comparison?.verdict ?? 'uncompared');
}

/** Loops can start thousands of jobs that are all alike; all of them, from all threads, would fill the memory. */
const MOST_AT_ONE_PLACE = 10;
const MOST_JOBS = 300;

function jobsToShow(jobs: readonly ReportedJob[]): ReportedJob[] {
  const seen = new Map<string, number>();
  const shown = jobs.filter(({ operation, cell, line }) => {
    const place = `${operation} ${cell} ${line}`;
    const before = seen.get(place) ?? 0;
    seen.set(place, before + 1);
    return before < MOST_AT_ONE_PLACE;
  });
  return shown.slice(0, MOST_JOBS);
}

/** Where something was found, and nothing changes. */
function partsThatStay({ findings, parts }: FileOutcome, sources: readonly Source[]): ChangedPart[] {
  const missing = new Set(findings.map(({ cell }) => cell));
  for (const { cell } of parts) missing.delete(cell);
  return [...missing].flatMap((cell) => {
    for (const { original, chunks } of sources) {
      const chunk = chunks.find((each) => each.cell === cell);
      if (chunk === undefined) continue;
      // Lines count from the cell's first one, also where the program begins below it.
      const text = '\n'.repeat(chunk.lineOffset ?? 0) + original.slice(chunk.start, chunk.end);
      return [{ cell, before: text, after: text }];
    }
    return [];
  });
}
