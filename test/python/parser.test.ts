import { describe, expect, it } from 'vitest';
import { walk } from '../../src/python/node.js';
import { isPython, parsePython } from '../../src/python/parser.js';
import { findNode, parse, statements } from '../support/parse.js';

describe('code that is Python', () => {
  it.each([
    ['an empty text', ''],
    ['blank lines and comments', '\n# a\n\n  # b\n'],
    ['no line end at the end', 'a = 1'],
    ['tabs', 'if a:\n\tb = 1\n\tif c:\n\t\td = 2\n'],
    ['CRLF', 'if a:\r\n    b = f(\r\n        c)\r\nd = 1\r\n'],
    ['a form feed', 'a = 1\n\f\nb = 2\n'],
    ['a byte order mark', '\ufeffimport a\n'],
    ['continued lines', 'a = 1 + \\\n  2\nb = \\\n  3\nc = 1 + \\\r\n  2\r\n'],
    [
      'lines that end inside brackets',
      'a = (1 +\n 2)\nb = [\n1,\n]\nc = {\n"a":\n1}\nd = x[\n0]\nfrom a import (\n  b,\n  c\n)\nreturn_ = f(\n)\n',
    ],
    ['lines that end inside strings', 'a = """x\ny"""\nb = f"""{\nc}"""\n'],
    ['a bare return above other code', 'def f():\n    return\n    x = 1\n'],
    ['match', 'match x:\n    case A(y=1):\n        z = 1\n    case [a, *b]:\n        z = 2\n'],
    ['the walrus', 'if (n := f()):\n    pass\n'],
    ['async', 'async def f():\n    async with a as b:\n        await c\n    async for x in y:\n        pass\n'],
    ['type parameters', 'type X = int\ndef f[T](x: T) -> T:\n    return x\n'],
    ['nested quotes in an f-string', 'x = f"{a["b"]!r:>{w}}"\n'],
    ['non-ASCII names', 'größe = "😀"\nx = größe\n'],
    ['print of Python 2', 'print "x"\nprint >>f, "a %s" % b\nprint x,\nprint\n'],
    ['except of Python 2', 'try:\n    a\nexcept E, e:\n    raise F, "m"\n'],
    ['other syntax of Python 2', 'exec "x" in d\na = `b`\nc = 0777\nd = 10L\ne = ur"x"\nif a <> b:\n    pass\n'],
  ])('%s', (_, code) => {
    expect(isPython(code)).toBe(true);
    expect(parse(code).broken).toEqual([]);
  });

  it('keeps offsets in UTF-16 code units', () => {
    const tree = parse('a = "😀"; b = 1  # ä😀\nc = 2\n');
    expect(statements(tree)).toEqual(['a = "😀"', 'b = 1', 'c = 2']);
    expect(tree.comments).toEqual([{ start: 17, end: 22 }]);
  });

  it('leaves line continuations out of the tree, so that operands and arguments keep their places', () => {
    const tree = parse('x = a + \\\n  b\ny = f(1, \\\n  2)\n');
    expect(findNode(tree, 'binary_operator').children.map((child) => child.text)).toEqual(['a', '+', 'b']);
    expect(findNode(tree, 'argument_list').children.map((child) => child.text)).toEqual(['1', '2']);
  });

  it('parses each chunk by itself', () => {
    const text = 'a = 1\nb = f(\nc = 2\n';
    const tree = parsePython(text, [
      { start: 0, end: 5, cell: 0 },
      { start: 6, end: 12, cell: 1 },
      { start: 13, end: 18, cell: 2 },
    ]);
    expect(tree.modules.map((module) => module.children.map((child) => child.text))).toEqual([
      ['a = 1'],
      [],
      ['c = 2'],
    ]);
    expect(tree.broken).toEqual([{ start: 6, end: 12 }]);
  });
});

