import type { Violation } from '../aws/violation.js';
import type { Json } from '../data/value.js';
import type { FieldDifference, Verdict } from './compare.js';
import type { UnknownField } from './unknown-fields.js';

/** Where something is in the text that the user has; lines count from 1. */
export interface JobPlace {
  /** 0-based index in the notebook's list of cells; null in a Python file. */
  readonly cell: number | null;
  readonly line: number;
}

/** A violation as reports show it. */
export interface ReportedViolation extends Pick<Violation, 'grade' | 'path' | 'message'> {
  readonly line: number;
}

/** What v1 would have sent in the place of a request. */
export interface ReportedComparison {
  readonly verdict: Verdict;
  /** The request of v1; null where only the migrated program sends it. */
  readonly v1: Json | null;
  readonly differences: readonly FieldDifference[];
}

/** One job of a program: a request, or what is refused before there is one. */
export interface ReportedJob extends JobPlace {
  /** The API's operation; null where the SDK refuses before it has made a request. */
  readonly operation: string | null;
  readonly request: Json | null;
  /** Why it isn't known whether the request is sent at all; null where it is. */
  readonly condition: string | null;
  readonly unknown: readonly UnknownField[];
  readonly violations: readonly ReportedViolation[];
  /** Only where the two versions are compared. */
  readonly comparison?: ReportedComparison;
}

/** Something that the dry run could not follow, and what that means for the jobs. */
export interface JobNote extends JobPlace {
  readonly message: string;
}

/** What the dry run says of one program. */
export interface JobReport {
  readonly jobs: readonly ReportedJob[];
  readonly notes: readonly JobNote[];
}
