import { expect, it } from 'vitest';
import { removeStatement } from '../../src/edits/builders.js';
import { mergeFixes } from '../../src/edits/merge.js';
import { type PyNode, walk } from '../../src/python/node.js';
import { isPython, parsePython } from '../../src/python/parser.js';
import { evaluateProgram } from '../../src/semantic/program.js';
import { pythonSource } from '../../src/text/source.js';
import { applyEdits } from '../../src/text/text-edit.js';
import { applyFix } from '../support/edit.js';

const x = 'x.stop()';

it.each([
  ['alone on its line', `a = 1\n${x}\nb = 2\n`, 'a = 1\nb = 2\n'],
  ['the first line', `${x}\nb = 2\n`, 'b = 2\n'],
  ['the last line', `a = 1\n${x}\n`, 'a = 1\n'],
  ['the last line without a line end', `a = 1\n${x}`, 'a = 1'],
  ['the last line with CRLF and no line end', `a = 1\r\n${x}`, 'a = 1'],
  ['CRLF', `a = 1\r\n${x}\r\nb = 2\r\n`, 'a = 1\r\nb = 2\r\n'],
  ['all there is', `${x}\n`, ''],
  ['all there is, without a line end', x, ''],
  ['before a semicolon', `${x}; b = 2\n`, 'b = 2\n'],
  ['after a semicolon', `a = 1; ${x}\n`, 'a = 1\n'],
  ['between semicolons', `a = 1; ${x}; b = 2\n`, 'a = 1; b = 2\n'],
  ['with a semicolon at the end', `a = 1; ${x};\n`, 'a = 1\n'],
  ['alone with a semicolon', `a = 1\n${x};\nb = 2\n`, 'a = 1\nb = 2\n'],
  ['with a comment', `a = 1\n${x}  # why\nb = 2\n`, 'a = 1\n# why\nb = 2\n'],
  ['after a semicolon, with a comment', `a = 1; ${x}  # why\n`, 'a = 1  # why\n'],
  ['between comments', `# a\n${x}\n# b\n`, '# a\n# b\n'],
  ['in a block with others', `if a:\n    ${x}\n    b = 1\n`, 'if a:\n    b = 1\n'],
  ['the last of a block with others', `if a:\n    b = 1\n    ${x}\nc = 1\n`, 'if a:\n    b = 1\nc = 1\n'],
  ['the only one of a block', `if a:\n    ${x}\nb = 1\n`, 'if a:\n    pass\nb = 1\n'],
  ['the only one of a block, with a comment', `if a:\n    ${x}  # why\n`, 'if a:\n    pass  # why\n'],
  ['the only one of a function with a docstring', `def f():\n    """Doc"""\n    ${x}\n`, 'def f():\n    """Doc"""\n'],
  ['on the line of the header', `if a: ${x}\nb = 1\n`, 'if a: pass\nb = 1\n'],
  ['on the line of the header, with others', `if a: ${x}; b = 1\n`, 'if a: b = 1\n'],
  ['on the line of the header, after others', `if a: b = 1; ${x}\n`, 'if a: b = 1\n'],
  ['on the line of else', `if a:\n    b\nelse: ${x}\n`, 'if a:\n    b\nelse: pass\n'],
  ['in except and finally', `try:\n    a\nexcept E:\n    ${x}\n`, 'try:\n    a\nexcept E:\n    pass\n'],
  ['over several lines', 'a = 1\nx.stop(\n    1,\n)\nb = 2\n', 'a = 1\nb = 2\n'],
  ['with tabs', `if a:\n\t${x}\n\tb\n`, 'if a:\n\tb\n'],
])('%s', (_, code, after) => {
  const call = /x\.stop\([^)]*\)/.exec(code)?.[0] ?? '';
  expect(applyFix(code, (find) => [removeStatement(find.node(call))])).toBe(after);
  expect(isPython(after)).toBe(true);
});

it('all statements of a block at once leave one pass', () => {
  const code = 'if a:\n    x.stop()\n    y.stop()\nb = 1\n';
  const after = applyFix(code, (find) => [
    removeStatement(find.node('x.stop()')),
    removeStatement(find.node('y.stop()')),
  ]);
  expect(after).toBe('if a:\n    pass\nb = 1\n');
});

it.each([
  ['the last of a cell', ['a = 1\nx.stop()', 'b = 2'], ['a = 1', 'b = 2']],
  ['the only one of a cell', ['a = 1', 'x.stop()', 'b = 2'], ['a = 1', '', 'b = 2']],
  ['the only one of a cell with a line end', ['a = 1', 'x.stop()\n', 'b = 2'], ['a = 1', '', 'b = 2']],
  ['the first of a cell', ['x.stop()\na = 1', 'b = 2'], ['a = 1', 'b = 2']],
  ['after a semicolon at the end of a cell', ['a = 1; x.stop()', 'b = 2'], ['a = 1', 'b = 2']],
])('in a notebook, %s: the line end between cells stays', (_, cells, after) => {
  const text = cells.join('\n');
  let start = 0;
  const chunks = cells.map((code, cell) => {
    const chunk = { start, end: start + code.length, cell };
    start = chunk.end + 1;
    return chunk;
  });
  const program = evaluateProgram({ ...pythonSource('a.ipynb', text), chunks }, parsePython(text, chunks));
  let found: PyNode | undefined;
  for (const module of program.tree.modules)
    walk(module, (node) => {
      if (node.text === 'x.stop()' && node.type === 'call') found = node;
    });
  if (found === undefined) throw new Error('no call');
  const { edits } = mergeFixes(program, [{ edits: [removeStatement(found)] }]);
  expect(edits.every((edit) => chunks.some((chunk) => chunk.start <= edit.start && edit.end <= chunk.end))).toBe(true);
  expect(applyEdits(text, edits)).toBe(after.join('\n'));
});
