import { applyToSource } from '../edits/apply.js';
import { rangeOf } from '../edits/builders.js';
import type { Edit } from '../edits/edit.js';
import { type Merged, mergeFixes } from '../edits/merge.js';
import type { PyTree } from '../python/node.js';
import { parsePython } from '../python/parser.js';
import { rules as allRules, rulesWith } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import { DEFAULT_PIN } from '../sdk/requirement.js';
import { evaluateProgram, type Program } from '../semantic/program.js';
import { createLocator, pythonSource, type Source } from '../text/source.js';
import { createShift, type TextEdit } from '../text/text-edit.js';
import { contains, overlaps, type TextRange } from '../text/text-range.js';
import { addSuppressions } from './add-suppressions.js';
import { importsSdk } from './local-imports.js';
import { mentionsSdk } from './mentions.js';
import { moduleLoader } from './module-loader.js';
import type { MigrateOptions, ModuleText } from './options.js';
import type { FindingState, ReportedFinding, SourceOutcome } from './outcome.js';
import { type RuleFinding, runRules } from './run-rules.js';
import { findSuppressions, suppressionOf } from './suppress.js';
import { findUnused, UNUSED_SUPPRESSION } from './unused-suppressions.js';
import { type Doubt, evaluateEdited, verify } from './verify.js';

/** Rounds of leaving out fixes that do not hold before all of a source's fixes are given up. */
const MAX_ROUNDS = 4;

/** With more findings than this, the one behind a doubt is not looked for by leaving out one after the other. */
const MOST_TRIED = 100;

const NOTHING: SourceOutcome = { edits: [], findings: [] };

interface Judged {
  readonly finding: RuleFinding;
  readonly state: FindingState;
}

/** The merged edits of some findings, and what checking their result gave. */
interface Attempt extends Merged {
  readonly fixes: readonly { readonly edits: readonly Edit[]; readonly finding: RuleFinding }[];
  readonly doubts: readonly Doubt[];
  readonly tree: PyTree;
}

/**
 * Migrates one program: parses and evaluates it, asks the rules, merges their fixes, and verifies the result. Fixes
 * that do not hold are taken back and reported as `manual`. Never throws for what the source contains.
 */
export function migrateSource(source: Source, options: MigrateOptions = {}): SourceOutcome {
  const { findModule } = options;
  if (!mentionsSdk(source) && (findModule === undefined || !importsSdk(source, findModule))) return NOTHING;
  const tree = parsePython(source.text, source.chunks);
  const program = evaluateProgram(source, tree, findModule && moduleLoader(findModule, parseMigrated));
  return decide(program, chooseRules(options), options, false);
}

/**
 * The tree of a module as it is once it has been migrated by itself: so it says the same to the files that import it
 * before and after its own turn in a run.
 */
export function parseMigrated({ path, text }: ModuleText): PyTree {
  const source = pythonSource(path, text);
  const { edits } = migrateSource(source);
  const migrated = edits.length === 0 ? source : applyToSource(source, edits);
  return parsePython(migrated.text, migrated.chunks);
}

/** @param isSecondRun whether a first run asks what a second one would do */
function decide(
  program: Program,
  rules: readonly Rule[],
  options: MigrateOptions,
  isSecondRun: boolean,
): SourceOutcome {
  const judged = judgeAll(program, rules, options);
  const failed = new Map<RuleFinding, string>();
  // What was taken back stands there for the second run too, which takes it back again: as a rule, so it is run in full.
  const refused = new Set<string>();
  const attempt = (applied: readonly RuleFinding[], leftOut: ReadonlySet<string>): Attempt => {
    const fixes = applied.map((finding) => ({ edits: finding.edits ?? [], finding }));
    const merged = mergeFixes(program, fixes);
    if (merged.edits.length === 0) return { ...merged, fixes, doubts: [], tree: program.tree };
    const checked = verify(program, merged.edits, (changed, back) =>
      leftOut.size === 0 || isSecondRun
        ? secondPass(changed, rules, options, (finding) => leftOut.has(placeOf(finding, back)))
        : decide(changed, rules, options, true).edits,
    );
    return { ...merged, fixes, ...checked };
  };
  const doubtsWithout = (group: readonly RuleFinding[], applied: readonly RuleFinding[]): number =>
    attempt(
      applied.filter((finding) => !group.includes(finding)),
      new Set([...refused, ...group.map(originOf)]),
    ).doubts.length;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const applied = judged.filter((each) => isApplied(each) && !failed.has(each.finding)).map((each) => each.finding);
    const { fixes, edits, rejected, idle, doubts, tree } = attempt(applied, refused);
    for (const fix of fixes) if (rejected.has(fix)) failed.set(fix.finding, 'it collides with another change');
    if (doubts.length === 0) {
      const waiting = new Set(fixes.filter((fix) => idle.has(fix)).map((fix) => fix.finding));
      const settled = judged.filter((each) => !waiting.has(each.finding));
      return isSecondRun
        ? { edits, findings: [] }
        : conclude(program, { edits, tree }, settled, failed, rules, options);
    }
    for (const [finding, reason] of suspects(applied, doubts, (group) => doubtsWithout(group, applied))) {
      failed.set(finding, reason);
      refused.add(originOf(finding));
    }
  }
  for (const { finding } of judged) failed.set(finding, 'the changes of this file do not hold together');
  return isSecondRun ? NOTHING : conclude(program, { edits: [], tree: program.tree }, judged, failed, rules, options);
}

