import type { AST } from 'toml-eslint-parser';
import { pythonMessage } from '../../rules/python-requires.js';
import type { RequirementPolicy } from '../../rules/sdk-requirement.js';
import { beginsBelowSdk } from '../../sdk/python-range.js';
import { type RangeSyntax, upgradedRange } from '../../sdk/requirement.js';
import { type DependencyFinding, judge } from './finding.js';
import { type TomlEntry, type TomlString, tomlEntries, tomlString } from './toml.js';

/** Lists of requirements as pip writes them: PEP 621, PEP 735, PDM, uv, Hatch, Flit, tox; `*` is any name. */
const LISTS: readonly string[] = [
  ...['project.dependencies', 'project.optional-dependencies.*', 'dependency-groups.*'],
  ...['tool.pdm.dev-dependencies.*', 'tool.pdm.overrides.*', 'tool.rye.dev-dependencies'],
  ...['tool.uv.dev-dependencies', 'tool.uv.constraint-dependencies', 'tool.uv.override-dependencies'],
  ...['tool.hatch.envs.*.dependencies', 'tool.hatch.envs.*.extra-dependencies'],
  ...['tool.flit.metadata.requires', 'tool.flit.metadata.requires-extra.*'],
  ...['tool.tox.env_run_base.deps', 'tool.tox.env.*.deps', 'tool.setuptools.dynamic.dependencies'],
];

/** Tables whose keys are packages and whose values are Poetry's ranges. */
const POETRY: readonly string[] = [
  ...['tool.poetry.dependencies', 'tool.poetry.dev-dependencies', 'tool.poetry.group.*.dependencies'],
];

const PYTHON: readonly string[] = ['project.requires-python', 'tool.poetry.dependencies.python'];

/** The requirements of a `pyproject.toml`; what the build itself needs is left alone. */
export function findInPyproject(text: string, policy: RequirementPolicy): readonly DependencyFinding[] {
  const entries = tomlEntries(text);
  const found = [
    ...entries.filter(({ path }) => isIn(LISTS, path)).flatMap((entry) => inList(entry, text, policy)),
    ...POETRY.flatMap((table) => inTable(entries, table, 'poetry', text, policy)),
  ];
  const needsSdk = entries.some(({ path, value }) => isSdkTable(path) || (isIn(LISTS, path) && namesSdk(value)));
  return needsSdk ? [...found, ...oldPythons(entries, PYTHON, text)] : found;
}

/** The requirements of a `Pipfile`. */
export function findInPipfile(text: string, policy: RequirementPolicy): readonly DependencyFinding[] {
  const entries = tomlEntries(text);
  const found = inTable(entries, '*', 'pip', text, policy);
  const needsSdk = entries.some(({ path }) => path.length >= 2 && isSdkName(path[1] ?? ''));
  const pythons = ['requires.python_version', 'requires.python_full_version'];
  return needsSdk ? [...found, ...oldPythons(entries, pythons, text)] : found;
}

/** Whether a path is one of the patterns. */
function isIn(patterns: readonly string[], path: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const names = pattern.split('.');
    return names.length === path.length && names.every((name, i) => name === '*' || name === path[i]);
  });
}

function isSdkName(name: string): boolean {
  return name.toLowerCase() === 'sagemaker';
}

function isSdkTable(path: readonly string[]): boolean {
  return POETRY.some((table) => isIn([`${table}.*`], path)) && isSdkName(path.at(-1) ?? '');
}

function namesSdk(value: AST.TOMLContentNode): boolean {
  return value.type === 'TOMLValue' && value.kind === 'string' && /^\s*sagemaker(?![\w.-])/i.test(value.value);
}

