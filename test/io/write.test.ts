import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readInput } from '../../src/io/read.js';
import { writeOutput } from '../../src/io/write.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'io-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const isRoot = process.getuid?.() === 0;

describe('writeOutput', () => {
  it('replaces a file, keeps its mode and leaves nothing else', async () => {
    const path = join(folder, 'a.py');
    await writeFile(path, 'old');
    await chmod(path, 0o751);
    await writeOutput(path, Buffer.from('new'));
    expect(text(await readInput(path))).toBe('new');
    expect((await stat(path)).mode & 0o777).toBe(0o751);
    expect(await readdir(folder)).toEqual(['a.py']);
  });

  it.runIf(isRoot)('keeps the owner', async () => {
    const path = join(folder, 'a.py');
    await writeFile(path, 'old');
    await chown(path, 4321, 1234);
    await chmod(path, 0o2751);
    await writeOutput(path, Buffer.from('new'));
    const { uid, gid, mode } = await stat(path);
    expect({ uid, gid, mode: mode & 0o7777 }).toEqual({ uid: 4321, gid: 1234, mode: 0o2751 });
  });

  it('creates folders, and ends where the system lets nobody create one', async () => {
    const path = join(folder, 'new', 'folder', 'a.py');
    await writeOutput(path, Buffer.from('new'));
    expect(text(await readInput(path))).toBe('new');
    if (process.platform === 'linux')
      await expect(writeOutput('/proc/none/a.py', Buffer.from('new'))).rejects.toThrow('/proc/none/a.py');
  });

  it.skipIf(process.platform === 'win32')('puts no file in the place of a pipe', async () => {
    const path = join(folder, 'a.py');
    spawnSync('mkfifo', [path]);
    await expect(writeOutput(path, Buffer.from('new'))).rejects.toThrow('is a device or a pipe');
    expect((await stat(path)).isFIFO()).toBe(true);
  });

  it('writes only the view it is given', async () => {
    const path = join(folder, 'a.py');
    await writeOutput(path, new Uint8Array(Buffer.from('abcdef')).subarray(2, 4));
    expect(text(await readInput(path))).toBe('cd');
  });

  it('writes through a symbolic link', async () => {
    await writeFile(join(folder, 'target.py'), 'old');
    await symlink('target.py', join(folder, 'link.py'));
    await writeOutput(join(folder, 'link.py'), Buffer.from('new'));
    expect(await readFile(join(folder, 'target.py'), 'utf8')).toBe('new');
    expect((await readdir(folder)).sort()).toEqual(['link.py', 'target.py']);
  });

  it('does not write through a link where the file itself has to be', async () => {
    await writeFile(join(folder, 'target.py'), 'old');
    await symlink('target.py', join(folder, 'link.py'));
    const path = join(folder, 'link.py');
    const options = { expected: Buffer.from('old'), place: path };
    await expect(writeOutput(path, Buffer.from('new'), options)).rejects.toMatchObject({ code: 'changed' });
    expect(await readFile(join(folder, 'target.py'), 'utf8')).toBe('old');
    expect((await readdir(folder)).sort()).toEqual(['link.py', 'target.py']);
  });

  it('creates the folders of the path', async () => {
    await writeOutput(join(folder, 'a/b/c.py'), Buffer.from('x'));
    expect(await readFile(join(folder, 'a/b/c.py'), 'utf8')).toBe('x');
  });

  it('says what is wrong with the path', async () => {
    await mkdir(join(folder, 'sub'));
    await writeFile(join(folder, 'file'), 'x');
    await expect(writeOutput(join(folder, 'sub'), Buffer.from('x'))).rejects.toMatchObject({ code: 'not-a-file' });
    await expect(writeOutput(join(folder, 'file/a.py'), Buffer.from('x'))).rejects.toMatchObject({
      code: 'unwritable',
    });
    expect((await readdir(folder)).sort()).toEqual(['file', 'sub']);
  });

  it.skipIf(isRoot)('leaves the file alone in a folder without permission', async () => {
    const path = join(folder, 'a.py');
    await writeFile(path, 'old');
    await chmod(folder, 0o555);
    await expect(writeOutput(path, Buffer.from('new'))).rejects.toMatchObject({ code: 'unwritable' });
    await chmod(folder, 0o755);
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['a.py']);
  });

  it.skipIf(process.platform === 'win32')('leaves the file alone when there is no room for all of it', async () => {
    const path = join(folder, 'a.py');
    await writeFile(path, 'old');
    const module = new URL('../../src/io/write.ts', import.meta.url).href;
    // A limit on the size of files stands in for a full disk: the first write is cut short, the second one fails.
    const script = `process.on('SIGXFSZ', () => {});
      import { writeOutput } from ${JSON.stringify(module)};
      writeOutput(${JSON.stringify(path)}, Buffer.alloc(3_000_000, 'x')).catch((error) => console.log(error.code));`;
    const tsx = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
    const command = `ulimit -f 1000; exec "$0" --import ${tsx} --input-type=module -e "$1"`;
    const { stdout } = spawnSync('sh', ['-c', command, process.execPath, script], { encoding: 'utf8' });
    expect(stdout.trim()).toBe('disk-full');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['a.py']);
  });
});

describe('readInput', () => {
  it('says what is wrong', async () => {
    await expect(readInput(join(folder, 'none.py'))).rejects.toMatchObject({
      code: 'missing',
      message: `${join(folder, 'none.py')}: no such file; check the path`,
    });
    await expect(readInput(folder)).rejects.toMatchObject({ code: 'not-a-file' });
  });

  it.skipIf(isRoot)('says when it has no permission', async () => {
    const path = join(folder, 'a.py');
    await writeFile(path, 'x');
    await chmod(path, 0);
    await expect(readInput(path)).rejects.toMatchObject({ code: 'no-permission' });
  });
});
