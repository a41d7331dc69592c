import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendArgument, removeArgument } from '../../src/edits/builders.js';
import { argumentListOf } from '../../src/python/arguments.js';
import { isPython } from '../../src/python/parser.js';
import { applyFix } from '../support/edit.js';
import { findNode, parse } from '../support/parse.js';

/** Removes the arguments that start with the texts and appends `name=value` ones, all of one fix. */
function change(code: string, removed: readonly string[], added: readonly string[]): string {
  return applyFix(code, (find) => [
    ...removed.map((text) => removeArgument(find.argument(text))),
    ...added.map((text) => {
      const [name = '', value = ''] = text.split('=');
      return appendArgument(find.call('f'), name, value);
    }),
  ]);
}

const lines = 'f(\n    a=1,\n    b=2,\n    c=3,\n)\n';
const bare = 'f(\n    a=1,\n    b=2\n)\n';
const hanging = 'f(a=1,\n  b=2,\n  c=3)\n';
const notes = 'f(\n    a=1,  # one\n    b=2,  # two\n    c=3  # three\n)\n';
const above = 'f(\n    # one\n    a=1,\n    # two\n    b=2,\n    # three\n    c=3\n    # end\n)\n';
const commaFirst = 'f(a=1  # one\n  , b=2  # two\n  , c=3)\n';

describe('the sign between keyword and value', () => {
  it.each<[string, string]>([
    ['f(a = 1)\n', 'f(a = 1, x = 0)\n'],
    ['f(1, a = 1, b = 2)\n', 'f(1, a = 1, b = 2, x = 0)\n'],
    ['f(a = 1, b=2)\n', 'f(a = 1, b=2, x=0)\n'],
    ['f(a= 1)\n', 'f(a= 1, x=0)\n'],
    ['f(1)\n', 'f(1, x=0)\n'],
    ['f(\n    a = 1,\n    b = 2,\n)\n', 'f(\n    a = 1,\n    b = 2,\n    x = 0,\n)\n'],
  ])('is written as around it: %j', (before, after) => {
    expect(change(before, [], ['x=0'])).toBe(after);
  });
});

