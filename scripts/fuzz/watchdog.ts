import { Worker } from 'node:worker_threads';

/** Ends the process when one input takes too long; a loop that never ends can't be stopped from inside its thread. */
export interface Watchdog {
  /** The next input is about to run. */
  begin(text: string): void;
  end(): void;
}

const CODE = `
const { parentPort, workerData } = require('node:worker_threads');
let text = '', since = Date.now();
parentPort.on('message', (next) => { text = next; since = Date.now(); });
setInterval(() => {
  if (Date.now() - since < workerData * 1000) return;
  require('node:fs').writeSync(2, 'no end after ' + workerData + ' s:\\n' + text + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, 1000);
`;

/** @param seconds of wall time, generous: the time that a program may take is checked on CPU time elsewhere */
export function watchFor(seconds: number): Watchdog {
  const worker = new Worker(CODE, { eval: true, workerData: seconds });
  worker.unref();
  return {
    begin: (text) => worker.postMessage(text),
    end: () => void worker.terminate(),
  };
}
