import type { FileOutcome } from '../../engine/outcome.js';
import { firstLine, InputError } from '../errors.js';

/** The outcome of a file that could not be read, migrated or written. */
export function failedOutcome(path: string, error: unknown): FileOutcome {
  return { path, status: 'failed', reason: reasonOf(path, error), findings: [], parts: [] };
}

function reasonOf(path: string, error: unknown): string {
  if (error instanceof InputError) return error.path === path ? error.reason : error.message;
  const message = firstLine(error instanceof Error ? error.message : String(error));
  return `internal error, the file stays as it was (${message}); please report it`;
}
