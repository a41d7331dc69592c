import { type JsonFile, toJsonLine } from './json.js';

/** One file of a run on one line: what `files` holds in the JSON report. */
export function formatJsonLine(file: JsonFile): string {
  return `${toJsonLine(file)}\n`;
}
