import type { Verdict } from '../dryrun/compare.js';
import type { JobNote, ReportedJob } from '../dryrun/report.js';
import type { TextEdit } from '../edits/edit.js';
import type { PyTree } from '../python/node.js';
import type { Evidence } from '../semantic/evidence.js';

/**
 * How a use of the v1 SDK ended.
 * - `migrated`: rewritten, the request the job sends stays the same;
 * - `assumed`: rewritten on weaker evidence (named in `evidence`), left alone under `--strict`;
 * - `manual`: a person has to look, `suggestion` says what one would write;
 * - `guarded`: already serves both versions (`try/except ImportError`, version check), left alone;
 * - `suppressed`: switched off by a comment;
 * - `unproven`: looks like v1, but what it is bound to is unknown, left alone.
 */
export type FindingState = 'migrated' | 'assumed' | 'manual' | 'guarded' | 'suppressed' | 'unproven';

/** What stands for the rule in a finding that a job would differ: `docs/dry-run.md`. */
export const CHANGED_REQUEST = 'changed-request';

/** A finding as reports show it. Lines and columns count from 1, columns in UTF-16 code units. */
export interface ReportedFinding {
  readonly rule: string;
  readonly state: FindingState;
  readonly evidence: Evidence;
  readonly message: string;
  /** The code that a person would write, for `manual` findings. */
  readonly suggestion: string | null;
  /** 0-based index in the notebook's list of cells; null in a Python file. */
  readonly cell: number | null;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding of a file, with a name by which reports of later runs know it again. */
export interface FileFinding extends ReportedFinding {
  /** 32 hexadecimal digits, unique in the file, made of the rule and of what the line says; not of its number. */
  readonly fingerprint: string;
}

/** What the engine says of one source. `edits` are sorted and do not overlap. */
export interface SourceOutcome {
  readonly edits: readonly TextEdit[];
  readonly findings: readonly ReportedFinding[];
  /** The tree of the source before the edits, for who goes on with the program. */
  readonly tree?: PyTree;
  /** That of the source after the edits, where they were checked. */
  readonly migratedTree?: PyTree;
}

/** What a run says of one file. */
export interface FileOutcome {
  readonly path: string;
  readonly status: 'changed' | 'unchanged' | 'skipped' | 'failed';
  /** One clear line for `skipped` and `failed`: what is wrong and what to do; null otherwise. */
  readonly reason: string | null;
  readonly findings: readonly FileFinding[];
  /** Text before and after by part: one part with `cell: null` for a Python file, one per changed cell for a notebook. */
  readonly parts: readonly ChangedPart[];
  /** Only where the report shows code and jobs. */
  readonly details?: FileDetails;
}

/**
 * What became of a job: how its request stands to that of v1; `uncompared`, nothing had to be migrated; `refused`, the
 * SDK refuses before there is a request.
 */
export type JobEnd = Verdict | 'uncompared' | 'refused';

/** What a report that is looked at shows of a file. */
export interface FileDetails {
  /** As `parts`, and besides these, with equal texts, those where something was found and nothing changes. */
  readonly parts: readonly ChangedPart[];
  /** The jobs that the program starts, compared with those on v1; of those that are started at one place, the first. */
  readonly jobs: readonly ReportedJob[];
  /** All jobs, by what became of them. */
  readonly jobCounts: Readonly<Record<JobEnd, number>>;
  readonly notes: readonly JobNote[];
}

/** One changed stretch for diffs: a whole Python file, or one cell of a notebook. */
export interface ChangedPart {
  readonly cell: number | null;
  readonly before: string;
  readonly after: string;
}
