import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/program.js';
import { createWork } from '../../src/cli/work.js';
import type { Told } from './output.js';

/** How a command is run. */
export interface How {
  /** In a process of its own, as users run it; otherwise its code is called, which is a hundred times as fast. */
  readonly real: boolean;
  /** Whether it is told that it writes to a terminal; only where its code is called. */
  readonly terminal?: boolean;
  readonly stdin?: string;
}

const bin = fileURLToPath(new URL('../../bin/sagemaker-upgrade-v2.js', import.meta.url));
const worker = new URL('../../dist/worker.js', import.meta.url);

/** Runs the command in the working directory. @throws Error when its process is killed, or its code throws */
export async function runCommand(args: readonly string[], { real, terminal = false, stdin = '' }: How): Promise<Told> {
  if (real) {
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
      input: stdin,
      timeout: 60_000,
      maxBuffer: 1 << 28,
      killSignal: 'SIGKILL',
    });
    if (status === null) throw new Error(`ended with ${signal}: ${stderr}`);
    return { status, stdout: stdout.toString(), stderr: stderr.toString() };
  }
  const texts = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  const output = (kind: 'stdout' | 'stderr') => ({
    isTerminal: terminal,
    columns: terminal ? 80 : undefined,
    write: (data: string | Uint8Array) => void texts[kind].push(Buffer.from(data)),
  });
  // Time flies, so that the progress is shown.
  let time = performance.now();
  const now = (): number => {
    time += terminal ? 1000 : 0.001;
    return time;
  };
  const status = await run(args, {
    stdout: output('stdout'),
    stderr: output('stderr'),
    env: {},
    work: createWork(worker),
    now,
    readStdin: async () => Buffer.from(stdin),
    interruptible: (begin) => begin(new AbortController().signal),
  });
  return { status, stdout: Buffer.concat(texts.stdout).toString(), stderr: Buffer.concat(texts.stderr).toString() };
}
