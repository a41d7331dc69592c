import type { FileOutcome } from '../engine/outcome.js';
import { needsPerson } from '../report/summary.js';

/**
 * What the process tells its caller: 0 nothing left to do, 1 findings that need a person or (`check`) changes pending,
 * 2 bad usage or an input that could not be read or written.
 */
export type ExitCode = 0 | 1 | 2;

/** The exit code of a migration. In the `--in-file/--out-file` form findings alone stay 0. */
export function exitCodeOf(
  outcomes: readonly Pick<FileOutcome, 'status' | 'findings'>[],
  { check, dropIn }: { readonly check: boolean; readonly dropIn: boolean },
): ExitCode {
  if (outcomes.some(({ status }) => status === 'failed')) return 2;
  if (check && outcomes.some(({ status }) => status === 'changed')) return 1;
  return !dropIn && outcomes.some(({ findings }) => findings.some(({ state }) => needsPerson(state))) ? 1 : 0;
}
