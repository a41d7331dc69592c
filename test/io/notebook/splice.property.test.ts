import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TextEdit } from '../../../src/edits/edit.js';
import { parseDocument } from '../../../src/io/document.js';

/** A code cell's `source` in some JSON spelling. */
interface Spelled {
  /** Raw JSON. */
  readonly raw: string;
  /** Decoded strings of the list, or the one string. */
  readonly strings: readonly string[];
  /** Raw literals, one a string. */
  readonly literals: readonly string[];
}

/** A character and the ways in which JSON may write it. */
const unit = fc.constantFrom(
  ['a', 'a', '\\u0061'],
  ['x', 'x', 'x'],
  [' ', ' ', '\\u0020'],
  ['"', '\\"', '\\u0022'],
  ['\\', '\\\\', '\\u005C'],
  ['/', '/', '\\/'],
  ['\t', '\\t', '\\u0009'],
  ['é', 'é', '\\u00e9'],
  ['😀', '😀', '\\ud83d\\uDE00'],
  ['\n', '\\n', '\\u000a'],
);
const string = (ending: readonly string[]) =>
  fc.array(fc.tuple(unit, fc.boolean()), { maxLength: 8 }).map((units) => {
    const all = [...units.map(([[text, plain, escaped], isPlain]) => [text, isPlain ? plain : escaped]), ending];
    return { text: all.map(([text]) => text).join(''), raw: `"${all.map(([, raw]) => raw).join('')}"` };
  });
const space = fc.constantFrom('', ' ', '\n    ', '\r\n\t');
const list = fc
  .tuple(fc.array(fc.oneof(string(['\n', '\\n']), string(['', ''])), { maxLength: 6 }), space, space, space)
  .map(
    ([items, a, b, c]): Spelled => ({
      raw: `[${a}${items.map((item) => item.raw).join(`${b},${c}`)}${a}]`,
      strings: items.map((item) => item.text),
      literals: items.map((item) => item.raw),
    }),
  );
const single = string(['', '']).map(({ text, raw }): Spelled => ({ raw, strings: [text], literals: [raw] }));

/** Cuts, in pairs, and what replaces the text between a pair. */
const cuts = fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.constantFrom('', 'q', 'q\n', '\n', 'ü"\\\nr', '😀')), {
  maxLength: 3,
});

/** An edit never cuts a character of two UTF-16 units. */
function atCharacter(text: string, offset: number): number {
  const at = Math.min(offset, text.length);
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;
}

function asEdits(wanted: readonly (readonly [number, number, string])[], text: string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const [start, size, inserted] of wanted.toSorted((a, b) => a[0] - b[0])) {
    const from = Math.max(atCharacter(text, start), edits.at(-1)?.end ?? 0);
    edits.push({ start: from, end: atCharacter(text, from + (size % 9)), text: inserted });
  }
  return edits;
}

it('gives the edited cells and leaves every other byte', async () => {
  const cell = fc.record({ source: fc.oneof(list, single), cuts });
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 4 }), fc.boolean(), async (cells, hasBom) => {
      const gap = (i: number) =>
        `${i === 0 ? '{"cells": [' : '},'}\n{ "cell_type":"code" , "id" : "gap-${i} é", "source":`;
      const end = '}], "metadata": {"end": "\\u00e9"}}\n';
      const json = cells.map(({ source }, i) => gap(i) + source.raw).join('') + end;
      const bytes = Buffer.from((hasBom ? '\ufeff' : '') + json);
      const document = parseDocument(bytes, 'a.ipynb');
      const [program] = document.sources;
      if (program === undefined) throw new Error('no source');
      expect(program.newline).toBe('\n');
      const edits = cells.map(({ source, cuts }) => asEdits(cuts, source.strings.join('')));
      const shifted = edits.flatMap((some, i) => {
        const base = program.chunks[i]?.start ?? 0;
        return some.map((edit) => ({ ...edit, start: edit.start + base, end: edit.end + base }));
      });
      let rest = Buffer.from(await document.splice([shifted])).toString();
      if (hasBom) {
        expect(rest.startsWith('\ufeff')).toBe(true);
        rest = rest.slice(1);
      }
      cells.forEach(({ source }, i) => {
        expect(rest.startsWith(gap(i))).toBe(true);
        const next = i + 1 < cells.length ? gap(i + 1) : end;
        const raw = rest.slice(gap(i).length, rest.indexOf(next));
        rest = rest.slice(rest.indexOf(next));
        const before = source.strings.join('');
        let expected = before;
        for (const edit of (edits[i] ?? []).toReversed()) {
          expected = expected.slice(0, edit.start) + edit.text + expected.slice(edit.end);
        }
        expect([JSON.parse(raw)].flat().join('')).toBe(expected);
        if (edits[i]?.length === 0) expect(raw).toBe(source.raw);
        let start = 0;
        source.strings.forEach((text, k) => {
          const stop = start + text.length;
          const isTouched = edits[i]?.some((edit) => edit.start <= stop && edit.end >= start);
          if (!isTouched) expect(raw).toContain(source.literals[k]);
          start = stop;
        });
      });
      expect(rest).toBe(end);
    }),
    { numRuns: 1000 },
  );
});
