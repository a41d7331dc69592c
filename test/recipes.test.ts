import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { addOptions } from '../src/cli/options.js';
import { CONFIG_KEYS } from '../src/io/config/keys.js';
import { parseConfig } from '../src/io/config/parse.js';
import { buildCommand } from './support/build.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const scale = read('docs/scale.md');

/** The code blocks of a page in a language, with the heading that they stand under. */
function blocks(page: string, language: string): { title: string; code: string }[] {
  let title = '';
  return page.split(/^(?=#{2,3} |```)/m).flatMap((part) => {
    title = /^#{2,3} (.*)/.exec(part)?.[1] ?? title;
    const code = new RegExp(`^\`\`\`${language}\n(.*)`, 's').exec(part)?.[1];
    return code === undefined ? [] : [{ title, code }];
  });
}

const optionNames = addOptions(new Command()).options.flatMap(({ long, short }) => [long, short]);

describe('the recipes', () => {
  test('use options that there are', () => {
    const commands = [scale, read('docs/configuration.md'), read('.pre-commit-hooks.yaml'), read('scripts/action.sh')]
      .join('\n')
      .matchAll(/sagemaker-upgrade-v2((?: +(?:-{1,2}[a-z-]+|[\w.{}/$]+))+)/g);
    const used = [...commands].flatMap(([, words = '']) => words.split(/ +/).filter((word) => /^-/.test(word)));
    expect(used.length).toBeGreaterThan(15);
    expect(used.filter((name) => !optionNames.includes(name) && name !== '--list')).toEqual([]);
  });

  test.each(blocks(scale, 'yaml'))('$title: YAML', ({ code }) => {
    for (const document of parseAllDocuments(code)) expect(document.errors).toEqual([]);
  });

  test.each(blocks(scale, 'json'))('$title: JSON', ({ code }) => {
    expect(JSON.parse(code)).toMatchObject({ arrayProperties: { size: 20 } });
  });

  test.each(blocks(scale, 'sh'))('$title: shell', ({ code }) => {
    execFileSync('sh', ['-n'], { input: code });
  });

  test('the example of the configuration is one, and has every key', () => {
    const [example] = blocks(read('docs/configuration.md'), 'toml');
    const config = parseConfig(example?.code ?? '', 'pyproject.toml', false);
    const keys = [...Object.keys(config?.values ?? {}), 'per-file-ignores'];
    expect(keys.sort()).toEqual(Object.keys(CONFIG_KEYS).sort());
  });
});

test('the hooks and the action are what their programs read', () => {
  const hooks: unknown = parse(read('.pre-commit-hooks.yaml'));
  expect(hooks).toMatchObject([
    { id: 'sagemaker-upgrade-v2', language: 'node', types_or: ['python', 'jupyter'] },
    { id: 'sagemaker-upgrade-v2-check', language: 'node', entry: expect.stringContaining('--check') },
  ]);
  const action = parse(read('action.yml'));
  expect(action.runs.using).toBe('composite');
  // Inputs reach the shell by the environment alone: one could hold a command.
  for (const step of action.runs.steps) expect(step.run ?? '').not.toContain('inputs.');
});

describe('run here', () => {
  const work = mkdtempSync(join(tmpdir(), 'recipes-'));
  const bin = join(work, 'bin');
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
  beforeAll(() => {
    buildCommand();
    mkdirSync(bin);
    const program = join(root, 'bin/sagemaker-upgrade-v2.js');
    writeFileSync(join(bin, 'sagemaker-upgrade-v2'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
    chmodSync(join(bin, 'sagemaker-upgrade-v2'), 0o755);
    mkdirSync(join(work, 'tree'));
    for (let i = 0; i < 30; i += 1) {
      writeFileSync(join(work, 'tree', `f${i}.py`), 'from sagemaker.session import s3_input\ns3_input("s")\n');
    }
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  const hasParallel = spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.includes('GNU') === true;
  test.runIf(hasParallel)('GNU parallel: the parts and their report', () => {
    const code = blocks(scale, 'sh').find(({ title }) => title === 'GNU parallel')?.code ?? '';
    const { status, stdout } = spawnSync('bash', ['-c', code], { cwd: join(work, 'tree'), env, encoding: 'utf8' });
    expect({ status, end: stdout.trim().split('\n').at(-1) }).toEqual({
      status: 1,
      end: '30 files would change. 60 v1 uses found: 60 migrated.',
    });
  });

  test('the action: annotations, words with blanks, and nothing of its inputs is run', () => {
    mkdirSync(join(work, 'tree', 'a b'));
    writeFileSync(join(work, 'tree', 'a b', 'c.py'), 'from sagemaker.session import s3_input\n');
    const step = (paths: string, args: string) =>
      spawnSync('bash', [join(root, 'scripts/action.sh')], {
        cwd: join(work, 'tree'),
        env: {
          ...env,
          PROGRAM: join(root, 'bin/sagemaker-upgrade-v2.js'),
          INPUT_PATHS: paths,
          INPUT_ARGS: args,
          GITHUB_OUTPUT: join(work, 'output'),
        },
        encoding: 'utf8',
      });
    const found = step("f0.py 'a b'", "--extend-exclude 'no such folder/'");
    expect(found.status).toBe(1);
    expect(found.stdout).toMatch(/^::\w+ .*file=f0\.py/m);
    expect(found.stdout).toMatch(/^::\w+ .*file=a b\/c\.py/m);
    expect(readFileSync(join(work, 'output'), 'utf8')).toBe('exit-code=1\n');
    expect(step('$(touch ran) `touch ran` ; touch ran', '').status).toBe(2);
    expect(existsSync(join(work, 'tree', 'ran'))).toBe(false);
    rmSync(join(work, 'tree', 'a b'), { recursive: true });
  });

  test('make', () => {
    writeFileSync(join(work, 'tree', 'Makefile'), blocks(scale, 'make')[0]?.code ?? '');
    const { status, stdout } = spawnSync('make', ['sagemaker-check'], {
      cwd: join(work, 'tree'),
      env,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: expect.stringContaining('30 files would change') });
  });
});
