import type { Json } from '../../data/value.js';
import type { FieldDifference } from '../../dryrun/compare.js';
import type { FileOutcome, FindingState, JobEnd } from '../../engine/outcome.js';
import type { Summary } from '../summary.js';

/** States in the order of their numbers in the page's data. */
export const pageStates: readonly FindingState[] = [
  'migrated',
  'assumed',
  'manual',
  'unproven',
  'guarded',
  'suppressed',
];

/** Statuses in the order of their numbers. */
export const pageStatuses: readonly FileOutcome['status'][] = ['changed', 'unchanged', 'skipped', 'failed'];

/** What became of a job, in the order of the numbers. */
export const jobEnds: readonly JobEnd[] = ['same', 'documented', 'not-proven', 'differs', 'uncompared', 'refused'];

/** A job in lists: operation, number of its verdict, number of violations, line, cell. */
export type JobRow = readonly [string, number, number, number, number | null];

/**
 * A file in lists: path, number of its status, uses of v1 by state, numbers of the rules, jobs, whether it has a page, and
 * how many findings say that a job would differ, which are no uses.
 */
export type FileRow = readonly [string, number, readonly number[], readonly number[], readonly JobRow[], 0 | 1, number];

/** A rule's documentation. */
export interface PageRule {
  readonly name: string;
  readonly summary: string;
  readonly why: string;
  readonly since: string;
  readonly guide: string | null;
  readonly examples: readonly { readonly before: string; readonly after: string }[];
}

/** What the page reads at once. */
export interface PageIndex {
  readonly version: string;
  readonly pending: boolean;
  readonly summary: Summary;
  readonly rules: readonly PageRule[];
  /** Findings by rule and state. */
  readonly found: readonly (readonly number[])[];
  /** Jobs by verdict. */
  readonly jobs: readonly number[];
  readonly files: readonly FileRow[];
}

/** A finding of a file. */
export interface PageFinding {
  /** Number of the rule. */
  readonly rule: number;
  /** Number of the state. */
  readonly state: number;
  readonly evidence: string;
  readonly message: string;
  readonly suggestion: string | null;
  readonly cell: number | null;
  readonly line: number;
  readonly column: number;
}

/** Stretches of a line that changed: start, end, start, end … */
export type Marks = readonly number[];

/** Lines that stand together: first line before and after, lines with their mark (blank, `-`, `+`), changed stretches by line. */
export interface PageHunk {
  readonly from: readonly [number, number];
  readonly lines: readonly string[];
  readonly marks: Readonly<Record<number, Marks>>;
}

/** A Python file, or a cell of a notebook. */
export interface PagePart {
  readonly cell: number | null;
  readonly hunks: readonly PageHunk[];
  /** Lines that are not shown, because there are too many. */
  readonly left: number;
}

/** A job with its request. */
export interface PageJob {
  readonly operation: string | null;
  readonly line: number;
  readonly cell: number | null;
  readonly condition: string | null;
  /** What is sent; where only v1 sends it, what v1 sent. */
  readonly request: Json | null;
  readonly verdict: number;
  /** Which of the two versions sends it. */
  readonly side: 'both' | 'v1' | 'v2';
  readonly differences: readonly FieldDifference[];
  readonly violations: readonly { readonly grade: string; readonly path: string; readonly message: string }[];
}

/** What the page reads when a file is looked at. */
export interface PageFile {
  readonly reason: string | null;
  readonly findings: readonly PageFinding[];
  readonly parts: readonly PagePart[];
  /** Of jobs that are started at one place, the first. */
  readonly jobs: readonly PageJob[];
  /** How many there are. */
  readonly allJobs: number;
  readonly notes: readonly { readonly line: number; readonly cell: number | null; readonly message: string }[];
}
