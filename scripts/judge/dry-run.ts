import { judgeComparison } from './dry-run-compare.js';
import { judgeExampleJobs } from './dry-run-examples.js';
import { judgeRecorded } from './dry-run-golden.js';
import { type Inputs, Skipped } from './inputs.js';

/** Figures 1 to 3 of the dry run; what lacks its input is passed over. */
export async function judgeDryRun(inputs: Inputs): Promise<boolean> {
  const parts = [
    () => judgeRecorded(inputs, 'v2', 0.95),
    () => judgeRecorded(inputs, 'v1', 0.93),
    () => judgeComparison(inputs),
    () => judgeExampleJobs(inputs),
  ];
  let isMet = true;
  for (const part of parts) {
    try {
      isMet = (await part()) && isMet;
    } catch (error) {
      if (!(error instanceof Skipped)) throw error;
      console.log(`skipped: ${error.message}`);
    }
  }
  return isMet;
}
