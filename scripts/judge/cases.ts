import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReportedFinding } from '../../src/engine/outcome.js';
import { ANCHORS } from './case-anchors.js';
import { cellsOf, notebookOf, sourcesOf } from './case-notebook.js';
import { differences } from './differences.js';
import { compareGolden, sentRequests } from './golden-compare.js';
import { type Inputs, need, readJsonLines, Skipped } from './inputs.js';
import { migrateFolder } from './migrate-folder.js';
import { type Run, runPrograms, strictV1, strictV2 } from './oracle.js';

interface Case {
  readonly id: string;
  readonly kind: 'py' | 'notebook-cell';
  readonly v1: string;
  readonly v2: string;
  readonly needs_human: boolean;
  readonly note: string;
}

interface Answer {
  readonly equal: boolean;
  readonly diff: string;
  readonly known: boolean;
  readonly lines: readonly (readonly [cell: number, first: number, last: number])[];
  readonly names: readonly string[];
}

/** Figure 4: the before/after cases. */
export async function judgeCases(inputs: Inputs): Promise<boolean> {
  const all = readJsonLines<Case>(need(join(inputs.shared, 'spec', 'cases.jsonl'), 'the cases (--shared)'));
  const cases = all.filter(({ id }) => id.includes(inputs.only ?? ''));
  const folder = join(inputs.work, 'cases', 'migrated');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const fileOf = ({ id, kind }: Case): string => (kind === 'py' ? `${id}.py` : `${id}.ipynb`);
  for (const c of cases) writeFileSync(join(folder, fileOf(c)), c.kind === 'py' ? c.v1 : notebookOf(c.id, c.v1));
  const reported = migrateFolder(inputs, folder, cases.map(fileOf));
  const outputs = cases.map((c) => {
    const text = readFileSync(join(folder, fileOf(c)), 'utf8');
    return c.kind === 'py' ? [text] : sourcesOf(text);
  });
  const answers = compareSyntax(
    inputs,
    cases.map((c, i) => ({
      v1: cellsOf(c.kind, c.v1),
      want: cellsOf(c.kind, c.v2),
      have: outputs[i] ?? [],
      anchors: ANCHORS[c.id] ?? [],
    })),
  );

  const verdicts = new Map<string, string>();
  const toRun: { c: Case; output: string; names: readonly string[]; diff: string }[] = [];
  for (const [i, c] of cases.entries()) {
    const answer = answers[i];
    if (answer === undefined) throw new Error(`no answer for ${c.id}`);
    const findings = reported.get(fileOf(c))?.findings ?? [];
    if (answer.equal) verdicts.set(c.id, 'same tree');
    else if (c.needs_human && isReported(findings, answer) && answer.known) verdicts.set(c.id, 'reported');
    else if (c.kind === 'py') toRun.push({ c, output: outputs[i]?.[0] ?? '', names: answer.names, diff: answer.diff });
  }
  const runs = await runPairs(inputs, toRun);
  const unlike = new Map<string, string>();
  for (const { c } of toRun) {
    const [want, have] = [runs.get(`${c.id}.want`), runs.get(`${c.id}.have`)];
    const problem = want === undefined || have === undefined ? 'not run' : compareRuns(want, have);
    if (problem === '') verdicts.set(c.id, 'runs alike');
    else unlike.set(c.id, problem);
  }
  const reportedOnly = toRun.filter(({ c }) => {
    const answer = answers[cases.indexOf(c)];
    const findings = reported.get(fileOf(c))?.findings ?? [];
    return c.needs_human && !verdicts.has(c.id) && answer !== undefined && isReported(findings, answer);
  });
  for (const [id, problem] of await compareVersions(inputs, reportedOnly)) {
    if (problem === '') verdicts.set(id, 'reported, and sends what v1 sent');
    else unlike.set(id, `${unlike.get(id)}\n   v1 and output: ${problem}`);
  }

  const unmet = cases.filter((c) => !verdicts.has(c.id));
  for (const [i, c] of cases.entries()) {
    if (verdicts.has(c.id)) continue;
    const findings = reported.get(fileOf(c))?.findings ?? [];
    console.log(`## unmet: ${c.id}${c.needs_human ? ' (needs a person)' : ''}\n   ${c.note}\n${answers[i]?.diff}`);
    for (const f of findings) console.log(`   ${f.state} ${f.rule} ${f.cell ?? ''}:${f.line}:${f.column} ${f.message}`);
    if (c.needs_human) console.log(`   right lines: ${answers[i]?.lines}; only known tokens: ${answers[i]?.known}`);
    if (unlike.has(c.id)) console.log(`   run: ${unlike.get(c.id)}`);
  }
  const how = new Map<string, number>();
  for (const verdict of verdicts.values()) how.set(verdict, (how.get(verdict) ?? 0) + 1);
  console.log(`met: ${verdicts.size} / ${cases.length}; ${[...how].map(([k, n]) => `${k} ${n}`).join(', ')}`);
  writeFileSync(join(inputs.work, 'cases', 'unmet.txt'), `${unmet.map(({ id }) => id).join('\n')}\n`);
  return unmet.length === 0;
}

