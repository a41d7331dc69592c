import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Where the inputs of the measurements lie; docs/measuring.md says how to obtain each. */
export interface Inputs {
  /** The folder that holds `oracle/`, `golden/` and `spec/`. */
  readonly shared: string;
  /** The folder that holds the package `sagemaker` 1.72.0. */
  readonly sdkV1?: string;
  /** The same of 2.257.6. */
  readonly sdkV2?: string;
  /** A Python with boto3 and the other packages that the oracle imports. */
  readonly python?: string;
  /** The 431 example programs. */
  readonly examples?: string;
  /** A Python that has `sagemaker==2.257.6`, pytest and mock: the Python tool and its tests' needs. */
  readonly toolPython?: string;
  /** A checkout of the SDK at v2.257.6: only its `tests/unit/sagemaker/cli` is read. */
  readonly checkout?: string;
  /** Where results and cached runs go. */
  readonly work: string;
  /**
   * What migrates a folder in place: a script that Node runs as the command of this project would be, `none` (programs
   * stay as they are), or `python-tool`.
   */
  readonly migrator: string;
  /** Run only the programs whose id or path contains this. */
  readonly only?: string;
  /** How many failures are printed in full. */
  readonly show: number;
}

const NAMES = {
  shared: 'shared',
  'sdk-v1': 'sdkV1',
  'sdk-v2': 'sdkV2',
  python: 'python',
  examples: 'examples',
  'tool-python': 'toolPython',
  checkout: 'checkout',
  work: 'work',
  migrator: 'migrator',
  only: 'only',
  show: 'show',
} as const;

/** Reads the command line; `--inputs FILE.json` holds the same names in camel case, options win over it. */
export function readInputs(args: readonly string[]): { command: string; inputs: Inputs } {
  const option = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { inputs: option, ...Object.fromEntries(Object.keys(NAMES).map((name) => [name, option])) },
  });
  const file = typeof values.inputs === 'string' ? values.inputs : process.env.JUDGE_INPUTS;
  const merged: Record<string, unknown> =
    file === undefined ? {} : { ...asRecord(JSON.parse(readFileSync(file, 'utf8'))) };
  for (const [flag, name] of Object.entries(NAMES)) {
    const value: unknown = (values as Record<string, unknown>)[flag];
    if (value !== undefined) merged[name] = value;
  }
  const text = (name: string): string | undefined => {
    const value = merged[name];
    return value === undefined ? undefined : String(value);
  };
  const optional = Object.fromEntries(
    (['sdkV1', 'sdkV2', 'python', 'examples', 'toolPython', 'checkout', 'only'] as const).flatMap((name) => {
      const value = text(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return {
    command: positionals[0] ?? '',
    inputs: {
      shared: text('shared') ?? fileURLToPath(new URL('../../../shared', import.meta.url)),
      work: text('work') ?? fileURLToPath(new URL('../../.judge', import.meta.url)),
      migrator: text('migrator') ?? fileURLToPath(new URL('../../bin/sagemaker-upgrade-v2.js', import.meta.url)),
      show: Number(text('show') ?? 10),
      ...optional,
    },
  };
}

/** Thrown where a measurement cannot run here; says which input is missing. */
export class Skipped extends Error {}

/** The path if it exists; otherwise the measurement is skipped. */
export function need(path: string | undefined, what: string): string {
  if (path === undefined) throw new Skipped(`${what} not given`);
  if (!existsSync(path)) throw new Skipped(`${what} not found: ${path}`);
  return path;
}

/** A parsed JSON object; throws on anything else. */
export function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not a JSON object');
  return value as Record<string, unknown>;
}

/** One JSON value a line. */
export function readJsonLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
