import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHANGED_REQUEST } from '../../src/engine/outcome.js';
import { type Inputs, need } from './inputs.js';
import { migrateFolder, programsIn, type Reported } from './migrate-folder.js';
import { type Run, runPrograms } from './oracle.js';
import { strayChanges } from './stray-changes.js';

/** Figures 1 and 2: real v1 code, migrated and run. */
export async function judgeExamples(inputs: Inputs): Promise<boolean> {
  const examples = need(inputs.examples, 'the example programs (--examples)');
  const folder = join(inputs.work, 'examples', 'migrated');
  rmSync(folder, { recursive: true, force: true });
  const names = programsIn(examples).filter(
    (name) => name.includes(inputs.only ?? '') && readFileSync(join(examples, name)).includes('sagemaker'),
  );
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(examples, name), join(folder, name));
  }
  const reported = migrateFolder(inputs, folder, names);
  const sound = checkFiles(inputs, examples, folder, names, reported);
  printCoverage(reported, join(inputs.work, 'examples', 'not-migrated.txt'));
  await compareRequests(inputs, examples, folder, names);
  return sound;
}

function checkFiles(
  inputs: Inputs,
  examples: string,
  folder: string,
  names: readonly string[],
  reported: ReadonlyMap<string, Reported>,
): boolean {
  const once = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  const trouble: string[] = [];
  let changed = 0;
  for (const name of names) {
    const file = reported.get(name);
    if (file === undefined) trouble.push(`${name}: not in the report`);
    else if (
      file.status === 'failed' ||
      (file.status === 'skipped' && file.reason?.includes('a notebook in R') !== true)
    )
      trouble.push(`${name}: ${file.status}, ${file.reason}`);
    const before = readFileSync(join(examples, name));
    const after = once.get(name);
    if (after === undefined || before.equals(after)) continue;
    changed += 1;
    for (const stray of strayChanges(name, before.toString('utf8'), after.toString('utf8')))
      trouble.push(`${name}: ${stray}`);
  }
  migrateFolder(inputs, folder, names);
  for (const [name, bytes] of once) {
    if (!bytes.equals(readFileSync(join(folder, name)))) trouble.push(`${name}: the second run changed it`);
    // What is run is the result of one run.
    writeFileSync(join(folder, name), bytes);
  }
  console.log(`${names.length} files, ${changed} changed, ${trouble.length} with trouble`);
  for (const line of trouble) console.log(`  ${line}`);
  return trouble.length === 0;
}

function printCoverage(reported: ReadonlyMap<string, Reported>, listing: string): void {
  const byState = new Map<string, number>();
  const byRule = new Map<string, Map<string, number>>();
  const lines: string[] = [];
  for (const [name, file] of reported) {
    for (const f of file.findings) {
      // A job that differs is no use of v1.
      if (f.rule === CHANGED_REQUEST) continue;
      byState.set(f.state, (byState.get(f.state) ?? 0) + 1);
      const states = byRule.get(f.rule) ?? new Map<string, number>();
      byRule.set(f.rule, states.set(f.state, (states.get(f.state) ?? 0) + 1));
      if (f.state !== 'migrated') {
        const cell = f.cell === null ? '' : `cell ${f.cell}:`;
        lines.push(`${f.state}\t${f.rule}\t${name}:${cell}${f.line}:${f.column}\t${f.evidence}\t${f.message}`);
      }
    }
  }
  const total = [...byState.values()].reduce((a, b) => a + b, 0);
  writeFileSync(listing, `${lines.sort().join('\n')}\n`);
  console.log(`v1 uses found: ${total}; ${counts(byState, total)}`);
  for (const [rule, states] of [...byRule].sort(([a], [b]) => a.localeCompare(b))) {
    console.log(`  ${rule.padEnd(40)} ${counts(states)}`);
  }
  console.log(`every use that is not migrated: ${listing}`);
}

function counts(states: ReadonlyMap<string, number>, total?: number): string {
  const share = (n: number): string => (total === undefined ? '' : ` (${((100 * n) / total).toFixed(1)} %)`);
  return [...states]
    .sort(([, a], [, b]) => b - a)
    .map(([state, n]) => `${state} ${n}${share(n)}`)
    .join(', ');
}

async function compareRequests(
  inputs: Inputs,
  examples: string,
  folder: string,
  names: readonly string[],
): Promise<void> {
  const script = need(join(inputs.shared, 'oracle', 'sandbox_run.py'), 'the oracle (--shared)');
  const python = need(inputs.python, "the oracle's Python (--python)");
  const sdkV2 = need(inputs.sdkV2, 'the SDK 2.257.6 (--sdk-v2)');
  const sdkV1 = need(inputs.sdkV1, 'the SDK 1.72.0 (--sdk-v1)');
  const setup = { script, python, cache: join(inputs.work, 'runs'), stops: false };
  const started = Date.now();
  const before = await runPrograms({ ...setup, sdk: sdkV1, version: '1.72.0' }, paths(examples, names));
  const starting = names.filter((name) => (before.runs.get(name)?.calls ?? []).some((call) => call.invalid === null));
  const after = await runPrograms({ ...setup, sdk: sdkV2, version: '2.257.6' }, paths(folder, starting));
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(
    `${starting.length} programs start jobs; ran ${before.fresh} on v1 and ${after.fresh} on v2 in ${seconds} s`,
  );
  const files = { v1: join(inputs.work, 'examples', 'v1.json'), v2: join(inputs.work, 'examples', 'v2.json') };
  save(files.v1, before.runs);
  save(files.v2, after.runs);
  for (const [tool, more] of [
    ['compare.py', ['--show', String(inputs.show)]],
    ['why.py', ['15']],
  ] as const) {
    const run = spawnSync(python, [join(inputs.shared, 'oracle', tool), files.v1, files.v2, ...more], {
      encoding: 'utf8',
    });
    console.log(`-- ${tool}\n${run.stdout}${run.stderr}`);
  }
}

function paths(folder: string, names: readonly string[]): Map<string, string> {
  return new Map(names.map((name) => [name, join(folder, name)]));
}

function save(file: string, runs: ReadonlyMap<string, Run>): void {
  writeFileSync(file, JSON.stringify(Object.fromEntries([...runs].sort(([a], [b]) => (a < b ? -1 : 1)))));
}
