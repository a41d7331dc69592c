import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findConfig, readConfig } from '../../src/io/config/find.js';
import { parseConfig } from '../../src/io/config/parse.js';

describe('a text', () => {
  test('gives values and per-file ignores', () => {
    const text = `
[project]
name = "x"
[tool.sagemaker-upgrade-v2]
strict = true
select = ["a", "b"]
jobs = 3
[tool.sagemaker-upgrade-v2.per-file-ignores]
"tests/**" = ["pinned-sdk"]
`;
    expect(parseConfig(text, 'pyproject.toml', false)).toEqual({
      path: 'pyproject.toml',
      values: { strict: true, select: ['a', 'b'], jobs: 3 },
      perFileIgnores: { 'tests/**': ['pinned-sdk'] },
    });
  });

  test.each([['[project]\nname = "x"\n'], ['this is = not [ toml'], ['[tool.black]\nx = "sagemaker-upgrade-v2"\n']])(
    'of a pyproject.toml without a section is none: %j',
    (text) => {
      expect(parseConfig(text, 'pyproject.toml', false)).toBeUndefined();
    },
  );

  test.each(['sagemaker-upgrade', 'sagemaker_upgrade_v2', 'SageMaker-Upgrade-v2', 'sagemaker-upgrade-v2-'])(
    'with a section that is meant for this program is refused: %s',
    (name) => {
      const text = `[tool.${name}]\nstrict = true\n`;
      expect(() => parseConfig(text, 'pyproject.toml', false)).toThrow('did you mean [tool.sagemaker-upgrade-v2]?');
    },
  );

  test.each([
    ['exlude = []', "has no key 'exlude' for this program: did you mean 'exclude'?"],
    ['zzzzzzzzzz = 1', "has no key 'zzzzzzzzzz' for this program"],
    ['constructor = 1', "has no key 'constructor' for this program"],
    ['__proto__ = 1', "has no key '__proto__' for this program"],
    ['strict = "yes"', "'strict' has to be true or false"],
    ['jobs = 0', "'jobs' has to be a whole number from 1"],
    ['jobs = 1.5', "'jobs' has to be a whole number from 1"],
    ['select = "a"', "'select' has to be a list of strings"],
    ['select = [1]', "'select' has to be a list of strings"],
    ['per-file-ignores = ["a"]', "'per-file-ignores' has to be a table"],
    ['[per-file-ignores]\n"*.py" = "a"', "'per-file-ignores'.'*.py' has to be a list of rules"],
    ['a = 1\na = 2', 'is not valid TOML'],
    ['x = ', 'line 1: is not valid TOML'],
  ])('that is wrong is refused: %j', (text, message) => {
    expect(() => parseConfig(text, 'c.toml', true)).toThrow(message);
  });
});

describe('the search', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'config-'));
    mkdirSync(join(root, 'a/b'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const write = (name: string, text: string): void => writeFileSync(join(root, name), text);

  test('takes the nearest file that has a section', async () => {
    write('pyproject.toml', '[tool.sagemaker-upgrade-v2]\njobs = 1\n');
    write('a/pyproject.toml', '[tool.other]\n');
    expect(await findConfig(join(root, 'a/b'))).toMatchObject({ values: { jobs: 1 } });
    write('a/sagemaker-upgrade-v2.toml', 'jobs = 2\n');
    expect(await findConfig(join(root, 'a/b'))).toMatchObject({ values: { jobs: 2 } });
  });

  test('ends at the root of a repository', async () => {
    write('sagemaker-upgrade-v2.toml', 'jobs = 1\n');
    execFileSync('git', ['init', '-q', join(root, 'a')]);
    expect(await findConfig(join(root, 'a/b'))).toBeUndefined();
  });

  test('passes over what is no file, and says what is wrong with one that is named', async () => {
    mkdirSync(join(root, 'pyproject.toml'));
    execFileSync('mkfifo', [join(root, 'sagemaker-upgrade-v2.toml')]);
    execFileSync('git', ['init', '-q', root]);
    expect(await findConfig(root)).toBeUndefined();
    await expect(readConfig(join(root, 'none.toml'))).rejects.toThrow('no such file');
    await expect(readConfig(join(root, 'pyproject.toml'))).rejects.toThrow('is no file');
  });
});
