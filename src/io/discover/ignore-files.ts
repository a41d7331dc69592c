import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compilePatterns, type Matcher, type Verdict } from './patterns.js';

/** The ignore files that hold in a folder, the strongest first. */
export type IgnoreChain = readonly Matcher[];

/** By falling strength: what `.ignore` says holds against `.gitignore`. */
const NAMES = ['.ignore', '.gitignore'];

/** Larger ones are no ignore files. */
const MOST_BYTES = 1 << 20;

/** What holds in a folder below one with the given chain. */
export function extendChain(chain: IgnoreChain, folder: string): IgnoreChain {
  const own = NAMES.map((name) => readIgnoreFile(join(folder, name), folder)).filter((each) => each !== undefined);
  return own.length === 0 ? chain : [...own, ...chain];
}

/**
 * What holds in the folder where a walk starts: its own ignore files, those of the folders above it up to the root of
 * its git repository, and the repository's `.git/info/exclude`. A folder that is itself ignored was asked for by name:
 * what ignores it doesn't count.
 *
 * @param start absolute
 */
export function startChain(start: string): IgnoreChain {
  const above: string[] = [];
  for (let folder = start; !existsSync(join(folder, '.git')); folder = dirname(folder)) {
    above.unshift(folder);
    if (dirname(folder) === folder) return extendChain([], start);
  }
  const root = above[0] === undefined ? start : dirname(above[0]);
  const exclude = readIgnoreFile(join(root, '.git', 'info', 'exclude'), root);
  let chain = extendChain(exclude === undefined ? [] : [exclude], root);
  for (const folder of above) {
    if (verdictOf(chain, `${folder}/`) === 'ignored') chain = [];
    chain = extendChain(chain, folder);
  }
  return chain;
}

/** The strongest answer of the chain. @param path absolute; a folder's ends in a slash */
export function verdictOf(chain: IgnoreChain, path: string): Verdict {
  for (const matcher of chain) {
    const verdict = matcher.verdict(path);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

/** Only a regular file is read: git doesn't follow links here, and a pipe would never end. */
function readIgnoreFile(path: string, base: string): Matcher | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined || !stats.isFile() || stats.size > MOST_BYTES) return undefined;
    const patterns = readFileSync(path, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/);
    return compilePatterns({ base, patterns });
  } catch {
    return undefined;
  }
}
