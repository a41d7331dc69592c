import { sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Globs written as lines of a `.gitignore`, and the folder that they count from. */
export interface PatternList {
  /** Absolute. */
  readonly base: string;
  readonly patterns: readonly string[];
}

/** What the last matching line of a pattern list says of a path. */
export type Verdict = 'ignored' | 'kept' | undefined;

/** A compiled list. */
export interface Matcher {
  /** @param path absolute; a folder's ends in a slash */
  verdict(path: string): Verdict;
}

/** More wildcards than anyone writes, in all and in one name: such a pattern could keep the matcher busy for hours. */
const MOST_WILDCARDS = 8;
const MOST_IN_NAME = 4;

/** Longer than any path; a regular expression of that size could fill the memory. */
const MOST_CHARACTERS = 4096;

/**
 * Compiles patterns with the meaning that git gives them. A path above or beside the base matches nothing; lines that
 * git would not understand, either.
 */
export function compilePatterns({ base, patterns }: PatternList): Matcher {
  const rules: Ignore = ignore({ ignorecase: false });
  // The last line that matches decides, so that of equal lines only the last counts.
  for (const pattern of [...new Set([...patterns].reverse())].reverse()) {
    if (isQuick(pattern)) rules.add(pattern);
  }
  return {
    verdict(path) {
      const inside = relativeTo(base, path);
      if (inside === undefined) return undefined;
      try {
        const { ignored, unignored } = rules.test(inside);
        if (ignored) return 'ignored';
        return unignored ? 'kept' : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

function isQuick(pattern: string): boolean {
  if (pattern.length > MOST_CHARACTERS) return false;
  const wildcards = pattern.split('/').map((name) => name.match(/\*+/g)?.length ?? 0);
  return wildcards.every((count) => count <= MOST_IN_NAME) && wildcards.reduce((a, b) => a + b, 0) <= MOST_WILDCARDS;
}

/** The path below the folder, with slashes; undefined for the folder itself and for what lies elsewhere. Both are normal and absolute. */
export function relativeTo(base: string, path: string): string | undefined {
  const prefix = base.endsWith(sep) ? base : `${base}${sep}`;
  if (!path.startsWith(prefix) || path.length === prefix.length) return undefined;
  const inside = path.slice(prefix.length);
  return sep === '/' ? inside : inside.replaceAll(sep, '/');
}

/** The list as it counts under a root: from its own base where that lies above, else from the root. */
export function rebase({ base, patterns }: PatternList, root: string): PatternList {
  return { base: root === base || relativeTo(base, root) !== undefined ? base : root, patterns };
}
