import { PythonError } from '../../data/errors.js';
import type { PyNode, PyTree } from '../../python/node.js';
import { v1, v2 } from '../../sdk/tables.js';
import { createLocator, type Source } from '../../text/source.js';
import type { Host } from './host.js';
import { OutOfSteps, Run, type Surroundings } from './state.js';
import { runStatement } from './statements.js';

/** How a run of a program ended. */
export interface RunOutcome {
  /** Errors that nothing caught, with the innermost place of the program that raised them. */
  readonly errors: readonly { readonly error: PythonError; readonly node: PyNode }[];
  /** The statement at which the evaluation was given up, because the program is too long a computation. */
  readonly stoppedAt: PyNode | undefined;
}

/** How places of the program are told: in which text, and where an offset of the tree is in it. */
export interface PlaceTeller {
  readonly source: Source;
  readonly back: (offset: number) => number;
}

/**
 * Runs a program as Python would, on values that may be unknown: one path through what is known, both arms of what is not.
 * An error that nothing catches ends a file, and in a notebook the cell.
 *
 * @param makeHost what the SDK does; gets the run to ask where the program is
 */
export function runProgram(
  tree: PyTree,
  version: 'v1' | 'v2',
  surroundings: Surroundings,
  place: PlaceTeller,
  makeHost: (run: () => Run) => Host,
): RunOutcome {
  const locate = createLocator(place.source);
  const lineOf = (node: PyNode): string => {
    const { cell, line } = locate(place.back(node.start));
    return cell === null ? `line ${line}` : `cell ${cell + 1}, line ${line}`;
  };
  const host = makeHost(() => run);
  const apis = version === 'v1' ? { sdk: v1, other: v2 } : { sdk: v2, other: v1 };
  const run: Run = new Run(host, apis, surroundings, lineOf);
  const errors: { error: PythonError; node: PyNode }[] = [];
  for (const module of tree.modules) {
    for (const statement of module.children) {
      try {
        runStatement(statement, run.module, run);
      } catch (error) {
        if (error instanceof OutOfSteps) return { errors, stoppedAt: statement };
        if (!(error instanceof PythonError)) throw error;
        if (error.type === 'SystemExit') return { errors, stoppedAt: undefined };
        errors.push({ error, node: run.raisedAt.get(error) ?? statement });
        break;
      }
    }
    run.stack.splice(1);
    run.conditions.length = 0;
    if (errors.length > 0 && tree.modules.length === 1) break;
  }
  return { errors, stoppedAt: undefined };
}