/** A requirement that is a member of a list. */
function inList({ value }: TomlEntry, text: string, policy: RequirementPolicy): readonly DependencyFinding[] {
  if (value.parent?.type !== 'TOMLArray' || !namesSdk(value)) return [];
  const string = tomlString(value, text);
  if (string === undefined || string.value.includes('\n')) return [];
  const semicolon = string.value.indexOf(';');
  const requirement = (semicolon < 0 ? string.value : string.value.slice(0, semicolon)).trim();
  const start = string.start + string.value.indexOf(requirement);
  const at = { start, end: start + requirement.length };
  const marker = text.slice(at.end, string.end);
  const write = (words: readonly string[]) => [
    { ...at, text: words.join(`${marker}${string.quote}, ${string.quote}`) },
  ];
  return judge({ at, text: requirement, syntax: 'pip', write }, policy);
}

/** The SDK as a key of a table: a range alone, a table with one, or a list of such tables. */
function inTable(
  entries: readonly TomlEntry[],
  table: string,
  syntax: RangeSyntax,
  text: string,
  policy: RequirementPolicy,
): readonly DependencyFinding[] {
  const isSdk = ({ path }: TomlEntry): boolean => isIn([`${table}.*`, `${table}.*.*`], path) && isSdkKey(path, table);
  return entries.filter(isSdk).flatMap(({ path, value }) => {
    const key = path[table.split('.').length + 1];
    if (key === undefined || key === 'version') {
      const string = tomlString(value, text);
      return string === undefined ? [] : inRange(string, syntax, policy);
    }
    return key === 'extras' ? goneExtras(value) : otherSource(key, value);
  });
}

function isSdkKey(path: readonly string[], table: string): boolean {
  return isSdkName(path[table.split('.').length] ?? '');
}

function inRange(
  { start, end, value }: TomlString,
  syntax: RangeSyntax,
  { pin, limitsOpen, withScipy }: RequirementPolicy,
): readonly DependencyFinding[] {
  const upgraded = upgradedRange(value.trim(), syntax, pin);
  if (upgraded === undefined || upgraded === 'right' || (!upgraded.wasPinned && !limitsOpen)) return [];
  const at = { start, end };
  const message = upgraded.wasPinned
    ? `sagemaker ${value} is not the SDK that this is migrated to`
    : `sagemaker ${value} lets the newest SDK in, 3.x, which has no estimators: stay below 3`;
  const moved = { rule: 'sdk-requirement', at, message, edits: [{ ...at, text: upgraded.range }] } as const;
  // The table may be anywhere, and its other keys, too.
  const scipy = 'v1 brought SciPy along, v2 does not, and the code imports it: require scipy, too';
  return withScipy ? [moved, { rule: 'sdk-requirement', at, message: scipy }] : [moved];
}

/** Members of `extras` that v2 doesn't have: here a person decides what takes their place. */
function goneExtras(value: AST.TOMLContentNode): readonly DependencyFinding[] {
  if (value.type !== 'TOMLValue' || value.kind !== 'string' || value.value !== 'tensorflow') return [];
  const [start, end] = value.range;
  const message = 'v2 has no extra "tensorflow": take it out, and require tensorflow itself';
  return [{ rule: 'sdk-requirement', at: { start, end }, message }];
}

/** `git = "…/sagemaker-python-sdk.git"`, `path`, `url`, `file`. */
function otherSource(key: string, value: AST.TOMLContentNode): readonly DependencyFinding[] {
  if (!/^(?:git|path|url|file)$/.test(key)) return [];
  const [start, end] = value.range;
  const message = `the SDK comes from a place of its own (${key}): it has to be 2.x there`;
  return [{ rule: 'sdk-requirement', at: { start, end }, message }];
}

function oldPythons(
  entries: readonly TomlEntry[],
  keys: readonly string[],
  text: string,
): readonly DependencyFinding[] {
  return entries
    .filter(({ path, value }) => isIn(keys, path) && value.type === 'TOMLValue')
    .flatMap(({ value }) => {
      const string = tomlString(value, text);
      if (string === undefined || !beginsBelowSdk(isBare(string.value) ? `==${string.value}` : string.value)) return [];
      const at = { start: string.start, end: string.end };
      return [{ rule: 'python-requires', at, message: pythonMessage(string.value) } as const];
    });
}

function isBare(version: string): boolean {
  return /^\s*\d/.test(version);
}