/** What is said of the findings once the edits are certain. */
function conclude(
  program: Program,
  migrated: { readonly edits: readonly TextEdit[]; readonly tree: PyTree },
  judged: readonly Judged[],
  failed: ReadonlyMap<RuleFinding, string>,
  rules: readonly Rule[],
  options: MigrateOptions,
): SourceOutcome {
  const { source, tree } = program;
  const { edits, tree: migratedTree } = migrated;
  const settled = judged.map(({ finding, state }): Judged => {
    const reason = failed.get(finding);
    if (reason === undefined || state === 'suppressed') return { finding, state };
    return { finding: { ...finding, message: `${finding.message} (left as it was: ${reason})` }, state: 'manual' };
  });
  if (options.reportUnusedSuppressions === true && options.ignore?.includes(UNUSED_SUPPRESSION) !== true) {
    const names = (some: readonly Rule[]) => new Set(some.map(({ docs }) => docs.name));
    const findings = judged.map(({ finding }) => finding);
    const unused = findUnused(findSuppressions(source, tree), findings, names(rules), names(allRules));
    settled.push(...unused.map((finding): Judged => ({ finding, state: 'manual' })));
  }
  if (options.addSuppressions !== true) return { edits, findings: report(source, settled), tree, migratedTree };
  const again = findAgain(program, edits, rules, options);
  const open = settled.filter(isOpen).map(({ finding }) => finding);
  const added = addSuppressions(
    source,
    tree,
    edits,
    open.filter((finding) => again.has(originOf(finding))),
  );
  const states = settled.map(({ finding, state }): Judged => {
    return { finding, state: added.suppressed.has(finding) ? 'suppressed' : state };
  });
  return { edits: added.edits, findings: report(source, states), tree };
}

/** What a later run would find, by rule and place in the text before the edits: what it wouldn't needs no comment. */
function findAgain(
  program: Program,
  edits: readonly TextEdit[],
  rules: readonly Rule[],
  options: MigrateOptions,
): ReadonlySet<string> {
  const shift = createShift(edits);
  const judged = judgeAll(edits.length === 0 ? program : evaluateEdited(program, edits), rules, options);
  return new Set(judged.filter(isOpen).map(({ finding }) => placeOf(finding, shift.back)));
}

function isOpen({ finding, state }: Judged): boolean {
  return (state === 'manual' || state === 'unproven') && finding.rule !== UNUSED_SUPPRESSION;
}

function chooseRules(options: MigrateOptions): readonly Rule[] {
  const { select = [], ignore = [], pin = DEFAULT_PIN, limitsOpen = false, withScipy = false } = options;
  const rules = pin === DEFAULT_PIN && !limitsOpen && !withScipy ? allRules : rulesWith({ pin, limitsOpen, withScipy });
  if (select.length === 0 && ignore.length === 0) return rules;
  return rules.filter(({ docs }) => (select.length === 0 || select.includes(docs.name)) && !ignore.includes(docs.name));
}

