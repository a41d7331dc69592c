import type { FileOutcome } from '../engine/outcome.js';
import type { RunContext } from '../io/batch/job.js';
import { planJobs } from '../io/batch/plan.js';
import { kindOfName } from '../io/file-kind.js';
import type { TreeWork } from './host.js';
import { DEPENDENCY_RULES, engineOptions, type Settings } from './settings.js';

/** Rules that find something also in programs that don't use v1. */
const NO_PROOF: ReadonlySet<string> = new Set([
  ...DEPENDENCY_RULES,
  ...['pinned-sdk', 'sagemaker-cli', 'unparsed-code', 'python2-syntax', 'unused-suppression'],
]);

/**
 * The settings, and whether requirements that name no version are limited: they are where code of v1 stands beside
 * them. Looked at before anything is written, over all files of the run and not only those of a shard: so neither the
 * order of the files nor their parts decide.
 */
export async function judgeOpenRequirements(
  files: readonly string[],
  settings: Settings,
  trees: TreeWork,
): Promise<Settings> {
  if (settings.dependencies === false) return settings;
  const requirements = files.filter(
    (path) => kindOfName(path) === 'dependencies' || /(?:^|[/\\])setup\.py$/.test(path),
  );
  if (!(await hasOpenRequirement(requirements, settings, trees))) return settings;
  const code = files.filter((path) => kindOfName(path) !== 'dependencies');
  for await (const outcome of look(code, settings, trees)) {
    if (usesV1(outcome)) return { ...settings, limitsOpen: true };
  }
  return settings;
}

async function hasOpenRequirement(files: readonly string[], settings: Settings, trees: TreeWork): Promise<boolean> {
  if (files.length === 0) return false;
  const [kept, limited] = [
    await count(files, settings, trees),
    await count(files, { ...settings, limitsOpen: true }, trees),
  ];
  return limited > kept;
}

async function count(files: readonly string[], settings: Settings, trees: TreeWork): Promise<number> {
  let found = 0;
  for await (const outcome of look(files, settings, trees)) found += outcome.findings.length;
  return found;
}

function usesV1({ findings }: FileOutcome): boolean {
  return findings.some(({ rule, state }) => /^(?:migrated|assumed|manual)$/.test(state) && !NO_PROOF.has(rule));
}

/** What a run would say of the files; nothing is written. */
function look(files: readonly string[], settings: Settings, trees: TreeWork): AsyncIterable<FileOutcome> {
  const context: RunContext = {
    options: { ...engineOptions(settings), verifyRequests: false },
    write: 'nowhere',
    journal: null,
    outDir: null,
    withTexts: false,
    withDetails: false,
  };
  const sharing = { threads: settings.jobs ?? trees.processors, signal: new AbortController().signal };
  return trees.run(planJobs(files, { cwd: trees.cwd }), context, sharing);
}
