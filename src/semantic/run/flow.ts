import { PythonError } from '../../data/errors.js';
import { Tuple, truthOf, Unknown } from '../../data/value.js';
import type { PyNode } from '../../python/node.js';
import { assign } from './assignments.js';
import { joinValues, runEither } from './branches.js';
import { evaluate } from './expressions.js';
import { iterate } from './items.js';
import { matches, matchesItems } from './patterns.js';
import { OutOfSteps, type Run, type Scope } from './state.js';
import { type Outcome, runBlock } from './statements.js';
import { Stream } from './streams.js';

/** Runs what only an unknown condition decides: every arm from the same start, joined behind. */
function runArms(reason: string, arms: readonly (() => Outcome)[], scope: Scope, run: Run): Outcome {
  const ended: Outcome[] = [];
  const raised: PythonError[] = [];
  const goesOn = runEither(
    run,
    reason,
    arms.map((arm) => () => {
      try {
        const outcome = arm();
        if (outcome !== undefined) ended.push(outcome);
        return outcome === undefined;
      } catch (error) {
        if (!(error instanceof PythonError)) throw error;
        raised.push(error);
        return false;
      }
    }),
  );
  const values = ended.flatMap((outcome) => (outcome?.kind === 'return' ? [outcome.value] : []));
  if (goesOn) {
    scope.returned.push(...values);
    if (ended.some((outcome) => outcome?.kind === 'break')) mayBreak.add(scope);
    return undefined;
  }
  const [first, ...others] = values;
  if (first !== undefined) {
    let value = first;
    for (const other of others) value = joinValues(value, other, reason);
    return { kind: 'return', value };
  }
  const [other] = ended;
  if (other !== undefined) return other;
  const [error] = raised;
  if (error !== undefined) throw error;
  return undefined;
}

/** Scopes with a loop that an unknown condition may have ended. */
const mayBreak = new WeakSet<Scope>();

/** Runs an `if` statement: the arm that is known to be taken, or every arm that may be. */
export function runIf(node: PyNode, scope: Scope, run: Run): Outcome {
  const clauses: { condition: PyNode | undefined; body: PyNode | undefined }[] = [];
  const [condition, ...rest] = node.children;
  clauses.push({ condition, body: rest.find((child) => child.type === 'block') });
  for (const child of rest) {
    if (child.type === 'elif_clause') clauses.push({ condition: child.children[0], body: child.children[1] });
    else if (child.type === 'else_clause') clauses.push({ condition: undefined, body: child.children[0] });
  }
  const decide = (index: number): Outcome => {
    const clause = clauses[index];
    if (clause === undefined) return undefined;
    const body = (): Outcome => (clause.body === undefined ? undefined : runBlock(clause.body, scope, run));
    if (clause.condition === undefined) return body();
    const truth = truthOf(evaluate(clause.condition, scope, run));
    if (typeof truth === 'boolean') return truth ? body() : decide(index + 1);
    return runArms(truth.reason, [body, () => decide(index + 1)], scope, run);
  };
  return decide(0);
}

/** Runs a `match` statement: the first case that is known to match, or every one that may. */
export function runMatch(node: PyNode, scope: Scope, run: Run): Outcome {
  const cases = node.children.flatMap((child) => (child.type === 'block' ? child.children : []));
  const subjects = node.children.filter((child) => child.type !== 'block').map((each) => evaluate(each, scope, run));
  const [only] = subjects;
  const subject = subjects.length === 1 && only !== undefined ? only : new Tuple(subjects);
  const decide = (index: number): Outcome => {
    const clause = cases[index];
    if (clause === undefined) return undefined;
    const patterns = clause.children.filter((child) => child.type === 'case_pattern');
    const [pattern] = patterns;
    const isMatch =
      patterns.length === 1 && pattern !== undefined
        ? matches(pattern, subject, scope, run)
        : matchesItems(patterns, subject, scope, run);
    if (isMatch === false) return decide(index + 1);
    const guard = clause.children.find((child) => child.type === 'if_clause')?.children[0];
    const truth = guard === undefined ? true : truthOf(evaluate(guard, scope, run));
    if (truth === false) return decide(index + 1);
    const block = clause.children.find((child) => child.type === 'block');
    const body = (): Outcome => (block === undefined ? undefined : runBlock(block, scope, run));
    if (isMatch === true && truth === true) return body();
    return runArms('the pattern that matches', [body, () => decide(index + 1)], scope, run);
  };
  return decide(0);
}

