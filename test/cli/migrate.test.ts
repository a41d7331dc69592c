import { describe, expect, test } from 'vitest';
import { runInMemory } from './memory-host.js';

describe('bare paths', () => {
  test('are rewritten in place, exit 0', async () => {
    const { code, files, stderr } = await runInMemory(['a.py', 'b.ipynb', 'c.py'], {
      files: { 'a.py': 'old\n', 'b.ipynb': 'old', 'c.py': 'fine\n' },
    });
    expect({ code, files, stderr }).toEqual({
      code: 0,
      files: { 'a.py': 'new\n', 'b.ipynb': 'new', 'c.py': 'fine\n' },
      stderr: '',
    });
  });

  test.each([
    ['hard', 1],
    ['old hard', 1],
    ['weak', 0],
    ['fine', 0],
  ])('%j exits %i', async (text, code) => {
    expect((await runInMemory(['a.py'], { files: { 'a.py': text } })).code).toBe(code);
  });

  test('--strict leaves what is assumed to a person', async () => {
    const { code, files } = await runInMemory(['--strict', 'a.py'], { files: { 'a.py': 'weak old' } });
    expect({ code, files }).toEqual({ code: 1, files: { 'a.py': 'weak new' } });
  });

  test('one failure is one line, and the others go on', async () => {
    const { code, files, stderr } = await runInMemory(['gone.py', 'bad.py', 'a.py'], {
      files: { 'bad.py': 'crash', 'a.py': 'old' },
    });
    expect(code).toBe(2);
    expect(files['a.py']).toBe('new');
    expect(files['bad.py']).toBe('crash');
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^error: bad\.py: internal error.*the engine fell over/),
      'error: gone.py: no such file',
      '',
    ]);
  });

  test('a path given twice is one file', async () => {
    const { stdout } = await runInMemory(['-v', 'a.py', 'a.py'], { files: { 'a.py': 'old' } });
    expect(stdout).toContain('1 file changed');
  });

  test('control characters of a path do not reach the terminal', async () => {
    const path = 'a\u001b[31m\n\u202e.py';
    const { stderr } = await runInMemory([path]);
    expect(stderr).toBe('error: a\\x1b[31m\\n\\u202e.py: no such file\n');
  });
});

describe('--in-file and --out-file', () => {
  const files = { 'a.py': 'old hard', 'b.ipynb': 'old' };

  test('write the result elsewhere; findings alone stay 0', async () => {
    const result = await runInMemory(['--in-file', 'a.py', '--out-file', 'out/b.py'], { files });
    expect(result).toMatchObject({ code: 0, stderr: '', files: { 'a.py': 'old hard', 'out/b.py': 'new hard' } });
  });

  test('write what needs no change, too', async () => {
    const result = await runInMemory(['--in-file=a.py', '--out-file=b.py'], { files: { 'a.py': 'fine' } });
    expect(result).toMatchObject({ code: 0, files: { 'b.py': 'fine' } });
  });

  test('warn of a file that they overwrite, also when it is the input', async () => {
    const result = await runInMemory(['--in-file', 'b.ipynb', '--out-file', 'b.ipynb'], { files });
    expect(result).toMatchObject({ code: 0, stderr: 'Overwriting file b.ipynb\n', files: { 'b.ipynb': 'new' } });
  });

  test('write nothing when the input is bad', async () => {
    const result = await runInMemory(['--in-file', 'gone.py', '--out-file', 'a.py'], { files });
    expect(result).toMatchObject({ code: 2, stderr: 'error: gone.py: no such file\n', files });
  });

  test('fail with one line when the output cannot be written', async () => {
    const result = await runInMemory(['--in-file', 'a.py', '--out-file', 'full/a.py'], { files });
    expect(result).toMatchObject({ code: 2, stderr: 'error: a.py: full/a.py: no room\n' });
  });

  test.each([
    [['--in-file', 'a.py', '--out-file', 'a.ipynb'], "not in '.py' and '.ipynb'"],
    [['--in-file', 'a.txt', '--out-file', 'a.txt'], "not in '.txt'"],
    [['--in-file', 'a', '--out-file', 'a.py'], "not in ''"],
    [['--in-file', 'a.py'], '--out-file is missing'],
    [['--out-file', 'a.py'], '--in-file is missing'],
    [['--in-file', 'a.py', '--out-file', 'b.py', 'c.py'], 'not both'],
  ])('%j is refused', async (args, message) => {
    const result = await runInMemory(args, { files });
    expect(result).toMatchObject({ code: 2, stdout: '', files });
    expect(result.stderr).toContain(message);
  });
});

