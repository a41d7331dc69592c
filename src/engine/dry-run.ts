import { type Comparison, compareRequests } from '../dryrun/compare.js';
import { createExplain } from '../dryrun/documented.js';
import { findJobs, type JobOptions, type ProgramJobs, type SentJob } from '../dryrun/jobs.js';
import type { JobNote, JobPlace, JobReport, ReportedJob } from '../dryrun/report.js';
import { unknownFields } from '../dryrun/unknown-fields.js';
import { applyToSource } from '../edits/apply.js';
import { timestamp } from '../estimator/names.js';
import { createWorld } from '../estimator/world.js';
import type { PyNode, PyTree } from '../python/node.js';
import { parsePython, reparsePython } from '../python/parser.js';
import { createLocator, pythonSource, type Source } from '../text/source.js';
import { createShift } from '../text/text-edit.js';
import { migrateSource, parseMigrated } from './migrate.js';
import { moduleLoader } from './module-loader.js';
import type { MigrateOptions, ModuleText } from './options.js';
import type { SourceOutcome } from './outcome.js';

/** What a dry run can be told. */
export interface DryRunOptions extends MigrateOptions, Omit<JobOptions, 'back' | 'load'> {
  /** Shows for each job what v1 would have sent, too. */
  readonly compare: boolean;
}

/**
 * Lists the jobs that a program starts, with the requests that it would send on SDK v2. Code for v1 is migrated in memory first;
 * all places are those of the text as it is. Never throws for what the source contains.
 */
export function dryRunSource(source: Source, options: DryRunOptions): JobReport {
  try {
    return runDry(source, options);
  } catch (error) {
    const message = `internal error, nothing is shown of this program; please report it (${String(error)})`;
    return { jobs: [], notes: [{ cell: source.chunks[0]?.cell ?? null, line: 1, message }] };
  }
}

function runDry(source: Source, options: DryRunOptions): JobReport {
  const outcome = migrateSource(source, options);
  const { v1, v2 } = runBoth(source, outcome, options, options.compare);
  const locate = createLocator(source);
  const shift = createShift(outcome.edits);
  const placeOf = (node: PyNode | undefined, back: (offset: number) => number): JobPlace => {
    const { cell, line } = locate(node === undefined ? 0 : back(node.start));
    return { cell, line };
  };
  const inOriginal = (offset: number): number => offset;
  const jobs: (ReportedJob & { readonly order: number })[] = [];
  const comparisons = v1 === undefined ? undefined : compareJobs(source, v1, v2, options);
  for (const [order, job] of v2.jobs.entries())
    jobs.push({
      ...reportJob(
        job,
        placeOf(job.node, shift.back),
        comparisons?.find((each) => each.v2 === job),
      ),
      order,
    });
  for (const each of comparisons ?? []) {
    if (each.v2 !== undefined || each.v1 === undefined) continue;
    jobs.push({ ...lostJob(each, placeOf(each.v1.node, inOriginal)), order: Number.POSITIVE_INFINITY });
  }
  const notes: JobNote[] = [];
  for (const { error, node, job, isFromSdk } of v2.refusals) {
    const place = placeOf(node, shift.back);
    const message = `${error.type}: ${error.message}`;
    if (!isFromSdk) notes.push({ ...place, message: `the program itself raises ${message}; followed on behind it` });
    else if (job === undefined)
      jobs.push({
        ...place,
        operation: null,
        request: null,
        condition: null,
        unknown: [],
        violations: [{ grade: 'client', path: '', message, line: place.line }],
        order: Number.POSITIVE_INFINITY,
      });
  }
  for (const [node, reason] of v2.missed)
    notes.push({ ...placeOf(node, shift.back), message: `not followed: ${reason}` });
  if (v2.stoppedAt !== undefined)
    notes.push({ ...placeOf(v2.stoppedAt, shift.back), message: 'too long a computation: nothing behind it is shown' });
  return { jobs: jobs.map(({ order: _, ...job }) => job), notes };
}

/** The trees of modules that a program imports: for v1 as they are, for v2 as migration leaves them. */
const parsers: Readonly<Record<'v1' | 'v2', (module: ModuleText) => PyTree>> = {
  v1: ({ path, text }) => {
    const source = pythonSource(path, text);
    return parsePython(source.text, source.chunks);
  },
  v2: parseMigrated,
};

/** The two runs of a program: the migrated one, and where it is asked for and the program is one for v1, that of v1. */
export function runBoth(
  source: Source,
  { edits, tree = parsePython(source.text, source.chunks), migratedTree }: SourceOutcome,
  options: Omit<JobOptions, 'load'> & Pick<MigrateOptions, 'findModule'>,
  wantsV1: boolean,
): { readonly v1: ProgramJobs | undefined; readonly v2: ProgramJobs } {
  const { findModule } = options;
  const migrated = edits.length === 0 ? source : applyToSource(source, edits);
  const shift = createShift(edits);
  const run = (of: Source, at: PyTree, sdk: 'v1' | 'v2', back?: (offset: number) => number): ProgramJobs =>
    findJobs(
      of,
      at,
      {
        ...options,
        settings: { ...options.settings, sdk },
        back,
        load: findModule && moduleLoader(findModule, parsers[sdk]),
      },
      source,
    );
  const after =
    edits.length === 0 ? tree : (migratedTree ?? reparsePython(tree, migrated.text, migrated.chunks, edits));
  const v1 = wantsV1 ? run(source, tree, 'v1') : undefined;
  // Code that needs no change is code for v1 as well, unless v1 refuses it.
  const isForV1 = edits.length > 0 || v1?.refusals.every(({ isFromSdk }) => !isFromSdk) === true;
  return { v1: isForV1 ? v1 : undefined, v2: run(migrated, after, 'v2', shift.back) };
}

/** Puts what v1 would have sent beside what the migrated program sends. */
export function compareJobs(
  source: Source,
  v1: ProgramJobs,
  v2: ProgramJobs,
  options: JobOptions,
): Comparison<SentJob>[] {
  const explain = createExplain({
    text: source.text,
    stamp: timestamp(createWorld(options.settings)),
    requests: v1.jobs,
  });
  return compareRequests(v1.jobs, v2.jobs, explain, { v1: missesMore(v1, v2), v2: missesMore(v2, v1) });
}

function missesMore(one: ProgramJobs, other: ProgramJobs): boolean {
  return one.missed.size > other.missed.size || (one.stoppedAt !== undefined && other.stoppedAt === undefined);
}

function reportJob(job: SentJob, place: JobPlace, comparison: Comparison<SentJob> | undefined): ReportedJob {
  const { operation, request, condition = null, violations } = job;
  return {
    ...place,
    operation,
    request,
    condition,
    unknown: unknownFields(request),
    violations: violations.map(({ grade, path, message }) => ({ grade, path, message, line: place.line })),
    ...(comparison === undefined
      ? {}
      : {
          comparison: {
            verdict: comparison.verdict,
            v1: comparison.v1?.request ?? null,
            differences: comparison.differences,
          },
        }),
  };
}

/** A request that only the v1 program sends. */
function lostJob({ v1, verdict, differences }: Comparison<SentJob>, place: JobPlace): ReportedJob {
  return {
    ...place,
    operation: v1?.operation ?? null,
    request: null,
    condition: v1?.condition ?? null,
    unknown: [],
    violations: [],
    comparison: { verdict, v1: v1?.request ?? null, differences },
  };
}
