import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Inputs, need } from './inputs.js';

/** What the oracle prints of one program. */
export interface Run {
  readonly calls?: readonly OracleCall[];
  readonly errors?: readonly OracleError[];
  /** The program could not be run at all, or not within its time. */
  readonly fatal?: string;
}

export interface OracleCall {
  readonly service: string;
  readonly op: string;
  readonly request: Record<string, unknown>;
  /** What botocore's validation says; such a call is not sent. */
  readonly invalid: string | null;
}

export interface OracleError {
  readonly type: string;
  readonly msg: string;
  readonly line: number;
  readonly sdk: boolean;
  readonly code?: string;
}

export interface OracleSetup {
  readonly script: string;
  readonly python: string;
  readonly sdk: string;
  readonly version: string;
  readonly cache: string;
  /** Clocks stand still, and the program ends at its first error. */
  readonly frozen: boolean;
}

/** The time limit of one program; the same for both SDKs, or slow programs would lose their requests on one side. */
const PROGRAM_SECONDS = '20';
const AT_ONCE = 2;

/** Runs programs in the oracle, two at a time; a run of the same bytes on the same SDK is taken from the cache. */
export async function runPrograms(
  setup: OracleSetup,
  programs: ReadonlyMap<string, string>,
): Promise<{ runs: Map<string, Run>; fresh: number }> {
  mkdirSync(setup.cache, { recursive: true });
  const oracle = readFileSync(setup.script);
  const runs = new Map<string, Run>();
  const queue = [...programs];
  let fresh = 0;
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [id, path] = next;
      const kept = join(setup.cache, `${keyOf(setup, oracle, path)}.json`);
      if (!existsSync(kept)) {
        fresh += 1;
        const run = await runOne(setup, path);
        writeFileSync(`${kept}.${process.pid}`, JSON.stringify(run));
        renameSync(`${kept}.${process.pid}`, kept);
      }
      runs.set(id, JSON.parse(readFileSync(kept, 'utf8')) as Run);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { runs, fresh };
}

function keyOf(setup: OracleSetup, oracle: Buffer, path: string): string {
  const hash = createHash('sha256')
    .update(oracle)
    .update(`\0${setup.version}\0${setup.frozen}\0${basename(path)}\0${setup.frozen ? setup.python : ''}`);
  return hash.update(readFileSync(path)).digest('hex');
}

function runOne(setup: OracleSetup, path: string): Promise<Run> {
  const cwd = mkdtempSync(join(tmpdir(), 'judge-'));
  const command = [
    '-n',
    'timeout',
    '-k',
    '2',
    PROGRAM_SECONDS,
    setup.python,
    setup.script,
    setup.sdk,
    setup.version,
    path,
  ];
  const env = { ...process.env, ...(setup.frozen ? { FREEZE: '1', STOP: '1' } : { FREEZE: '', STOP: '' }) };
  return new Promise((resolve) => {
    const child = execFile('unshare', command, { cwd, env, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      rmSync(cwd, { recursive: true, force: true });
      if (stdout.trim() === '') resolve({ fatal: `no output rc=${error?.code ?? 0} ${stderr.slice(-300)}` });
      else resolve(JSON.parse(stdout) as Run);
    });
    child.stdin?.end();
  });
}

/**
 * The installed SDK 2.257.6 with all it needs, where one is given; else the bare sources, where what is missing is a
 * stub (so that recordio bodies, which need protobuf, can't be made).
 */
export function frozenV2(inputs: Inputs): OracleSetup {
  const script = need(join(inputs.shared, 'oracle', 'sandbox_run.py'), 'the oracle (--shared)');
  const common = { script, version: '2.257.6', cache: join(inputs.work, 'runs'), frozen: true };
  if (inputs.toolPython === undefined) {
    const python = need(inputs.python, "the oracle's Python (--python, or better --tool-python)");
    return { ...common, python, sdk: need(inputs.sdkV2, 'the SDK 2.257.6 (--sdk-v2, or better --tool-python)') };
  }
  const python = need(inputs.toolPython, 'a Python with sagemaker==2.257.6 (--tool-python)');
  const where = 'import sysconfig; print(sysconfig.get_paths()["purelib"])';
  return { ...common, python, sdk: execFileSync(python, ['-c', where], { encoding: 'utf8' }).trim() };
}
