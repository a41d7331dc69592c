import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
  /** The program ends at its first error. */
  readonly stops: boolean;
}

/** The time limit of one program; the same for both SDKs, or slow programs would lose their requests on one side. */
const PROGRAM_SECONDS = '20';
const AT_ONCE = 2;
/** Changes when the programs run under other conditions: what is cached is not comparable then. */
const CONDITIONS = 'frozen, seeded, files';

/**
 * Runs programs in the oracle, two at a time, with clocks that stand still and the same random numbers and order of sets
 * on both SDKs; a run of the same bytes on the same SDK is taken from the cache.
 */
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
        runs.set(id, run);
        // A machine that was busy for once is no result.
        if (run.fatal !== undefined) continue;
        writeFileSync(`${kept}.${process.pid}`, JSON.stringify(run));
        renameSync(`${kept}.${process.pid}`, kept);
      } else {
        runs.set(id, JSON.parse(readFileSync(kept, 'utf8')) as Run);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { runs, fresh };
}

function keyOf(setup: OracleSetup, oracle: Buffer, path: string): string {
  const hash = createHash('sha256')
    .update(oracle)
    .update(`\0${setup.version}\0${setup.stops}\0${basename(path)}\0${setup.python}\0${CONDITIONS}`);
  return hash.update(readFileSync(path)).digest('hex');
}

function runOne(setup: OracleSetup, path: string): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'judge-'));
  const cwd = join(folder, 'program');
  mkdirSync(cwd);
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
  const env = { ...process.env, PYTHONHASHSEED: '0', FREEZE: '1', STOP: setup.stops ? '1' : '' };
  // Files, not pipes: a program that opens what it takes for a path may read from one of them, and wait for ever.
  const [answer, complaint] = [join(folder, 'stdout'), join(folder, 'stderr')];
  const [stdout, stderr] = [openSync(answer, 'w'), openSync(complaint, 'w')];
  return new Promise((resolve) => {
    const child = spawn('unshare', command, { cwd, env, stdio: ['ignore', stdout, stderr] });
    child.on('close', (code) => {
      const [text, trouble] = [readFileSync(answer, 'utf8'), readFileSync(complaint, 'utf8')];
      for (const opened of [stdout, stderr]) closeSync(opened);
      rmSync(folder, { recursive: true, force: true });
      if (text.trim() === '') resolve({ fatal: `no output rc=${code ?? 0} ${trouble.slice(-300)}` });
      else resolve(JSON.parse(text) as Run);
    });
  });
}

/**
 * The installed SDK 2.257.6 with all it needs, where one is given; else the bare sources, where what is missing is a
 * stub (so that recordio bodies, which need protobuf, can't be made).
 */
export function strictV2(inputs: Inputs): OracleSetup {
  const script = need(join(inputs.shared, 'oracle', 'sandbox_run.py'), 'the oracle (--shared)');
  const common = { script, version: '2.257.6', cache: join(inputs.work, 'runs'), stops: true };
  if (inputs.toolPython === undefined) {
    const python = need(inputs.python, "the oracle's Python (--python, or better --tool-python)");
    return { ...common, python, sdk: need(inputs.sdkV2, 'the SDK 2.257.6 (--sdk-v2, or better --tool-python)') };
  }
  const python = need(inputs.toolPython, 'a Python with sagemaker==2.257.6 (--tool-python)');
  const where = 'import sysconfig; print(sysconfig.get_paths()["purelib"])';
  return { ...common, python, sdk: execFileSync(python, ['-c', where], { encoding: 'utf8' }).trim() };
}

/** The sources of 1.72.0 under the oracle's Python. */
export function strictV1(inputs: Inputs): OracleSetup {
  const script = need(join(inputs.shared, 'oracle', 'sandbox_run.py'), 'the oracle (--shared)');
  const python = need(inputs.python, "the oracle's Python (--python)");
  const sdk = need(inputs.sdkV1, 'the SDK 1.72.0 (--sdk-v1)');
  return { script, version: '1.72.0', cache: join(inputs.work, 'runs'), stops: true, python, sdk };
}
