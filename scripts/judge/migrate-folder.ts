import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileOutcome } from '../../src/engine/outcome.js';
import { asRecord, type Inputs, need } from './inputs.js';

/** What a measurement needs of a file's outcome. */
export type Reported = Pick<FileOutcome, 'status' | 'reason' | 'findings'>;

/** The programs of a folder, as paths relative to it, sorted. */
export function programsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(py|ipynb)$/.test(name))
    .sort();
}

/**
 * Migrates programs in place with the command of `inputs.migrator`, all in one process.
 * @param names paths relative to `folder`
 * @returns what it reports of each; throws when the process crashes or reports no JSON
 */
export function migrateFolder(inputs: Inputs, folder: string, names: readonly string[]): Map<string, Reported> {
  if (inputs.migrator === 'none') return new Map(names.map((name) => [name, unchanged]));
  if (inputs.migrator === 'python-tool') return byPath(runPythonTool(inputs, folder, names));
  const script = need(inputs.migrator, 'the command to measure (npm run build makes it)');
  const loader = script.endsWith('.ts') ? ['--import', import.meta.resolve('tsx')] : [];
  const args = [...loader, script, '--output-format', 'json', ...names];
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status === null || run.stdout.trim() === '') {
    throw new Error(`the command crashed (${run.signal ?? run.status}): ${run.stderr.slice(-2000)}`);
  }
  const { files } = asRecord(JSON.parse(run.stdout));
  if (!Array.isArray(files)) throw new TypeError('the JSON output has no list `files`');
  return byPath(files as FileOutcome[]);
}

function byPath(files: readonly FileOutcome[]): Map<string, Reported> {
  return new Map(files.map((file) => [file.path, file]));
}

const unchanged: Reported = { status: 'unchanged', reason: null, findings: [] };

function runPythonTool(inputs: Inputs, folder: string, names: readonly string[]): FileOutcome[] {
  const python = need(inputs.toolPython, 'a Python with the Python tool (--tool-python)');
  const helper = fileURLToPath(new URL('tool_folder.py', import.meta.url));
  const run = spawnSync(python, [helper, folder], {
    input: JSON.stringify(names),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, AWS_DEFAULT_REGION: 'us-west-2' },
  });
  if (run.status !== 0) throw new Error(`tool_folder.py: ${run.stderr.slice(-2000)}`);
  return JSON.parse(run.stdout) as FileOutcome[];
}
