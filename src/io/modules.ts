import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { FindModule } from '../engine/options.js';
import { parsePythonFile } from './python-file.js';

/** Larger modules are data, not code. */
const MAX_BYTES = 1_000_000;

/** Folders of which is remembered what they hold: files come in path order, so that those left behind are not asked for again. */
const MOST_LISTED = 1000;

/** What marks the top of a project, for files that are given by name. */
const PROJECT_MARKS: readonly string[] = ['.git', 'pyproject.toml', 'setup.py', 'setup.cfg'];

/** A package of that name in the project hides the SDK only where Python would look there first. */
const SDK = 'sagemaker';

/** The Python files and the folders of a folder. */
interface Listing {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  readonly isProject: boolean;
}

const NOTHING: Listing = { files: new Set(), folders: new Set(), isProject: false };

/**
 * Finds modules as Python would from the file's folder, the folders above it, and `src/` in each of them. Nothing
 * outside the roots is looked at, and no symbolic link is followed. What folders hold is remembered; texts are not.
 *
 * @param roots absolute folders; for a file outside all of them, the project that it lies in, or its folder alone
 */
export function moduleFinder(roots: readonly string[]): FindModule {
  const listings = new Map<string, Listing>();
  const list = (folder: string): Listing => {
    const known = listings.get(folder);
    if (known !== undefined) return known;
    const made = listFolder(folder);
    if (listings.size >= MOST_LISTED) listings.clear();
    listings.set(folder, made);
    return made;
  };
  const rootFor = (folder: string): string =>
    roots.find((root) => `${folder}${sep}`.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) ??
    projectOf(folder, list);
  // The files of a folder come one after the other, and mostly import the same.
  const places = new Map<string, readonly string[]>();
  let placesOf = '';
  const placesFor = (dotted: string, level: number, folder: string): readonly string[] => {
    if (folder !== placesOf) places.clear();
    placesOf = folder;
    const key = `${'.'.repeat(level)}${dotted}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    const parts = dotted === '' ? [] : dotted.split('.');
    const found = basesFor(parts, level, folder, rootFor(folder), list).flatMap(
      (base) => moduleAt(base, parts, list) ?? [],
    );
    places.set(key, found);
    return found;
  };
  return (dotted, level, fromPath) => {
    const file = resolve(fromPath);
    for (const path of placesFor(dotted, level, dirname(file))) {
      if (path === file) continue;
      return {
        path,
        get text() {
          return readModule(path);
        },
      };
    }
    return undefined;
  };
}

/** Folders in which the first part of the name may be, in Python's order. */
function basesFor(
  parts: readonly string[],
  level: number,
  folder: string,
  root: string,
  list: (folder: string) => Listing,
): readonly string[] {
  const above = [folder];
  for (let at = folder; at !== root && dirname(at) !== at; ) {
    at = dirname(at);
    above.push(at);
  }
  if (level > 0) return above.slice(level - 1, level);
  const isPackage = (at: string): boolean => list(at).files.has('__init__.py');
  if (parts[0] === SDK) return isPackage(folder) ? [] : [folder];
  const [first] = parts;
  const holds = (at: string): boolean => {
    const { files, folders } = list(at);
    return first !== undefined && (files.has(`${first}.py`) || folders.has(first));
  };
  const bases = above.flatMap((at) => (list(at).folders.has('src') ? [at, join(at, 'src')] : [at])).filter(holds);
  // Inside a package, its own folder is searched only when the file is run as a script.
  return [...bases.filter((at) => !isPackage(at)), ...bases.filter(isPackage)];
}

/** The file of a module below a folder: a package before a module, as Python has it. */
function moduleAt(base: string, parts: readonly string[], list: (folder: string) => Listing): string | undefined {
  let at = base;
  for (const [i, part] of parts.entries()) {
    const { files, folders } = list(at);
    const isLast = i === parts.length - 1;
    if (isLast && files.has(`${part}.py`) && !(folders.has(part) && list(join(at, part)).files.has('__init__.py')))
      return join(at, `${part}.py`);
    if (!folders.has(part)) return undefined;
    at = join(at, part);
  }
  return list(at).files.has('__init__.py') ? join(at, '__init__.py') : undefined;
}

function projectOf(folder: string, list: (folder: string) => Listing): string {
  for (let at = folder; ; at = dirname(at)) {
    if (list(at).isProject) return at;
    if (dirname(at) === at) return folder;
  }
}

function listFolder(folder: string): Listing {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return NOTHING;
  }
  const names = (some: readonly Dirent[]): string[] => some.map(({ name }) => name);
  return {
    files: new Set(names(entries.filter((entry) => entry.isFile() && entry.name.endsWith('.py')))),
    folders: new Set(names(entries.filter((entry) => entry.isDirectory()))),
    isProject: entries.some(({ name }) => PROJECT_MARKS.includes(name)),
  };
}

/** What can't be read says nothing. */
function readModule(path: string): string {
  try {
    const stats = lstatSync(path);
    if (!stats.isFile() || stats.size > MAX_BYTES) return '';
    return parsePythonFile(readFileSync(path), path).sources[0]?.text ?? '';
  } catch {
    return '';
  }
}
