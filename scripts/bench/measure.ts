import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A command line. */
export type Command = readonly [string, ...string[]];

/** What a command took, its children included, in milliseconds. */
export interface Times {
  /** User and system. */
  readonly cpu: number;
  /** On the clock. */
  readonly real: number;
}

/** CPU time of a command in milliseconds. Its exit code doesn't matter. */
export function cpuTime(command: Command): number {
  return times(command).cpu;
}

/** Runs a command; its exit code doesn't matter. */
export function times(command: Command, cwd = '.'): Times {
  // Node tells the CPU time of its own process only; the shell tells it of any command.
  const script = `TIMEFORMAT='cpu %3U %3S %3R'; time "$@" >/dev/null 2>&1`;
  const { stderr } = spawnSync('bash', ['-c', script, 'bash', ...command], { encoding: 'utf8', cwd });
  const match = /cpu ([\d.]+) ([\d.]+) ([\d.]+)/.exec(stderr);
  if (match === null) throw new Error(`could not run ${command.join(' ')}: ${stderr}`);
  const [, user, system, real] = match.map(Number);
  return { cpu: ((user ?? Number.NaN) + (system ?? Number.NaN)) * 1000, real: (real ?? Number.NaN) * 1000 };
}

/** Peak memory of a Node program in MB, its threads included. */
export function peakMemory(args: readonly string[], cwd = '.'): number {
  const peak = fileURLToPath(new URL('peak.mjs', import.meta.url));
  const options = { encoding: 'utf8', cwd, maxBuffer: 1 << 28 } as const;
  const { stderr } = spawnSync(process.execPath, ['--import', peak, ...args], options);
  return Math.max(...[...stderr.matchAll(/^peak ([\d.]+)/gm)].map((match) => Number(match[1])));
}

/** Medians of alternating runs, so that other work on the machine falls on both alike; one more run of each warms up. */
export function compare(ours: Command, other: Command, runs: number): { ours: number; other: number } {
  const times: { ours: number; other: number }[] = [];
  for (let run = 0; run <= runs; run += 1) times.push({ ours: cpuTime(ours), other: cpuTime(other) });
  const counted = times.slice(1);
  return { ours: median(counted.map((time) => time.ours)), other: median(counted.map((time) => time.other)) };
}

/** The middle of the values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Runs a script of this folder that prints one JSON object. */
export function runJson<T>(script: string, args: readonly string[]): T {
  const { stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) throw new Error(`${script} failed: ${stderr}`);
  return JSON.parse(line);
}
