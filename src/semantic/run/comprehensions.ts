import { type Data, Dict, List, truthOf, Unknown } from '../../data/value.js';
import type { PyNode } from '../../python/node.js';
import { assign } from './assignments.js';
import { evaluate, setKey } from './expressions.js';
import { iterate } from './items.js';
import { type Run, Scope } from './state.js';

/** Runs the clauses of a comprehension; calls `take` for each turn. @returns a reason when not all turns are known */
function runClauses(node: PyNode, scope: Scope, run: Run, take: (inner: Scope) => void): Unknown | undefined {
  const clauses = node.children.slice(1);
  const inner = new Scope('function', scope);
  if (scope.kind === 'class') for (const [name, value] of scope.names) inner.names.set(name, value);
  const turn = (index: number): Unknown | undefined => {
    const clause = clauses[index];
    if (clause === undefined) {
      take(inner);
      return undefined;
    }
    if (clause.type === 'if_clause') {
      const condition = clause.children[0];
      const truth = condition === undefined ? true : truthOf(evaluate(condition, inner, run));
      if (typeof truth !== 'boolean') return truth;
      return truth ? turn(index + 1) : undefined;
    }
    const [target, source] = clause.children.filter((child) => child.type !== 'async');
    if (target === undefined || source === undefined) return new Unknown('half a comprehension');
    const items = iterate(evaluate(source, inner, run));
    if (items instanceof Unknown) return items;
    for (const item of items) {
      run.step();
      assign(target, item, inner, run);
      const doubt = turn(index + 1);
      if (doubt !== undefined) return doubt;
    }
    return undefined;
  };
  run.stack.push(inner);
  try {
    return turn(0);
  } finally {
    run.stack.pop();
  }
}

/** The value of a list comprehension or generator expression. */
export function comprehend(node: PyNode, scope: Scope, run: Run): Data {
  const [element] = node.children;
  if (element === undefined) return new Unknown('half a comprehension');
  const made = new List();
  const doubt = runClauses(node, scope, run, (inner) => made.items.push(evaluate(element, inner, run)));
  return doubt ?? made;
}

/** The value of a dictionary comprehension. */
export function comprehendDictionary(node: PyNode, scope: Scope, run: Run): Data {
  const [key, value] = node.children[0]?.children ?? [];
  if (key === undefined || value === undefined) return new Unknown('half a comprehension');
  const made = new Dict();
  const doubt = runClauses(node, scope, run, (inner) =>
    setKey(made, evaluate(key, inner, run), evaluate(value, inner, run)),
  );
  if (doubt === undefined) return made;
  const open = new Dict();
  open.open = doubt;
  return open;
}