describe('standard input', () => {
  test('goes to standard output, the report to standard error', async () => {
    const result = await runInMemory(['-', '--stdin-filename', 'x/train.py'], { stdin: 'old hard\n' });
    expect(result).toMatchObject({ code: 1, stdout: 'new hard\n' });
    expect(result.stderr).toContain('x/train.py:1:5: manual hard-word');
  });

  test('that needs no change is passed on', async () => {
    expect(await runInMemory(['-', '-q'], { stdin: 'fine\n' })).toMatchObject({
      code: 0,
      stdout: 'fine\n',
      stderr: '',
    });
  });

  test('with JSON stands in the report', async () => {
    const { stdout } = await runInMemory(['-', '--output-format', 'json'], { stdin: 'old\n' });
    expect(JSON.parse(stdout).files).toMatchObject([{ path: 'stdin.py', status: 'changed', output: 'new\n' }]);
  });

  test.each([[['-', 'a.py']], [['--stdin-filename', 'a.py', 'b.py']], [[]]])('%j is refused', async (args) => {
    expect(await runInMemory(args)).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('--check and --diff', () => {
  const files = { 'a.py': 'one\nold\n', 'b.ipynb': 'old' };

  test('--check writes nothing and exits 1 while changes are pending', async () => {
    const result = await runInMemory(['--check', 'a.py'], { files });
    expect(result).toMatchObject({ code: 1, files });
    expect(result.stdout).toContain('1 file would change');
    expect(await runInMemory(['--check', 'a.py'], { files: { 'a.py': 'new' } })).toMatchObject({ code: 0 });
    expect(await runInMemory(['--check', '--in-file', 'a.py', '--out-file', 'c.py'], { files })).toMatchObject({
      code: 1,
      files,
    });
  });

  test('--diff shows files and cells on standard output and writes nothing', async () => {
    const result = await runInMemory(['--diff', 'a.py', 'b.ipynb'], { files });
    expect(result).toMatchObject({ code: 0, files });
    expect(result.stdout).toBe(
      '--- a.py\n+++ a.py\n@@ -1,2 +1,2 @@\n one\n-old\n+new\n' +
        '--- b.ipynb:cell 7\n+++ b.ipynb:cell 7\n@@ -1 +1 @@\n-old\n\\ No newline at end of file\n+new\n\\ No newline at end of file\n',
    );
    expect(result.stderr).toContain('2 files would change');
  });

  test('--diff in JSON is a field', async () => {
    const { stdout } = await runInMemory(['--diff', '--output-format', 'json', 'a.py'], { files });
    expect(JSON.parse(stdout).files[0].diff).toContain('-old\n+new\n');
  });
});

describe('rules', () => {
  test.each(['--select', '--ignore'])('%s refuses unknown names and offers the nearest', async (option) => {
    const result = await runInMemory([option, 'old-word,hard-wrd', 'a.py'], { files: { 'a.py': 'old' } });
    expect(result).toMatchObject({ code: 2, files: { 'a.py': 'old' } });
    expect(result.stderr).toContain("unknown rule 'hard-wrd': did you mean 'hard-word'?");
  });

  test('rules lists them within the terminal', async () => {
    const { code, stdout } = await runInMemory(['rules'], { columns: 30, isTerminal: true });
    expect(code).toBe(0);
    expect(stdout).toContain('old-word   The word old is\n           called new.\n');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(30);
  });

  test('rule explains one with its examples', async () => {
    const { code, stdout } = await runInMemory(['rule', 'old-word']);
    expect(code).toBe(0);
    expect(stdout).toContain('Before:\n\n  old\n\nAfter:\n\n  new\n');
    expect((await runInMemory(['rule', 'hard-word'])).stdout).toContain('Reported, not rewritten:\n\n  hard\n');
  });

  test('rule offers the nearest name', async () => {
    const result = await runInMemory(['rule', 'oldword']);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain("did you mean 'old-word'?");
    expect((await runInMemory(['rule', 'zzzzzzzzzzzzzzzz'])).stderr).toContain('lists them');
  });

  test('both speak JSON', async () => {
    expect(JSON.parse((await runInMemory(['rules', '--output-format', 'json'])).stdout)).toHaveLength(2);
    expect(JSON.parse((await runInMemory(['rule', 'old-word', '--output-format', 'json'])).stdout)).toMatchObject({
      name: 'old-word',
      guide: 'Words',
    });
  });
});

describe('usage', () => {
  test('-h and -V go to standard output with 0', async () => {
    const help = await runInMemory(['-h']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(Math.max(...help.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(await runInMemory(['-V'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  test.each([
    [['--chek', 'a.py'], 'Did you mean --check'],
    [['--output-format', 'xml', 'a.py'], 'text, json'],
    [['-q', '-v', 'a.py'], 'cannot be used with'],
    [['rule'], 'missing required argument'],
    [['--\u001b[31m'], '\\x1b[31m'],
  ])('%j exits 2', async (args, message) => {
    const result = await runInMemory(args, { files: { 'a.py': 'old' } });
    expect(result).toMatchObject({ code: 2, stdout: '', files: { 'a.py': 'old' } });
    expect(result.stderr).toContain(message);
  });

  test.each<[string[], Record<string, string>, boolean, boolean]>([
    [[], {}, true, true],
    [[], {}, false, false],
    [[], { NO_COLOR: '1' }, true, false],
    [[], { TERM: 'dumb' }, true, false],
    [['--color', 'never'], {}, true, false],
    [['--color', 'always'], { NO_COLOR: '1' }, false, true],
  ])('colours: %j %j terminal %j → %j', async (args, env, isTerminal, colored) => {
    const { stdout } = await runInMemory([...args, 'a.py'], { files: { 'a.py': 'hard' }, env, isTerminal });
    expect(stdout.includes('\u001b[')).toBe(colored);
  });

  test('-q reports failures only, -v everything', async () => {
    const files = { 'a.py': 'old hard', 'b.py': 'fine' };
    expect(await runInMemory(['-q', 'a.py', 'gone.py'], { files })).toMatchObject({
      stdout: '',
      stderr: 'error: gone.py: no such file\n',
    });
    const normal = (await runInMemory(['a.py', 'b.py'], { files })).stdout;
    expect(normal).not.toContain('old-word');
    expect(normal).not.toContain('b.py');
    const verbose = (await runInMemory(['-v', 'a.py', 'b.py'], { files })).stdout;
    expect(verbose).toContain('a.py:1:1: migrated old-word');
    expect(verbose).toContain('b.py: unchanged, no v1 use found');
  });
});
