import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { check, make, type Recipe, recipes } from './cases.js';
import { loadOriginals } from './programs.js';
import { Broken } from './properties.js';
import { watchFor } from './watchdog.js';

/** Runs between two reports; each batch stops at its first failure, the next one goes on. */
const BATCH = 500;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string' },
    cases: { type: 'string' },
    out: { type: 'string', default: join(tmpdir(), 'fuzz-failures') },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
const originals = loadOriginals(values.cases);
const watchdog = watchFor(60);
console.log(
  `${runs} runs, seed ${seed}: ${originals.programs.length} programs, ${originals.notebooks.length} notebooks`,
);

/** Failures by kind, the smallest input of each. */
const failures = new Map<
  string,
  { readonly count: number; readonly text: string; readonly path: string; readonly error: Error }
>();
for (let done = 0; done < runs; done += BATCH) {
  const property = fc.asyncProperty(recipes, async (recipe) => {
    const made = make(recipe, originals);
    watchdog.begin(made.text);
    await check(recipe, made);
  });
  const result = await fc.check(property, { numRuns: Math.min(BATCH, runs - done), seed: seed + done / BATCH });
  if (result.failed) note(result.counterexample?.[0], result.errorInstance);
}
watchdog.end();

mkdirSync(values.out, { recursive: true });
[...failures.values()].forEach(({ count, text, path, error }, i) => {
  const file = `${values.out}/${i}-${path}`;
  writeFileSync(file, text);
  console.log(`\n--- ${count} batches failed; smallest input (${text.length} characters) in ${file}\n${error.message}`);
});
console.log(failures.size === 0 ? 'all runs passed' : `\n${failures.size} kinds of failures`);
process.exitCode = failures.size === 0 ? 0 : 1;

function note(recipe: Recipe | undefined, thrown: unknown): void {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (recipe === undefined) throw error;
  const { text, path } = make(recipe, originals);
  const kind = kindOf(error);
  const known = failures.get(kind);
  const count = (known?.count ?? 0) + 1;
  failures.set(
    kind,
    known === undefined || text.length < known.text.length ? { count, text, path, error } : { ...known, count },
  );
}

/** Failures with the same property and, for crashes, the same place count as one kind. */
function kindOf(error: Error): string {
  if (!(error instanceof Broken)) return error.stack ?? error.message;
  return /crash/.test(error.property)
    ? error.message
    : `${error.property} ${error.message.split('\n')[1]?.slice(0, 40)}`;
}
