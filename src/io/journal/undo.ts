import { InputError } from '../errors.js';
import { sha256 } from '../hash.js';
import { readInput } from '../read.js';
import { writeOutput } from '../write.js';
import { copyPath, type JournalEntry, type JournalRun } from './layout.js';
import { dropRun, isOwnRun, locate, readEntries, sweepTemporaries } from './runs.js';

/** What became of the files of a run that is taken back. Paths count from the journal's root, in path order. */
export interface UndoResult {
  readonly restored: readonly string[];
  /** Files that are left as they are, and why, in a few words. */
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * Puts back what a run replaced, byte for byte. A file that was edited since is left alone. The record goes when
 * everything is back; until then the run can be taken back again.
 * @throws {@link InputError} when its logs can't be read
 */
export async function undoRun(run: JournalRun): Promise<UndoResult> {
  const entries = await readEntries(run);
  const isOwn = await isOwnRun(run);
  await sweepTemporaries(run, entries, isOwn);
  const restored: string[] = [];
  const refused: { path: string; reason: string }[] = [];
  for (const [path, chain] of [...groupByPath(entries)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    try {
      const place = locate(run, path, isOwn);
      const reason = 'reason' in place ? place.reason : await restore(run, place.target, chain);
      if (reason === undefined) restored.push(path);
      else refused.push({ path, reason });
    } catch (error) {
      refused.push({ path, reason: error instanceof InputError ? error.reason : String(error) });
    }
  }
  if (refused.length === 0) await dropRun(run);
  return { restored, refused };
}

/** A resumed run may have replaced a file twice: it goes back to what the first replacement found. */
export function originalOf(chain: readonly JournalEntry[], current: string): string | undefined {
  let found: string | undefined;
  const left = new Set(chain);
  for (let at = current; ; ) {
    const entry = [...left].find(({ after }) => after === at);
    if (entry === undefined) return found;
    left.delete(entry);
    found = entry.before;
    at = entry.before;
  }
}

/** The entries of each path. */
export function groupByPath(entries: readonly JournalEntry[]): Map<string, JournalEntry[]> {
  const groups = new Map<string, JournalEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.path);
    if (group === undefined) groups.set(entry.path, [entry]);
    else group.push(entry);
  }
  return groups;
}

/** Returns why it was refused. */
async function restore(run: JournalRun, target: string, chain: readonly JournalEntry[]): Promise<string | undefined> {
  const current = await readInput(target).catch((error: unknown) => {
    if (error instanceof InputError && error.code === 'missing') return undefined;
    throw error;
  });
  if (current === undefined) return 'is gone since; restore it, or take its copy from the journal';
  const hash = sha256(current);
  const original = originalOf(chain, hash);
  if (original === undefined) {
    // The process was killed between its note and the deed, or an earlier undo was here.
    return chain.some(({ before }) => before === hash) ? undefined : 'was edited since, and is left as it is';
  }
  const copy = await readInput(copyPath(run, original)).catch(() => undefined);
  if (copy === undefined || sha256(copy) !== original) return 'its copy in the journal is damaged; it is left as it is';
  await writeOutput(target, copy, { expected: current, place: target, run: run.id });
  return undefined;
}
