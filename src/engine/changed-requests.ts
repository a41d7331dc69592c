import type { Json } from '../data/value.js';
import type { Comparison } from '../dryrun/compare.js';
import type { ProgramJobs, SentJob } from '../dryrun/jobs.js';
import { isType, statementOf } from '../python/node.js';
import { parsePython } from '../python/parser.js';
import { createLocator, type Source } from '../text/source.js';
import { createShift } from '../text/text-edit.js';
import { compareJobs, runBoth } from './dry-run.js';
import { CHANGED_REQUEST, type ReportedFinding, type SourceOutcome } from './outcome.js';
import { findSuppressions, mentionsSuppression, suppressionOf } from './suppress.js';

/**
 * Compares what the program sent on v1 with what its migrated text sends, and reports at the fix each job that differs in a way
 * that is not documented, and each call that only v2 refuses. Values that are not known prove nothing and are not reported.
 * The edits stay: what is reported needs a person.
 */
export function addChangedRequests(source: Source, outcome: SourceOutcome): SourceOutcome {
  if (outcome.edits.length === 0) return outcome;
  try {
    return compareOutcome(source, outcome);
  } catch {
    // A mistake of the comparison must not cost the migration: without it the result is what it was before there was one.
    return outcome;
  }
}

/** Nodes that following a program may cost here: a migration does not wait for what only a dry run is asked for. */
const MAX_STEPS = 40_000;

function compareOutcome(source: Source, outcome: SourceOutcome): SourceOutcome {
  const options = { settings: {}, given: new Map(), maxSteps: MAX_STEPS };
  const { v1, v2 } = runBoth(source, outcome, options, true);
  if (v1 === undefined) return outcome;
  const shift = createShift(outcome.edits);
  const locate = createLocator(source);
  const suppressions = mentionsSuppression(source)
    ? findSuppressions(source, parsePython(source.text, source.chunks))
    : [];
  const changes: Change[] = [...endings(v1, v2, shift.back)];
  for (const comparison of compareJobs(source, v1, v2, options)) {
    const message = messageOf(comparison, v1, v2);
    const node = comparison.v2?.node ?? comparison.v1?.node;
    if (message === undefined || node === undefined) continue;
    changes.push({ offset: comparison.v2 === undefined ? node.start : shift.back(node.start), message });
  }
  for (const { error, node, isFromSdk } of v1.refusals.length > 0 ? [] : v2.refusals) {
    // What cannot be imported any more is what the rules find.
    if (isFromSdk && !/ImportError|ModuleNotFoundError|AttributeError/.test(error.type))
      changes.push({
        offset: shift.back(node.start),
        message: `on v2 the SDK refuses this call (${error.type}: ${error.message})`,
      });
  }
  const isNew = ({ message, offset }: Change, index: number): boolean =>
    changes.findIndex((each) => each.message === message) === index && !isLeftThere(outcome.findings, locate(offset));
  const added = changes.filter(isNew).map(({ offset, message, isOwn }): ReportedFinding => {
    const place = locate(offset);
    const fix = isOwn === true ? undefined : nearestFix(outcome.findings, place);
    const at = { start: offset, end: offset + 1 };
    const isSuppressed = suppressionOf(suppressions, { rule: CHANGED_REQUEST, at }) !== undefined;
    const where = fix === undefined ? '' : ` at line ${place.line}`;
    return {
      rule: CHANGED_REQUEST,
      state: isSuppressed ? 'suppressed' : 'manual',
      evidence: 'assignment',
      message:
        isOwn === true
          ? message
          : `With this change the job${where} is another one: ${message}. Compare both with "dry-run --compare".`,
      suggestion: null,
      cell: place.cell,
      line: fix?.line ?? place.line,
      column: fix?.column ?? place.column,
      endLine: fix?.endLine ?? place.line,
      endColumn: fix?.endColumn ?? place.column,
    };
  });
  if (added.length === 0) return outcome;
  return { edits: outcome.edits, findings: [...outcome.findings, ...added].sort(byPlace) };
}

/** What became different, by its place in the text as it was. */
interface Change {
  readonly offset: number;
  readonly message: string;
  /** It is not the doing of a fix: the text itself says so. */
  readonly isOwn?: boolean;
}

/** Where the program ends itself on v2 only, as one that asks for the SDK's version does. */
function endings(v1: ProgramJobs, v2: ProgramJobs, back: (offset: number) => number): Change[] {
  if (v1.refusals.length > 0 || v1.exitedAt !== undefined) return [];
  const raised = v2.refusals.find(
    ({ node, isFromSdk }) => !isFromSdk && isType(statementOf(node), 'raise_statement', 'assert_statement'),
  );
  const node = raised === undefined ? v2.exitedAt : statementOf(raised.node);
  if (node === undefined) return [];
  const text = raised === undefined ? 'exit' : `${raised.error.type}: ${raised.error.message}`.replace(/: $/, '');
  const message = `on v2 the program ends here (${text}), and not on v1: let it run on v2 too`;
  return [{ offset: back(node.start), message, isOwn: true }];
}

/** Whether something is left to a person at the place: that is then the reason why what is sent there differs. */
function isLeftThere(
  findings: readonly ReportedFinding[],
  place: { readonly cell: number | null; readonly line: number },
): boolean {
  return findings.some(
    ({ state, cell, line, endLine }) =>
      (state === 'manual' || state === 'unproven') &&
      cell === place.cell &&
      line <= place.line &&
      place.line <= endLine,
  );
}

/** Operations that a job, a model or an endpoint comes of; in which order a program tidies up matters less. */
const MATTERS = /^(?:Create|Invoke|Update|Register)/;

/** What is different for certain; undefined where nothing is, or where one of the runs could not be followed to its end. */
function messageOf(comparison: Comparison<SentJob>, v1: ProgramJobs, v2: ProgramJobs): string | undefined {
  const { v1: before, v2: after, verdict } = comparison;
  if (verdict !== 'differs' || !MATTERS.test(before?.operation ?? after?.operation ?? '')) return undefined;
  // Of two jobs of which only one is started, each may have changed its place with the other.
  if (before?.condition !== undefined || after?.condition !== undefined) return undefined;
  if (before === undefined || after === undefined) {
    const isFollowed = [v1, v2].every(
      (run) =>
        run.refusals.length === 0 && run.missed.size === 0 && run.stoppedAt === undefined && run.exitedAt === undefined,
    );
    // With a clock that stands still, one name may serve two configurations: then the SDK makes the first only.
    if (!isFollowed || (before ?? after)?.operation === 'CreateEndpointConfig') return undefined;
    return after === undefined
      ? `v1 sent ${before?.operation}, v2 does not`
      : `v2 sends ${after.operation}, v1 did not`;
  }
  const [first, ...others] = comparison.differences.filter(({ kind }) => kind === 'differs');
  if (first === undefined) return undefined;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return `${after.operation} sends ${first.path} ${textOf(first.v2)}, v1 sent ${textOf(first.v1)}${more}`;
}

/** Characters of a value that a message shows. */
const MAX_SHOWN = 80;

function textOf(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** The last applied fix before a place, in the same cell. */
function nearestFix(
  findings: readonly ReportedFinding[],
  place: { readonly cell: number | null; readonly line: number },
): ReportedFinding | undefined {
  return findings.findLast(
    ({ state, cell, line }) =>
      (state === 'migrated' || state === 'assumed') && cell === place.cell && line <= place.line,
  );
}

function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  return (a.cell ?? 0) - (b.cell ?? 0) || a.line - b.line || a.column - b.column;
}
