import { resolve } from 'node:path';
import type { FileOutcome } from '../../engine/outcome.js';
import type { RunContext } from '../../io/batch/job.js';
import { isInShard, planJobs } from '../../io/batch/plan.js';
import type { DiscoverProblem } from '../../io/discover/discover.js';
import { InputError } from '../../io/errors.js';
import type { JournalRun, RunHeader } from '../../io/journal/layout.js';
import { addToSummary, emptySummary, type Summary } from '../../report/summary.js';
import { printableLine } from '../../report/terminal-text.js';
import { type ExitCode, exitCodeOf } from '../exit-code.js';
import type { Host, TreeWork } from '../host.js';
import { planOutDir } from '../out-dir.js';
import { showProgress, wantsProgress } from '../progress.js';
import { createReporter, reportFailure } from '../reporter.js';
import { findUnfinished, openJournal } from '../run-journal.js';
import { engineOptions, isPending, type Settings } from '../settings.js';
import { judgeRequirements } from '../survey.js';
import { discoverOptions, parseShard, perFileIgnores } from '../tree-settings.js';

/** A run over trees and files, before its first file. */
interface Run {
  readonly paths: readonly string[];
  readonly settings: Settings;
  readonly journal: { readonly run: JournalRun; readonly header: RunHeader } | undefined;
  readonly noted: Parameters<typeof planJobs>[1]['noted'];
}

/**
 * Migrates files and the files of folders, in place or into another folder. What is wrong with one file is one line.
 * @throws InputError for what is wrong with the run as a whole: nothing was changed then.
 */
export async function migrateTree(paths: readonly string[], given: Settings, host: Host): Promise<ExitCode> {
  const trees = await host.work.trees();
  const resumed = given.resume === true ? await findUnfinished(paths, given, trees) : undefined;
  const fixed = resumed === undefined ? await fixCommit(given, trees) : { ...given, ...resumed.header.settings };
  const roots = resumed?.header.paths ?? paths;
  await checkCleanness(roots, fixed, trees, host);
  const outDir = await planOutDir(roots, fixed, trees);
  const shard = fixed.shard === undefined ? undefined : parseShard(fixed.shard);
  const { files, problems } = await discover(roots, fixed, outDir?.folder, trees);
  const settings = resumed === undefined ? await judgeRequirements(files, fixed, trees) : fixed;
  const journal = await openJournal(roots, settings, trees, resumed, host);
  const run: Run = { paths: roots, settings, journal, noted: resumed && (await trees.journal.reopen(resumed.run)) };
  const jobs = planJobs(files, {
    cwd: trees.cwd,
    perFileIgnores: perFileIgnores(settings, trees.cwd),
    ...(shard !== undefined && { shard }),
    ...(outDir !== undefined && { outDir }),
    ...(run.noted !== undefined && { noted: run.noted }),
  });
  const folders = await foldersOf(roots, trees);
  return host.interruptible(async (signal) => {
    const context: RunContext = {
      options: engineOptions(settings),
      write: isPending(settings) ? 'nowhere' : outDir === undefined ? 'in-place' : 'out-dir',
      journal: journal?.run ?? null,
      outDir: outDir?.folder ?? null,
      modules: { folders, run: String(host.now()) },
      withTexts: settings.diff === true,
      withDetails: settings.outputFormat === 'html',
    };
    const sharing = { threads: settings.jobs ?? trees.processors, signal };
    const ownProblems = problems.filter(({ path }) => shard === undefined || isInShard(path, shard));
    const total = jobs.length + ownProblems.length;
    const outcomes = interleave(trees.run(jobs, context, sharing), ownProblems, signal);
    const summary = await tell(outcomes, total, settings, host);
    if (signal.aborted && summary.files.total < total) {
      const how = journal === undefined ? '' : '; --resume goes on, undo takes it back';
      host.stderr.write(`interrupted: ${summary.files.total} of ${total} files done${how}\n`);
      return 130;
    }
    if (journal !== undefined) await trees.journal.finish(journal.run, journal.header);
    return exitCodeOf(summary, { check: settings.check === true, dropIn: false });
  });
}

