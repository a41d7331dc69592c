/** A before/after pair that the tests execute and `rule NAME` prints. */
export interface RuleExample {
  /** Name of the file that the example stands in, which tells its format; a Python program where it is left out. */
  readonly file?: string;
  /** The option of the command, without its dashes, with which alone it is found. */
  readonly option?: string;
  /** v1 code. */
  readonly before: string;
  /** What the migration of `before` gives, all rules on; equal to `before` where the rule only reports. */
  readonly after: string;
}

/** The page of the migration guide that a rule is. */
export interface RuleDocs {
  /** The old pattern that it finds: `train-prefixed-params`; also the name of its file. */
  readonly name: string;
  /** One sentence for lists. */
  readonly summary: string;
  /** Why v2 needs it: what happens to code that is left alone. */
  readonly why: string;
  /** First SDK 2.x version with the change, e.g. `2.0.0`. */
  readonly since: string;
  /** Section of the SDK's v2 guide that tells of it; null where the guide is silent. */
  readonly guide: string | null;
  readonly examples: readonly RuleExample[];
}
