import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { compilePatterns, type Matcher, type PatternList, rebase } from '../discover/patterns.js';
import type { JournalEntry } from '../journal/layout.js';
import type { FileJob } from './job.js';
import { targetIn } from './out-dir.js';

/** Part `index` of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** What makes jobs of paths. */
export interface PlanOptions {
  readonly cwd: string;
  readonly shard?: Shard;
  /** Rules that are switched off for files, by glob. */
  readonly perFileIgnores?: readonly { readonly glob: PatternList; readonly rules: readonly string[] }[];
  /** Where results go instead of over the files, and the folder that their paths count from; absolute. */
  readonly outDir?: { readonly folder: string; readonly base: string };
  /** What the run that is resumed noted, by absolute path. */
  readonly noted?: ReadonlyMap<string, readonly JournalEntry[]>;
}

/** The jobs of a run. */
export function planJobs(paths: readonly string[], options: PlanOptions): FileJob[] {
  const { cwd, shard, perFileIgnores = [], outDir, noted } = options;
  const ignores = perFileIgnores.map(({ glob, rules }) => ({ glob: compilePatterns(rebase(glob, cwd)), rules }));
  return paths
    .filter((path) => shard === undefined || isInShard(path, shard))
    .map((path) => {
      const absolute = resolve(cwd, path);
      return {
        path,
        target: outDir === undefined ? null : targetIn(outDir.folder, outDir.base, absolute),
        ignore: ignores.length === 0 ? NONE : rulesFor(absolute, ignores),
        noted: noted?.get(absolute) ?? NONE,
      };
    });
}

/** Shared by the jobs of a large tree. */
const NONE: readonly never[] = [];

function rulesFor(path: string, ignores: readonly { readonly glob: Matcher; readonly rules: readonly string[] }[]) {
  return ignores.filter(({ glob }) => glob.verdict(path) === 'ignored').flatMap(({ rules }) => rules);
}

/** The same file falls into the same part on every machine, as long as the paths are given in the same way. */
export function isInShard(path: string, { index, count }: Shard): boolean {
  const hash = createHash('sha256')
    .update(path.replace(/^(?:\.\/)+/, ''))
    .digest();
  return hash.readUIntBE(0, 6) % count === index - 1;
}
