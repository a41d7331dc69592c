import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Parser from 'tree-sitter';
import { expect, test } from 'vitest';
import { convertTree } from '../../src/python/convert.js';
import { type PyNode, walk } from '../../src/python/node.js';

const require = createRequire(import.meta.url);
const parser: Parser = new (require('tree-sitter') as typeof Parser)();
parser.setLanguage(require('tree-sitter-python') as Parser.Language);

function shapeOf(code: string, isSure: boolean): string[] {
  const tree = parser.parse(code, undefined, { bufferSize: code.length + 1024 });
  const { module, comments, statements } = convertTree(tree, code, 7, { text: `.......${code}` }, isSure);
  const lines = [...comments, ...statements].map(({ start, end }) => `${start} ${end}`);
  const depthOf = (node: PyNode): number => (node.parent === undefined ? 0 : 1 + depthOf(node.parent));
  walk(module, (node) => lines.push(`${' '.repeat(depthOf(node))}${node.type} ${node.start} ${node.end}`));
  return lines;
}

function hasError(code: string): boolean {
  return parser.parse(code, undefined, { bufferSize: code.length + 1024 }).rootNode.hasError;
}

const CODES: readonly string[] = [
  'a.b.c.d(x, y=1, *z, **k).e[0][1:2, ::3] = f(g for g in h)',
  'f(\n  a, # one\n  b = 2 , # two\n  # three\n)',
  'f(a\n  # before the bracket\n  )',
  '(a . b\n. c\n  .d)',
  'x = y = (1)\nz: int = {"a": 1, **b, }\nw: List[int]',
  't = (a,)\nu = ()\nv = [ ]\ns = {1, 2,}\nd = {}',
  'p = x,\nq = x, y\nr, s = 1, 2,',
  'f(-x, y, not z, lambda a, b=1: a, c)',
  'a = b if c else d, e\ng(a if b else c, d)',
  'x = [a.b for a in c if a.d not  in e and a is  not f]',
  'f(größe, naïve.é.x, x.ü, "ä", 1)',
  'f(a, \\\n  b, \\\n  c=\\\n  d)\nx = a \\\n  .b',
  'f(a,\u200bb,\u200bc=d)\nx =\u200b1',
  'f(f"{a.b} {c(d, e=f)!r:>{w}} {{}} { g [ 0 ] }", rb"x", "a" "b" f"{c}")',
  'class A(B, metaclass=C):\r\n  x: int = 1 # c\r\n\r\n  def f(self, *, a=1, b: int = 2, **k) -> int:\r\n    return a, b\r\n',
  'if a: b(c); d(e)\nelif f:\n  g\nelse: h # x\n\n# y\n',
  'print "a", b\nprint >>f, g\nexec "a"\nprint(a, end="")',
  'x[(y := 1)] = (z := f(a=b))\nwith a.b(c) as d, e: pass',
  'del a.b, c[d]\nassert a.b, c\nraise a.b(c) from d\nglobal e\n@a.b(c)\ndef f(): yield a, b',
  'async def f():\n  await a.b(c)\n  async with d as e: pass\nmatch x:\n  case A(b=c): d\n',
  'x = (yield)\ny = a <> b\nz = a < b <= c != d\nw = -a ** -b @ c // d',
  'a.match.type.print.exec_(1)\nmatch.a = type.b\nx.async_ = 1',
  '\ufefff(a)\n\x0cf(b)',
  'import a\n...\nimport a.b, c\n...\nfrom d import e as f\n... ',
];

const folder = fileURLToPath(new URL('../../scripts/fuzz/seeds', import.meta.url));
const seeds = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.py') && !hasError(readFileSync(join(folder, name), 'utf8')),
);

test.each(CODES)('what the text tells is what the parser tells: %j', (code) => {
  expect(hasError(code)).toBe(false);
  expect(shapeOf(code, true)).toEqual(shapeOf(code, false));
});

test.each(seeds)('what the text tells is what the parser tells: %s', (name) => {
  const code = readFileSync(join(folder, name), 'utf8');
  expect(shapeOf(code, true)).toEqual(shapeOf(code, false));
});
