import type { FileOutcome } from '../engine/outcome.js';
import type { RuleDocs } from '../rules/rule-docs.js';
import type { Summary } from './summary.js';

/** A report in some form, made piece by piece so that a run over a tree keeps none of it. Same outcomes, same text. */
export interface ReportWriter {
  begin(): string;
  /** Called once a file, in path order. */
  file(outcome: FileOutcome): string | Promise<string>;
  end(summary: Summary): string;
}

/** What a report has to know of the run. */
export interface ReportContext {
  /** Version of this program. */
  readonly version: string;
  /** Nothing is written in this run: what could be migrated is still there. */
  readonly pending: boolean;
  /** Folder that paths are shown relative to; absolute. */
  readonly cwd: string;
  /** All rules, in order. */
  readonly rules: readonly RuleDocs[];
}
