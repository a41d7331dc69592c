/** What a caller can choose for a migration. */
export interface MigrateOptions {
  /** Apply only `exact` fixes; what would be `assumed` is reported as `unproven`. Default false. */
  readonly strict?: boolean;
  /** Names of the only rules to run. Default: all. */
  readonly select?: readonly string[];
  /** Names of rules to leave out. Default: none. */
  readonly ignore?: readonly string[];
  /** Compare the requests of the jobs before and after, and report those that differ. Default true. */
  readonly verifyRequests?: boolean;
  /** Report comments and tags that switch nothing off. Default false. */
  readonly reportUnusedSuppressions?: boolean;
  /** Add a comment that switches off what is left for a person. Default false. */
  readonly addSuppressions?: boolean;
  /** The range of SDK versions to ask for. Default `>=2,<3`. */
  readonly pin?: string;
  /** Limit also requirements that name no version: the code that they are for is v1's. Default false. */
  readonly limitsOpen?: boolean;
}
