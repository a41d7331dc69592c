import type { ReportedFinding } from '../../src/engine/outcome.js';
import { type Difference, differences } from './differences.js';
import { createExplainer, isLegacyTensorFlow } from './golden-rows.js';
import type { Run } from './oracle.js';

export interface GoldenRequest {
  readonly op: string;
  readonly request: Record<string, unknown>;
}

/** One line of `golden/dev-v1.jsonl`. */
export interface GoldenProgram {
  readonly id: string;
  readonly program: string;
  readonly requests: readonly GoldenRequest[];
  readonly error: { readonly type: string; readonly message: string; readonly line: number } | null;
  /** Names of the other SageMaker calls. */
  readonly others: readonly string[];
  /** What was planted to make the program fail, or null. */
  readonly mistake: string | null;
}

export interface Verdict {
  /** Empty when the program sends the same. */
  readonly problems: readonly string[];
  /** The listed differences that the program needed, by their row in the golden README. */
  readonly rows: ReadonlySet<string>;
}

/** The nine operations that are on record. */
export const RECORDED: ReadonlySet<string> = new Set([
  'CreateTrainingJob',
  'CreateModel',
  'CreateEndpointConfig',
  'CreateEndpoint',
  'CreateTransformJob',
  'CreateHyperParameterTuningJob',
  'CreateProcessingJob',
  'CreateCompilationJob',
  'InvokeEndpoint',
]);

/** The requests of a run as the golden files have them: the debugger's collections are a set in the SDK, so sorted. */
export function sentRequests(run: Run): GoldenRequest[] {
  return (run.calls ?? [])
    .filter((call) => call.invalid === null && RECORDED.has(call.op))
    .map(({ op, request }) => ({ op, request: withSortedCollections(request) }));
}

function withSortedCollections(request: Record<string, unknown>): Record<string, unknown> {
  const hook = request.DebugHookConfig as { CollectionConfigurations?: unknown[] } | undefined;
  if (hook?.CollectionConfigurations === undefined) return request;
  const sorted = hook.CollectionConfigurations.map((c) => JSON.stringify(c)).sort();
  return { ...request, DebugHookConfig: { ...hook, CollectionConfigurations: sorted.map((c) => JSON.parse(c)) } };
}

/**
 * Compares what the migrated program sent on v2 with what the program sent on v1, in order.
 * A program with a planted mistake has to send what it sent on v1 before it failed. It need not fail on v2: some
 * mistakes (unknown keywords, missing hyperparameters) are none there, and a migration does not add errors.
 * @param findings what the migration reported of the program
 */
export function compareGolden(program: GoldenProgram, run: Run, findings: readonly ReportedFinding[]): Verdict {
  const explain = createExplainer(program);
  const rows = new Set<string>();
  const problems: string[] = [];
  const sent = sentRequests(run);
  const recorded = sentRequests({
    calls: program.requests.map((r) => ({ ...r, service: 'sagemaker', invalid: null })),
  });
  for (const [i, want] of recorded.entries()) {
    const have = sent[i];
    if (have?.op !== want.op) {
      problems.push(`request ${i}: ${want.op} on v1, ${have?.op ?? 'nothing'} on v2`);
      break;
    }
    for (const difference of differences(want.request, have.request)) {
      const row = explain(want.op, difference, { want: want.request, have: have.request });
      if (row === undefined) problems.push(`request ${i}: ${want.op} ${describe(difference)}`);
      else rows.add(row);
    }
  }
  if (program.error === null) {
    for (const { op } of sent.slice(recorded.length)) problems.push(`${op} on v2 only`);
    problems.push(...compareOthers(program, run, rows));
  } else if (problems.length === 0 && (run.errors ?? []).length === 0) {
    rows.add('mistake accepted by v2');
  }
  if (run.fatal !== undefined) problems.push(`fatal: ${run.fatal}`);
  if (problems.length > 0) {
    if (isLegacyTensorFlow(program) && findings.some(({ state }) => state === 'manual')) {
      return { problems: [], rows: new Set([...rows, '22 (reported as manual)']) };
    }
    for (const e of run.errors ?? [])
      problems.push(`error on v2, line ${e.line}: ${e.type}: ${e.msg.slice(0, 200)} | ${e.code ?? ''}`);
  }
  return { problems, rows };
}

function compareOthers(program: GoldenProgram, run: Run, rows: Set<string>): string[] {
  const have = (run.calls ?? []).filter((c) => c.invalid === null && !RECORDED.has(c.op)).map((c) => c.op);
  const problems: string[] = [];
  for (const op of program.others) {
    const at = have.indexOf(op);
    if (at < 0) problems.push(`${op} on v1 only`);
    else have.splice(at, 1);
  }
  for (const op of have) {
    if (op === 'DeleteEndpointConfig') rows.add('20');
    else problems.push(`${op} on v2 only`);
  }
  return problems;
}

function describe({ path, was, is }: Difference): string {
  return `${path}: ${JSON.stringify(was) ?? '(absent)'} -> ${JSON.stringify(is) ?? '(absent)'}`;
}
