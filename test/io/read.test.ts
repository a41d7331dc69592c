import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readInput } from '../../src/io/read.js';

test('an empty file is one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'read-'));
  try {
    writeFileSync(join(folder, 'a.py'), '');
    expect((await readInput(join(folder, 'a.py'))).length).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.runIf(existsSync('/proc/self/pagemap'))('a file that the system makes up has an end, or is refused', async () => {
  expect((await readInput('/proc/self/status')).length).toBeGreaterThan(0);
  await expect(readInput('/proc/self/pagemap')).rejects.toThrow(/does not end|not|permi/);
});