/** Runs a `for` loop turn by turn. */
export function runFor(node: PyNode, scope: Scope, run: Run): Outcome {
  const [target, source] = node.children;
  const body = node.children.find((child) => child.type === 'block');
  if (target === undefined || source === undefined || body === undefined) return undefined;
  const sequence = evaluate(source, scope, run);
  if (sequence instanceof Stream && sequence.produce !== undefined) return runGenerator(sequence, node, scope, run);
  const items = iterate(sequence);
  const mayRun = (value: Unknown): Outcome =>
    runArms(
      value.reason,
      [
        () => {
          assign(target, new Unknown(`an item of what is ${value.reason}`), scope, run);
          const outcome = runBlock(body, scope, run);
          return outcome?.kind === 'return' ? outcome : undefined;
        },
        () => undefined,
      ],
      scope,
      run,
    );
  if (items instanceof Unknown) return mayRun(items);
  const before = run.sent;
  for (const [turn, item] of [...items].entries()) {
    run.step();
    // A long loop that starts no job makes data: what it leaves is not worth following turn by turn.
    if (turn === MAX_IDLE_TURNS && run.sent === before)
      return mayRun(new Unknown(`what a loop of ${items.length} turns at ${run.placeOf(node)} makes`));
    assign(target, item, scope, run);
    const outcome = runBlock(body, scope, run);
    if (outcome?.kind === 'return') return outcome;
    if (outcome?.kind === 'break') return undefined;
  }
  return runElse(node, scope, run);
}

/** Runs a `for` loop over a generator: its body runs inside the generator, at each `yield`. */
function runGenerator(source: Stream, node: PyNode, scope: Scope, run: Run): Outcome {
  const [target] = node.children;
  const body = node.children.find((child) => child.type === 'block');
  if (target === undefined || body === undefined) return undefined;
  const before = run.sent;
  let ended: Outcome;
  let turn = 0;
  source.each((item) => {
    run.step();
    turn += 1;
    // As with any loop, what many turns without a job make is not worth following.
    if (turn > MAX_TURNS && run.sent === before) throw new OutOfSteps();
    assign(target, item, scope, run);
    const outcome = runBlock(body, scope, run);
    if (outcome?.kind === 'return' || outcome?.kind === 'break') ended = outcome;
    return ended === undefined;
  });
  if (ended?.kind === 'return') return ended;
  return ended === undefined ? runElse(node, scope, run) : undefined;
}

/** Turns of a loop that starts no job. */
const MAX_IDLE_TURNS = 32;

/** Runs the `else` of a loop or a `try`. */
export function runElse(node: PyNode, scope: Scope, run: Run): Outcome {
  const block = node.children.find((child) => child.type === 'else_clause')?.children[0];
  return block === undefined ? undefined : runBlock(block, scope, run);
}

/** Turns of a `while` whose condition stays known. */
const MAX_TURNS = 1000;

/** Runs a `while` loop as long as its condition is known to hold. */
export function runWhile(node: PyNode, scope: Scope, run: Run): Outcome {
  const [condition] = node.children;
  const body = node.children.find((child) => child.type === 'block');
  if (condition === undefined || body === undefined) return undefined;
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const truth = truthOf(evaluate(condition, scope, run));
    if (truth === false) return runElse(node, scope, run);
    mayBreak.delete(scope);
    if (typeof truth !== 'boolean') {
      const once = (): Outcome => {
        const outcome = runBlock(body, scope, run);
        return outcome?.kind === 'return' ? outcome : undefined;
      };
      return runArms(truth.reason, [once, () => undefined], scope, run);
    }
    const outcome = runBlock(body, scope, run);
    if (outcome?.kind === 'return') return outcome;
    if (outcome?.kind === 'break' || mayBreak.has(scope)) return undefined;
  }
  return undefined;
}
