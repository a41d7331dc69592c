import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError, systemCode } from '../errors.js';
import { temporaryPath } from '../write.js';
import { JOURNAL_NAME, type JournalEntry, type JournalRun, type RunHeader, runFolder, runsFolder } from './layout.js';

/** A recorded run and how it was started. */
export interface RecordedRun {
  readonly run: JournalRun;
  readonly header: RunHeader;
}

/** Starts the name of a record that is being made. */
const UNBORN = '.new-';

/** Begins the record of a run. @throws {@link InputError} where that isn't possible: nothing is recorded elsewhere */
export async function beginRun(root: string, header: RunHeader): Promise<JournalRun> {
  const time = header.started.replace(/[-:]/g, '').slice(0, 15);
  const run = { root, id: `${time}-${randomBytes(3).toString('hex')}` };
  const folder = join(root, JOURNAL_NAME);
  try {
    await refuseLinks(root);
    // Made under another name: a process that is killed meanwhile leaves no half of a record.
    const unborn = { root, id: `${UNBORN}${run.id}` };
    await mkdir(join(runFolder(unborn), 'before'), { recursive: true });
    await hideFromGit(folder);
    await writeHeader(unborn, header);
    await rename(runFolder(unborn), runFolder(run));
    return run;
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('unwritable', folder, `no record can be kept there (${systemCode(error) ?? String(error)})`);
  }
}

/** Ends the record of a run that visited every file; a run that replaced nothing leaves none. */
export async function finishRun(run: JournalRun, header: RunHeader): Promise<void> {
  if ((await readEntries(run)).length === 0) await dropRun(run);
  else await writeHeader(run, { ...header, finished: true });
}

/** Takes a run's record away, and the journal with its last run. */
export async function dropRun(run: JournalRun): Promise<void> {
  await rm(runFolder(run), { recursive: true, force: true });
  const others = await readdir(runsFolder(run.root)).catch(() => []);
  if (others.some((id) => !id.startsWith(UNBORN))) return;
  await rm(join(run.root, JOURNAL_NAME), { recursive: true, force: true });
}

/**
 * All runs of a journal, the newest first; what isn't a run is passed over.
 * @throws {@link InputError} when the journal is a link
 */
export async function listRuns(root: string): Promise<RecordedRun[]> {
  await refuseLinks(root);
  const names = await readdir(runsFolder(root)).catch(() => []);
  const runs = await Promise.all(
    names
      .filter((id) => !id.startsWith(UNBORN))
      .map(async (id) => {
        const run = { root, id };
        const header = await readHeader(run);
        return header === undefined ? [] : [{ run, header }];
      }),
  );
  return runs.flat().sort((a, b) => (a.run.id < b.run.id ? 1 : -1));
}

/** What a run replaced, in the order of its logs. */
export async function readEntries(run: JournalRun): Promise<JournalEntry[]> {
  const names = (await readdir(runFolder(run)).catch(() => [])).filter((name) => /^log-.*\.jsonl$/.test(name)).sort();
  const logs = await Promise.all(names.map((name) => readFile(join(runFolder(run), name), 'utf8')));
  // After the last line feed stands what a killed process was about to write.
  return logs.flatMap((log) => log.split('\n').slice(0, -1)).flatMap((line) => parseEntry(line) ?? []);
}

/** Removes the temporary files that a killed process may have left beside the files of a run. */
export async function sweepTemporaries(run: JournalRun, entries: readonly JournalEntry[]): Promise<void> {
  for (const path of new Set(entries.map((entry) => entry.path))) {
    await rm(temporaryPath(resolve(run.root, path), run.id), { force: true }).catch(() => undefined);
  }
}

async function refuseLinks(root: string): Promise<void> {
  for (const folder of [join(root, JOURNAL_NAME), runsFolder(root)]) {
    const stats = await lstat(folder).catch(() => undefined);
    if (!stats?.isSymbolicLink()) continue;
    throw new InputError('unwritable', folder, 'is a symbolic link, and nothing is recorded through it; remove it');
  }
}

async function hideFromGit(folder: string): Promise<void> {
  await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch((error: unknown) => {
    if (systemCode(error) !== 'EEXIST') throw error;
  });
}

async function writeHeader(run: JournalRun, header: RunHeader): Promise<void> {
  const path = join(runFolder(run), 'run.json');
  await writeFile(`${path}.tmp`, `${JSON.stringify(header, null, 2)}\n`);
  await rename(`${path}.tmp`, path);
}

async function readHeader(run: JournalRun): Promise<RunHeader | undefined> {
  try {
    const header: unknown = JSON.parse(await readFile(join(runFolder(run), 'run.json'), 'utf8'));
    return isHeader(header) ? header : undefined;
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): value is RunHeader {
  return isObject(value) && value.schemaVersion === 1 && typeof value.cwd === 'string' && Array.isArray(value.paths);
}

function parseEntry(line: string): JournalEntry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (!isObject(value)) return undefined;
    const { path, before, after } = value;
    const isWhole = typeof path === 'string' && isHash(before) && isHash(after);
    return isWhole ? { path, before, after } : undefined;
  } catch {
    return undefined;
  }
}

/** Also keeps a log that someone tampered with from naming a copy elsewhere. */
function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
