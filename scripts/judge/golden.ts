import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareGolden, type GoldenProgram, sentRequests } from './golden-compare.js';
import { type Inputs, need, readJsonLines } from './inputs.js';
import { migrateFolder } from './migrate-folder.js';
import { runPrograms, strictV2 } from './oracle.js';

/**
 * Figure 3: programs whose v1 requests are on record send the same on v2 after the migration, apart from the listed
 * differences. Also runs a sample of the v2 programs as they are, to prove that this machine records what is on record.
 */
export async function judgeGolden(inputs: Inputs): Promise<boolean> {
  const golden = join(inputs.shared, 'golden');
  const all = readJsonLines<GoldenProgram>(need(join(golden, 'dev-v1.jsonl'), 'the golden programs (--shared)'));
  const programs = all.filter(({ id }) => id.includes(inputs.only ?? ''));
  const setup = strictV2(inputs);
  const sample = readJsonLines<GoldenProgram>(join(golden, 'dev-v2.jsonl')).filter((_, i) => i % 30 === 5);
  const recorded = await runPrograms(setup, written(join(inputs.work, 'golden', 'sample'), sample));
  for (const { id, requests } of sample) {
    const run = recorded.runs.get(id);
    if (run === undefined || JSON.stringify(sentRequests(run)) !== JSON.stringify(sortedCollections(requests))) {
      console.log(`the sample ${id} does not record here what is on record: check the set-up`);
    }
  }

  const folder = join(inputs.work, 'golden', 'migrated');
  const files = written(folder, programs);
  const reported = migrateFolder(
    inputs,
    folder,
    programs.map(({ id }) => `${id}.py`),
  );
  const { runs, fresh } = await runPrograms(setup, files);
  console.log(`ran ${fresh} of ${programs.length} programs, the others are cached`);

  const failing: string[] = [];
  const tally = new Map<string, number>();
  for (const program of programs) {
    const run = runs.get(program.id) ?? { fatal: 'not run' };
    const file = reported.get(`${program.id}.py`);
    const verdict = compareGolden(program, run, file?.findings ?? []);
    for (const row of verdict.rows) tally.set(row, (tally.get(row) ?? 0) + 1);
    if (verdict.problems.length > 0)
      failing.push(`## ${program.id}\n${verdict.problems.map((p) => `  ${p}`).join('\n')}`);
  }
  const met = programs.length - failing.length;
  console.log(`same requests: ${met} / ${programs.length} = ${((100 * met) / programs.length).toFixed(1)} %`);
  const byRow = [...tally].sort(([a], [b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  console.log(`listed differences used, programs by row: ${byRow.map(([row, n]) => `${row}: ${n}`).join('; ')}`);
  const listing = join(inputs.work, 'golden', 'failing.txt');
  writeFileSync(listing, `${failing.join('\n')}\n`);
  for (const text of failing.slice(0, inputs.show)) console.log(text);
  console.log(`all ${failing.length} that fail: ${listing}`);
  return met / programs.length >= 0.98;
}

function sortedCollections(requests: GoldenProgram['requests']): GoldenProgram['requests'] {
  return sentRequests({ calls: requests.map((r) => ({ ...r, service: 'sagemaker', invalid: null })) });
}

function written(folder: string, programs: readonly GoldenProgram[]): Map<string, string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return new Map(
    programs.map(({ id, program }) => {
      const path = join(folder, `${id}.py`);
      writeFileSync(path, program);
      return [id, path];
    }),
  );
}
