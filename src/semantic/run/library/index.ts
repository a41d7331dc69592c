import type { Data } from '../../../data/value.js';
import { LibraryModule } from '../library-objects.js';
import type { Run } from '../state.js';
import { addressModule } from './addresses.js';
import { argparseModule } from './argparse.js';
import { awsModule } from './boto3.js';
import { classModule } from './classes.js';
import { clockModule } from './clock.js';
import { collectionsModule } from './collections.js';
import { csvModule } from './csv.js';
import { hashModule } from './hashes.js';
import { itertoolsModule } from './itertools.js';
import { numpyModule } from './numpy.js';
import { pathModule } from './paths.js';
import { standardModule } from './standard.js';
import { textModule } from './text.js';
import { yamlModule } from './yaml.js';

/** Finds a member of a module that is understood. */
export type Members = (name: string, run: Run) => Data | undefined;

/** A room of understood modules: gives the members of one, or undefined for a module that it does not have. */
type Library = (path: string) => Members | undefined;

const LIBRARIES: readonly Library[] = [
  ...[standardModule, pathModule, textModule, collectionsModule, itertoolsModule, classModule],
  ...[addressModule, csvModule, clockModule, argparseModule, awsModule, numpyModule, yamlModule, hashModule],
];

function membersOf(path: string): Members | undefined {
  for (const library of LIBRARIES) {
    const members = library(path);
    if (members !== undefined) return members;
  }
  return undefined;
}

/** Modules of which only their own modules are understood. */
const PACKAGES: ReadonlySet<string> = new Set(['urllib']);

/** The module at a path; undefined where it is not understood. */
export function libraryModule(path: string, run: Run): Data | undefined {
  const members = membersOf(path);
  if (members === undefined)
    return PACKAGES.has(path) ? new LibraryModule(path, (name) => libraryModule(`${path}.${name}`, run)) : undefined;
  return new LibraryModule(path, (name) => members(name, run) ?? libraryModule(`${path}.${name}`, run));
}

/** What `from module import name` binds; undefined where it is not understood. */
export function libraryMember(module: string, name: string, run: Run): Data | undefined {
  return membersOf(module)?.(name, run) ?? libraryModule(`${module}.${name}`, run);
}
