import { readFileSync } from 'node:fs';
import type { SdkVersion } from '../../../src/estimator/world.js';

/**
 * Programs of processors, tuners, Amazon algorithms and Airflow's configurations, with the requests that SDK 1.72.0 and 2.257.6
 * sent, or the exception that ended them: recorded in a sandbox without AWS, where clocks stand still (`../shared/oracle`).
 */
export interface Recorded {
  readonly sdk: SdkVersion;
  readonly name: string;
  readonly program: string;
  readonly requests: readonly { readonly operation: string; readonly request: unknown }[];
  readonly refusal: string | null;
}

const lines = readFileSync(new URL('recorded.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const [v2 = '', v1 = ''] = lines
  .slice(0, 2)
  .map((line) => (JSON.parse(line) as { readonly preamble: string }).preamble);

/** What all programs of a version start with: imports, and functions that make estimators and records. */
export const preambles: Readonly<Record<SdkVersion, string>> = { v1, v2 };

/** The programs. */
export const recorded: readonly Recorded[] = lines.slice(2).map((line) => JSON.parse(line) as Recorded);