/** Reported for a person at the right statement. */
function isReported(findings: readonly ReportedFinding[], { lines }: Answer): boolean {
  const isAt = (f: ReportedFinding): boolean =>
    lines.some(([cell, first, last]) => (f.cell ?? 0) === cell && f.line <= last && f.endLine >= first);
  return findings.some((f) => f.state === 'manual' && isAt(f));
}

function compareSyntax(inputs: Inputs, pairs: readonly object[]): Answer[] {
  const python = inputs.python ?? 'python3';
  const helper = fileURLToPath(new URL('case_syntax.py', import.meta.url));
  const run = spawnSync(python, [helper], { input: JSON.stringify(pairs), encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`case_syntax.py: ${run.stderr}`);
  return JSON.parse(run.stdout) as Answer[];
}

/** Runs output and expected text of each case on 2.257.6, with what the fragment takes as given before it. */
async function runPairs(
  inputs: Inputs,
  pairs: readonly { c: Case; output: string; names: readonly string[] }[],
): Promise<Map<string, Run>> {
  const folder = join(inputs.work, 'cases', 'run');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const part = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
  const prelude = `${part('case_names.py')}${part('case_prelude.py')}`;
  const epilogue = part('case_epilogue.py');
  const given = ['estimator', 'tf_estimator', 'predictor', 'model', 'tuner', 'transformer', 'object_with_create_model'];
  const paths = new Map<string, string>();
  for (const { c, output, names } of pairs) {
    for (const [side, text] of Object.entries({ want: c.v2, have: output })) {
      const path = join(folder, `${c.id}.${side}.py`);
      const future = text.startsWith('from __future__') ? `${text.split('\n')[0]}\n` : '';
      const all = JSON.stringify([...new Set([...names, ...given])]);
      writeFileSync(path, `${future}${prelude}\n${text.slice(future.length)}\n_NAMES = ${all}\n${epilogue}`);
      paths.set(`${c.id}.${side}`, path);
    }
  }
  try {
    const { runs } = await runPrograms(strictV2(inputs), paths);
    return runs;
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    console.log(`only syntax trees are compared, nothing is run: ${error.message}`);
    return new Map();
  }
}

/**
 * Runs each case on 1.72.0 and its output on 2.257.6: says in what their requests differ, apart from what no migration
 * avoids, or nothing. A case that sends nothing proves nothing.
 */
async function compareVersions(
  inputs: Inputs,
  pairs: readonly { c: Case; output: string }[],
): Promise<Map<string, string>> {
  if (pairs.length === 0) return new Map();
  const names = readFileSync(new URL('case_names.py', import.meta.url), 'utf8');
  const write = (name: string, text: string): string => {
    const path = join(inputs.work, 'cases', 'run', name);
    writeFileSync(path, `${names}\n${text}\n`);
    return path;
  };
  const old = new Map(pairs.map(({ c }) => [c.id, write(`${c.id}.v1.py`, c.v1)]));
  const now = new Map(pairs.map(({ c, output }) => [c.id, write(`${c.id}.output.py`, output)]));
  try {
    const before = (await runPrograms(strictV1(inputs), old)).runs;
    const after = (await runPrograms(strictV2(inputs), now)).runs;
    return new Map(
      pairs.map(({ c }) => {
        const requests = sentRequests(before.get(c.id) ?? {});
        if (requests.length === 0) return [c.id, 'v1 sends nothing'];
        const program = { id: c.id, program: c.v1, requests, error: null, others: [], mistake: null };
        return [c.id, compareGolden(program, after.get(c.id) ?? { fatal: 'not run' }, []).problems.join('; ')];
      }),
    );
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    console.log(`what v1 sends is not compared: ${error.message}`);
    return new Map();
  }
}

/**
 * Says how two runs differ, or nothing. An expected text that fails on v2 proves nothing by failing alike, unless its
 * request is what fails: that is on record, and comparable.
 */
function compareRuns(want: Run, have: Run): string {
  const failed = (run: Run): string => run.fatal ?? (run.errors ?? []).map((e) => `${e.type}: ${e.msg}`).join(' | ');
  if (failed(want) !== '' && !failed(want).startsWith('ValueError: ParamValidation: ')) {
    return `the expected text fails here: ${failed(want)}`;
  }
  if (failed(have) !== failed(want)) return failed(have);
  const calls = (run: Run): unknown[] => (run.calls ?? []).map(({ op, request }) => ({ op, request }));
  if (calls(want).length !== calls(have).length) return `${calls(want).length} requests, now ${calls(have).length}`;
  return differences(calls(want), calls(have))
    .map(({ path, was, is }) => `${path}: ${JSON.stringify(was)} -> ${JSON.stringify(is)}`)
    .join('; ')
    .slice(0, 1500);
}
