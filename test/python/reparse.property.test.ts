import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parsePython, reparsePython } from '../../src/python/parser.js';
import type { Chunk } from '../../src/text/source.js';
import { applyEdits, createShift, type TextEdit } from '../../src/text/text-edit.js';
import { outline } from '../support/parse.js';

const PROGRAMS = [
  `# -*- coding: utf-8 -*-
"""Trains a model."""
import os  # first

import sagemaker
from sagemaker.estimator import Estimator

# the role
role = 'arn'  # of mine
if role:
    est = Estimator(
        role,
        # how many
        train_instance_count=1,  # one
    )
else:
    est = None
est.fit(x); est.deploy(1, 'x')
# the end
`,
  `class A(B):
    """Doc"""
    @property
    def f(self):
        return self.x  # here


    # between
    def g(self, a, *b, **c):
        try:
            return a + \\
                b
        except E:
            pass

@decorated
def h(): pass
x = """a
# no comment
b"""
`,
  'a = 1\r\nif a:\r\n    b = 2 # c\r\n\r\nc = [\r\n1,\r\n]\r\n',
  'x = 1',
  '# only a comment\n',
];

const scraps = [
  '',
  ' ',
  '\n',
  '    ',
  'x',
  '1',
  '=',
  '(',
  ')',
  ',',
  ':',
  '#',
  '"',
  "'''",
  '\\',
  ';',
  '# c\n',
  'y = 1\n',
  'if x:\n',
  'pass',
  '.a',
  '\r\n',
  ' \\\n',
  '@',
  'else:\n',
];

/** Sorted edits that do not overlap. */
function editsOf(text: string): fc.Arbitrary<TextEdit[]> {
  const one = fc.record({
    at: fc.nat(text.length),
    length: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, fc.nat(30)),
    text: fc.constantFrom(...scraps),
  });
  return fc.array(one, { minLength: 1, maxLength: 4 }).map((list) => {
    const edits: TextEdit[] = [];
    let last = -1;
    for (const { at, length, text: scrap } of list.sort((a, b) => a.at - b.at)) {
      if (at <= last) continue;
      last = Math.min(text.length, at + length);
      edits.push({ start: at, end: last, text: scrap });
    }
    return edits;
  });
}

function expectSame(text: string, chunks: readonly Chunk[], edits: readonly TextEdit[]): void {
  const after = applyEdits(text, edits);
  const shift = createShift(edits);
  const moved = chunks.map((chunk) => ({
    ...chunk,
    start: shift.forwardStart(chunk.start),
    end: shift.forward(chunk.end),
  }));
  const again = reparsePython(parsePython(text, chunks), after, moved, edits);
  const full = parsePython(after, moved);
  expect(outline(again)).toBe(outline(full));
  expect(again.broken).toEqual(full.broken);
  expect(again.comments).toEqual(full.comments);
}

it.each(PROGRAMS)('parsing again gives the tree of a full parse: %j', (text) => {
  fc.assert(
    fc.property(editsOf(text), (edits) => expectSame(text, [{ start: 0, end: text.length, cell: null }], edits)),
    { numRuns: 200, seed: 7 },
  );
});

it('parsing again gives the trees of a full parse in a notebook', () => {
  const cells = [
    'import a  # one\nb = 1',
    '',
    '# two\nc = f(\n  x)\n',
    'x = # fill in\nprint "x"\ny = 1',
    'if c:\n    d = 1 # three',
  ];
  const text = cells.join('\n');
  let start = 0;
  const chunks = cells.map((code, cell) => {
    const chunk = { start, end: start + code.length, cell };
    start = chunk.end + 1;
    return chunk;
  });
  // Edits stay inside the cells: what stands between them belongs to none.
  const inside = editsOf(text).map((edits) =>
    edits.filter((edit) => chunks.some((chunk) => chunk.start <= edit.start && edit.end <= chunk.end)),
  );
  fc.assert(
    fc.property(inside, (edits) => expectSame(text, chunks, edits)),
    { numRuns: 200, seed: 7 },
  );
});

it('keeps the comments of statements that did not change', () => {
  const text = 'a = 1  # one\n# two\nb = f(  # three\n  x)\nc = 3\n';
  const edits = [{ start: text.indexOf('3\n'), end: text.indexOf('3\n') + 1, text: '30' }];
  const after = applyEdits(text, edits);
  const tree = reparsePython(
    parsePython(text, [{ start: 0, end: text.length, cell: null }]),
    after,
    [{ start: 0, end: after.length, cell: null }],
    edits,
  );
  expect(tree.comments.map((range) => after.slice(range.start, range.end))).toEqual(['# one', '# two', '# three']);
});

it.each([
  ['an open bracket', 'f(', '1'],
  ['nothing to assign', '', '1'],
  ['half a chain', 'a.', '1'],
  ['an open string', "'", '1'],
])('says where the new text does not parse: %s', (_, text, old) => {
  const code = `a = 0  # zero\nb = ${old}\nc = 2\n`;
  const start = code.indexOf(`${old}\nc`);
  const edits = [{ start, end: start + old.length, text }];
  const after = applyEdits(code, edits);
  const tree = reparsePython(
    parsePython(code, [{ start: 0, end: code.length, cell: null }]),
    after,
    [{ start: 0, end: after.length, cell: null }],
    edits,
  );
  expect(tree.broken.map((range) => after.slice(range.start, range.end))).toEqual([`b = ${text}`]);
});

it('reads statements of one line again together', () => {
  const code = 'if a:\n    b = 1\nelse:\n    c = 1\nd(); e()\n';
  const start = code.indexOf('\nd()');
  // Without the line end, what follows on the line belongs to the block.
  const edits = [{ start, end: start + 1, text: '; ' }];
  expectSame(code, [{ start: 0, end: code.length, cell: null }], edits);
});
