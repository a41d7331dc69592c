import type { FileOutcome, FindingState, ReportedFinding } from '../engine/outcome.js';
import { type Summary, summarize } from './summary.js';

/** Version of the JSON report's form; raised when a field changes its meaning or goes. See `docs/json-output.md`. */
export const jsonSchemaVersion = 1;

/** What the JSON report says of one file. */
export interface JsonFile {
  readonly path: string;
  readonly status: FileOutcome['status'];
  readonly reason: string | null;
  readonly findings: readonly ReportedFinding[];
  /** With `--diff`: the unified diff, empty where nothing changes. */
  readonly diff?: string;
  /** With `-`: the text after migration, or null where the input couldn't be read. */
  readonly output?: string | null;
}

/** The JSON report of a run. */
export interface JsonReport {
  readonly schemaVersion: typeof jsonSchemaVersion;
  /** Version of this program. */
  readonly version: string;
  readonly files: readonly JsonFile[];
  readonly summary: Summary;
}

/** One file of a JSON report: its outcome without the texts, and with what the command was asked to add. */
export function jsonFile(outcome: FileOutcome, added: Pick<JsonFile, 'diff' | 'output'>): JsonFile {
  const { path, status, reason, findings } = outcome;
  return { path, status, reason, findings: findings.map(jsonFinding), ...added };
}

/** Prints the report of a run, indented by two spaces, with a final line feed; safe to show in a terminal. */
export function formatJson(version: string, files: readonly JsonFile[]): string {
  const report: JsonReport = {
    schemaVersion: jsonSchemaVersion,
    version,
    files,
    summary: summarize(files),
  };
  return toJson(report);
}

/** Like `JSON.stringify` with two spaces and a final line feed; DEL and C1 controls, which JSON allows, are escaped. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

/** Exactly the documented fields, in the documented order, whatever else the engine may hold. */
function jsonFinding(finding: ReportedFinding): ReportedFinding {
  const { rule, state, evidence, message, suggestion, cell, line, column, endLine, endColumn } = finding;
  return {
    rule,
    state: state satisfies FindingState,
    evidence,
    message,
    suggestion,
    cell,
    line,
    column,
    endLine,
    endColumn,
  };
}
