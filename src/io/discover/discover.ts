import { type Stats, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { type Entry, walkStream } from '@nodelib/fs.walk';
import { describeReadFailure } from '../errors.js';
import { type FileKind, hasPythonShebang, kindOfName } from '../file-kind.js';
import { DEFAULT_EXCLUDES, NEVER_ENTERED } from './defaults.js';
import { extendChain, type IgnoreChain, startChain, verdictOf } from './ignore-files.js';
import { compilePatterns, type Matcher, type PatternList, rebase } from './patterns.js';

/** Which files of a tree are wanted. */
export interface DiscoverOptions {
  /** Files to take instead of Python files and notebooks. */
  readonly include?: PatternList;
  /** What to leave out instead of the usual virtual environments and caches. */
  readonly exclude?: PatternList;
  /** What to leave out besides. */
  readonly extendExclude?: PatternList;
  /** What to leave out also where it is given by name, as commit hooks do. */
  readonly forceExclude?: PatternList;
  /** Whether files that say what a project needs are wanted beside its code. Default false. */
  readonly dependencies?: boolean;
  /** Whether pages with code in them are wanted. Default false. */
  readonly docs?: boolean;
  /** Absolute folders that are not entered, such as the one that is written to. */
  readonly without?: readonly string[];
}

/** Something that was met and can't be migrated: one line of the report. */
export interface DiscoverProblem {
  readonly path: string;
  /** `skipped`: it is no file that could hold code. */
  readonly status: 'skipped' | 'failed';
  readonly reason: string;
}

/** What was found. Paths begin as the paths did that were given; both lists are in path order, each path once. */
export interface Discovered {
  readonly files: readonly string[];
  readonly problems: readonly DiscoverProblem[];
}

interface Filters {
  readonly include: Matcher | undefined;
  readonly exclude: readonly Matcher[];
  readonly without: ReadonlySet<string>;
  readonly kinds: ReadonlySet<FileKind>;
}

/**
 * The files to migrate under paths. A folder is walked: ignore files, virtual environments and symbolic links are left
 * out. A file is taken as it is given, whatever its name. Never rejects for what is on the disk.
 */
export async function discover(
  paths: readonly string[],
  options: DiscoverOptions = {},
  cwd = process.cwd(),
): Promise<Discovered> {
  const files = new Map<string, string>();
  const problems: DiscoverProblem[] = [];
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const stats = statOf(absolute);
    if (!stats?.isDirectory()) {
      if (isForcedOut(absolute, options.forceExclude)) continue;
      if (stats === undefined || isNamedFile(absolute, options)) files.set(absolute, files.get(absolute) ?? path);
      else problems.push({ path, status: 'failed', reason: OTHER_KIND });
      continue;
    }
    const prefix = path === '.' || path === './' ? '' : path.endsWith('/') ? path : `${path}/`;
    for (const inside of await walkFolder(absolute, prefix, compileFilters(options, absolute), problems)) {
      const file = join(absolute, inside);
      if (!files.has(file)) files.set(file, `${prefix}${inside}`);
    }
  }
  return { files: [...files.values()].sort(), problems: uniqueProblems(problems) };
}

function compileFilters(options: DiscoverOptions, root: string): Filters {
  const { include, exclude, extendExclude, forceExclude, without = [] } = options;
  const lists = [exclude ?? { base: root, patterns: DEFAULT_EXCLUDES }, extendExclude, forceExclude];
  return {
    include: include && compilePatterns(rebase(include, root)),
    exclude: lists.filter((list) => list !== undefined).map((list) => compilePatterns(rebase(list, root))),
    without: new Set(without),
    kinds: wantedKinds(options),
  };
}

const OTHER_KIND = "is no Python file, no notebook and no file of requirements by its name; '-' reads code of any name";

/** Whether a file that is given by name is of a kind that is migrated; what is no file is left for the one who reads it. */
function isNamedFile(file: string, options: DiscoverOptions): boolean {
  const { include } = options;
  if (isOfKind(file, wantedKinds(options)) || hasPythonShebang(file)) return true;
  return include !== undefined && compilePatterns(rebase(include, dirname(file))).verdict(file) === 'ignored';
}

function isForcedOut(file: string, forceExclude: PatternList | undefined): boolean {
  return forceExclude !== undefined && compilePatterns(rebase(forceExclude, dirname(file))).verdict(file) === 'ignored';
}

/** Paths below the folder, in no order. */
async function walkFolder(
  root: string,
  prefix: string,
  filters: Filters,
  problems: DiscoverProblem[],
): Promise<string[]> {
  const chains = new Map<string, IgnoreChain>([['', startChain(root)]]);
  const chainOf = ({ path, name }: Entry) => chains.get(path.slice(0, -name.length - 1)) ?? [];
  const isLeftOut = (entry: Entry, absolute: string) =>
    filters.exclude.some((matcher) => matcher.verdict(absolute) === 'ignored') ||
    verdictOf(chainOf(entry), absolute) === 'ignored';
  const found: string[] = [];
  const entries = walkStream(root, {
    basePath: '',
    pathSegmentSeparator: '/',
    deepFilter(entry) {
      const folder = join(root, entry.path);
      if (NEVER_ENTERED.has(entry.name) || filters.without.has(folder)) return false;
      if (isLeftOut(entry, `${folder}/`) || isVirtualEnvironment(folder)) return false;
      chains.set(entry.path, extendChain(chainOf(entry), folder));
      return true;
    },
    entryFilter(entry) {
      const { dirent } = entry;
      if (dirent.isDirectory() || dirent.isSymbolicLink()) return false;
      const file = join(root, entry.path);
      if (!isWanted(file, dirent.isFile(), filters) || isLeftOut(entry, file)) return false;
      if (dirent.isFile()) return true;
      const reason = 'is a pipe, a socket or a device, not a file';
      problems.push({ path: `${prefix}${entry.path}`, status: 'skipped', reason });
      return false;
    },
    errorFilter(error) {
      const path = typeof error.path === 'string' ? error.path : root;
      const inside = path === root ? '' : path.slice(root.length + 1);
      const shown = `${prefix}${inside}`.replace(/(?<=.)\/$/, '') || '.';
      problems.push({ path: shown, status: 'failed', reason: describeReadFailure(error, 'folder') });
      return true;
    },
  });
  // One at a time: all entries of a large tree at once take far more memory than their paths.
  entries.on('data', ({ path }: Entry) => found.push(path));
  await finished(entries);
  return found;
}

function isWanted(file: string, isRegular: boolean, { include, kinds }: Filters): boolean {
  if (include !== undefined) return include.verdict(file) === 'ignored';
  return isOfKind(file, kinds) || (isRegular && hasPythonShebang(file));
}

function wantedKinds({ dependencies = false, docs = false }: DiscoverOptions): ReadonlySet<FileKind> {
  return new Set<FileKind>([
    'python',
    'notebook',
    ...(dependencies ? ['dependencies' as const] : []),
    ...(docs ? ['docs' as const] : []),
  ]);
}

function isOfKind(file: string, kinds: ReadonlySet<FileKind>): boolean {
  const kind = kindOfName(file);
  return kind !== undefined && kinds.has(kind);
}

/** The standard library's `venv`, `virtualenv` and conda mark theirs, whatever the folder is called. */
function isVirtualEnvironment(folder: string): boolean {
  return statOf(join(folder, 'pyvenv.cfg')) !== undefined || statOf(join(folder, 'conda-meta')) !== undefined;
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function uniqueProblems(problems: readonly DiscoverProblem[]): readonly DiscoverProblem[] {
  const byPath = new Map(problems.map((problem) => [problem.path, problem]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
