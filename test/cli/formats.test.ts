import { expect, test } from 'vitest';
import { runInMemory } from './memory-host.js';

const files = { 'a.py': 'old\nhard\n', 'b.py': 'crash\n', 'c.py': 'fine\n' };
const paths = Object.keys(files);

test.each([
  ['jsonl', /^\{"path":"a.py".*\}\n\{"path":"b.py".*\}\n\{"path":"c.py".*\}\n$/],
  ['sarif', /^\{"\$schema":.*"results":\[\n\{"ruleId":"old-word".*\}\]\}\n$/s],
  ['github', /^::notice file=a.py.*\n::error file=a.py.*\n::error file=b.py.*\n1 file changed/],
  ['gitlab', /^\[\n\{"description":.*\}\n\]\n$/s],
  ['junit', /^<\?xml.*<testsuite name="c.py".*<\/testsuites>\n$/s],
  ['markdown', /^### .*\| `a.py` \| 2 \| `hard-word` \| manual \|/s],
  ['html', /^<!doctype html>.*<\/html>\n$/s],
])('%s goes to standard output, alone', async (format, form) => {
  const { stdout, code, stderr } = await runInMemory(['--output-format', format, ...paths], { files });
  expect(stdout).toMatch(form);
  expect(stderr).toMatch(/^error: b.py: /);
  expect(code).toBe(2);
});

test('--output-file: the report is in the file, the numbers are on standard output', async () => {
  const there = await runInMemory(['--output-format', 'sarif', ...paths], { files });
  const run = await runInMemory(['--output-format', 'sarif', '--output-file', 'r.sarif', ...paths], { files });
  expect(run.files['r.sarif']).toBe(there.stdout);
  expect(run.stdout).toContain('1 file changed, 1 file unchanged, 1 file failed.');
  expect(run.code).toBe(there.code);
  const quiet = await runInMemory(['-q', '--output-format', 'sarif', '--output-file', 'r.sarif', ...paths], { files });
  expect([quiet.stdout, quiet.files['r.sarif']]).toEqual(['', there.stdout]);
});

test('--output-file with --diff: the diff is on standard output, the numbers are on standard error', async () => {
  const args = ['--diff', '--output-format', 'junit', '--output-file', 'r.xml', 'a.py'];
  const { stdout, stderr, files: after } = await runInMemory(args, { files });
  expect(stdout).toContain('--- a.py\n+++ a.py\n@@ -1,2 +1,2 @@\n-old\n+new\n');
  expect(stderr).toContain('1 file would change.');
  expect(after['r.xml']).toContain('failures="2"');
  expect(after['a.py']).toBe(files['a.py']);
});

test('--output-file with -: the code is on standard output', async () => {
  const args = ['-', '--output-format', 'json', '--output-file', 'r.json'];
  const { stdout, stderr, files: after } = await runInMemory(args, { stdin: 'old\n' });
  expect(stdout).toBe('new\n');
  expect(stderr).toContain('1 file changed.');
  expect(JSON.parse(after['r.json'] ?? '').files[0].output).toBe('new\n');
});

test('a report that cannot be written is an error', async () => {
  const { code, stderr } = await runInMemory(['--output-file', 'full/r.txt', 'a.py'], { files });
  expect([code, stderr]).toEqual([2, 'error: full/r.txt: no room\n']);
});

test.each(['sarif', 'html', 'junit', 'jsonl'])('merged reports give %s as one run does', async (format) => {
  const one = await runInMemory(['--check', '--output-format', format, 'a.py', 'c.py'], { files });
  const part = async (path: string): Promise<string> =>
    (await runInMemory(['--check', '--output-format', 'json', path], { files })).stdout;
  const reports = { 'c.json': await part('c.py'), 'a.json': await part('a.py') };
  const args = ['report', 'merge', '--check', '--output-format', format, ...Object.keys(reports)];
  const merged = await runInMemory(args, { files: reports });
  // Code is in no JSON report, so that a merged page shows none.
  if (format === 'html') expect(merged.stdout).toContain('The word hard is gone');
  else expect(merged.stdout).toBe(one.stdout);
});

test.each([
  [['dry-run', '--output-format', 'sarif', 'a.py'], 'dry-run knows only --output-format text and json'],
  [['rules', '--output-format', 'html'], 'rules knows only --output-format text and json'],
  [['rule', 'old-word', '--output-file', 'x'], 'rule has no --output-file'],
])('%j is refused', async (args, message) => {
  expect(await runInMemory(args, { files })).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
});
