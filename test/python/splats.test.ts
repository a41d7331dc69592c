import { expect, test } from 'vitest';
import type { PyNode } from '../../src/python/node.js';
import { parsePython } from '../../src/python/parser.js';
import { pythonSource } from '../../src/text/source.js';

/** The expressions that stars stand in front of, and whether every node knows its parent. */
function starred(code: string): string[] {
  const source = pythonSource('a.py', code);
  const tree = parsePython(source.text, source.chunks);
  const found: string[] = [];
  const visit = (node: PyNode): void => {
    for (const child of node.children) expect(child.parent).toBe(node);
    if (node.type === 'list_splat') found.push(`${node.text} | ${node.children.map(({ text }) => text).join(' | ')}`);
    node.children.forEach(visit);
  };
  tree.modules.forEach(visit);
  return found;
}

// Read so by Python 3: `ast.parse(code)` gives a Starred node whose value is the second text.
test.each([
  ['[*a.b(c=1)]', ['*a.b(c=1) | a.b(c=1)']],
  ['[1, *a.b(), *c[0]]', ['*a.b() | a.b()', '*c[0] | c[0]']],
  ['{*a.b}', ['*a.b | a.b']],
  ['x = *a.b(), 1', ['*a.b() | a.b()']],
  ['[*a + b, c]', ['*a + b | a + b']],
  ['[*a or b]', ['*a or b | a or b']],
  ['[*a if b else c]', ['*a if b else c | a if b else c']],
  ['[*f(*g(x)[1:])]', ['*f(*g(x)[1:]) | f(*g(x)[1:])', '*g(x)[1:] | g(x)[1:]']],
  ['*a.b, c = d', ['*a.b | a.b']],
  ['f(*a.b())', ['*a.b() | a.b()']],
  ['[*a]', ['*a | a']],
])('a star stands in front of the whole expression: %s', (code, expected) => {
  expect(starred(`${code}\n`)).toEqual(expected);
});
