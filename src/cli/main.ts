import { InputError } from '../io/errors.js';
import type { Host, Output } from './host.js';
import { run } from './program.js';
import { createWork } from './work.js';

const host: Host = {
  stdout: asOutput(() => process.stdout),
  stderr: asOutput(() => process.stderr),
  env: process.env,
  work: createWork(new URL('./worker.js', import.meta.url)),
  now: () => performance.now(),
  readStdin,
  interruptible,
};

// Node's own exit code for an uncaught error is 1, which would claim findings.
const code = await run(process.argv.slice(2), host).catch((error: unknown) => {
  host.stderr.write(
    `error: internal error, please report it: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 2;
});
// Not process.exit(): output that is still on its way to a pipe would be lost.
process.exitCode = Math.max(Number(process.exitCode ?? 0), code);

/** `open` is called on first use: Node makes a stream when it is first asked for, and that takes time. */
function asOutput(open: () => NodeJS.WriteStream): Output {
  let opened: NodeJS.WriteStream | undefined;
  const stream = () => {
    if (opened === undefined) {
      opened = open();
      opened.on('error', onWriteError);
    }
    return opened;
  };
  return {
    get isTerminal() {
      return stream().isTTY === true;
    },
    get columns() {
      return stream().columns;
    },
    write(data) {
      if (data.length > 0) stream().write(data);
    },
  };
}

/** A reader that has seen enough (`| head`) is no failure: files are still migrated, their report goes nowhere. */
function onWriteError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') return;
  process.exitCode = 2;
  host.stderr.write(`error: output can't be written (${error.message})\n`);
}

/** The second Ctrl-C ends the process at once, as any would without this. */
async function interruptible<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const onInterrupt = () => {
    process.off('SIGINT', onInterrupt);
    stop.abort();
  };
  process.on('SIGINT', onInterrupt);
  try {
    return await run(stop.signal);
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  } catch (error) {
    throw new InputError('unreadable', '-', `standard input can't be read (${String(error)})`);
  }
  return Buffer.concat(chunks);
}
