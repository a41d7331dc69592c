import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildCommand } from '../support/build.js';

const bin = fileURLToPath(new URL('../../bin/sagemaker-upgrade-v2.js', import.meta.url));
const churn = fileURLToPath(new URL('../../fixtures/packages/churn/', import.meta.url));

/** Copies of the package: enough files that threads are worth it. */
const COPIES = 12;

let folder = '';

beforeAll(buildCommand);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'modules-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function start(cwd: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8' });
}

function readTree(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => !name.startsWith('.') && statSync(join(root, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}

test('threads that migrate files that import each other give what one gives', () => {
  const reports: string[] = [];
  for (const threads of ['1', '2', '3']) {
    const tree = join(folder, threads);
    for (let i = 0; i < COPIES; i += 1) cpSync(`${churn}before`, join(tree, `copy${i}`), { recursive: true });
    const { stdout, status } = start(tree, '-j', threads, '--output-format', 'json', '.');
    expect(status).not.toBe(null);
    reports.push(stdout.replaceAll(tree, ''));
    const after = readTree(`${churn}after`);
    for (let i = 0; i < COPIES; i += 1) expect(readTree(join(tree, `copy${i}`))).toEqual(after);
    expect(start(tree, '-j', threads, '--check', '.').stdout).toContain(`${COPIES * 6} files unchanged`);
  }
  expect(new Set(reports).size).toBe(1);
});

test('a file by itself is seen with the project around it', () => {
  cpSync(`${churn}before`, folder, { recursive: true });
  start(folder, 'report.py');
  expect(readFileSync(join(folder, 'report.py'), 'utf8')).toBe(readFileSync(`${churn}after/report.py`, 'utf8'));
  start(folder, '--in-file', 'churn/train.py', '--out-file', 'churn/train.py');
  expect(readFileSync(join(folder, 'churn/train.py'), 'utf8')).toContain('predictor.endpoint_name');
});
