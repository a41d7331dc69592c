import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PythonError } from '../../../src/data/errors.js';
import { Dict, fromPlain, type Plain } from '../../../src/data/value.js';
import { castHyperparameter, serializeHyperparameters } from '../../../src/estimator/jobs/amazon/hyperparameters.js';
import {
  ALGORITHM_HYPERPARAMETERS,
  COMMON_HYPERPARAMETERS,
  type Hyperparameters,
} from '../../../src/sdk/algorithms.js';

/** What SDK 2.257.6 made of each value when it was set to the descriptor: the string that is sent, null, or the exception. */
type Recorded = readonly [algorithm: string, attribute: string, wire: string, readonly (readonly [Plain, unknown])[]];

const recorded = readFileSync(new URL('hyperparameters.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

const tables: Readonly<Record<string, Hyperparameters>> = ALGORITHM_HYPERPARAMETERS;

describe('hyperparameters of Amazon algorithms', () => {
  it('are those of the SDK, by the same names', () => {
    const known = Object.entries(tables).flatMap(([algorithm, own]) =>
      Object.entries<Hyperparameters[string]>({ ...COMMON_HYPERPARAMETERS, ...own }).map(
        ([attribute, { wire = attribute }]) => `${algorithm} ${attribute} ${wire}`,
      ),
    );
    expect(known.sort()).toEqual(
      recorded.map(([algorithm, attribute, wire]) => `${algorithm} ${attribute} ${wire}`).sort(),
    );
  });

  it.each(recorded.map((row) => [`${row[0]}.${row[1]}`, row] as const))('%s takes the same values', (_, row) => {
    const [algorithm, attribute, wire, probes] = row;
    const hyperparameter = { ...COMMON_HYPERPARAMETERS, ...tables[algorithm] }[attribute];
    if (hyperparameter === undefined) throw new Error(`no table for ${attribute}`);
    const made = probes.map(([value]) => [
      value,
      outcome(() => castHyperparameter(hyperparameter, wire, fromPlain(value))),
    ]);
    expect(made).toEqual(probes);
  });
});

/** The string that is sent, null where nothing is, or the exception. */
function outcome(cast: () => ReturnType<typeof castHyperparameter>): unknown {
  try {
    return serializeHyperparameters(new Dict([['it', cast()]])).get('it') ?? null;
  } catch (error) {
    if (error instanceof PythonError) return { error: error.type };
    throw error;
  }
}
