import { spawnSync } from 'node:child_process';

/** A command line. */
export type Command = readonly [string, ...string[]];

/** CPU time of a command, user and system, its children's included, in milliseconds. Its exit code doesn't matter. */
export function cpuTime(command: Command): number {
  // Node tells the CPU time of its own process only; the shell tells it of any command.
  const script = `TIMEFORMAT='cpu %3U %3S'; time "$@" >/dev/null 2>&1`;
  const { stderr } = spawnSync('bash', ['-c', script, 'bash', ...command], { encoding: 'utf8' });
  const match = /cpu ([\d.]+) ([\d.]+)/.exec(stderr);
  if (match === null) throw new Error(`could not run ${command.join(' ')}: ${stderr}`);
  return (Number(match[1]) + Number(match[2])) * 1000;
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
