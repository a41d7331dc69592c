import fc from 'fast-check';
import { test } from 'vitest';
import { check, make, recipes } from '../scripts/fuzz/cases.js';
import { loadOriginals } from '../scripts/fuzz/programs.js';

// A share of `npm run fuzz`, the same one each time.
test('no mutated program breaks the engine or a file', { timeout: 60_000 }, async () => {
  const originals = loadOriginals();
  const property = fc.asyncProperty(recipes, (recipe) => check(recipe, make(recipe, originals)));
  await fc.assert(property, { numRuns: 400, seed: 2257 });
});