describe('code that is not all Python', () => {
  /** What is left of the code and what is given up, both in the order of the text. */
  const read = (code: string): { kept: string[]; broken: string[] } => {
    const tree = parse(code);
    const broken = [...tree.broken]
      .sort((a, b) => a.start - b.start)
      .map((range) => code.slice(range.start, range.end).trim());
    return { kept: statements(tree), broken };
  };

  it.each([
    ['a placeholder', 'x =\ny = 1\nz = 2\n', ['y = 1', 'z = 2'], ['x =']],
    ['a placeholder with a comment', 'x = # fill in\ny = 1\n', ['y = 1'], ['x = # fill in']],
    ['a placeholder with CRLF', 'x =\r\ny = 1\r\n', ['y = 1'], ['x =']],
    ['a placeholder at the end', 'y = 1\nx = ', ['y = 1'], ['x =']],
    ['half a chain', 'x = a.\nb = 1\n', ['b = 1'], ['x = a.']],
    ['half an import', 'from a import\nimport b\n', ['import b'], ['from a import']],
    ['a bare import above another', 'import\nimport sagemaker\n', ['import sagemaker'], ['import']],
    ['half an operation', 'x += \ny = 1\n', ['y = 1'], ['x +=']],
    [
      'merge markers',
      'a = 1\n<<<<<<< HEAD\nb = 2\n=======\nb = 3\n>>>>>>> x\nc = 4\n',
      ['a = 1', 'b = 2', 'b = 3', 'c = 4'],
      ['<<<<<<< HEAD', '=======', '>>>>>>> x'],
    ],
    ['an open bracket', 'a = f(1,\nb = 2\nc = 3\n', ['b = 2', 'c = 3'], ['a = f(1,']],
    ['an open bracket with lines below', 'a = f(1,\n      x=2\n\nb = 2\n', ['b = 2'], ['a = f(1,\n      x=2']],
    ['a bracket too many', 'a = f(1))\nb = 2\n', ['b = 2'], ['a = f(1))']],
    ['an open string', "a = 'abc\nb = 2\n", ['b = 2'], ["a = 'abc"]],
    ['a shell command', 'aws s3 ls s3://x\nb = 1\n', ['b = 1'], ['aws s3 ls s3://x']],
    ['a sentence', 'Fill in your bucket\nb = 1\n', ['b = 1'], ['Fill in your bucket']],
    [
      'R',
      'x <- c(1, 2)\nlibrary(reticulate)\ny <- 3 %>% f\n',
      ['x <- c(1, 2)', 'library(reticulate)'],
      ['y <- 3 %>% f'],
    ],
    ['an error above which nothing stands but a line end', '\n .:\n    f(x)\nb = 2\n', ['f(x)', 'b = 2'], ['.:']],
    ['a sentence above a string that goes on', "a b\nx = '\\\ny'\n", ["x = '\\\ny'"], ['a b']],
    ['the same with CRLF', "a b\r\nx = '\\\r\ny'\r\n", ["x = '\\\r\ny'"], ['a b']],
    ['a doctest prompt', '>>> a = 1\nb = 2\n', ['b = 2'], ['>>> a = 1']],
  ])('%s costs its statement', (_, code, kept, broken) => {
    expect(read(code)).toEqual({ kept, broken });
  });

  it('keeps the other statements and methods of a class', () => {
    const code =
      'class A(B):\n    def f(self):\n        x = \n        return g(1)\n\n    def h(self):\n        return k(2)\n\nz = 1\n';
    const tree = parse(code);
    expect(tree.broken.map((range) => code.slice(range.start, range.end).trim())).toEqual(['x =']);
    expect(findNode(tree, 'class_definition').text).toContain('return k(2)');
    expect(findNode(tree, 'function_definition').children.at(-1)?.text).toBe('return g(1)');
    expect(statements(tree).at(-1)).toBe('z = 1');
  });

  it('keeps the block under a header that does not parse', () => {
    const tree = parse('def f(:\n    a = 1\n    b = 2\n\nc = 3\n');
    expect(findNode(tree, 'block').children.map((child) => child.text)).toEqual(['a = 1', 'b = 2']);
    expect(statements(tree).at(-1)).toBe('c = 3');
  });

  it('gives up the whole call that a broken line is in', () => {
    const code = 'if a:\n    e = f(\n        x=1,\n        y=<fill>,\n        z=3,\n    )\n    e.fit(z)\nb = 2\n';
    const tree = parse(code);
    expect(tree.broken).toContainEqual({ start: code.indexOf('e = f('), end: code.indexOf('    e.fit') - 1 });
    expect(findNode(tree, 'block').children.at(-1)?.text).toBe('e.fit(z)');
    expect(tree.broken.some((range) => range.end > code.indexOf('e.fit'))).toBe(false);
  });

  it('does not take the lines of a long string for code', () => {
    const lines = Array.from({ length: 120 }, (_, i) => `line${i} = ${i}`).join('\n');
    const code = `"""Doc\n${lines}\n"""\nx =\ny = [\n${'1,\n'.repeat(120)}]\nz = 1\n`;
    const { kept, broken } = read(code);
    expect(broken).toEqual(['x =']);
    expect(kept).toEqual([code.slice(0, code.indexOf('\nx =')), `y = [\n${'1,\n'.repeat(120)}]`, 'z = 1']);
  });

  it('is bounded where everything is broken', () => {
    const code = 'x = = 1\n'.repeat(3000);
    const tree = parse(code);
    expect(tree.broken).toHaveLength(3000);
    expect(statements(tree)).toEqual([]);
  });
});

describe('very large code', () => {
  it.each([
    ['lists', '[', ']'],
    ['calls', 'f(', ')'],
    ['parentheses', '(', ')'],
  ])('10,000 nested %s', (_, open, close) => {
    const code = `x = ${open.repeat(10_000)}1${close.repeat(10_000)}\ny = 2\n`;
    const tree = parse(code);
    let count = 0;
    for (const module of tree.modules) walk(module, () => (count += 1));
    expect(count).toBeGreaterThan(10_000);
    expect(statements(tree).at(-1)).toBe('y = 2');
  });

  it('10,000 brackets that never close', () => {
    const tree = parse(`x = ${'['.repeat(10_000)}\ny = 2\n`);
    expect(statements(tree)).toEqual(['y = 2']);
  });

  it('one line of a million characters', () => {
    const code = `x = "${'a'.repeat(1_000_000)}"\ny = [${'1, '.repeat(30_000)}]\nz = 1\n`;
    expect(statements(parse(code)).at(-1)).toBe('z = 1');
    const chain = `x = ${'a + '.repeat(20_000)}a\nz = 1\n`;
    expect(statements(parse(chain)).at(-1)).toBe('z = 1');
  });
});
