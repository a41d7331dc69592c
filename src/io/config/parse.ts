import { closestMatch } from 'leven';
import { parse, TomlError } from 'smol-toml';
import { isPin } from '../../sdk/requirement.js';
import { firstLine, InputError } from '../errors.js';
import { CONFIG_KEYS, type ConfigKind } from './keys.js';

/** A value of the configuration that an option of the command line could also have. */
export type ConfigValue = boolean | number | string | readonly string[];

/** A configuration file, checked. */
export interface Config {
  /** The file; absolute. */
  readonly path: string;
  /** Values of options, by the option's name without dashes in front (`extend-exclude`). */
  readonly values: Readonly<Record<string, ConfigValue>>;
  /** Rules that are switched off for the files that a glob matches. */
  readonly perFileIgnores: Readonly<Record<string, readonly string[]>>;
}

/** Name of the section in `pyproject.toml`. */
const SECTION = 'sagemaker-upgrade-v2';

/** What is meant for this program, even if it is misspelt: no other tool is called so. */
const ALIKE = /sagemaker[-_. ]?upgrade/i;

/**
 * Reads the text of a configuration file.
 * @param isOwnFile whether the file is this program's alone; otherwise the section of `pyproject.toml` counts
 * @returns undefined when a `pyproject.toml` has no section for this program
 * @throws {@link InputError} for what is no TOML, unknown keys, and values of the wrong kind
 */
export function parseConfig(text: string, path: string, isOwnFile: boolean): Config | undefined {
  const table = parseTable(text, path, isOwnFile);
  if (table === undefined) return undefined;
  const section = isOwnFile ? table : sectionOf(table, path);
  if (section === undefined) return undefined;
  const values: Record<string, ConfigValue> = {};
  let perFileIgnores: Config['perFileIgnores'] = {};
  for (const [key, value] of Object.entries(section)) {
    const kind = Object.hasOwn(CONFIG_KEYS, key) ? CONFIG_KEYS[key] : undefined;
    if (kind === undefined) throw new InputError('config', path, describeUnknown(key));
    if (kind === 'globs-to-rules') perFileIgnores = asGlobs(value, key, path);
    else values[key] = asValue(value, kind, key, path);
  }
  return { path, values, perFileIgnores };
}

type Table = Readonly<Record<string, unknown>>;

/** A `pyproject.toml` that isn't TOML is this program's business only when it seems to hold a section for it. */
function parseTable(text: string, path: string, isOwnFile: boolean): Table | undefined {
  if (!isOwnFile && !ALIKE.test(text)) return undefined;
  try {
    return parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const place = error instanceof TomlError ? { line: error.line } : {};
    const problem = firstLine(error instanceof Error ? error.message : String(error));
    throw new InputError(
      'config',
      path,
      `is not valid TOML (${problem.replace(/^Invalid TOML document: /, '')})`,
      place,
    );
  }
}

function sectionOf(table: Table, path: string): Table | undefined {
  const tool = isTable(table.tool) ? table.tool : {};
  const misspelt = Object.keys(tool).find((name) => name !== SECTION && ALIKE.test(name));
  if (misspelt !== undefined)
    throw new InputError('config', path, `has no use for [tool.${misspelt}]: did you mean [tool.${SECTION}]?`);
  if (!Object.hasOwn(tool, SECTION)) return undefined;
  const section = tool[SECTION];
  if (isTable(section)) return section;
  throw new InputError('config', path, `[tool.${SECTION}] is no table`);
}

function describeUnknown(key: string): string {
  const closest = closestMatch(key, Object.keys(CONFIG_KEYS), { maxDistance: Math.max(3, Math.ceil(key.length / 2)) });
  return `has no key '${key}' for this program${closest === undefined ? '' : `: did you mean '${closest}'?`}`;
}

function asValue(value: unknown, kind: Exclude<ConfigKind, 'globs-to-rules'>, key: string, path: string): ConfigValue {
  if (kind === 'flag' && typeof value === 'boolean') return value;
  if (kind === 'count' && typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  if (kind === 'text' && typeof value === 'string') return value;
  if (kind === 'list' && isStrings(value)) return value;
  if (kind === 'pin' && typeof value === 'string' && isPin(value)) return value;
  const wanted = {
    flag: 'true or false',
    count: 'a whole number from 1',
    text: 'a string',
    list: 'a list of strings',
    pin: "a range of 2.x, like '>=2.200,<3'",
  };
  throw new InputError('config', path, `'${key}' has to be ${wanted[kind]}`);
}

function asGlobs(value: unknown, key: string, path: string): Config['perFileIgnores'] {
  if (!isTable(value)) throw new InputError('config', path, `'${key}' has to be a table of globs and lists of rules`);
  const globs: Record<string, readonly string[]> = {};
  for (const [glob, rules] of Object.entries(value)) {
    if (!isStrings(rules)) throw new InputError('config', path, `'${key}'.'${glob}' has to be a list of rules`);
    globs[glob] = rules;
  }
  return globs;
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
