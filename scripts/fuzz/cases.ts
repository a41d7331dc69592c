import fc from 'fast-check';
import { cellMutations, cellsOf, jsonMutations, writeNotebook } from './notebooks.js';
import type { Originals } from './programs.js';
import { checkBytes, checkText } from './properties.js';
import { createDice, type Dice, textMutations } from './text-mutations.js';

/** One mutation: which, and the numbers that decide its details. */
interface Step {
  readonly mutation: number;
  readonly numbers: readonly number[];
}

/** How an input is made. Fewer steps make a smaller case. */
export interface Recipe {
  readonly kind: 'python' | 'bytes' | 'notebook' | 'json';
  readonly program: number;
  readonly steps: readonly Step[];
  readonly cellSteps: readonly Step[];
  readonly jsonSteps: readonly Step[];
  readonly layout: readonly number[];
}

/** A made input. */
export interface Made {
  readonly path: string;
  readonly text: string;
}

const numbers = fc.array(fc.nat(100_000), { minLength: 6, maxLength: 6 });
const steps = (maxLength: number) => fc.array(fc.record({ mutation: fc.nat(10_000), numbers }), { maxLength });

/** Recipes for inputs, Python and notebooks in about equal shares. */
export const recipes: fc.Arbitrary<Recipe> = fc.record({
  kind: fc.constantFrom('python', 'python', 'python', 'bytes', 'notebook', 'notebook', 'json'),
  program: fc.nat(100_000),
  steps: steps(5),
  cellSteps: steps(3),
  jsonSteps: steps(2),
  layout: numbers,
});

/** Follows a recipe. */
export function make(recipe: Recipe, { programs, notebooks }: Originals): Made {
  const dice = (step: readonly number[]) => createDice(step, programs);
  if (recipe.kind === 'json') {
    const original = notebooks[recipe.program % Math.max(1, notebooks.length)] ?? '{}';
    return { path: 'a.ipynb', text: follow(jsonMutations, recipe.jsonSteps, original, dice) };
  }
  const program = follow(textMutations, recipe.steps, programs[recipe.program % programs.length] ?? '', dice);
  if (recipe.kind !== 'notebook') return { path: 'a.py', text: program };
  const cells = follow(cellMutations, recipe.cellSteps, cellsOf(program), dice);
  const json = writeNotebook(cells, dice(recipe.layout));
  // Most broken JSON is refused at once, so only one notebook in four is damaged.
  const isDamaged = (recipe.layout[0] ?? 0) % 4 === 0;
  return { path: 'a.ipynb', text: isDamaged ? follow(jsonMutations, recipe.jsonSteps, json, dice) : json };
}

function follow<T>(
  mutations: readonly ((value: T, dice: Dice) => T)[],
  steps: readonly Step[],
  start: T,
  dice: (numbers: readonly number[]) => Dice,
): T {
  let value = start;
  for (const step of steps) {
    const mutate = mutations[step.mutation % mutations.length];
    if (mutate !== undefined) value = mutate(value, dice(step.numbers));
  }
  return value;
}

/** Checks everything that must hold of one input; throws `Broken`. */
export async function check(recipe: Recipe, { path, text }: Made): Promise<void> {
  if (recipe.kind === 'bytes') return checkBytes(damage(Buffer.from(text), recipe.layout), path);
  if (path.endsWith('.py')) {
    await checkText(text);
    // A lone surrogate can't be written to a file.
    if (/\p{Surrogate}/u.test(text)) return;
  }
  return checkBytes(Buffer.from(text), path);
}

/** Random bytes, byte order marks and coding lines. */
function damage(bytes: Buffer, [how = 0, at = 0, value = 0]: readonly number[]): Buffer {
  const place = at % (bytes.length + 1);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  const coding = (name: string): Buffer => Buffer.concat([Buffer.from(`# -*- coding: ${name} -*-\n`), bytes]);
  const ways = [
    () => Buffer.concat([before, Buffer.from([value % 256]), after]),
    () => Buffer.concat([before, Buffer.from([value % 256, (value >> 4) % 256, 0xff]), after.subarray(3)]),
    () => Buffer.concat([Buffer.from('\ufeff'), bytes]),
    () => Buffer.from(bytes.toString(), 'utf16le'),
    () => Buffer.from(bytes.toString(), 'latin1'),
    () => coding('latin-1'),
    () => coding('utf-8'),
    () => coding('cp1252'),
    () => coding('ascii'),
    () => coding('shift_jis'),
    () => coding('no-such'),
    () => before,
  ];
  return (ways[how % ways.length] ?? (() => bytes))();
}
