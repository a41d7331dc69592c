import type { PythonError } from '../../../src/data/errors.js';
import { type Data, Unknown } from '../../../src/data/value.js';
import { loadTools, toolsFor } from '../../../src/dryrun/tools.js';
import { parsePython } from '../../../src/python/parser.js';
import type { Host } from '../../../src/semantic/run/host.js';
import { runProgram } from '../../../src/semantic/run/index.js';
import type { Run } from '../../../src/semantic/run/state.js';
import { pythonSource } from '../../../src/text/source.js';

/** What a program left behind: the names of its module, what it sent by itself, and the errors that nothing caught. */
export interface Ran {
  readonly globals: ReadonlyMap<string, Data>;
  readonly sent: readonly { readonly operation: string; readonly condition: string | undefined }[];
  readonly errors: readonly PythonError[];
  readonly hasStopped: boolean;
}

await loadTools('yaml');

/** Runs code with an SDK of which nothing is known. */
export function runCode(code: string, given: Readonly<Record<string, Data>> = {}): Ran {
  const source = pythonSource('test.py', code);
  const sent: { operation: string; condition: string | undefined }[] = [];
  const nothing = (): Data => new Unknown('something of the SDK');
  const makeHost = (run: () => Run): Host => ({
    construct: nothing,
    callFunction: nothing,
    callClassMethod: nothing,
    callMethod: nothing,
    override: () => {},
    hasMethod: () => false,
    getAttribute: () => undefined,
    setAttribute: () => undefined,
    constant: nothing,
    sendDirectly(operation) {
      sent.push({ operation, condition: run().conditions.at(-1) });
      run().sent += 1;
      return null;
    },
  });
  const surroundings = {
    ...{ now: 0, region: 'us-west-2', account: '1', role: 'role' },
    given: new Map(Object.entries(given)),
    tools: toolsFor(code),
  };
  const place = { source, back: (offset: number): number => offset };
  const tree = parsePython(source.text, source.chunks);
  const { globals, errors, stoppedAt } = runProgram(tree, 'v2', surroundings, place, makeHost);
  return { globals, sent, errors: errors.map(({ error }) => error), hasStopped: stoppedAt !== undefined };
}