describe('removal', () => {
  it.each<[string, string[], string]>([
    ['f(a=1, b=2, c=3)\n', ['a'], 'f(b=2, c=3)\n'],
    ['f(a=1, b=2, c=3)\n', ['b'], 'f(a=1, c=3)\n'],
    ['f(a=1, b=2, c=3)\n', ['c'], 'f(a=1, b=2)\n'],
    ['f(a=1, b=2, c=3)\n', ['a', 'b'], 'f(c=3)\n'],
    ['f(a=1, b=2, c=3)\n', ['b', 'c'], 'f(a=1)\n'],
    ['f(a=1, b=2, c=3)\n', ['a', 'c'], 'f(b=2)\n'],
    ['f(a=1, b=2, c=3)\n', ['a', 'b', 'c'], 'f()\n'],
    ['f(a=1,)\n', ['a'], 'f()\n'],
    ['f(a=1, b=2,)\n', ['a'], 'f(b=2,)\n'],
    ['f(a=1, b=2,)\n', ['b'], 'f(a=1,)\n'],
    ['f( a=1, b=2 )\n', ['a'], 'f( b=2 )\n'],
    ['f( a=1, b=2 )\n', ['b'], 'f( a=1 )\n'],
    ['f(a = 1 , b = 2)\n', ['b'], 'f(a = 1)\n'],
    [lines, ['a'], 'f(\n    b=2,\n    c=3,\n)\n'],
    [lines, ['b'], 'f(\n    a=1,\n    c=3,\n)\n'],
    [lines, ['c'], 'f(\n    a=1,\n    b=2,\n)\n'],
    [lines, ['a', 'b', 'c'], 'f()\n'],
    [bare, ['b'], 'f(\n    a=1\n)\n'],
    [hanging, ['a'], 'f(b=2,\n  c=3)\n'],
    [hanging, ['b'], 'f(a=1,\n  c=3)\n'],
    [hanging, ['c'], 'f(a=1,\n  b=2)\n'],
    ['f(a, \\\n  b=1, \\\n  c=2)\n', ['b'], 'f(a, \\\n  c=2)\n'],
    ['f(a, *b, c=1, **d)\n', ['c'], 'f(a, *b, **d)\n'],
    ['f(a, *b, c=1, **d)\n', ['**d'], 'f(a, *b, c=1)\n'],
    ['f(a=g(1, x=2), b=2)\n', ['x'], 'f(a=g(1), b=2)\n'],
    ['f(a=g(1, x=2), b=2)\n', ['x', 'b'], 'f(a=g(1))\n'],
    ['f("a, b", c="(")\n', ['c'], 'f("a, b")\n'],
  ])('%j without %j', (code, removed, after) => {
    expect(change(code, removed, [])).toBe(after);
  });

  it.each<[string, string[], string]>([
    [notes, ['a'], 'f(\n    # one\n    b=2,  # two\n    c=3  # three\n)\n'],
    [notes, ['b'], 'f(\n    a=1,  # one\n    # two\n    c=3  # three\n)\n'],
    [notes, ['c'], 'f(\n    a=1,  # one\n    b=2,  # two\n    # three\n)\n'],
    [notes, ['a', 'b', 'c'], 'f(\n    # one\n    # two\n    # three\n)\n'],
    [above, ['a'], 'f(\n    # one\n    # two\n    b=2,\n    # three\n    c=3\n    # end\n)\n'],
    [above, ['b'], 'f(\n    # one\n    a=1,\n    # two\n    # three\n    c=3\n    # end\n)\n'],
    [above, ['c'], 'f(\n    # one\n    a=1,\n    # two\n    b=2,\n    # three\n    # end\n)\n'],
    [commaFirst, ['a'], 'f(  # one\n  b=2  # two\n  , c=3)\n'],
    [commaFirst, ['b'], 'f(a=1  # one\n    # two\n  , c=3)\n'],
    [commaFirst, ['c'], 'f(a=1  # one\n  , b=2  # two\n  )\n'],
  ])('%j without %j keeps the comments', (code, removed, after) => {
    expect(change(code, removed, [])).toBe(after);
  });
});

describe('addition', () => {
  it.each<[string, string[], string]>([
    ['f()\n', ['n=1'], 'f(n=1)\n'],
    ['f(a)\n', ['n=1'], 'f(a, n=1)\n'],
    ['f(a)\n', ['n=1', 'm=2'], 'f(a, n=1, m=2)\n'],
    ['f(a,)\n', ['n=1'], 'f(a, n=1,)\n'],
    ['f( a )\n', ['n=1'], 'f( a, n=1 )\n'],
    ['f(a, **k)\n', ['n=1'], 'f(a, **k, n=1)\n'],
    ['f(a, *k)\n', ['n=1'], 'f(a, *k, n=1)\n'],
    ['f((x for x in y))\n', ['n=1'], 'f((x for x in y), n=1)\n'],
    [lines, ['n=1'], 'f(\n    a=1,\n    b=2,\n    c=3,\n    n=1,\n)\n'],
    [bare, ['n=1'], 'f(\n    a=1,\n    b=2,\n    n=1\n)\n'],
    [hanging, ['n=1'], 'f(a=1,\n  b=2,\n  c=3,\n  n=1)\n'],
    ['f(a=1,\n  b=2,)\n', ['n=1'], 'f(a=1,\n  b=2,\n  n=1,)\n'],
    ['f(\n    a\n)\n', ['n=1'], 'f(\n    a,\n    n=1\n)\n'],
    ['f(\n    a, b\n)\n', ['n=1'], 'f(\n    a, b, n=1\n)\n'],
    ['f(a, b,\n  c, d)\n', ['n=1'], 'f(a, b,\n  c, d, n=1)\n'],
    ['f(\n\t\ta=1,\n\t\tb=2)\n', ['n=1'], 'f(\n\t\ta=1,\n\t\tb=2,\n\t\tn=1)\n'],
    [notes, ['n=1'], 'f(\n    a=1,  # one\n    b=2,  # two\n    c=3,  # three\n    n=1\n)\n'],
    ['f(\n    a=1,\n    b=2,  # two\n)\n', ['n=1', 'm=2'], 'f(\n    a=1,\n    b=2,  # two\n    n=1,\n    m=2,\n)\n'],
    [above, ['n=1'], 'f(\n    # one\n    a=1,\n    # two\n    b=2,\n    # three\n    c=3,\n    n=1\n    # end\n)\n'],
    ['f(a="""x\ny""", b=2)\n', ['n=1'], 'f(a="""x\ny""", b=2, n=1)\n'],
    ['f(a=1, b={\n  "x": 1,\n})\n', ['n=1'], 'f(a=1, b={\n  "x": 1,\n}, n=1)\n'],
    ['f(a=g(1, 2,), b=2)\n', ['n=1'], 'f(a=g(1, 2,), b=2, n=1)\n'],
  ])('%j with %j', (code, added, after) => {
    expect(change(code, [], added)).toBe(after);
  });

  it('asked for twice, comes once', () => {
    expect(change('f(a)\n', [], ['n=1', 'n=1'])).toBe('f(a, n=1)\n');
  });
});

