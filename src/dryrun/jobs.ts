import type { PythonError } from '../data/errors.js';
import type { Data } from '../data/value.js';
import { createWorld, type SentRequest, type Settings, type World } from '../estimator/world.js';
import type { PyNode, PyTree } from '../python/node.js';
import { runProgram } from '../semantic/run/index.js';
import type { Run } from '../semantic/run/state.js';
import type { Source } from '../text/source.js';
import { createHost } from './host.js';

/** One request that the program sends. */
export interface SentJob extends SentRequest {
  /** The innermost call of the program that sends it. */
  readonly node: PyNode | undefined;
  /** Why it isn't known whether the request is sent at all; undefined where it is. */
  readonly condition: string | undefined;
}

/** What a program does when it is run. */
export interface ProgramJobs {
  readonly jobs: readonly SentJob[];
  /** What the SDK (or Python) refuses, where nothing in the program catches it. */
  readonly errors: readonly { readonly error: PythonError; readonly node: PyNode }[];
  readonly stoppedAt: PyNode | undefined;
}

/** Runs a program in one SDK's dialect and collects what it sends. */
export function findJobs(
  source: Source,
  tree: PyTree,
  settings: Partial<Settings>,
  given: ReadonlyMap<string, Data> = new Map(),
): ProgramJobs {
  const jobs: SentJob[] = [];
  let current: Run | undefined;
  const world: World = {
    ...createWorld(settings),
    onSend: (request) => jobs.push({ ...request, node: current?.at, condition: current?.conditions.at(-1) }),
  };
  const { now, region, account, role, sdk } = world.settings;
  const outcome = runProgram(source, tree, sdk, { now, region, account, role, given }, (runOf) =>
    createHost(world, () => {
      current = runOf();
      return current;
    }),
  );
  return { jobs, ...outcome };
}
