import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildCommand } from '../support/build.js';

const bin = fileURLToPath(new URL('../../bin/sagemaker-upgrade-v2.js', import.meta.url));
const oldCode = 'from sagemaker.estimator import Estimator\nEstimator("i", role, train_instance_count=1)\n';
const newCode = oldCode.replace('train_instance_count', 'instance_count');

/** A project as it might be in 2020; each file with what a run makes of it. */
const project: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'train.py': [oldCode, newCode],
  'requirements.txt': ['boto3\nsagemaker==1.72.0  # ours\n', 'boto3\nsagemaker>=2,<3  # ours\n'],
  'requirements/dev.txt': ['-r ../requirements.txt\nsagemaker\n', '-r ../requirements.txt\nsagemaker>=2,<3\n'],
  'pyproject.toml': [
    '[project]\ndependencies = ["sagemaker<2"]\n[tool.sagemaker-upgrade-v2]\nstrict = true\n',
    '[project]\ndependencies = ["sagemaker>=2,<3"]\n[tool.sagemaker-upgrade-v2]\nstrict = true\n',
  ],
  'setup.py': [
    "from setuptools import setup\nsetup(install_requires=['sagemaker'])\n",
    "from setuptools import setup\nsetup(install_requires=['sagemaker>=2,<3'])\n",
  ],
  'docker/Dockerfile': [
    'FROM python:3.9\nRUN pip install sagemaker==1.*\n',
    'FROM python:3.9\nRUN pip install "sagemaker>=2,<3"\n',
  ],
  '.github/workflows/ci.yml': [
    'on: push\njobs:\n  a:\n    steps:\n      - run: pip install sagemaker==1.72.0\n',
    'on: push\njobs:\n  a:\n    steps:\n      - run: pip install "sagemaker>=2,<3"\n',
  ],
  'poetry.lock': [
    '[[package]]\nname = "sagemaker"\nversion = "1.72.0"\n',
    '[[package]]\nname = "sagemaker"\nversion = "1.72.0"\n',
  ],
};
const names = Object.keys(project);

let folder = '';

