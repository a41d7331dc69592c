import type { Host, Output } from './host.js';

/** A line at the bottom of a terminal that tells how far a run is. */
export interface Progress {
  /** The host with outputs that make room for the line. */
  readonly host: Host;
  /** @param done files so far */
  update(done: number): void;
  /** Takes the line away. */
  end(): void;
}

/** Where the line would disturb: no terminal, a run in CI, a run that is to be quiet. */
export function wantsProgress({ stderr, env }: Host, quiet: boolean): boolean {
  return stderr.isTerminal && !quiet && !env.CI && env.TERM !== 'dumb';
}

/** Runs that end sooner show none; milliseconds. */
const FIRST_AFTER = 500;
/** Between two pictures of it; milliseconds. */
const PAUSE = 100;
const ERASE = '\r\u001b[2K';

/** Shows how many of `total` files are done, how fast that goes and how long it may last. */
export function showProgress(host: Host, total: number): Progress {
  const start = host.now();
  let drawn = start + FIRST_AFTER - PAUSE;
  /** What stands there; undefined: nothing. */
  let shown: string | undefined;
  const draw = (line: string): void => {
    shown = line;
    host.stderr.write(ERASE + line);
  };
  const erase = (): void => {
    if (shown !== undefined) host.stderr.write(ERASE);
    shown = undefined;
  };
  const behind = (output: Output): Output => ({
    isTerminal: output.isTerminal,
    columns: output.columns,
    write(data) {
      if (data.length === 0) return;
      // The report may go to the same terminal: it scrolls above the line.
      const line = output.isTerminal ? shown : undefined;
      if (line !== undefined) erase();
      output.write(data);
      if (line !== undefined && endsLine(data)) draw(line);
    },
  });
  return {
    host: { ...host, stdout: behind(host.stdout), stderr: behind(host.stderr) },
    update(done) {
      const now = host.now();
      if (now - drawn < PAUSE) return;
      drawn = now;
      draw(describe(done, total, (now - start) / 1000).slice(0, (host.stderr.columns ?? 80) - 1));
    },
    end: erase,
  };
}

function endsLine(data: string | Uint8Array): boolean {
  return data.at(-1) === (typeof data === 'string' ? '\n' : 10);
}

const WIDTH = 20;

function describe(done: number, total: number, seconds: number): string {
  const full = Math.round((WIDTH * done) / Math.max(total, 1));
  const rate = done / seconds;
  const left = rate > 0 ? `, ${duration((total - done) / rate)} left` : '';
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${done} of ${total} files, ${Math.round(rate)} a second${left}`;
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
