import type { TextEdit } from '../../edits/edit.js';
import type { MigrateOptions } from '../../engine/options.js';
import type { FindingState, ReportedFinding, SourceOutcome } from '../../engine/outcome.js';
import type { RuleFinding } from '../../engine/run-rules.js';
import { suppressionOf, textSuppressions } from '../../engine/suppress.js';
import { findUnused, UNUSED_SUPPRESSION } from '../../engine/unused-suppressions.js';
import type { RequirementPolicy } from '../../rules/sdk-requirement.js';
import { DEFAULT_PIN } from '../../sdk/requirement.js';
import { createLocator, pythonSource, type Source } from '../../text/source.js';
import { applyEdits } from '../../text/text-edit.js';
import { overlaps } from '../../text/text-range.js';
import { addComments } from './add-comments.js';
import { type DependencyFinding, mentionsPackage } from './finding.js';
import { finders } from './formats.js';
import { dependencyFormatOf, holdsRequirements } from './kinds.js';

const NOTHING: SourceOutcome = { edits: [], findings: [] };

/**
 * Moves what a file that is no program says of the SDK: which version it requires, installs or has locked. Pure; the
 * format is the one that the source's path tells. Nothing is changed where the text is not of its format.
 */
export function migrateDependencies(source: Source, options: MigrateOptions = {}): SourceOutcome {
  const { original: text, path } = source;
  const format = dependencyFormatOf(path);
  if (format === undefined || !mentionsPackage(text)) return NOTHING;
  const policy: RequirementPolicy = {
    pin: options.pin ?? DEFAULT_PIN,
    limitsOpen: options.limitsOpen === true,
    withScipy: options.withScipy === true && holdsRequirements(path) && !/\bscipy\b/i.test(text),
  };
  const judgeAll = (some: string): readonly Judged[] => {
    const suppressions = textSuppressions(pythonSource(path, some));
    return finders[format](some, policy, path)
      .filter(({ rule }) => isWanted(rule, options))
      .map((finding) => {
        if (suppressionOf(suppressions, finding) !== undefined) return { finding, state: 'suppressed' };
        return { finding, state: finding.edits === undefined ? 'manual' : 'migrated' };
      });
  };
  let judged: readonly Judged[];
  try {
    judged = judgeAll(text);
  } catch (error) {
    const problem = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { edits: [], findings: report(source, unreadable(text, problem), options) };
  }
  let edits = editsOf(judged);
  if (edits.length > 0 && !holds(text, edits, judgeAll)) {
    edits = [];
    judged = judged.map(takenBack);
  }
  // Nobody writes comments into JSON.
  if (options.addSuppressions === true && format !== 'pipfile-lock') {
    const open = judged.filter(({ state }) => state === 'manual').map(({ finding }) => finding);
    const added = addComments(text, edits, open, (some) =>
      judgeAll(some).map(({ finding: { rule, at }, state }) => ({
        rule,
        start: at.start,
        isSuppressed: state === 'suppressed',
      })),
    );
    edits = added.edits;
    judged = judged.map(({ finding, state }) => ({
      finding,
      state: added.suppressed.has(finding) ? 'suppressed' : state,
    }));
  }
  const unused =
    options.reportUnusedSuppressions === true && options.ignore?.includes(UNUSED_SUPPRESSION) !== true
      ? findUnusedIn(source, judged, options)
      : [];
  return { edits, findings: report(source, [...judged, ...unused], options) };
}

interface Judged {
  readonly finding: DependencyFinding;
  readonly state: FindingState;
}

function isWanted(rule: string, { select = [], ignore = [] }: MigrateOptions): boolean {
  return (select.length === 0 || select.includes(rule)) && !ignore.includes(rule);
}

function editsOf(judged: readonly Judged[]): readonly TextEdit[] {
  const edits = judged
    .filter(({ state }) => state === 'migrated')
    .flatMap(({ finding }) => finding.edits ?? [])
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return edits.filter((edit, i) => !edits.slice(0, i).some((other) => overlaps(other, edit) || isSame(other, edit)));
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Whether the new text is of the format, and nothing in it would be changed again. */
function holds(text: string, edits: readonly TextEdit[], judgeAll: (text: string) => readonly Judged[]): boolean {
  try {
    return judgeAll(applyEdits(text, edits)).every(({ state }) => state !== 'migrated');
  } catch {
    return false;
  }
}

function takenBack({ finding, state }: Judged): Judged {
  if (state !== 'migrated') return { finding, state };
  const message = `${finding.message} (left as it was: the file would not be read as before)`;
  return { finding: { ...finding, message }, state: 'manual' };
}

/** Every rule that finds something in these files. */
const RULES: readonly string[] = ['sdk-requirement', 'sdk-lock-file', 'python-requires', 'sagemaker-cli'];

function findUnusedIn(source: Source, judged: readonly Judged[], options: MigrateOptions): readonly Judged[] {
  const findings = judged.map(({ finding }) => asRuleFinding(finding));
  const known = new Set(RULES.filter((rule) => isWanted(rule, options)));
  return findUnused(textSuppressions(source), findings, known, new Set(RULES)).map(({ at, message }) => {
    return { finding: { rule: UNUSED_SUPPRESSION, at, message }, state: 'manual' };
  });
}

function asRuleFinding({ rule, at, message }: DependencyFinding): RuleFinding {
  return { rule, at, message, evidence: 'import' };
}

/** A requirement in a text that may be of any format. */
const REQUIREMENT = /(?<![\w./-])sagemaker(?:-python-sdk)?(?:\[[\w,\s-]{0,99}\])?["']?\s{0,9}[=<>~!]/i;

/** What is said of a file that is not of the format that its name tells, but seems to require the SDK. */
function unreadable(text: string, problem: string): readonly Judged[] {
  const start = text.search(REQUIREMENT);
  if (start < 0) return [];
  const message = `the file can't be read (${problem}): see to its requirement on the SDK`;
  const at = { start, end: start + 'sagemaker'.length };
  return [{ finding: { rule: 'sdk-requirement', at, message }, state: 'manual' }];
}

function report(source: Source, judged: readonly Judged[], options: MigrateOptions): ReportedFinding[] {
  const locate = createLocator(source);
  return judged
    .filter(({ finding }) => finding.rule === UNUSED_SUPPRESSION || isWanted(finding.rule, options))
    .sort((a, b) => a.finding.at.start - b.finding.at.start)
    .map(({ finding, state }) => {
      const [start, end] = [locate(finding.at.start), locate(finding.at.end)];
      return {
        rule: finding.rule,
        state,
        evidence: 'import',
        message: finding.message,
        suggestion: finding.suggestion ?? null,
        cell: null,
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
      };
    });
}