beforeAll(buildCommand);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dependencies-'));
  mkdirSync(join(folder, '.git'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' });
}

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const tree = (): string[] => names.map(read);
const all = (which: 0 | 1): string[] => names.map((name) => project[name]?.[which] ?? '');

function writeProject(): void {
  for (const name of names) write(name, project[name]?.[0] ?? '');
}

describe('what a project needs', () => {
  test('moves with its code; a second run changes nothing; undo gives all back', () => {
    writeProject();
    expect(start('.')).toMatchObject({ status: 1, stderr: '', stdout: expect.stringContaining('poetry lock') });
    expect(tree()).toEqual(all(1));
    expect(start('.').stdout).toContain('8 files unchanged');
    expect(start('undo').stdout).toContain('7 files restored');
    expect(tree()).toEqual(all(0));
  });

  test('is checked and shown without being written, and written elsewhere', () => {
    writeProject();
    const { files } = JSON.parse(start('--check', '--output-format', 'json', '.').stdout);
    expect(files.map(({ path }: { path: string }) => path)).toEqual([...names].sort());
    expect(start('--diff', '.').stdout).toContain('-sagemaker==1.72.0  # ours\n+sagemaker>=2,<3  # ours\n');
    expect(tree()).toEqual(all(0));
    expect(start('-q', '--out-dir', 'out', '.').status).toBe(1);
    expect(names.map((name) => read(`out/${name}`))).toEqual(all(1));
    expect(tree()).toEqual(all(0));
  });

  test('is left alone with --no-dependencies, and by the configuration', () => {
    writeProject();
    expect(start('--check', '--no-dependencies', '.').stdout).toContain('1 file would change, 1 file unchanged');
    write('pyproject.toml', '[tool.sagemaker-upgrade-v2]\ndependencies = false\n');
    expect(start('.').status).toBe(0);
    expect(names.filter((name) => name !== 'pyproject.toml' && read(name) !== project[name]?.[0])).toEqual([
      'train.py',
    ]);
  });

  test('asks for what --pin says', () => {
    write('requirements.txt', 'sagemaker==1.72.0\n');
    write('a.py', "import os\nos.system('pip install sagemaker==1.72.0')\n");
    expect(start('--pin', '==2.257.6', '.').status).toBe(0);
    expect(read('requirements.txt')).toBe('sagemaker==2.257.6\n');
    expect(read('a.py')).toContain('sagemaker==2.257.6');
    expect(start('--pin', '>=1', '.')).toMatchObject({ status: 2, stderr: expect.stringContaining('range of 2.x') });
  });

  test('is migrated when it is given by name, and read from standard input by its name', () => {
    write('Dockerfile', 'RUN pip install sagemaker==1.72\n');
    expect(start('Dockerfile').status).toBe(0);
    expect(read('Dockerfile')).toBe('RUN pip install "sagemaker>=2,<3"\n');
    const options = { cwd: folder, encoding: 'utf8', input: 'sagemaker<2\n' } as const;
    const { stdout } = spawnSync(process.execPath, [bin, '--stdin-filename', 'requirements.txt', '-'], options);
    expect(stdout).toBe('sagemaker>=2,<3\n');
    expect(start('--no-dependencies', 'Dockerfile')).toMatchObject({ status: 2 });
  });
});

describe('a requirement that names no version', () => {
  const code: readonly (readonly [string, string, string])[] = [
    ['is limited where there is code of v1', oldCode, 'sagemaker>=2,<3\n'],
    ['is left where there is code of v2', newCode, 'sagemaker\n'],
    ['is left where there is no code', 'x = 1\n', 'sagemaker\n'],
    [
      'is left where the code serves both versions',
      `try:\n    from sagemaker.inputs import TrainingInput\nexcept ImportError:\n    from sagemaker import s3_input as TrainingInput\n`,
      'sagemaker\n',
    ],
  ];

  test.each(code)('%s', (_, text, after) => {
    write('z/train.py', text);
    write('requirements.txt', 'sagemaker\n');
    start('-q', '.');
    expect(read('requirements.txt')).toBe(after);
  });

  test('is judged by the whole tree, whichever part it falls into', () => {
    for (let i = 0; i < 6; i += 1) {
      write(`requirements/r${i}.txt`, 'sagemaker\n');
      write(`p${i}.py`, i === 5 ? oldCode : 'x = 1\n');
    }
    const parts = [1, 2, 3].map((part) => {
      const { stdout } = start('--check', '--output-format', 'json', '--shard', `${part}/3`, '.');
      write(`.reports/${part}.json`, stdout);
      return `.reports/${part}.json`;
    });
    const whole = start('--check', '--output-format', 'json', '.').stdout;
    expect(start('report', 'merge', '--check', '--output-format', 'json', ...parts).stdout).toBe(whole);
    expect(JSON.parse(whole).summary.files.changed).toBe(7);
  });
});

describe('SciPy, which came with v1', () => {
  const scipy = (code: string, more: Readonly<Record<string, string>> = {}): string => {
    write('requirements.txt', 'sagemaker==1.72.0\nboto3\n');
    write('constraints.txt', 'sagemaker<2\n');
    write('Dockerfile', 'RUN pip install sagemaker==1.72.0\n');
    write('a.py', code);
    for (const [name, text] of Object.entries(more)) write(name, text);
    start('-q', '.');
    expect(read('constraints.txt') + read('Dockerfile')).not.toContain('scipy');
    return read('requirements.txt');
  };

  test('is required where code imports it', () => {
    expect(scipy('import scipy.stats\n')).toBe('sagemaker>=2,<3\nscipy\nboto3\n');
  });

  test('is required where a notebook imports it', () => {
    const cell = { cell_type: 'code', source: ['import os\n', 'from scipy import stats\n'] };
    const notebook = JSON.stringify({ cells: [cell], nbformat: 4, nbformat_minor: 2, metadata: {} }, null, 1);
    expect(scipy('x = 1\n', { 'b.ipynb': notebook })).toContain('scipy');
  });

  test('is left out where nothing imports it, and where it is required already', () => {
    expect(scipy('import scipyx\n# import scipy\n')).toBe('sagemaker>=2,<3\nboto3\n');
    expect(scipy('import scipy\n', { 'setup.cfg': '[options]\ninstall_requires = scipy\n' })).not.toContain('scipy');
  });

  test('is for a person where the requirement is a table', () => {
    write('a.py', 'import scipy\n');
    write('Pipfile', '[packages]\nsagemaker = "<2"\n');
    expect(start('.')).toMatchObject({ status: 1, stdout: expect.stringContaining('require scipy') });
  });
});

test('--docs takes pages and docstrings, too', () => {
  const page = (code: string): string => `# x\n\n\`\`\`python\n${code}\`\`\`\n`;
  write('README.md', page(oldCode));
  expect(start('.').stdout).toContain('No Python file or notebook');
  expect(start('--docs', '.').status).toBe(0);
  expect(read('README.md')).toBe(page(newCode));
});
