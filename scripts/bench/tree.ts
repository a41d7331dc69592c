import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeTree } from '../scale/tree.js';
import { type Command, median, peakMemory, type Times, times } from './measure.js';

/** What the part about trees is told. */
export interface TreeBench {
  /** The built command. */
  readonly command: string;
  /** Folder to work in. */
  readonly work: string;
  /** Files of the tree. */
  readonly files: number;
  /** The `ast-grep` program (npm `@ast-grep/cli`), which is too large to be a dependency. */
  readonly astGrep: string | undefined;
}

const SMALL = 1000;
const ROUNDS = 3;

/** A large tree with one thread and with two, against a small one, and beside ast-grep. */
export function benchTree({ command, work, files, astGrep }: TreeBench): void {
  const [small, large] = [join(work, 'small'), join(work, 'large')];
  writeTree(small, SMALL);
  const { withSdk, notebooks, bytes } = writeTree(large, files);
  console.log(
    `\na tree of ${files} files: ${withSdk} with SDK code, ${notebooks} notebooks, ${Math.round(bytes / 1e6)} MB`,
  );
  const check = (jobs: number, ...paths: readonly string[]): Command => [
    ...([process.execPath, command, '-q', '--check', '--no-config', '-j', String(jobs)] as const),
    ...paths,
  ];
  const [one, two] = alternate([() => times(check(1, '.'), large), () => times(check(2, '.'), large)]);
  const speedup = least(one, 'real') / least(two, 'real');
  const [cpuOne, cpuTwo] = [least(one, 'cpu'), least(two, 'cpu')];
  console.log(
    `  one thread ${seconds(least(one, 'real'))}, two ${seconds(least(two, 'real'))}: ${speedup.toFixed(2)} x faster (target: at least 1.6)`,
  );
  // The clock tells nothing when others use the processors meanwhile.
  console.log(
    `  CPU time ${seconds(cpuOne)} and ${seconds(cpuTwo)}: at most ${((2 * cpuOne) / cpuTwo).toFixed(2)} x on two free processors`,
  );
  benchCost(check, small, large, files, one);
  const peaks = [1, 2].map((jobs) => peakMemory(check(jobs, '.').slice(1), large));
  console.log(`  peak memory ${peaks.map((peak) => `${Math.round(peak)} MB`).join(' and ')} (target: below 400 MB)`);
  if (astGrep === undefined || !existsSync(astGrep)) {
    console.log('  ast-grep: not given (--ast-grep FILE)');
    return;
  }
  const rename: Command = [astGrep, 'run', '-p', 'role', '-r', 'the_role', '-l', 'python', '--json=stream', '.'];
  const [theirs, ours] = alternate([() => times(rename, large), () => times(check(2, '.'), large)]);
  const [real, cpu] = (['real', 'cpu'] as const).map((kind) => least(ours, kind) / least(theirs, kind));
  console.log(
    `  ast-grep renames one identifier in ${seconds(least(theirs, 'real'))}, CPU ${seconds(least(theirs, 'cpu'))}: ours takes ${real?.toFixed(2)} x the time, ${cpu?.toFixed(2)} x the CPU (target: at most 4)`,
  );
}

function benchCost(
  check: (jobs: number, ...paths: readonly string[]) => Command,
  small: string,
  large: string,
  files: number,
  one: readonly Times[],
): void {
  const [ofSmall, ofStart] = alternate([
    () => times(check(1, '.'), small),
    // Node, the engine and its first, slow steps: what every run pays once.
    () => times(check(1, 'team3/project0'), large),
  ]);
  const start = least(ofStart, 'cpu');
  const each = (total: number, count: number): string => `${((1000 * total) / count).toFixed(0)} µs`;
  const [few, many] = [least(ofSmall, 'cpu'), least(one, 'cpu')];
  console.log(
    `  CPU time a file: ${each(few, SMALL)} of ${SMALL}, ${each(many, files)} of ${files}; without a run over 20 files, ${seconds(start)}: ${each(few - start, SMALL - 20)} and ${each(many - start, files - 20)} (target: within 15 %)`,
  );
}

/** Alternating runs, so that other work on the machine falls on all alike. */
function alternate(runs: readonly [() => Times, () => Times]): [Times[], Times[]] {
  const found: [Times[], Times[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    found[0].push(runs[0]());
    found[1].push(runs[1]());
  }
  return found;
}

/** The least of some runs is the one that was disturbed least; the median of CPU times, which vary both ways. */
function least(runs: readonly Times[], kind: keyof Times): number {
  const values = runs.map((run) => run[kind]);
  return kind === 'real' ? Math.min(...values) : median(values);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
