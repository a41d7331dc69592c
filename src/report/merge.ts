import { type JsonFile, type JsonReport, jsonSchemaVersion } from './json.js';
import { states } from './summary.js';

/** A JSON report that was read, and where from. */
export interface ReadReport {
  readonly name: string;
  readonly report: Pick<JsonReport, 'version' | 'files'>;
}

/**
 * Reads the text of a JSON report.
 * @throws Error that says what is wrong with it, without its name
 */
export function readJsonReport(text: string): ReadReport['report'] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('is not valid JSON; write it with --output-format json');
  }
  if (!isObject(value) || typeof value.version !== 'string' || !Array.isArray(value.files)) {
    throw new Error('is no report of this program; write it with --output-format json');
  }
  if (value.schemaVersion !== jsonSchemaVersion) {
    throw new Error(`has schemaVersion ${String(value.schemaVersion)}, not ${jsonSchemaVersion}; write it anew`);
  }
  if (!value.files.every(isFile)) throw new Error('has an entry that is no file; write it anew');
  return { version: value.version, files: value.files };
}

/**
 * The files of reports about parts of one tree, in path order, as one run would report them.
 * @throws Error when a file is in two of them, or different versions of the program wrote them
 */
export function mergeReports(reports: readonly ReadReport[]): readonly JsonFile[] {
  const [first, ...others] = reports;
  const other = others.find(({ report }) => report.version !== first?.report.version);
  if (first !== undefined && other !== undefined) {
    throw new Error(`${first.name} and ${other.name} are of different versions of this program; write them anew`);
  }
  const owners = new Map<string, string>();
  for (const { name, report } of reports) {
    for (const { path } of report.files) {
      const owner = owners.get(path);
      if (owner !== undefined) throw new Error(`${path} is in ${owner} and in ${name}`);
      owners.set(path, name);
    }
  }
  return reports.flatMap(({ report }) => report.files).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isFile(value: unknown): value is JsonFile {
  return isObject(value) && typeof value.path === 'string' && isStatus(value.status) && isFindings(value.findings);
}

function isStatus(value: unknown): boolean {
  return value === 'changed' || value === 'unchanged' || value === 'skipped' || value === 'failed';
}

function isFindings(value: unknown): boolean {
  return Array.isArray(value) && value.every(isFinding);
}

function isFinding(value: unknown): boolean {
  if (!isObject(value) || !states.some((state) => state === value.state)) return false;
  const { rule, message, fingerprint, suggestion, cell, line, column, endLine, endColumn } = value;
  return (
    [rule, message, fingerprint].every((text) => typeof text === 'string') &&
    (suggestion === null || typeof suggestion === 'string') &&
    (cell === null || Number.isInteger(cell)) &&
    [line, column, endLine, endColumn].every((number) => Number.isInteger(number))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
