import { appendFileSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { threadId } from 'node:worker_threads';
import { sha256 } from '../hash.js';
import { copyPath, type JournalEntry, type JournalRun, runFolder } from './layout.js';

/**
 * Records that a file is about to be replaced: first a copy of its bytes, then a line in the log of this thread. A
 * process that is killed in between leaves a copy too many or half a line, and no replaced file without a record.
 *
 * @param target absolute, links resolved
 */
export function recordReplacement(run: JournalRun, target: string, before: Uint8Array, after: Uint8Array): void {
  const entry: JournalEntry = {
    path: relative(run.root, target).split(sep).join('/'),
    before: sha256(before),
    after: sha256(after),
  };
  const own = `${process.pid}-${threadId}`;
  const copy = copyPath(run, entry.before);
  if (!existsSync(copy)) {
    writeFileSync(`${copy}.${own}`, before);
    renameSync(`${copy}.${own}`, copy);
  }
  appendFileSync(join(runFolder(run), `log-${own}.jsonl`), `${JSON.stringify(entry)}\n`);
}
