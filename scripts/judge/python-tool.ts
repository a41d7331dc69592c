import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asRecord, type Inputs, need } from './inputs.js';
import { migrateFolder } from './migrate-folder.js';
import { ARGUED, type Difference } from './python-tool-argued.js';

/** One line of code that a unit test of the Python tool gives to one modifier, and what the test states of the result. */
interface Stated {
  readonly test: string;
  readonly modifier: string;
  readonly input: string;
  readonly output: string;
}

/** A difference, and what this project makes of the line. */
interface Outcome extends Difference {
  readonly pair: Stated;
  readonly result: string;
}

const NOT_ARGUED = 'not argued';

/**
 * Figure 5: what the Python tool's own unit tests state, against what this project makes of the same line alone.
 * True when every difference is one that docs/divergences.md argues, and the document has their number.
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

  const differ: Outcome[] = [];
  const same = sameTrees(
    python,
    pairs.map((pair, i) => ({ pair, want: pair.output, have: outputs[i] ?? '' })),
  );
  for (const [i, pair] of pairs.entries()) {
    if (same[i] === true) continue;
    const findings = reported.get(names[i] ?? '')?.findings ?? [];
    const reports = [...new Set(findings.map(({ state, rule }) => `${state} ${rule}`))];
    differ.push({ input: pair.input, output: pair.output, reports, pair, result: outputs[i] ?? '' });
  }
  const groups = argue(python, differ);
  const open = groups.get(NOT_ARGUED)?.length ?? 0;
  console.log(
    `${pairs.length} different pairs: ${pairs.length - differ.length} as stated, ${differ.length - open} argued, ${open} not argued`,
  );
  for (const [group, { length }] of groups) console.log(`${String(length).padStart(5)} ${group}`);
  const listed = [...groups].map(([group, own]) => `## ${group}: ${own.length}\n${own.map(shown).join('\n\n')}\n`);
  writeFileSync(join(folder, 'differences.txt'), listed.join('\n'));
  const stale = staleRows(groups);
  for (const row of stale) console.log(`docs/divergences.md has no row that starts with "${row}"`);
  console.log((groups.get(NOT_ARGUED) ?? []).slice(0, inputs.show).map(shown).join('\n\n'));
  return open === 0 && stale.length === 0;
}

/** The differences by the reason that holds for them, in the order of {@link ARGUED}; those without one come last. */
function argue(python: string, differ: readonly Outcome[]): Map<string, Outcome[]> {
  const reasons = differ.map((each) => {
    for (const { name, expects } of ARGUED) {
      const want = expects(each);
      if (want !== undefined) return { name, want };
    }
    return undefined;
  });
  const holds = sameTrees(
    python,
    differ.map(({ pair, result }, i) => {
      const want = reasons[i]?.want;
      return { pair, want: typeof want === 'string' ? want : result, have: result };
    }),
  );
  const groups = new Map<string, Outcome[]>();
  for (const name of [...ARGUED.map((each) => each.name), NOT_ARGUED]) {
    const own = differ.filter((_, i) => (holds[i] === true ? (reasons[i]?.name ?? NOT_ARGUED) : NOT_ARGUED) === name);
    if (own.length > 0) groups.set(name, own);
  }
  return groups;
}

/** The beginnings of the rows that the document would need to say the same. */
function staleRows(groups: ReadonlyMap<string, readonly Outcome[]>): string[] {
  const document = readFileSync(new URL('../../docs/divergences.md', import.meta.url), 'utf8').split('\n');
  return [...groups]
    .filter(([group]) => group !== NOT_ARGUED)
    .map(([group, { length }]) => `| ${group} | ${length} |`)
    .filter((row) => !document.some((line) => line.startsWith(row)));
}

function shown({ pair, result, reports }: Outcome): string {
  return [
    `    ${pair.input}`,
    `  - ${pair.output}`,
    `  + ${result.trim().replaceAll('\n', ' ; ')}`,
    `    ${reports.length === 0 ? 'nothing reported' : reports.join(', ')} (${pair.modifier}, ${pair.test})`,
  ].join('\n');
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
function sameTrees(python: string, rows: readonly { pair: Stated; want: string; have: string }[]): boolean[] {
  const helper = fileURLToPath(new URL('case_syntax.py', import.meta.url));
  const input = JSON.stringify(
    rows.map(({ pair, want, have }) => ({
      v1: [pair.input],
      want: [want],
      have: [have],
      anchors: [],
      expression: true,
    })),
  );
  const run = spawnSync(python, [helper], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`case_syntax.py: ${run.stderr}`);
  const answers: unknown = JSON.parse(run.stdout);
  if (!Array.isArray(answers)) throw new TypeError('case_syntax.py: no list');
  return answers.map((answer) => asRecord(answer).equal === true);
}
