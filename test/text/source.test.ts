import { describe, expect, it } from 'vitest';
import { createLocator, dominantNewline, pythonSource } from '../../src/text/source.js';
import { applyEdits, createShift } from '../../src/text/text-edit.js';
import { contains, overlaps } from '../../src/text/text-range.js';

describe('places', () => {
  it('count lines and columns from 1, columns in UTF-16 code units', () => {
    const text = 'ab\n😀c\r\n\nd';
    const locate = createLocator(pythonSource('a.py', text));
    expect([0, 2, 3, 6, 8, 9].map(locate).map(({ line, column }) => `${line}:${column}`)).toEqual([
      '1:1',
      '1:3',
      '2:1',
      '2:4',
      '3:1',
      '4:1',
    ]);
    expect(locate(text.length)).toEqual({ cell: null, line: 4, column: 2 });
  });

  it('count from the start of the cell, and of the file that a cell writes', () => {
    const text = 'a\nb\nc\nd';
    const source = {
      ...pythonSource('a.ipynb', text),
      chunks: [
        { start: 0, end: 1, cell: 0 },
        { start: 2, end: 5, cell: 3 },
        { start: 6, end: 7, cell: 4, lineOffset: 1 },
      ],
    };
    expect([0, 2, 4, 6].map(createLocator(source))).toEqual([
      { cell: 0, line: 1, column: 1 },
      { cell: 3, line: 1, column: 1 },
      { cell: 3, line: 2, column: 1 },
      { cell: 4, line: 2, column: 1 },
    ]);
  });
});

it.each([
  ['', '\n'],
  ['a', '\n'],
  ['a\nb\n', '\n'],
  ['a\r\nb\r\n', '\r\n'],
  ['a\r\nb\r\nc\n', '\r\n'],
  ['a\r\nb\nc\n', '\n'],
  ['a\r\nb\n', '\n'],
])('the line end of %j', (text, newline) => {
  expect(dominantNewline(text)).toBe(newline);
});

describe('edits', () => {
  const edits = [
    { start: 1, end: 2, text: 'XYZ' },
    { start: 4, end: 4, text: '+' },
    { start: 5, end: 7, text: '' },
  ];

  it('apply', () => {
    expect(applyEdits('abcdefgh', edits)).toBe('aXYZcd+eh');
    expect(applyEdits('abc', [])).toBe('abc');
  });

  it('shift what stands behind them', () => {
    const { forward, forwardStart, back } = createShift(edits);
    expect([0, 2, 3, 4, 7].map(forward)).toEqual([0, 4, 5, 7, 8]);
    // Before or behind what is inserted at the very place.
    expect([forwardStart(4), forward(4)]).toEqual([6, 7]);
    expect([0, 1, 3, 4, 6, 7, 8].map(back)).toEqual([0, 1, 1, 2, 4, 4, 7]);
  });
});

it('ranges', () => {
  const outer = { start: 2, end: 6 };
  expect([
    contains(outer, outer),
    contains(outer, { start: 2, end: 2 }),
    contains(outer, { start: 5, end: 7 }),
  ]).toEqual([true, true, false]);
  expect([
    overlaps(outer, { start: 6, end: 8 }),
    overlaps(outer, { start: 5, end: 8 }),
    overlaps(outer, { start: 4, end: 4 }),
    overlaps(outer, { start: 2, end: 2 }),
  ]).toEqual([false, true, true, false]);
});
