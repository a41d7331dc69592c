import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openReportFile } from '../../src/io/report-file.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
});

test('is there once it is whole, with its folders, whatever the number of pieces', () => {
  const path = join(folder, 'a', 'b', 'report.txt');
  const file = openReportFile(path);
  const pieces = Array.from({ length: 5000 }, (_, i) => `${i}: é a line of the report\n`);
  for (const piece of pieces) file.write(piece);
  expect(readdirSync(join(folder, 'a', 'b'))).not.toContain('report.txt');
  file.close();
  expect(readFileSync(path, 'utf8')).toBe(pieces.join(''));
  expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['report.txt']);
});

test('abandoned, it leaves what was there, and nothing else', () => {
  const path = join(folder, 'report.txt');
  writeFileSync(path, 'before');
  const file = openReportFile(path);
  file.write('x'.repeat(100_000));
  file.abandon();
  expect(readFileSync(path, 'utf8')).toBe('before');
  expect(readdirSync(folder)).toEqual(['report.txt']);
});

test('keeps the mode of the file that it replaces', () => {
  const path = join(folder, 'report.txt');
  writeFileSync(path, 'before');
  chmodSync(path, 0o640);
  const file = openReportFile(path);
  file.write('after');
  file.close();
  expect(readFileSync(path, 'utf8')).toBe('after');
  expect(statSync(path).mode & 0o777).toBe(0o640);
});

test('a folder is refused', () => {
  mkdirSync(join(folder, 'report'));
  expect(() => openReportFile(join(folder, 'report'))).toThrow('is a folder; name a file to write');
});

test('what is no file is written to and stays what it is', () => {
  const file = openReportFile('/dev/null');
  file.write('gone');
  file.close();
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});
