import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { foreignProgram, programsFolder, sampleProgram, writeLargeNotebook } from './inputs.js';
import { type Command, compare, median, peakMemory, runJson } from './measure.js';
import { benchTree } from './tree.js';

interface Passes {
  readonly milliseconds: readonly number[];
  readonly megabytes: number;
}

const { values } = parseArgs({
  options: {
    examples: { type: 'string' },
    'python-tool': { type: 'string' },
    runs: { type: 'string', default: '9' },
    passes: { type: 'string', default: '5' },
    files: { type: 'string', default: '10000' },
    'ast-grep': { type: 'string' },
    only: { type: 'string' },
  },
});
const local = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const command = local('../../bin/sagemaker-upgrade-v2.js');
const bare = local('bare.mjs');
const work = mkdtempSync(join(tmpdir(), 'bench-'));
const runs = Number(values.runs);

try {
  console.log('CPU time, user and system. Only the ratios mean something on a shared machine.\n');
  if (values.only !== 'tree') {
    benchOneFile();
    benchForeignFile();
    benchFolder();
    benchLargeNotebook();
  }
  if (values.only !== 'programs') {
    benchTree({ command, work, files: Number(values.files), astGrep: values['ast-grep'] ?? process.env.AST_GREP });
  }
} finally {
  rmSync(work, { recursive: true });
}

function benchOneFile(): void {
  const input = join(work, 'sample.py');
  const output = join(work, 'out.py');
  writeFileSync(input, sampleProgram());
  const verified: Command = [process.execPath, command, '--in-file', input, '--out-file', output];
  // The comparison of the jobs' requests comes on top of the migration: it has a line of its own.
  const ours: Command = [...verified, '--no-verify'];
  const start = compare(ours, [process.execPath, bare, 'file', input, output], runs);
  print(
    `one file (${sampleProgram().split('\n').length} lines), from cold`,
    start.ours,
    'load the parser, read, parse, write',
    start.other,
    'at most 2.0',
  );
  const comparison = compare(verified, ours, runs);
  print('  with the comparison of requests', comparison.ours, 'without', comparison.other);
  const dryRun = compare([process.execPath, command, 'dry-run', input], verified, runs);
  print('  the dry run of the file', dryRun.ours, 'its migration', dryRun.other, 'at most 2.0');
  const tool = values['python-tool'] ?? process.env.PYTHON_TOOL;
  if (tool === undefined || !existsSync(tool)) {
    console.log('  the Python tool: not given (--python-tool FILE)');
    return;
  }
  const against = compare(ours, [tool, '--in-file', input, '--out-file', output], Math.min(runs, 3));
  const factor = against.other / against.ours;
  console.log(
    `  the Python tool takes ${Math.round(against.other)} ms: ${factor.toFixed(1)} times as much (target: at least 10)`,
  );
}

function benchForeignFile(): void {
  const input = join(work, 'foreign.py');
  writeFileSync(input, foreignProgram());
  const { ours, other } = compare(
    [process.execPath, command, '--check', input],
    [process.execPath, bare, 'read', input],
    runs,
  );
  print("one file that doesn't mention the SDK", ours, 'start Node, read', other);
}

function benchFolder(): void {
  const { folder, name } = programsFolder(values.examples ?? process.env.EXAMPLES, work);
  console.log(`\n${name}`);
  const once = compare(
    [process.execPath, command, '--check', '--quiet', '--jobs', '1', '--no-verify', folder],
    [process.execPath, bare, 'folder', folder, '1'],
    Math.min(runs, 3),
  );
  print('  the command, from cold', once.ours, 'load the parser, read, parse', once.other, 'at most 2.5');
  const verified = compare(
    [process.execPath, command, '--check', '--quiet', '--jobs', '1', folder],
    [process.execPath, command, '--check', '--quiet', '--jobs', '1', '--no-verify', folder],
    Math.min(runs, 3),
  );
  print('  the command with the comparison of requests', verified.ours, 'without', verified.other);
  const args = [folder, values.passes];
  const rounds = Array.from({ length: 3 }, () => ({
    ours: runJson<Passes>(local('ours.mjs'), args),
    bare: runJson<Passes>(bare, ['folder', ...args]),
  }));
  const first = (which: 'ours' | 'bare'): number =>
    median(rounds.map((round) => round[which].milliseconds[0] ?? Number.NaN));
  const steady = (which: 'ours' | 'bare'): number =>
    median(rounds.flatMap((round) => round[which].milliseconds.slice(2)));
  const memory = (which: 'ours' | 'bare'): string =>
    `${Math.round(median(rounds.map((round) => round[which].megabytes)))} MB`;
  print('  migrate(), first pass', first('ours'), 'read and parse', first('bare'), 'at most 2.5');
  print('  migrate(), later passes', steady('ours'), 'read and parse', steady('bare'), 'at most 2.5');
  console.log(`  peak memory ${memory('ours')}, read and parse ${memory('bare')}`);
}

function benchLargeNotebook(): void {
  const input = join(work, 'large.ipynb');
  const output = join(work, 'large-out.ipynb');
  writeLargeNotebook(input);
  const ours = peakMemory([command, '--in-file', input, '--out-file', output]);
  const other = peakMemory([bare, 'file', input, output]);
  const size = Math.round(statSync(input).size / 1e6);
  console.log(
    `\na notebook of ${size} MB: peak memory ${Math.round(ours)} MB, read, parse and write ${Math.round(other)} MB: ${(ours / other).toFixed(2)} x`,
  );
}

function print(what: string, ours: number, against: string, other: number, target?: string): void {
  const ratio = `${(ours / other).toFixed(2)} x`;
  const wanted = target === undefined ? '' : ` (target: ${target})`;
  console.log(`${what}: ${Math.round(ours)} ms, ${against} ${Math.round(other)} ms: ${ratio}${wanted}`);
}
