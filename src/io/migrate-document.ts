import type { MigrateOptions } from '../engine/options.js';
import type { FileOutcome, SourceOutcome } from '../engine/outcome.js';
import type { Source } from '../text/source.js';
import type { Document } from './document.js';
import { firstLine, InputError } from './errors.js';
import { withFingerprints } from './fingerprints.js';

/** The engine: what it finds and would change in one program. */
export type MigrateSource = (source: Source, options: MigrateOptions) => SourceOutcome | Promise<SourceOutcome>;

/** A file's outcome, and its new bytes; null when it is not `changed`. */
export interface MigratedDocument {
  readonly outcome: FileOutcome;
  readonly bytes: Uint8Array | null;
}

/**
 * Runs the engine on every program of a file and puts the edits together. Never throws: whatever goes wrong with one
 * file is that file's `failed` outcome, so that others go on.
 */
export async function migrateDocument(
  document: Document,
  options: MigrateOptions,
  migrate: MigrateSource,
): Promise<MigratedDocument> {
  const { path } = document;
  if (document.skipped !== null) return without('skipped', path, document.skipped);
  try {
    const outcomes: SourceOutcome[] = [];
    for (const source of document.sources) outcomes.push(await migrate(source, options));
    const findings = withFingerprints(document.sources, outcomes);
    const edits = outcomes.map((outcome) => outcome.edits);
    const parts = document.parts(edits);
    if (parts.length === 0) {
      return { outcome: { path, status: 'unchanged', reason: null, findings, parts }, bytes: null };
    }
    const bytes = await document.splice(edits);
    return { outcome: { path, status: 'changed', reason: null, findings, parts }, bytes };
  } catch (error) {
    return without('failed', path, reasonOf(error));
  }
}

function without(status: 'skipped' | 'failed', path: string, reason: string): MigratedDocument {
  return { outcome: { path, status, reason, findings: [], parts: [] }, bytes: null };
}

function reasonOf(error: unknown): string {
  if (error instanceof InputError) return error.reason;
  if (error instanceof RangeError && /call stack/i.test(error.message)) {
    return 'is nested too deeply to analyse; nothing was changed';
  }
  return `internal error, nothing was changed: ${firstLine(error instanceof Error ? error.message : String(error))}`;
}
