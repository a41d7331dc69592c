import type { PlanOptions, Shard } from '../io/batch/plan.js';
import type { DiscoverOptions } from '../io/discover/discover.js';
import type { PatternList } from '../io/discover/patterns.js';
import type { Settings } from './settings.js';

/** Which files are wanted. Globs of the command line count from the working directory, others from their file's folder. */
export function discoverOptions(settings: Settings, cwd: string): DiscoverOptions {
  const list = (key: 'include' | 'exclude' | 'extendExclude' | 'forceExclude'): PatternList | undefined => {
    const patterns = settings[key];
    return patterns && { base: settings.globBases?.[key] ?? cwd, patterns };
  };
  const [include, exclude] = [list('include'), list('exclude')];
  const [extendExclude, forceExclude] = [list('extendExclude'), list('forceExclude')];
  return {
    ...(include && { include }),
    ...(exclude && { exclude }),
    ...(extendExclude && { extendExclude }),
    ...(forceExclude && { forceExclude }),
  };
}

/** Rules that the configuration switches off for some files. */
export function perFileIgnores(settings: Settings, cwd: string): NonNullable<PlanOptions['perFileIgnores']> {
  const base = settings.globBases?.perFileIgnores ?? cwd;
  return Object.entries(settings.perFileIgnores ?? {}).map(([glob, rules]) => ({
    glob: { base, patterns: [glob] },
    rules,
  }));
}

/** Reads `I/N`. Returns undefined for anything else. */
export function findShard(text: string): Shard | undefined {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text)?.map(Number) ?? [];
  if (index === undefined || count === undefined || index < 1 || index > count) return undefined;
  return { index, count };
}

/** Reads `I/N` that was checked before. */
export function parseShard(text: string): Shard {
  return findShard(text) ?? { index: 1, count: 1 };
}
