import type { Dice } from './text-mutations.js';

/** Changes the list of a notebook's cell texts. */
export type CellMutation = (cells: readonly string[], dice: Dice) => string[];

/** Changes the JSON text of a notebook. */
export type JsonMutation = (json: string, dice: Dice) => string;

/** Cuts a program into cells at its blank lines. */
export function cellsOf(program: string): string[] {
  return program.split(/\r?\n(?:[ \t]*\r?\n)+/);
}

/** The JSON of a notebook with these code cells, in one of the layouts that tools write. */
export function writeNotebook(cells: readonly string[], dice: Dice): string {
  const asList = dice.of([true, true, true, false]);
  const oldFormat = dice.of([false, false, false, true]);
  const indent = dice.of([1, 1, 2, '\t', 0]);
  const key = oldFormat ? 'input' : 'source';
  const code = cells.map((text) => ({
    cell_type: 'code',
    ...(oldFormat ? { language: 'python', collapsed: false } : { execution_count: null, metadata: {} }),
    outputs: [],
    [key]: asList ? text.split(/(?<=\n)/) : text,
  }));
  const all = [{ cell_type: 'markdown', metadata: {}, source: ['# Title é\n'] }, ...code];
  const notebook = oldFormat
    ? { metadata: { name: '' }, nbformat: 3, nbformat_minor: 0, worksheets: [{ cells: all, metadata: {} }] }
    : { cells: all, metadata: { language_info: { name: 'python' } }, nbformat: 4, nbformat_minor: 2 };
  const json = `${JSON.stringify(notebook, null, indent)}\n`;
  return dice.of([true, false])
    ? json.replaceAll(/[\x80-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : json;
}

/** Every mutation of the cells of a notebook. */
export const cellMutations: readonly CellMutation[] = [
  (cells, dice) => {
    const at = dice.below(cells.length - 1);
    return [...cells.slice(0, at), cells.slice(at, at + 2).join('\n'), ...cells.slice(at + 2)];
  },
  (cells, dice) => {
    const at = dice.below(cells.length);
    const text = cells[at] ?? '';
    const cut = dice.below(text.length);
    return [...cells.slice(0, at), text.slice(0, cut), text.slice(cut), ...cells.slice(at + 1)];
  },
  (cells, dice) => {
    const lines = (cells.join('\n').match(/[^\n]*\n?/g) ?? []).filter((line) => line !== '');
    const cut = dice.below(lines.length);
    return [lines.slice(0, cut).join(''), lines.slice(cut).join('')];
  },
  (cells, dice) => cells.toSpliced(dice.below(cells.length + 1), 0, ''),
  (cells, dice) => cells.toSpliced(dice.below(cells.length), 1),
  (cells) => [...cells, ...cells],
  (cells, dice) => cells.toSpliced(dice.below(cells.length + 1), 0, dice.otherProgram()),
  (cells, dice) => {
    const at = dice.below(cells.length);
    const lines = (cells[at] ?? '').split('\n');
    const line = dice.below(lines.length + 1);
    const indent = /^\s*/.exec(lines[line] ?? '')?.[0] ?? '';
    lines.splice(line, 0, indent + dice.of(MAGIC_LINES));
    return cells.toSpliced(at, 1, lines.join('\n'));
  },
];

const MAGIC_LINES = `
!pip install sagemaker==1.72.0|%%time|%%bash|%%writefile a.py|%%writefile -a b.py|x = !ls|x = %env A|%matplotlib inline|est?
?est.fit|est.fit??|%timeit est.fit(s3_input("x"))|%load_ext a|!echo {est.train_instance_type} \\|, f a b|/f a|%%javascript|!
%%capture out|%%sh -s "$x"|!!ls|%cd ..|est = %time sagemaker.estimator.Estimator(image_name="x")|%%|%`
  .trim()
  .split(/[|\n]/);

const JSON_PIECES = [
  ...'{ } [ ] , : " \\ \\n \\u00e9 \\ud800 \\ud83d\\ude00 \\u0000 null NaN -Infinity true 1e999 {} [[]] \t \0 \ufeff'.split(
    ' ',
  ),
  ...'"cells": []|"source": ["a"]|"source": null|"source": 1|"cell_type": "raw"| |\n|/* */'.split('|'),
];

/** Every mutation of a notebook's JSON text. */
export const jsonMutations: readonly JsonMutation[] = [
  (json, dice) => splice(json, dice.below(json.length), 1, ''),
  (json, dice) => splice(json, dice.below(json.length), 1 + dice.below(40), ''),
  (json, dice) => splice(json, dice.below(json.length), 0, dice.of(JSON_PIECES)),
  (json, dice) => splice(json, dice.below(json.length), 1, dice.of(JSON_PIECES)),
  (json, dice) => json.slice(0, dice.below(json.length)),
  (json) => json.replaceAll('\n', '\r\n'),
  (json) => `\ufeff${json}`,
  (json) => json.replace('"outputs": []', '"outputs": [{"data": {"x": NaN, "y": [Infinity, -Infinity]}}]'),
  (json, dice) => escapeOne(json, dice),
  (json, dice) => json.replace(/"source"|"input"/, dice.of(['"source": [], "source"', '"Source"', '"\\u0073ource"'])),
  (json, dice) => json.replace('"python"', dice.of(['"R"', 'null', '"ipython"', '{}'])),
  (json, dice) => {
    const lines = json.split('\n');
    const at = dice.below(lines.length);
    return dice.of([true, false])
      ? lines.toSpliced(at, 1).join('\n')
      : lines.toSpliced(at, 0, lines[at] ?? '').join('\n');
  },
];

function splice(text: string, at: number, count: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at + count);
}

/** Another spelling of one letter: valid JSON stays valid, its bytes differ from what any serializer writes. */
function escapeOne(json: string, dice: Dice): string {
  const letters = [...json.matchAll(/(?<=[a-z ])[a-z](?=[a-z ])/g)];
  const place = letters[dice.below(letters.length)];
  if (place === undefined) return json;
  return splice(json, place.index, 1, `\\u${place[0].charCodeAt(0).toString(16).padStart(4, '0')}`);
}
