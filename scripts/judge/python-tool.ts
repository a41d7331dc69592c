import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asRecord, type Inputs, need } from './inputs.js';
import { migrateFolder } from './migrate-folder.js';

/** One line of code that a unit test of the Python tool gives to one modifier, and what the test states of the result. */
interface Stated {
  readonly test: string;
  readonly modifier: string;
  readonly input: string;
  readonly output: string;
}

/**
 * Figure 5: what the Python tool's own unit tests state, against what this project makes of the same line alone.
 * Always true: the differences are argued in docs/divergences.md, they are not failures.
 */
export async function judgePythonTool(inputs: Inputs): Promise<boolean> {
  const python = need(inputs.toolPython, 'a Python with the Python tool, pytest and mock (--tool-python)');
  const tests = join(
    need(inputs.checkout, 'a checkout of the SDK at v2.257.6 (--checkout)'),
    'tests/unit/sagemaker/cli',
  );
  need(tests, 'the tests of the Python tool');
  const folder = join(inputs.work, 'python-tool');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const listing = join(folder, 'pairs.json');
  const helper = fileURLToPath(new URL('tool_pairs.py', import.meta.url));
  const read = spawnSync(python, [helper, inputs.checkout ?? '', listing], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, AWS_DEFAULT_REGION: 'us-west-2' },
  });
  if (read.status !== 0) throw new Error(`tool_pairs.py: ${read.stderr.slice(-2000)}${read.stdout.slice(-2000)}`);
  console.log(read.stderr.trim().split('\n').at(-1));

  const pairs = mergePairs(JSON.parse(readFileSync(listing, 'utf8')) as Stated[]);
  const names = pairs.map((_, i) => `${String(i).padStart(4, '0')}.py`);
  for (const [i, pair] of pairs.entries()) writeFileSync(join(folder, names[i] ?? ''), `${pair.input}\n`);
  const reported = migrateFolder(inputs, folder, names);
  const outputs = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  const same = compareTrees(python, pairs, outputs);

  const groups = new Map<string, string[]>();
  let equal = 0;
  for (const [i, { test, modifier, input, output }] of pairs.entries()) {
    if (same[i]?.equal === true) {
      equal += 1;
      continue;
    }
    const states = (reported.get(names[i] ?? '')?.findings ?? []).map((f) => `${f.state} ${f.rule}`);
    const shown = [
      `    ${input}`,
      `  - ${output}`,
      `  + ${(outputs[i] ?? '').trim().replaceAll('\n', ' ; ')}`,
      `    ${states.length === 0 ? 'nothing reported' : [...new Set(states)].join(', ')}`,
    ].join('\n');
    const group = `${modifier} (${input === output ? 'states that nothing changes' : 'states a change'}), ${test}`;
    groups.set(group, [...(groups.get(group) ?? []), shown]);
  }
  console.log(
    `${pairs.length} different pairs, ${equal} as stated, ${pairs.length - equal} differ ("-" stated, "+" here)`,
  );
  for (const [group, shown] of [...groups].sort(([a], [b]) => a.localeCompare(b))) {
    console.log(`\n## ${group}: ${shown.length}`);
    console.log(shown.slice(0, inputs.show).join('\n\n'));
  }
  writeFileSync(
    join(folder, 'differences.txt'),
    [...groups].map(([group, shown]) => `## ${group}: ${shown.length}\n${shown.join('\n\n')}\n`).join('\n'),
  );
  return true;
}

/**
 * A line that several tests give to several modifiers is one program, and a stated change outweighs another modifier's
 * "not mine". Two stated changes of one line stay two pairs.
 */
function mergePairs(stated: readonly Stated[]): Stated[] {
  const changed = new Set(stated.filter(({ input, output }) => input !== output).map(({ input }) => input));
  const seen = new Set<string>();
  return stated.filter(({ input, output }) => {
    const key = JSON.stringify([input, output]);
    if (seen.has(key) || (input === output && changed.has(input))) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Same tree, with keywords in any order and added imports left out: the tests state one expression, and a name that the
 * rewrite needs is imported by another modifier.
 */
function compareTrees(python: string, pairs: readonly Stated[], outputs: readonly string[]): { equal: boolean }[] {
  const helper = fileURLToPath(new URL('case_syntax.py', import.meta.url));
  const input = JSON.stringify(
    pairs.map((pair, i) => ({
      v1: [pair.input],
      want: [pair.output],
      have: [outputs[i] ?? ''],
      anchors: [],
      expression: true,
    })),
  );
  const run = spawnSync(python, [helper], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`case_syntax.py: ${run.stderr}`);
  const answers: unknown = JSON.parse(run.stdout);
  if (!Array.isArray(answers)) throw new TypeError('case_syntax.py: no list');
  return answers.map((answer) => ({ equal: asRecord(answer).equal === true }));
}
