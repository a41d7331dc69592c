import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../../../src/edits/edit.js';
import { type Document, parseDocument } from '../../../src/io/document.js';
import { InputError } from '../../../src/io/errors.js';
import { createLocator } from '../../../src/text/source.js';

const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/notebooks/${name}`, import.meta.url));
const parse = (json: string) => parseDocument(Buffer.from(json), 'a.ipynb');
const python = { kernelspec: { language: 'python', name: 'python3' } };
const notebook = (cells: unknown[], metadata: unknown = python) =>
  JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 2 }, null, 1);
const code = (source: unknown) => ({ cell_type: 'code', metadata: {}, outputs: [], source });

/** An edit of the `nth` program: `find` becomes `text`. */
function replace(document: Document, find: string, text: string, nth = 0): TextEdit {
  const start = document.sources[nth]?.original.indexOf(find) ?? -1;
  if (start < 0) throw new Error(`no ${find}`);
  return { start, end: start + find.length, text };
}

async function edited(json: string, ...pairs: (readonly [find: string, text: string])[]): Promise<string> {
  const document = parse(json);
  const edits = pairs.map(([find, text]) => replace(document, find, text)).sort((a, b) => a.start - b.start);
  return Buffer.from(await document.splice([edits])).toString();
}

function problem(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error('nothing thrown');
}

describe('reading', () => {
  it('joins the code cells and keeps their index among all cells', () => {
    const [source] = parse(
      notebook([code('a = 1'), { cell_type: 'markdown', source: '!x' }, code(['!ls\n', 'b'])]),
    ).sources;
    expect(source?.original).toBe('a = 1\n!ls\nb');
    expect(source?.text).toBe('a = 1\n   \nb');
    expect(source?.chunks).toEqual([
      { start: 0, end: 5, cell: 0 },
      { start: 6, end: 11, cell: 2 },
    ]);
    expect(source?.magics).toEqual([{ kind: 'shell', start: 6, end: 9 }]);
  });

  it('reads nbformat 3, all worksheets', () => {
    const [source] = parseDocument(fixture('nbformat-3.ipynb'), 'a.ipynb').sources;
    expect(source?.chunks.map((chunk) => chunk.cell)).toEqual([1, 2]);
    expect(source?.original).toMatch(/^import sagemaker\nprint "ready"\nest = .*\)$/);
  });

  it('reads NaN, doubled keys, missing and empty sources', () => {
    const [source] = parseDocument(fixture('odd-json.ipynb'), 'a.ipynb').sources;
    expect(source?.chunks.map((chunk) => chunk.cell)).toEqual([1, 2, 3, 5]);
    expect(source?.original).toBe(
      '# été/\tA\nest = Estimator(train_instance_count=1)\nest.fit()\n\n\none = 1\ntwo = "é"\n',
    );
  });

  it('makes a program of its own of a %%writefile cell', () => {
    const { sources } = parseDocument(fixture('writefile.ipynb'), 'a.ipynb');
    expect(sources).toHaveLength(2);
    expect(sources[1]?.original).toMatch(/^from sagemaker\.session import s3_input\n.*'%d' % 1\)$/s);
    expect(sources[1]?.text).toBe(sources[1]?.original);
    expect(sources[0]?.text).not.toContain('s3_input\n');
    const place = sources[1] && createLocator(sources[1])(sources[1].original.indexOf('print'));
    expect(place).toEqual({ cell: 1, line: 4, column: 5 });
  });

  it.each([
    [{ kernelspec: { name: 'ir', language: 'R' } }, 'R'],
    [{ language_info: { name: 'scala' } }, 'scala'],
    [{ kernelspec: { name: 'julia-1.6' } }, 'Julia'],
  ])('skips %j', (metadata, language) => {
    const document = parse(notebook([code('x <- 1')], metadata));
    expect(document.sources).toEqual([]);
    expect(document.skipped).toContain(language);
  });

  it.each([{}, { kernelspec: { name: 'conda_python3' } }, { language_info: { name: 'pyspark' } }, null])(
    'reads as Python %j',
    (metadata) => expect(parse(notebook([code('x')], metadata)).skipped).toBeNull(),
  );

  it.each([
    ['{"cells": [\n  1,\n]}', 'a.ipynb, line 3: is not valid JSON'],
    ['{"cells": [],\n<<<<<<< HEAD\n "metadata": {}}', 'a.ipynb, line 2: is not valid JSON'],
    ['{"cells": [\n"a', 'a.ipynb, line 2: is not valid JSON'],
    ['{"cells": [],\n"a": nan}', 'a.ipynb, line 2: is not valid JSON'],
    ['{"cells": NaN,\n\n"a": "\t"}', 'a.ipynb, line 3: is not valid JSON'],
    ['{"cells": []}\n}', 'a.ipynb, line 2: is not valid JSON'],
    ['', 'a.ipynb, line 1: is empty'],
    ['{"a": 1}', 'a.ipynb: is JSON but no Jupyter notebook'],
    ['[]', 'a.ipynb: is JSON but no Jupyter notebook'],
    ['{"cells": [3]}', 'a.ipynb, cell 0: is not a JSON object'],
    [notebook([code('x'), code([1])]), 'a.ipynb, cell 1: its source is neither'],
  ])('refuses %j', (json, message) => {
    expect(problem(() => parse(json))).toContain(message);
    expect(problem(() => parse(json))).not.toContain('\n');
  });

  it('refuses what is not UTF-8', () => {
    const bytes = Buffer.from(notebook([code('é')]), 'latin1');
    expect(problem(() => parseDocument(bytes, 'a.ipynb'))).toContain('is not UTF-8');
  });
});

describe('writing', () => {
  const lines = notebook([code(['import a\n', 'x = f(1)\n', 'y = 2'])]);

  it('changes one string for a change in one line', async () => {
    expect(await edited(lines, ['f(1)', 'g("q")'])).toBe(lines.replace('f(1)', 'g(\\"q\\")'));
  });

  it('adds lines as elements like their neighbours', async () => {
    expect(await edited(lines, ['x = ', 'import b\nx = '])).toBe(
      lines.replace('    "x = ', '    "import b\\n",\n    "x = '),
    );
    expect(await edited(lines, ['(1)', '(\n  1)'])).toBe(lines.replace('f(1)\\n",', 'f(\\n",\n    "  1)\\n",'));
    expect(await edited(lines, ['y = 2', 'y = 2\nz'])).toBe(lines.replace('"y = 2"', '"y = 2\\n",\n    "z"'));
  });

  it('adds a line to a cell of one line', async () => {
    const one = notebook([code(['x'])]);
    expect(await edited(one, ['x', 'a\nx'])).toBe(one.replace('"x"', '"a\\n",\n    "x"'));
    expect(await edited('{"cells":[{"cell_type":"code","source":["x"]}]}', ['x', 'a\nx'])).toBe(
      '{"cells":[{"cell_type":"code","source":["a\\n", "x"]}]}',
    );
  });

  it('removes elements with their separators', async () => {
    expect(await edited(lines, ['import a\n', ''])).toBe(lines.replace('"import a\\n",\n    ', ''));
    expect(await edited(lines, ['x = f(1)\n', ''])).toBe(lines.replace('"x = f(1)\\n",\n    ', ''));
    expect(await edited(lines, ['\ny = 2', ''])).toBe(lines.replace('\\n",\n    "y = 2"', '"'));
    expect(await edited(lines, ['import a\nx = f(1)\ny = 2', ''])).toMatch(/"source": \[\]\n/);
  });

  it('joins lines', async () => {
    expect(await edited(lines, ['f(1)\ny = 2', 'f(2)'])).toBe(lines.replace('f(1)\\n",\n    "y = 2"', 'f(2)"'));
    expect(await edited(lines, ['a\nx = f', 'b; f'])).toBe(lines.replace('a\\n",\n    "x = f', 'b; f'));
  });

  it('edits a source that is one string, or one element with several lines, in place', async () => {
    const text = notebook([code('a = 1\nb = 2\n'), code(['c = 1\nd = 2\n'])]);
    expect(await edited(text, ['b', 'x\nb'], ['d', 'y\nd'])).toBe(
      text.replace('b =', 'x\\nb =').replace('d =', 'y\\nd ='),
    );
  });

  it('keeps every escape, space, doubled key and NaN outside the change', async () => {
    const before = fixture('odd-json.ipynb').toString();
    expect(await edited(before, ['train_instance_count', 'instance_count'], ['A\n', 'ü😀\n'], ['two', 'zwei'])).toBe(
      before
        .replace('train_instance_count', 'instance_count')
        .replace('\\u0041', '\\u00fc\\ud83d\\ude00')
        .replace('two = ', 'zwei = '),
    );
  });

  it('writes characters beyond ASCII as the file does', async () => {
    const raw = notebook([code(['x = "é"'])]);
    expect(await edited(raw, ['x', 'ü'])).toBe(raw.replace('x', 'ü'));
  });

  it('keeps byte order mark and CRLF of the JSON, and writes CRLF where the cell has it', async () => {
    const json = `\ufeff${notebook([code(['a = 1\r\n', 'b = 2\r\n'])]).replaceAll('\n', '\r\n')}\r\n`;
    expect(await edited(json, ['b', 'x\nb'])).toBe(json.replace('"b', '"x\\r\\n",\r\n    "b'));
  });

  it('edits nbformat 3', async () => {
    const before = fixture('nbformat-3.ipynb').toString();
    expect(await edited(before, ['ready', 'set'], ['image_name', 'image_uri'])).toBe(
      before.replace('ready', 'set').replace('image_name', 'image_uri'),
    );
  });

  it('edits a %%writefile program beside the main one', async () => {
    const before = fixture('writefile.ipynb');
    const document = parseDocument(before, 'a.ipynb');
    const edits = [
      [replace(document, "sagemaker.s3_input('", "TrainingInput('")],
      [replace(document, 'sagemaker.session import s3_input', 'sagemaker.inputs import TrainingInput', 1)],
    ];
    expect(Buffer.from(await document.splice(edits)).toString()).toBe(
      before
        .toString()
        .replace("sagemaker.s3_input('", "TrainingInput('")
        .replace('sagemaker.session import s3_input', 'sagemaker.inputs import TrainingInput'),
    );
    expect(document.parts(edits).map((part) => part.cell)).toEqual([1, 2]);
    expect(document.parts(edits)[0]?.after).toMatch(/^%%writefile train\.py\nfrom sagemaker\.inputs/);
  });

  it('refuses edits over a border of cells, and overlapping ones', async () => {
    const document = parse(notebook([code('a'), code('b')]));
    await expect(document.splice([[{ start: 0, end: 2, text: '' }]])).rejects.toThrow('inside one cell');
    const twice = { start: 0, end: 1, text: 'x' };
    await expect(document.splice([[twice, twice]])).rejects.toThrow('overlaps');
  });

  it('works below outputs nested 100,000 deep', async () => {
    const deep = `{"cells":[{"outputs":${'['.repeat(1e5)}${']'.repeat(1e5)},"cell_type":"code","source":["x"]}]}`;
    expect(await edited(deep, ['x', 'y'])).toBe(deep.replace('"x"', '"y"'));
  });
});
