import { lstatSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describeReadFailure, InputError } from '../errors.js';
import type { Config } from './parse.js';

/** This program's own file, which holds against a `pyproject.toml` beside it. */
const OWN_FILE = 'sagemaker-upgrade-v2.toml';

/** Larger ones are no configuration. */
const MOST_BYTES = 4 << 20;

/**
 * The configuration that holds in a folder: the nearest file above it that has one. The search ends at the root of a
 * git repository.
 * @param folder absolute
 * @throws {@link InputError} when the file is wrong
 */
export async function findConfig(folder: string): Promise<Config | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    for (const name of [OWN_FILE, 'pyproject.toml']) {
      const path = join(at, name);
      const config = statSync(path, { throwIfNoEntry: false })?.isFile() ? await readConfig(path) : undefined;
      if (config !== undefined) return config;
    }
    if (dirname(at) === at || lstatSync(join(at, '.git'), { throwIfNoEntry: false }) !== undefined) return undefined;
  }
}

/**
 * Reads one file.
 * @param path absolute; a file of any name but `pyproject.toml` is this program's alone
 * @returns undefined when a `pyproject.toml` has no section for this program
 * @throws {@link InputError} when the file can't be read, or is wrong
 */
export async function readConfig(path: string): Promise<Config | undefined> {
  let text: string;
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new InputError('config', path, 'is no file');
    if (stats.size > MOST_BYTES) throw new InputError('config', path, 'is too large for a configuration');
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw error instanceof InputError ? error : new InputError('config', path, describeReadFailure(error));
  }
  // The parser is loaded only where there is something to parse.
  const { parseConfig } = await import('./parse.js');
  return parseConfig(text, path, basename(path) !== 'pyproject.toml');
}
