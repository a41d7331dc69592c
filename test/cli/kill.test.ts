import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTrees, type Trees, tryOnce } from '../../scripts/kill/trial.js';
import { buildCommand } from '../support/build.js';

// A few moments only; `npm run kill` tries 200.
const work = mkdtempSync(join(tmpdir(), 'kill-'));
let trees: Trees | undefined;

beforeAll(async () => {
  buildCommand();
  const program = readFileSync(new URL('../../scripts/fuzz/seeds/estimators.py', import.meta.url), 'utf8');
  trees = await makeTrees(work, 60, program);
}, 60_000);

afterAll(() => rmSync(work, { recursive: true, force: true }));

test.each([0.1, 0.5, 0.7, 0.85])(
  'killed after %f of its time, a run can be resumed and taken back, byte for byte',
  async (share) => {
    if (trees === undefined) throw new Error('no trees');
    expect(trees.migrated.size).toBe(60);
    await tryOnce(trees, join(work, 'trial'), trees.duration * share);
  },
  60_000,
);