/** The given paths that are folders; absolute. */
async function foldersOf(paths: readonly string[], trees: TreeWork): Promise<string[]> {
  const areFolders = await Promise.all(paths.map(trees.isFolder));
  return paths.filter((_, i) => areFolders[i] === true).map((path) => resolve(trees.cwd, path));
}

/** Reports outcomes as they come, and keeps none of them. */
async function tell(
  outcomes: AsyncIterable<FileOutcome>,
  total: number,
  settings: Settings,
  host: Host,
): Promise<Summary> {
  const progress = wantsProgress(host, settings.quiet === true) ? showProgress(host, total) : undefined;
  const shown = progress?.host ?? host;
  const reporter = await createReporter(settings, shown, false);
  let summary = emptySummary;
  try {
    for await (const outcome of outcomes) {
      reportFailure(outcome, shown);
      await reporter.file(outcome, null);
      summary = addToSummary(summary, outcome);
      progress?.update(summary.files.total);
    }
  } catch (error) {
    reporter.abandon();
    throw error;
  } finally {
    progress?.end();
  }
  await reporter.end(summary);
  return summary;
}

/** Puts what was met and can't be migrated among the outcomes, all in path order. */
async function* interleave(
  outcomes: AsyncIterable<FileOutcome>,
  problems: readonly DiscoverProblem[],
  signal: AbortSignal,
): AsyncGenerator<FileOutcome> {
  const waiting = problems.map((problem): FileOutcome => ({ ...problem, findings: [], parts: [] }));
  for await (const outcome of outcomes) {
    while (waiting[0] !== undefined && waiting[0].path < outcome.path) yield* waiting.splice(0, 1);
    yield outcome;
  }
  if (!signal.aborted) yield* waiting;
}

/** The name of a branch may mean another commit when the run is resumed. */
async function fixCommit(settings: Settings, trees: TreeWork): Promise<Settings> {
  return settings.since === undefined ? settings : { ...settings, since: await trees.resolveCommit(settings.since) };
}

async function discover(paths: readonly string[], settings: Settings, without: string | undefined, trees: TreeWork) {
  const found = await trees.discover(paths, {
    ...discoverOptions(settings, trees.cwd),
    dependencies: settings.dependencies !== false,
    docs: settings.docs === true,
    ...(without !== undefined && { without: [without] }),
  });
  if (settings.since === undefined) return found;
  const changed = await trees.changedSince(settings.since);
  const hasChanged = (path: string): boolean => changed.has(resolve(trees.cwd, path));
  return {
    files: found.files.filter(hasChanged),
    problems: found.problems.filter(({ path, status }) => status === 'failed' || hasChanged(path)),
  };
}

/** A warning is not worth more; milliseconds. */
const GIT_PATIENCE = 20_000;

/** Files given by name are checked only on request: a commit hook's always have changes. */
async function checkCleanness(
  paths: readonly string[],
  settings: Settings,
  trees: TreeWork,
  { stderr }: Host,
): Promise<void> {
  const isAsked = settings.requireClean === true;
  if (settings.outDir !== undefined || (!isAsked && (isPending(settings) || settings.quiet === true))) return;
  const folders = isAsked
    ? paths
    : (await Promise.all(paths.map(trees.isFolder))).flatMap((is, i) => (is ? (paths[i] ?? []) : []));
  if (folders.length === 0 || settings.resume === true) return;
  const count = isAsked
    ? await trees.countUncommitted(folders)
    : await trees.countUncommitted(folders, GIT_PATIENCE).catch(() => undefined);
  const first = printableLine(folders[0] ?? '.');
  if (isAsked && count === undefined)
    throw new InputError('changed', first, 'is in no git repository, so --require-clean refuses');
  if (count === undefined || count === 0) return;
  const what = `${count} ${count === 1 ? 'file has' : 'files have'} changes that are not committed`;
  if (isAsked) throw new InputError('changed', first, `${what}; commit or stash them (--require-clean)`);
  stderr.write(`warning: ${what}: they will be mixed with those of this run (--require-clean refuses)\n`);
}
