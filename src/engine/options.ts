/** What a caller can choose for a migration. */
export interface MigrateOptions {
  /** Apply only `exact` fixes; what would be `assumed` is reported as `unproven`. Default false. */
  readonly strict?: boolean;
  /** Names of the only rules to run. Default: all. */
  readonly select?: readonly string[];
  /** Names of rules to leave out. Default: none. */
  readonly ignore?: readonly string[];
}
