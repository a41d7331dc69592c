import type { TextEdit } from '../../edits/edit.js';
import type { RequirementPolicy } from '../../rules/sdk-requirement.js';
import { requirementChange } from '../../rules/shared/requirement-change.js';
import type { TextRange } from '../../text/text-range.js';

/** Something that a file says of the SDK and that v2 needs otherwise. */
export interface DependencyFinding {
  /** `sdk-requirement`, `sdk-lock-file`, `python-requires`, `sagemaker-cli`, or `unused-suppression`. */
  readonly rule: string;
  readonly at: TextRange;
  readonly message: string;
  /** All of these, or none; without edits the finding is for a person. */
  readonly edits?: readonly TextEdit[];
  /** What a person would write. */
  readonly suggestion?: string;
}

/**
 * What one format finds in a text.
 * @param path as the user gave it; its last part may say how the text is to be read
 * @throws Error with a one-line message when the text is not of the format
 */
export type FindDependencies = (text: string, policy: RequirementPolicy, path: string) => readonly DependencyFinding[];

/** A requirement where it stands. */
export interface PlacedRequirement {
  readonly at: TextRange;
  /** Without quotes, marker and comment. */
  readonly text: string;
  readonly syntax: 'pip' | 'conda';
  /** How the requirements that take its place are written; undefined where the place can't hold them. */
  write(words: readonly string[]): readonly TextEdit[] | undefined;
}

/** The finding about a requirement; none where it is right, or about another package. */
export function judge(
  { at, text, syntax, write }: PlacedRequirement,
  { pin, limitsOpen, withScipy }: RequirementPolicy,
): readonly DependencyFinding[] {
  const change = requirementChange(text, syntax, pin);
  if (change === undefined || (!change.wasPinned && !limitsOpen)) return [];
  const { message } = change;
  if (change.words === undefined) return [{ rule: 'sdk-requirement', at, message }];
  const words = withScipy ? [...change.words, 'scipy'] : change.words;
  const edits = write(words);
  return [
    edits === undefined
      ? { rule: 'sdk-requirement', at, message, suggestion: words.join('\n') }
      : { rule: 'sdk-requirement', at, message, edits },
  ];
}

/** Whether the text may be about the SDK at all. */
export function mentionsPackage(text: string): boolean {
  return /sagemaker/i.test(text);
}
