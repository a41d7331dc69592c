import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type JournalRun, journalRoot, type RunHeader, runFolder } from '../../../src/io/journal/layout.js';
import { recordReplacement } from '../../../src/io/journal/recorder.js';
import { beginRun, finishRun, listRuns, readEntries } from '../../../src/io/journal/runs.js';
import { undoRun } from '../../../src/io/journal/undo.js';
import { temporaryPath, writeOutput } from '../../../src/io/write.js';

const header: RunHeader = {
  schemaVersion: 1,
  version: '0.1.0',
  started: '2026-01-02T03:04:05.678Z',
  cwd: '/',
  paths: ['.'],
  settings: {},
  finished: false,
};

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'journal-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (name: string): string => readFileSync(join(root, name), 'latin1');
const write = (name: string, text: string): void => writeFileSync(join(root, name), text, 'latin1');

/** Replaces a file as a run does. */
async function replace(run: JournalRun, name: string, after: string): Promise<void> {
  const before = readFileSync(join(root, name));
  recordReplacement(run, join(root, name), before, Buffer.from(after, 'latin1'));
  await writeOutput(join(root, name), Buffer.from(after, 'latin1'), { expected: before, run: run.id });
}

test('puts back every byte and leaves no trace', async () => {
  const run = await beginRun(root, header);
  const bytes = '\u00ff\u0000\r\n\n';
  write('a.py', bytes);
  write('b.py', bytes);
  chmodSync(join(root, 'a.py'), 0o741);
  await replace(run, 'a.py', 'new');
  await replace(run, 'b.py', 'other');
  await finishRun(run, header);
  expect((await listRuns(root)).map((each) => each.header.finished)).toEqual([true]);
  expect(await undoRun(run)).toEqual({ restored: ['a.py', 'b.py'], refused: [] });
  expect([read('a.py'), read('b.py')]).toEqual([bytes, bytes]);
  expect(statSync(join(root, 'a.py')).mode & 0o777).toBe(0o741);
  expect(readdirSync(root).sort()).toEqual(['a.py', 'b.py']);
});

test('refuses by name what was edited or removed since, and can be repeated', async () => {
  const run = await beginRun(root, header);
  for (const name of ['a.py', 'b.py', 'c.py']) {
    write(name, `old ${name}`);
    await replace(run, name, `new ${name}`);
  }
  write('a.py', 'edited');
  rmSync(join(root, 'b.py'));
  const first = await undoRun(run);
  expect(first.restored).toEqual(['c.py']);
  expect(first.refused).toEqual([
    { path: 'a.py', reason: expect.stringContaining('edited since') },
    { path: 'b.py', reason: expect.stringContaining('gone since') },
  ]);
  expect([read('a.py'), read('c.py')]).toEqual(['edited', 'old c.py']);
  write('a.py', 'new a.py');
  write('b.py', 'new b.py');
  expect((await undoRun(run)).refused).toEqual([]);
  expect([read('a.py'), read('b.py'), read('c.py')]).toEqual(['old a.py', 'old b.py', 'old c.py']);
});

test('a file that was replaced twice goes back to the first', async () => {
  const run = await beginRun(root, header);
  write('a.py', 'one');
  await replace(run, 'a.py', 'two');
  await replace(run, 'a.py', 'three');
  await undoRun(run);
  expect(read('a.py')).toBe('one');
});

test('what a killed process left behind is swept away, half a line counts for nothing', async () => {
  const run = await beginRun(root, header);
  write('a.py', 'old');
  recordReplacement(run, join(root, 'a.py'), Buffer.from('old'), Buffer.from('new'));
  writeFileSync(temporaryPath(join(root, 'a.py'), run.id), 'ne');
  const [log] = readdirSync(runFolder(run)).filter((name) => name.endsWith('.jsonl'));
  appendFileSync(join(runFolder(run), log ?? ''), '{"path":"b.py","before":"');
  expect(await readEntries(run)).toHaveLength(1);
  expect(await undoRun(run)).toEqual({ restored: ['a.py'], refused: [] });
  expect(readdirSync(root)).toEqual(['a.py']);
  expect(read('a.py')).toBe('old');
});

test('a damaged copy is not put back', async () => {
  const run = await beginRun(root, header);
  write('a.py', 'old');
  await replace(run, 'a.py', 'new');
  const copies = join(runFolder(run), 'before');
  writeFileSync(join(copies, readdirSync(copies)[0] ?? ''), 'ol');
  expect((await undoRun(run)).refused).toMatchObject([{ path: 'a.py', reason: expect.stringContaining('damaged') }]);
  expect(read('a.py')).toBe('new');
});

test('a run that replaced nothing leaves no record', async () => {
  await finishRun(await beginRun(root, header), header);
  expect(readdirSync(root)).toEqual([]);
});

test('the journal hides itself from git, and is found from folders below', async () => {
  await beginRun(root, header);
  expect(read('.sagemaker-upgrade/.gitignore')).toBe('*\n');
  mkdirSync(join(root, 'a/b'), { recursive: true });
  expect(journalRoot(join(root, 'a/b'))).toBe(root);
});

test('nothing is recorded through a link', async () => {
  mkdirSync(join(root, 'outside'));
  mkdirSync(join(root, 'tree'));
  symlinkSync('../outside', join(root, 'tree/.sagemaker-upgrade'));
  await expect(beginRun(join(root, 'tree'), header)).rejects.toThrow('symbolic link');
  expect(readdirSync(join(root, 'outside'))).toEqual([]);
  await expect(listRuns(join(root, 'tree'))).rejects.toThrow('symbolic link');
});

test('a file that changed underneath is not replaced', async () => {
  write('a.py', 'edited');
  const writing = writeOutput(join(root, 'a.py'), Buffer.from('new'), { expected: Buffer.from('old') });
  await expect(writing).rejects.toMatchObject({ code: 'changed' });
  expect(read('a.py')).toBe('edited');
  expect(readdirSync(root)).toEqual(['a.py']);
});
