import { needsPerson, type Summary, states } from '../report/summary.js';

/**
 * What the process tells its caller: 0 nothing left to do, 1 findings that need a person or (`check`) changes pending,
 * 2 bad usage or an input that could not be read or written, 130 stopped by Ctrl-C.
 */
export type ExitCode = 0 | 1 | 2 | 130;

/** The exit code of a migration. In the `--in-file/--out-file` form findings alone stay 0. */
export function exitCodeOf(
  { files, coverage, changedRequests }: Summary,
  { check, dropIn }: { readonly check: boolean; readonly dropIn: boolean },
): ExitCode {
  if (files.failed > 0) return 2;
  if (check && files.changed > 0) return 1;
  if (dropIn) return 0;
  return changedRequests > 0 || states.some((state) => needsPerson(state) && coverage[state] > 0) ? 1 : 0;
}
