import { validateRequest } from '../aws/validate.js';
import type { Violation } from '../aws/violation.js';
import { PythonError } from '../data/errors.js';
import type { Data } from '../data/value.js';
import { createWorld, type SentRequest, type Settings, type World } from '../estimator/world.js';
import type { PyNode, PyTree } from '../python/node.js';
import type { LoadModule } from '../semantic/modules.js';
import { runProgram } from '../semantic/run/index.js';
import type { Run } from '../semantic/run/state.js';
import type { Source } from '../text/source.js';
import { createHost } from './host.js';
import { toolsFor } from './tools.js';

/** One request that the program sends. */
export interface SentJob extends SentRequest {
  /** The innermost call of the program that sends it. */
  readonly node: PyNode | undefined;
  /** Why it isn't known whether the request is sent at all; undefined where it is. */
  readonly condition: string | undefined;
  readonly violations: readonly Violation[];
}

/** An error that nothing in the program catches: what the SDK or Python refuses. */
export interface Refusal {
  readonly error: PythonError;
  /** The innermost place of the program that raised it. */
  readonly node: PyNode;
  /** The request that was refused before it was sent; undefined where none had been made yet. */
  readonly job: SentJob | undefined;
  /** Whether the SDK refuses, as against the program itself or Python. */
  readonly isFromSdk: boolean;
}

/** What a program does when it is run. */
export interface ProgramJobs {
  readonly jobs: readonly SentJob[];
  readonly refusals: readonly Refusal[];
  /** Calls that may start jobs, on objects of which nothing is known, with the reason. */
  readonly missed: ReadonlyMap<PyNode, string>;
  /** The statement at which the evaluation was given up, because the program is too long a computation. */
  readonly stoppedAt: PyNode | undefined;
  /** Where the program ended itself (`sys.exit()`). */
  readonly exitedAt: PyNode | undefined;
}

/** What a dry run is told of the world outside the program. */
export interface JobOptions {
  readonly settings: Partial<Settings>;
  /** Values of names that the program reads from outside. */
  readonly given: ReadonlyMap<string, Data>;
  /** Finds and parses the modules of the program's project, in the dialect of the SDK at hand. Default: every import is foreign. */
  readonly load?: LoadModule | undefined;
  /** Nodes that following a program may cost. */
  readonly maxSteps?: number | undefined;
  /** Where an offset of the source was in the text that the user has; places in reasons are told by it. */
  readonly back?: ((offset: number) => number) | undefined;
}

/**
 * Runs a program in one SDK's dialect and collects what it sends. As boto3 does, a request that violates its shape on the
 * client's side is refused with an exception at the call that sends it.
 *
 * @param original the text that the user has, where `source` was made from it; places are told in it
 */
export function findJobs(source: Source, tree: PyTree, options: JobOptions, original: Source = source): ProgramJobs {
  const jobs: SentJob[] = [];
  const refused = new Map<PythonError, SentJob>();
  let runAtHand: (() => Run) | undefined;
  const world: World = {
    ...createWorld(options.settings),
    onSend(request, draft) {
      const violations = validateRequest(request.operation, draft);
      const run = runAtHand?.();
      if (run !== undefined) run.sent += 1;
      const condition = run?.conditions.at(-1) ?? request.condition;
      const job: SentJob = { ...request, node: run?.at, condition, violations };
      jobs.push(job);
      if (request.condition !== undefined) return;
      const first = violations.find((violation) => violation.grade === 'client');
      if (first === undefined) return;
      const error = new PythonError('ParamValidationError', `${first.path}: ${first.message}`);
      refused.set(error, job);
      throw error;
    },
    onMiss(reason) {
      const run = runAtHand?.();
      if (run?.at !== undefined) run.missed.set(run.at, reason);
    },
  };
  const { now, region, account, role, sdk } = world.settings;
  const { given, maxSteps, load } = options;
  const surroundings = {
    now,
    region,
    account,
    role,
    given,
    maxSteps,
    load,
    tools: toolsFor(source.text),
    path: original.path,
  };
  const place = { source: original, back: options.back ?? ((offset: number) => offset) };
  const { errors, missed, stoppedAt, exitedAt } = runProgram(tree, sdk, surroundings, place, (run) => {
    runAtHand = run;
    return createHost(world, run);
  });
  const refusals = errors.map((each) => ({ ...each, job: refused.get(each.error) }));
  return { jobs, refusals, missed, stoppedAt, exitedAt };
}
