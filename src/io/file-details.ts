import type { JobReport } from '../dryrun/report.js';
import type { ChangedPart, FileDetails, FileOutcome } from '../engine/outcome.js';
import type { Source } from '../text/source.js';

/** What a report that is looked at shows of a file besides its outcome. */
export function detailsOf(
  outcome: FileOutcome,
  sources: readonly Source[],
  reports: readonly JobReport[],
): FileDetails {
  return {
    parts: [...outcome.parts, ...partsThatStay(outcome, sources)].sort((a, b) => (a.cell ?? 0) - (b.cell ?? 0)),
    jobs: reports.flatMap(({ jobs }) => jobs),
    notes: reports.flatMap(({ notes }) => notes),
  };
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
