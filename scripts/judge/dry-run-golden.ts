import { join } from 'node:path';
import { findJobs, type ProgramJobs, type SentJob } from '../../src/dryrun/jobs.js';
import { parsePython } from '../../src/python/parser.js';
import { createLocator, pythonSource } from '../../src/text/source.js';
import { asJson, checkFields } from './dry-run-fields.js';
import { type GoldenProgram, type GoldenRequest, RECORDED } from './golden-compare.js';
import { type Inputs, need, readJsonLines } from './inputs.js';

/** Requests that go out: what is refused on the client's side is not sent. */
export function sentJobs(jobs: readonly SentJob[]): SentJob[] {
  return jobs.filter((job) => job.violations.every(({ grade }) => grade !== 'client'));
}

/** Those of the recorded operations, as the golden files have them. */
export function recordedJobs({ jobs }: ProgramJobs): SentJob[] {
  return sentJobs(jobs).filter(({ operation }) => RECORDED.has(operation));
}

/** Figures 1 and 2: what the dry run says of the golden programs beside what the real SDK sent. @returns whether they are met */
export function judgeRecorded(inputs: Inputs, sdk: 'v1' | 'v2', target: number): boolean {
  const file = need(join(inputs.shared, 'golden', `dev-${sdk}.jsonl`), 'the golden programs (--shared)');
  const programs = readJsonLines<GoldenProgram>(file).filter(({ id }) => id.includes(inputs.only ?? ''));
  const tally = { valid: 0, equal: 0, falselyFlagged: 0, invalid: 0, flagged: 0, wrong: 0, unknown: 0, fields: 0 };
  const failing: string[] = [];
  for (const { id, program, requests, error } of programs) {
    const source = pythonSource(`${id}.py`, program);
    const found = findJobs(source, parsePython(source.text, source.chunks), { settings: { sdk }, given: new Map() });
    const check = compareInOrder(requests, recordedJobs(found), error !== null);
    tally.wrong += check.wrong.length;
    tally.unknown += check.unknown;
    tally.fields += check.fields;
    const problems = [...check.missing, ...check.wrong];
    const locate = createLocator(source);
    const lines = found.refusals.map(({ node }) => locate(node.start).line);
    if (error === null) {
      tally.valid += 1;
      if (problems.length === 0 && check.unknown === 0) tally.equal += 1;
      if (lines.length > 0) {
        tally.falselyFlagged += 1;
        problems.push(`flagged at line ${lines.join(', ')}`);
      }
    } else {
      tally.invalid += 1;
      if (lines.includes(error.line)) tally.flagged += 1;
      else problems.push(`not flagged at line ${error.line}: ${error.type}: ${error.message.slice(0, 120)}`);
    }
    if (problems.length > 0) failing.push(`## ${id}\n${problems.map((each) => `  ${each}`).join('\n')}`);
  }
  const figures: [string, number, number, (share: number) => boolean, string][] = [
    [
      'valid programs with every request and field equal',
      tally.equal,
      tally.valid,
      (x) => x >= target,
      `>= ${100 * target} %`,
    ],
    ['fields stated wrong', tally.wrong, tally.fields, (x) => x === 0, 'none'],
    ['fields unknown', tally.unknown, tally.fields, (x) => x <= 0.02, '<= 2 %'],
    ['invalid programs flagged at the line', tally.flagged, tally.invalid, (x) => x >= 0.9, '>= 90 %'],
    ['valid programs flagged', tally.falselyFlagged, tally.valid, (x) => x <= 0.01, '<= 1 %'],
  ];
  const met = figures.map(([what, part, of, isMet, goal]) => printFigure(`dev-${sdk}: ${what}`, part, of, isMet, goal));
  for (const text of failing.slice(0, inputs.show)) console.log(text);
  return met.every(Boolean);
}

/** Prints a share beside its target; a share of nothing is met. */
export function printFigure(
  what: string,
  part: number,
  of: number,
  isMet: (share: number) => boolean,
  goal: string,
): boolean {
  const met = of === 0 || isMet(part / of);
  const share = of === 0 ? '' : ` = ${((100 * part) / of).toFixed(1)} %`;
  console.log(`${met ? 'met   ' : 'MISSED'} ${what}: ${part} / ${of}${share} (target ${goal})`);
  return met;
}

function compareInOrder(
  want: readonly GoldenRequest[],
  have: readonly SentJob[],
  stopped: boolean,
): { missing: string[]; wrong: string[]; unknown: number; fields: number } {
  const missing: string[] = [];
  const wrong: string[] = [];
  let [unknown, fields] = [0, 0];
  for (const [index, { op, request }] of want.entries()) {
    const job = have[index];
    if (job?.operation !== op) {
      missing.push(`request ${index}: ${op} was sent, ${job?.operation ?? 'nothing'} is found`);
      break;
    }
    const check = checkFields(asJson(request), job.request);
    wrong.push(...check.wrong.map((each) => `${op} ${each}`));
    unknown += check.unknown;
    fields += check.fields;
  }
  if (!stopped)
    for (const { operation } of have.slice(want.length)) missing.push(`${operation} is found, was not sent`);
  return { missing, wrong, unknown, fields };
}
