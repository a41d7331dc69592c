import { lstatSync } from 'node:fs';
import { lstat, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { relativeTo } from '../discover/patterns.js';
import { InputError, systemCode } from '../errors.js';
import { randomName } from '../hash.js';
import { readInput } from '../read.js';
import { realPath, temporaryPath } from '../write.js';
import { JOURNAL_NAME, type JournalEntry, type JournalRun, type RunHeader, runFolder, runsFolder } from './layout.js';

/** A recorded run and how it was started. */
export interface RecordedRun {
  readonly run: JournalRun;
  readonly header: RunHeader;
  /** Whether the record was made in its place by this program; otherwise it was copied, or came with the tree. */
  readonly isOwn: boolean;
}

/** As it is written. */
type SealedHeader = RunHeader & { readonly seal?: unknown };

/** Starts the name of a record that is being made. */
const UNBORN = '.new-';

/** Begins the record of a run. @throws {@link InputError} where that isn't possible: nothing is recorded elsewhere */
export async function beginRun(root: string, header: RunHeader): Promise<JournalRun> {
  const time = header.started.replace(/[-:]/g, '').slice(0, 15);
  const run = { root, id: `${time}-${randomName(3)}` };
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
  const entries = await readdir(runsFolder(root), { withFileTypes: true }).catch(() => []);
  const runs = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(UNBORN))
      .map(async ({ name: id }) => {
        const run = { root, id };
        const header = await readHeader(run);
        return header === undefined ? [] : [{ run, header, isOwn: header.seal === (await sealOf(run)) }];
      }),
  );
  return runs.flat().sort((a, b) => (a.run.id < b.run.id ? 1 : -1));
}

/**
 * What a run replaced, in the order of its logs.
 * @throws {@link InputError} when a log can't be read
 */
export async function readEntries(run: JournalRun): Promise<JournalEntry[]> {
  const names = (await readdir(runFolder(run)).catch(() => [])).filter((name) => /^log-.*\.jsonl$/.test(name)).sort();
  const logs = await Promise.all(names.map((name) => readText(join(runFolder(run), name))));
  // After the last line feed stands what a killed process was about to write.
  return logs.flatMap((log) => log.split('\n').slice(0, -1)).flatMap((line) => parseEntry(line) ?? []);
}

/** Whether the header says that the run's record was made in its place: see {@link RecordedRun}. */
export async function isOwnRun(run: JournalRun): Promise<boolean> {
  const header = await readHeader(run);
  return header !== undefined && header.seal === (await sealOf(run));
}

/**
 * Where a file of a run lies, or why it is not touched: what came with a tree may not name files elsewhere.
 * @param isOwn whether the run's record was made in its place
 */
export function locate(run: JournalRun, path: string, isOwn: boolean): { target: string } | { reason: string } {
  const root = realPath(run.root);
  const target = resolve(root, path);
  if (!isOwn && relativeTo(root, target) === undefined) {
    return { reason: 'lies elsewhere, and the record was not made here; it is left as it is' };
  }
  if (realPath(dirname(target)) !== dirname(target) || isLink(target)) {
    return { reason: 'a symbolic link leads elsewhere since; it is left as it is' };
  }
  return { target };
}

/** Removes the temporary files that a killed process may have left beside the files of a run. */
export async function sweepTemporaries(
  run: JournalRun,
  entries: readonly JournalEntry[],
  isOwn: boolean,
): Promise<void> {
  for (const path of new Set(entries.map((entry) => entry.path))) {
    const place = locate(run, path, isOwn);
    if ('target' in place) await rm(temporaryPath(place.target, run.id), { force: true }).catch(() => undefined);
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
  const sealed = { ...header, seal: await sealOf(run) };
  await writeFile(`${path}.tmp`, `${JSON.stringify(sealed, null, 2)}\n`);
  await rename(`${path}.tmp`, path);
}

/** What nobody knows of a folder before it is made: its number on the disk, and when it was made. */
async function sealOf(run: JournalRun): Promise<string> {
  const { ino, birthtimeNs } = await stat(runFolder(run), { bigint: true });
  return `${ino}-${birthtimeNs}`;
}

async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await readInput(path));
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

async function readHeader(run: JournalRun): Promise<SealedHeader | undefined> {
  try {
    const header: unknown = JSON.parse(await readText(join(runFolder(run), 'run.json')));
    return isHeader(header) ? header : undefined;
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): value is SealedHeader {
  if (!isObject(value) || value.schemaVersion !== 1 || typeof value.cwd !== 'string') return false;
  return Array.isArray(value.paths) && value.paths.every((path) => typeof path === 'string');
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
