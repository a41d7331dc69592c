import { PythonError } from '../../data/errors.js';
import type { Data } from '../../data/value.js';
import type { PyNode, PyTree } from '../../python/node.js';
import { v1, v2 } from '../../sdk/tables.js';
import { createLocator, type Source } from '../../text/source.js';
import type { Host } from './host.js';
import { OutOfSteps, Run, type Surroundings } from './state.js';
import { runStatement } from './statements.js';

/** An error that nothing in the program caught, and the innermost place of the program that raised it. */
export interface Uncaught {
  readonly error: PythonError;
  readonly node: PyNode;
  /** Whether the SDK raised it, as against the program itself or Python. */
  readonly isFromSdk: boolean;
}

/** How a run of a program ended. */
export interface RunOutcome {
  /** Names of the module, with their last values. */
  readonly globals: ReadonlyMap<string, Data>;
  readonly errors: readonly Uncaught[];
  /** Calls that may start jobs, on objects of which nothing is known, with the reason. */
  readonly missed: ReadonlyMap<PyNode, string>;
  /** The statement at which the evaluation was given up, because the program is too long a computation. */
  readonly stoppedAt: PyNode | undefined;
  /** Where the program ended itself (`sys.exit()`). */
  readonly exitedAt?: PyNode;
}

/** How places of the program are told: in which text, and where an offset of the tree is in it. */
export interface PlaceTeller {
  readonly source: Source;
  readonly back: (offset: number) => number;
}

/**
 * Runs a program as Python would, on values that may be unknown: one path through what is known, both arms of what is not.
 * An error of the SDK that nothing catches ends a file, and in a notebook the cell. Behind one of the program itself the run goes
 * on, for it may rest on something that the machine would have (a file, a package).
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
    return cell === null ? `line ${line}` : `cell ${cell}, line ${line}`;
  };
  const host = makeHost(() => run);
  const apis = version === 'v1' ? { sdk: v1, other: v2 } : { sdk: v2, other: v1 };
  const run: Run = new Run(host, apis, surroundings, lineOf);
  const errors: Uncaught[] = [];
  const { missed } = run;
  const globals = run.module.names;
  for (const module of tree.modules) {
    for (const statement of module.children) {
      try {
        runStatement(statement, run.module, run);
      } catch (error) {
        // The evaluator's own mistakes must not cost more than the rest of this program.
        if (error instanceof OutOfSteps || error instanceof RangeError)
          return { globals, errors, missed, stoppedAt: statement };
        if (!(error instanceof PythonError)) throw error;
        if (error.type === 'SystemExit')
          return { globals, errors, missed, stoppedAt: undefined, exitedAt: run.raisedAt.get(error) ?? statement };
        const isFromSdk = run.fromSdk.has(error);
        errors.push({ error, node: run.raisedAt.get(error) ?? statement, isFromSdk });
        run.stack.splice(1);
        run.conditions.length = 0;
        if (!isFromSdk) continue;
        if (tree.modules.length === 1) return { globals, errors, missed, stoppedAt: undefined };
        break;
      }
    }
  }
  return { globals, errors, missed, stoppedAt: undefined };
}
