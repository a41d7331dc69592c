import { CHANGED_REQUEST } from './outcome.js';

/** A module of the project, as it is on disk or wherever the caller has it. */
export interface ModuleText {
  /** Names the file, always in the same way; imports in it are looked up from here. */
  readonly path: string;
  readonly text: string;
}

/**
 * Finds the module that an import names; undefined for one that is not part of the project.
 *
 * @param dotted `pkg.mod`; empty for the package itself in `from . import x`
 * @param level number of leading dots; 0 for an absolute import
 * @param fromPath the file with the import: the path that was given with the text, or that of a {@link ModuleText}
 */
export type FindModule = (dotted: string, level: number, fromPath: string) => ModuleText | undefined;

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
  /** Migrate also code in pages (Markdown, reStructuredText) and in docstrings. Default false. */
  readonly docs?: boolean;
  /** Limit also requirements that name no version: the code that they are for is v1's. Default false. */
  readonly limitsOpen?: boolean;
  /** Require SciPy beside the SDK where a requirement on 1.x moves, which brought it along. Default false. */
  readonly withScipy?: boolean;
  /**
   * Finds modules of the same project, so that what they give is known: classes that extend the SDK's, functions that
   * return its objects, constants. Only read, never changed. Default: every import is foreign.
   */
  readonly findModule?: FindModule;
}

/** Whether the requests of a changed program are compared with those that it sent before. */
export function comparesRequests({ verifyRequests, ignore = [] }: MigrateOptions): boolean {
  return verifyRequests !== false && !ignore.includes(CHANGED_REQUEST);
}