function judgeAll(program: Program, rules: readonly Rule[], options: MigrateOptions): Judged[] {
  const suppressions = findSuppressions(program.source, program.tree);
  return runRules(program, rules).map((finding) => {
    const isSuppressed = suppressionOf(suppressions, finding) !== undefined;
    return { finding, state: isSuppressed ? 'suppressed' : stateOf(finding, program, options) };
  });
}

function stateOf(finding: RuleFinding, program: Program, options: MigrateOptions): FindingState {
  if (program.facts.guarded.some((guard) => contains(guard, finding.at))) return 'guarded';
  if (finding.edits === undefined) return finding.state ?? 'manual';
  const isBroken = program.tree.broken.some((range) => finding.edits?.some((edit) => overlaps(range, rangeOf(edit))));
  if (isBroken) return 'manual';
  const isAssumed = finding.isAssumed === true || finding.evidence === 'name';
  if (isAssumed) return options.strict === true ? 'unproven' : 'assumed';
  return 'migrated';
}

function isApplied({ state }: Judged): boolean {
  return state === 'migrated' || state === 'assumed';
}

/** Places that a further run would edit. */
function secondPass(
  changed: Program,
  rules: readonly Rule[],
  options: MigrateOptions,
  isRefused: (finding: RuleFinding) => boolean,
): TextRange[] {
  const fixes = judgeAll(changed, rules, options)
    .filter((each) => isApplied(each) && !isRefused(each.finding))
    .map(({ finding }) => ({ edits: finding.edits ?? [], finding }));
  if (fixes.length === 0) return [];
  const { idle } = mergeFixes(changed, fixes);
  return fixes.filter((fix) => !idle.has(fix)).map(({ finding }) => finding.at);
}

/** Names a finding of the text before the edits. */
function originOf(finding: RuleFinding): string {
  return placeOf(finding, (offset) => offset);
}

/** Names a finding by its rule and where it was in the text before the edits. */
function placeOf({ rule, at }: RuleFinding, back: (offset: number) => number): string {
  return `${rule} ${back(at.start)}`;
}

/**
 * The findings whose edits are at or around the doubtful places. Where none is, the one, or those of the one rule,
 * without which the least is doubtful; all where that makes no difference.
 */
function suspects(
  applied: readonly RuleFinding[],
  doubts: readonly Doubt[],
  doubtsWithout: (group: readonly RuleFinding[]) => number,
): Map<RuleFinding, string> {
  const found = new Map<RuleFinding, string>();
  let far: Doubt | undefined;
  for (const doubt of doubts) {
    const near = applied.filter((finding) => finding.edits?.some((edit) => touches(rangeOf(edit), doubt.range)));
    if (near.length === 0) far ??= doubt;
    for (const finding of near) found.set(finding, doubt.reason);
  }
  if (far === undefined) return found;
  const { reason } = far;
  let [guilty, fewest] = [applied, doubts.length];
  for (const group of applied.length > MOST_TRIED ? [] : groupsOf(applied)) {
    const left = fewest === 0 ? 0 : doubtsWithout(group);
    if (left < fewest) [guilty, fewest] = [group, left];
  }
  return new Map(guilty.map((finding) => [finding, found.get(finding) ?? reason]));
}

/** Each finding by itself, those of small rules first, and after it all of its rule. */
function groupsOf(applied: readonly RuleFinding[]): RuleFinding[][] {
  const rules = [...new Set(applied.map(({ rule }) => rule))];
  return rules
    .map((rule) => applied.filter((finding) => finding.rule === rule))
    .sort((a, b) => a.length - b.length)
    .flatMap((group) => (group.length === 1 ? [group] : [...group.map((finding) => [finding]), group]));
}

function touches(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function report(source: Source, judged: readonly Judged[]): ReportedFinding[] {
  const locate = createLocator(source);
  const findings = judged.map(({ finding, state }): ReportedFinding & { readonly offset: number } => {
    const [start, end] = [locate(finding.at.start), locate(finding.at.end)];
    return {
      rule: finding.rule,
      state,
      evidence: finding.evidence,
      message: finding.message,
      suggestion: finding.suggestion ?? null,
      cell: start.cell,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      offset: finding.at.start,
    };
  });
  return findings
    .sort((a, b) => a.offset - b.offset || (a.rule < b.rule ? -1 : 1))
    .map(({ offset: _, ...finding }) => finding);
}
