import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparison } from '../../src/dryrun/compare.js';
import type { SentJob } from '../../src/dryrun/jobs.js';
import { applyToSource } from '../../src/edits/apply.js';
import { compareJobs, runBoth } from '../../src/engine/dry-run.js';
import { migrateSource } from '../../src/engine/migrate.js';
import { pythonSource } from '../../src/text/source.js';
import { differences } from './differences.js';
import { printFigure, sentJobs } from './dry-run-golden.js';
import { type GoldenProgram, RECORDED, sentRequests } from './golden-compare.js';
import { createExplainer } from './golden-rows.js';
import { type Inputs, need, readJsonLines } from './inputs.js';
import { type Run, runPrograms, strictV2 } from './oracle.js';

type Truth = 'same' | 'documented' | 'differs';

/**
 * Figure 2, `--compare`: the verdict on each request of the golden v1 programs beside the truth, which is what 1.72.0 is
 * recorded to have sent and what 2.257.6 sends when the migrated program is really run.
 */
export async function judgeComparison(inputs: Inputs): Promise<boolean> {
  const file = need(join(inputs.shared, 'golden', 'dev-v1.jsonl'), 'the golden programs (--shared)');
  const programs = readJsonLines<GoldenProgram>(file).filter(({ id }) => id.includes(inputs.only ?? ''));
  const folder = join(inputs.work, 'dry-run', 'migrated');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const paths = new Map(programs.map(({ id }) => [id, join(folder, `${id}.py`)]));
  for (const { id, program } of programs) {
    const source = pythonSource(`${id}.py`, program);
    writeFileSync(join(folder, `${id}.py`), applyToSource(source, migrateSource(source, {}).edits).original);
  }
  const { runs, fresh } = await runPrograms(strictV2(inputs), paths);
  console.log(`ran ${fresh} of ${programs.length} migrated programs, the others are cached`);

  const tally = new Map<string, number>();
  const failing: string[] = [];
  for (const program of programs) {
    const told = verdictsOf(program);
    for (const [index, truth] of truthsOf(program, runs.get(program.id) ?? {}).entries()) {
      const verdict = told[index]?.verdict ?? 'none';
      const key = `${truth} / ${verdict}`;
      tally.set(key, (tally.get(key) ?? 0) + 1);
      if (isAgreed(truth, verdict)) continue;
      const fields = told[index]?.differences.filter(({ kind }) => kind === verdict) ?? [];
      failing.push(
        `## ${program.id}, request ${index} ${program.requests[index]?.op}: really ${truth}, told ${verdict}\n` +
          fields.map(({ path, v1, v2 }) => `  ${path}: ${JSON.stringify(v1)} -> ${JSON.stringify(v2)}\n`).join(''),
      );
    }
  }
  console.log(`really / told: ${[...tally].map(([key, count]) => `${key}: ${count}`).join('; ')}`);
  for (const text of failing.slice(0, inputs.show)) console.log(text);
  const count = (test: (truth: string, verdict: string) => boolean): number =>
    [...tally].reduce((sum, [key, n]) => {
      const [truth = '', verdict = ''] = key.split(' / ');
      return test(truth, verdict) ? sum + n : sum;
    }, 0);
  const kept = count((truth) => truth !== 'differs');
  const lost = count((truth) => truth === 'differs');
  const [toldKept, toldLost] = [
    count((truth, verdict) => truth !== 'differs' && isKept(verdict)),
    count((truth, verdict) => truth === 'differs' && isKept(verdict)),
  ];
  return [
    printFigure('compared: told same or documented where it is', toldKept, kept, (x) => x === 1, 'all'),
    printFigure('compared: told so where an undocumented field differs', toldLost, lost, (x) => x === 0, 'none'),
    printFigure(
      'compared: told same where any field differs',
      count((truth, verdict) => truth !== 'same' && verdict === 'same'),
      kept + lost,
      (x) => x === 0,
      'none',
    ),
  ].every(Boolean);
}

function isKept(verdict: string): boolean {
  return verdict === 'same' || verdict === 'documented';
}

function isAgreed(truth: Truth, verdict: string): boolean {
  return truth === verdict || (truth === 'differs' && verdict === 'not-proven');
}

/** The comparison for each request that the v1 program sends, in order. */
function verdictsOf({ id, program }: GoldenProgram): (Comparison<SentJob> | undefined)[] {
  const source = pythonSource(`${id}.py`, program);
  const options = { settings: {}, given: new Map() };
  const outcome = migrateSource(source, {});
  const { v1, v2 } = runBoth(source, outcome, options, true);
  if (v1 === undefined) return [];
  const compared = compareJobs(source, v1, v2, options);
  return sentJobs(v1.jobs)
    .filter(({ operation }) => RECORDED.has(operation))
    .map((job) => compared.find((each) => each.v1 === job));
}

function truthsOf(program: GoldenProgram, run: Run): Truth[] {
  const explain = createExplainer(program);
  const sent = sentRequests(run);
  return program.requests.map(({ op, request }, index) => {
    const have = sent[index];
    if (have?.op !== op) return 'differs';
    const found = differences(request, have.request);
    if (found.length === 0) return 'same';
    const rows = found.map((each) => explain(op, each, { want: request, have: have.request }));
    return rows.includes(undefined) ? 'differs' : 'documented';
  });
}
