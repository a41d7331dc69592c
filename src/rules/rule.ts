import type { Edit } from '../edits/edit.js';
import type { PyNode } from '../python/node.js';
import type { Evidence } from '../semantic/evidence.js';
import type { AttributeFact, ReferenceFact } from '../semantic/facts.js';
import type { Program } from '../semantic/program.js';
import type { TextRange } from '../text/text-range.js';
import type { RuleDocs } from './rule-docs.js';
import type { SdkCall } from './sdk-call.js';

/** A use of v1 that a rule found, and what to do about it. */
export interface Finding {
  /** The token or expression that is v1's. */
  readonly at: TextRange;
  /** What is wrong and what to do, one sentence each, no full stop at the end of the last. */
  readonly message: string;
  /** What the statement about the name rests on; `name` makes a fix `assumed`. */
  readonly evidence: Evidence;
  /** All of these edits, or none. Without edits the finding is for a person, see `state`. */
  readonly edits?: readonly Edit[];
  /** Applied unless `--strict` although the receiver is proven: a v1 value could be meant otherwise. */
  readonly isAssumed?: boolean;
  /** For a finding without edits; default `manual`. */
  readonly state?: 'manual' | 'unproven' | 'guarded';
  /** The code that a person would write. */
  readonly suggestion?: string;
}

/** What the hooks of a rule give: findings, or nothing. */
export type Findings = Iterable<Finding> | Finding | undefined;

/**
 * A page of the migration guide that runs. Each hook is called for the places that the evaluator understood; a rule
 * sees no file, no cell, no disk, and no other rule.
 */
export interface Rule {
  readonly docs: RuleDocs;
  /** A call of a constructor, function or method of the SDK. */
  call?(call: SdkCall, program: Program): Findings;
  /** An attribute of an SDK object or class, or of an object about which nothing is known (`receivers` is empty). */
  attribute?(use: AttributeFact, program: Program): Findings;
  /** A name, attribute chain or import clause that stands for an SDK symbol. */
  reference?(reference: ReferenceFact, program: Program): Findings;
  /** The whole program, once: strings, magics, syntax. */
  program?(program: Program): Findings;
}

/** Node of a finding's place and evidence in one go, for rules that report without a fix. */
export function manual(at: TextRange, evidence: Evidence, message: string, suggestion?: string): Finding {
  return suggestion === undefined ? { at, evidence, message } : { at, evidence, message, suggestion };
}

/** A fix. */
export function fix(at: PyNode, evidence: Evidence, message: string, ...edits: readonly Edit[]): Finding {
  return { at, evidence, message, edits };
}