describe('removal and addition', () => {
  it.each<[string, string[], string[], string]>([
    ['f(a=1)\n', ['a'], ['n=1'], 'f(n=1)\n'],
    ['f(a=1, b=2)\n', ['a'], ['n=1'], 'f(b=2, n=1)\n'],
    ['f(a=1, b=2)\n', ['b'], ['n=1'], 'f(a=1, n=1)\n'],
    [lines, ['c'], ['n=1'], 'f(\n    a=1,\n    b=2,\n    n=1,\n)\n'],
    [lines, ['a', 'b', 'c'], ['n=1', 'm=2'], 'f(\n    n=1,\n    m=2,\n)\n'],
    [hanging, ['b', 'c'], ['n=1'], 'f(a=1,\n  n=1)\n'],
    [notes, ['c'], ['n=1'], 'f(\n    a=1,  # one\n    b=2,  # two\n    n=1  # three\n)\n'],
    ['f(a, # x, y\n  b=1)\n', ['b'], ['n=1'], 'f(a, # x, y\n  n=1)\n'],
  ])('%j without %j and with %j', (code, removed, added, after) => {
    expect(change(code, removed, added)).toBe(after);
  });
});

it('whatever the layout: the right arguments are left, it parses, and no comment is lost', () => {
  const gap = fc.constantFrom('', ' ', '\n    ', '  # c\n    ', '\n    # d\n    ', ' \\\n  ', '\n\n');
  const name = fc.constantFrom('a=1', 'b=(2)', "c=','", 'd=g(3, 4,)', 'e=[5]');
  const layout = fc.record({
    items: fc.uniqueArray(fc.tuple(name, gap, gap), { selector: ([text]) => text, maxLength: 5 }),
    open: gap,
    hasComma: fc.boolean(),
    close: gap,
    removed: fc.subarray(['a=1', 'b=(2)', "c=','", 'd=g(3, 4,)', 'e=[5]']),
    added: fc.subarray(['n=1', 'm=2']),
  });
  fc.assert(
    fc.property(layout, ({ items, open, hasComma, close, removed, added }) => {
      const list = items.map(([text, before, after]) => `${before}${text}${after}`).join(',');
      const code = `f(${open}${list}${hasComma && items.length > 0 ? ',' : ''}${close})\nend = 1\n`;
      if (!isPython(code)) return;
      const gone = removed.filter((text) => items.some(([item]) => item === text));
      const after = change(code, gone, added);
      const written = argumentListOf(findNode(parse(after), 'call'))?.children.map((child) => child.text) ?? [];
      expect(written, after).toEqual([...items.map(([item]) => item).filter((item) => !gone.includes(item)), ...added]);
      expect(isPython(after), after).toBe(true);
      expect(after.match(/#/g)?.length ?? 0, after).toBe(code.match(/#/g)?.length ?? 0);
      expect(after.endsWith('\nend = 1\n')).toBe(true);
    }),
    { numRuns: 300, seed: 3 },
  );
});
