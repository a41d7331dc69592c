import type { FileFinding, FileOutcome, FindingState } from '../engine/outcome.js';
import { type Summary, summarize } from './summary.js';

/** Version of the JSON report's form; raised when a field changes its meaning or goes. See `docs/json-output.md`. */
export const jsonSchemaVersion = 1;

/** What the JSON report says of one file. */
export interface JsonFile {
  readonly path: string;
  readonly status: FileOutcome['status'];
  readonly reason: string | null;
  readonly findings: readonly FileFinding[];
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

/** A JSON report that is printed piece by piece, so that a run over a tree keeps none of it. */
export interface JsonWriter {
  file(file: JsonFile): string;
  end(summary: Summary): string;
}

/**
 * Prints the report of a run, indented by two spaces, with a final line feed; safe to show in a terminal. The pieces
 * together are what {@link toJson} makes of a {@link JsonReport}.
 */
export function createJsonWriter(version: string): JsonWriter {
  const head = `{\n  "schemaVersion": ${jsonSchemaVersion},\n  "version": ${inside(version)},\n  "files": [`;
  let count = 0;
  return {
    file(file) {
      count += 1;
      return `${count === 1 ? head : ','}\n    ${inside(file, '    ')}`;
    },
    end(summary) {
      const files = count === 0 ? `${head}]` : '\n  ]';
      return `${files},\n  "summary": ${inside(summary, '  ')}\n}\n`;
    },
  };
}

/** A value in the middle of a document; every line after the first is indented. */
function inside(value: unknown, indent = ''): string {
  return toJson(value).trimEnd().replaceAll('\n', `\n${indent}`);
}

/** Prints the report of a run at once. */
export function formatJson(version: string, files: readonly JsonFile[]): string {
  const writer = createJsonWriter(version);
  return files.map((file) => writer.file(file)).join('') + writer.end(summarize(files));
}

/** Like `JSON.stringify` with two spaces and a final line feed; DEL and C1 controls, which JSON allows, are escaped. */
export function toJson(value: unknown): string {
  return `${escapeSteering(JSON.stringify(value, null, 2))}\n`;
}

/** Like {@link toJson}, on one line and without the line feed. */
export function toJsonLine(value: unknown): string {
  return escapeSteering(JSON.stringify(value));
}

/** Escapes, in JSON, what would steer a terminal or reorder what a person reads. */
function escapeSteering(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Exactly the documented fields, in the documented order, whatever else the engine may hold. */
function jsonFinding(finding: FileFinding): FileFinding {
  const { rule, state, evidence, message, suggestion, cell, line, column, endLine, endColumn, fingerprint } = finding;
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
    fingerprint,
  };
}
