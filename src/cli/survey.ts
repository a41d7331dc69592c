import type { FileOutcome } from '../engine/outcome.js';
import type { RunContext } from '../io/batch/job.js';
import { planJobs } from '../io/batch/plan.js';
import { kindOfName } from '../io/file-kind.js';
import { holdsRequirements } from '../io/requirements/kinds.js';
import type { TreeWork } from './host.js';
import { DEPENDENCY_RULES, engineOptions, type Settings } from './settings.js';

/** Rules that find something also in programs that don't use v1. */
const NO_PROOF: ReadonlySet<string> = new Set([
  ...DEPENDENCY_RULES,
  ...['pinned-sdk', 'sagemaker-cli', 'unparsed-code', 'python2-syntax', 'unused-suppression'],
]);

/** How code, also in a notebook's JSON, imports SciPy. */
const IMPORTS_SCIPY = /(?:^|["\\]n?)[ \t]*(?:import|from)[ \t]+scipy\b/m;

/**
 * The settings, with what the whole tree says of its requirements. One that names no version is limited where code of
 * v1 stands beside it; SciPy, which came with v1, is required where a requirement moves, code imports it and nothing
 * names it. Looked at before anything is written, over all files of the run and not only those of a shard: so neither
 * the order of the files nor their parts decide.
 */
export async function judgeRequirements(
  files: readonly string[],
  settings: Settings,
  trees: TreeWork,
): Promise<Settings> {
  if (settings.dependencies === false) return settings;
  const isSetup = (path: string): boolean => /(?:^|[/\\])setup\.py$/.test(path);
  const requirements = files.filter((path) => kindOfName(path) === 'dependencies' || isSetup(path));
  if (requirements.length === 0) return settings;
  const code = files.filter((path) => kindOfName(path) !== 'dependencies');
  const pinned = await countRequirements(requirements, settings, trees);
  const all = await countRequirements(requirements, { ...settings, limitsOpen: true }, trees);
  const limitsOpen = all > pinned && (await hasV1Code(code, settings, trees));
  if ((limitsOpen ? all : pinned) === 0) return settings;
  const lists = requirements.filter((path) => holdsRequirements(path) || isSetup(path));
  const withScipy =
    (await trees.anyFileContains(code, IMPORTS_SCIPY)) && !(await trees.anyFileContains(lists, /\bscipy\b/i));
  return { ...settings, limitsOpen, withScipy };
}

/** How many requirements on the SDK would move. */
async function countRequirements(files: readonly string[], settings: Settings, trees: TreeWork): Promise<number> {
  let found = 0;
  for await (const { findings } of look(files, settings, trees)) {
    found += findings.filter(({ rule }) => rule === 'sdk-requirement').length;
  }
  return found;
}

async function hasV1Code(files: readonly string[], settings: Settings, trees: TreeWork): Promise<boolean> {
  for await (const outcome of look(files, settings, trees)) if (usesV1(outcome)) return true;
  return false;
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
