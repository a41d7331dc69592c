import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskCell } from '../../../src/io/notebook/magics.js';

/** Cells as IPython 9 reads them: the text, and what must stand in its place. */
const MASKED: readonly (readonly [why: string, cell: string, masked: string])[] = [
  ['a line magic', '%matplotlib inline\nx = 1', '                  \nx = 1'],
  ['a shell line', 'x = 1\n!ls -l\ny = 2', 'x = 1\n      \ny = 2'],
  ['the only statement of a block', 'if x:\n    !pip install a\ny', 'if x:\n    pass          \ny'],
  ['a short one in a block', 'if x:\n  !ls\ny', 'if x:\n  0  \ny'],
  ['one after a tab', 'if x:\n\t%cd a', 'if x:\n\tpass '],
  [
    'a shell line that goes on',
    '!docker run \\\n  -v a:b \\\n  image\nx = 1',
    '             \n          \n       \nx = 1',
  ],
  ['one that goes on with CRLF', '!a \\\r\n  b\r\nx', '    \r\n   \r\nx'],
  ['an assigned command', 'files = !ls *.csv\nx', 'files = __       \nx'],
  ['an assigned magic', 'here = %pwd', 'here = __  '],
  ['two targets', 'a, b = !ls', 'a, b = __ '],
  ['the shortest assigned command', 'x = !', 'x = _'],
  ['an assigned command that goes on', 'x = !ls \\\n a\ny', 'x = __   \n  \ny'],
  ['an unclosed quote in a command', "x = !echo it's (\n!ls\ny", 'x = __          \n   \ny'],
  ['help', 'foo.bar?\nfoo??\n?foo\n?\ny', '        \n     \n    \n \ny'],
  ['help in a block', 'if x:\n  foo?', 'if x:\n  pass'],
  ['a timed statement', '%time est.fit(x)', '0    ;est.fit(x)'],
  ['a timed statement in a block', 'if x:\n    %time y = f(1)', 'if x:\n    0    ;y = f(1)'],
  ['timeit with options', '%timeit -n 10 -r3 f(x)', '0                ;f(x)'],
  ['a timed value', 'y = %time f(1)', 'y =       f(1)'],
  ['a timed compound statement', '%time for i in x: f(i)', '                      '],
  ['a timed command', '%time !ls', '         '],
  ['a timed statement that is not closed', '%time f(', '        '],
  ['a magic without its %', 'pip install x\ny = 1', '             \ny = 1'],
  ['%%time', '%%time\nest.fit(x)', '      \nest.fit(x)'],
  ['%%time after blank lines, with a magic below', '\n  \n%%time\n!ls\nx', '\n  \n      \n   \nx'],
  ['%%local of sparkmagic', '%%local\nest.fit(x)', '       \nest.fit(x)'],
  ['%%time over %%capture', '%%time\n%%capture out\nx = 1', '      \n             \nx = 1'],
  ['%%bash', '%%bash\necho "x\nls', '      \n       \n  '],
  ['an unknown cell magic', '%%frobnicate\nx = 1', '            \n     '],
  ['CRLF', '%%bash\r\nls\r\n', '      \r\n  \r\n'],
  ['characters beyond 16 bits', '!echo 😀\nx', '        \nx'],
];

/** Python that only looks like a magic. */
const PYTHON: readonly (readonly [why: string, cell: string])[] = [
  ['in a string', 'x = """\n%d items\n!ls\n"""\ny'],
  ['in a bytes string with other quotes', "x = b'''\n%a ' \"\\'''\n!b\n'''"],
  ['in brackets', 'x = (a\n% b)\ny = [\n"a"\n% c]'],
  ['after a line continuation', 'x = a \\\n% b'],
  ['after a line continuation with CRLF', 'x = a \\\r\n% b'],
  ['after a string that goes on', "x = 'a \\\n%d' % 3"],
  ['a modulo', 'x = a % b\nx %= 2'],
  ['not equal', 'if x != y: z'],
  ['equal, then a default', 'f(a=1) == b'],
  ['a question in a comment', 'x = 1 # is it?\n# or?'],
  ['a question in a string', 'x = "is it?"\ny = """or\nthis?"""'],
  ['a comment with a bracket', 'x = 1 # (\ny = 2 # "'],
  ['the name of a magic', 'pip = 1\npip in x\nx = """\npip install y\n"""'],
  ['a decorator', '@a\ndef f(): pass'],
  ['nothing', ''],
];

describe('maskCell', () => {
  it.each(MASKED)('masks %s', (_, cell, masked) => {
    expect(maskCell(cell).text).toBe(masked);
  });

  it.each(PYTHON)('leaves Python: %s', (_, cell) => {
    expect(maskCell(cell)).toEqual({ text: cell, magics: [], script: null });
  });

  it('tells where each magic is and what it is', () => {
    const cell = '%%time\n%cd a\nx = !ls\nfoo?\n%time f(x)\nif a:\n    !pip install b';
    const found = maskCell(cell).magics.map((magic) => [magic.kind, cell.slice(magic.start, magic.end)]);
    expect(found).toEqual([
      ['cell', '%%time'],
      ['line', '%cd a'],
      ['shell', '!ls'],
      ['help', 'foo?'],
      ['line', '%time '],
      ['shell', '!pip install b'],
    ]);
  });

  it.each([
    ['%%writefile train.py\nimport a', 'import a'],
    ['%%writefile -a train.py\nimport a', 'import a'],
    ['%%writefile train.py -a\nimport a', 'import a'],
    ['%%writefile "my code/train.py"\n!ls\n', '!ls\n'],
    ['%%file ./a/train.py  \r\nx\r\n', 'x\r\n'],
    ['\n%%writefile a.py\nx', 'x'],
  ])('gives the program of %j', (cell, body) => {
    const { script, text } = maskCell(cell);
    expect(script && cell.slice(script.start, script.end)).toBe(body);
    expect(text.trim()).toBe('');
  });

  it.each(['%%writefile a.sh\nls', '%%writefile\nx', '%%writefile a.py', '%%writefile a.py\n', '%%bash a.py\nls'])(
    'sees no program in %j',
    (cell) => expect(maskCell(cell).script).toBeNull(),
  );

  const line = fc.constantFrom(
    ...[
      'x = 1',
      '!ls \\',
      '  !ls',
      '%cd a',
      'x = !ls',
      '"""',
      "'",
      'f(',
      ')',
      'foo?',
      '%time f(x)',
      '%%bash',
      '%%time',
    ],
    ...['', '    pass', '# x?', 'a \\', '% b', 'x = %time 1', '?', '\t%', 'é = "😀"', 'y = a % b', '%timeit -n 1 g()'],
  );
  const cells = fc.tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n')).map(([l, n]) => l.join(n));

  it('keeps the length, every line end, and all that is no magic', () => {
    fc.assert(
      fc.property(fc.oneof(cells, fc.string({ unit: 'grapheme' })), (cell) => {
        const { text, magics } = maskCell(cell);
        expect(text.length).toBe(cell.length);
        expect(text.replace(/[^\r\n]/g, ' ')).toBe(cell.replace(/[^\r\n]/g, ' '));
        let at = 0;
        for (const { start, end } of [...magics, { start: cell.length, end: cell.length }]) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, start)).toBe(cell.slice(at, start));
          at = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a long cell of unclosed brackets in linear time', () => {
    const cell = 'x = !echo (\n'.repeat(50_000);
    expect(maskCell(cell).magics).toHaveLength(50_000);
  }, 5000);
});
