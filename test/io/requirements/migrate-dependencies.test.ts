import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dependencyFormatOf } from '../../../src/io/requirements/kinds.js';
import { migrateText } from '../../support/dependency-tester.js';

describe('lock files', () => {
  it.each([
    ['poetry.lock', '[[package]]\nname = "sagemaker"\nversion = "1.72.0"\n', 'poetry lock'],
    ['pdm.lock', '[[package]]\nname = "sagemaker"\nversion = "1.72.0"\n', 'pdm update sagemaker'],
    ['uv.lock', '[[package]]\nname = "sagemaker"\nversion = "1.72.0"\n', 'uv lock --upgrade-package sagemaker'],
    [
      'Pipfile.lock',
      '{"default": {\n"sagemaker": {"hashes": ["x"],\n"version": "==1.72.0"}}}',
      'pipenv update sagemaker',
    ],
    [
      'conda-lock.yml',
      'package:\n- name: sagemaker-python-sdk\n  version: 1.72.0\n',
      'conda-lock --update sagemaker-python-sdk',
    ],
  ])('%s is reported with the command that renews it', (path, text, command) => {
    const { text: after, findings } = migrateText(path, text, { limitsOpen: true });
    expect(after).toBe(text);
    expect(findings).toMatchObject([
      { rule: 'sdk-lock-file', state: 'manual', line: 2, message: expect.stringContaining(`"${command}"`) },
    ]);
    expect(migrateText(path, text.replace('1.72.0', '2.15.2')).findings).toEqual([]);
    expect(migrateText(path, text.replace('"sagemaker"', '"sagemaker-x"').replace('python-sdk', 'x')).findings).toEqual(
      [],
    );
  });
});

describe('suppressions', () => {
  it.each([
    ['requirements.txt', 'sagemaker==1.72.0  # sagemaker-upgrade: ignore[sdk-requirement] until March\n'],
    ['requirements.txt', '# sagemaker-upgrade: ignore\nsagemaker \\\n  ==1.72.0\n'],
    [
      'Dockerfile',
      '# sagemaker-upgrade: ignore[sdk-requirement]\nRUN x \\\n  && pip install \\\n   sagemaker==1.72.0\n',
    ],
    ['environment.yml', '# sagemaker-upgrade: ignore-file\ndependencies:\n- a\n- sagemaker-python-sdk=1.72\n'],
    ['a.sh', '# sagemaker-upgrade: ignore-start\npip install sagemaker==1.0\n# sagemaker-upgrade: ignore-end\n'],
  ])('%s: %j', (path, text) => {
    const { text: after, findings } = migrateText(path, text);
    expect(after).toBe(text);
    expect(findings.map(({ state }) => state)).toEqual(['suppressed']);
  });

  it('of other rules and other lines switch nothing off', () => {
    const text = 'a # sagemaker-upgrade: ignore\nsagemaker<2 # sagemaker-upgrade: ignore[sdk-lock-file]\n';
    expect(migrateText('requirements.txt', text).text).toContain('sagemaker>=2,<3');
  });
});

describe('--add-suppressions', () => {
  it.each([
    [
      'requirements.txt',
      '  sagemaker==1.0 \\\n  --hash=sha256:aa\n',
      '  # sagemaker-upgrade: ignore[sdk-requirement]\n',
    ],
    [
      'poetry.lock',
      '[[package]]\nname = "sagemaker"\nversion = "1.0"\n',
      '[[package]]\n# sagemaker-upgrade: ignore[sdk-lock-file]\n',
    ],
    [
      'Dockerfile',
      'FROM x\nRUN a \\\n && pip install sagemaker==$V\n',
      'FROM x\n# sagemaker-upgrade: ignore[sdk-requirement]\n',
    ],
    [
      '.gitlab-ci.yml',
      'a:\n  script:\n    - |\n      sagemaker mxnet train\n',
      'a:\n  script:\n    - |\n      # sagemaker-upgrade: ignore[sagemaker-cli]\n',
    ],
    [
      'pyproject.toml',
      '[project]\nrequires-python = ">=2.7"\ndependencies = ["sagemaker"]\n',
      '[project]\n# sagemaker-upgrade: ignore[python-requires]\n',
    ],
  ])('%s: %j', (path, text, head) => {
    const { text: after, findings } = migrateText(path, text, { addSuppressions: true });
    expect(findings.map(({ state }) => state)).toEqual(['suppressed']);
    expect(after.startsWith(head)).toBe(true);
    expect(
      after
        .split('\n')
        .filter((line) => !line.includes('ignore['))
        .join('\n'),
    ).toBe(text);
    expect(migrateText(path, after).findings.map(({ state }) => state)).toEqual(['suppressed']);
    expect(migrateText(path, after, { addSuppressions: true }).text).toBe(after);
  });

  it('writes nothing where a comment would be something else', () => {
    const json = '{"default": {"sagemaker": {"version": "==1.72.0"}}}';
    const folded = 'a:\n  script:\n    - >\n      echo x;\n      sagemaker mxnet train\n';
    for (const [path, text] of [
      ['Pipfile.lock', json],
      ['.gitlab-ci.yml', folded],
    ] as const) {
      const { text: after, findings } = migrateText(path, text, { addSuppressions: true });
      expect(after).toBe(text);
      expect(findings.map(({ state }) => state)).toEqual(['manual']);
    }
  });
});

test('--report-unused-suppressions', () => {
  const text =
    'boto3  # sagemaker-upgrade: ignore\nsagemaker<2  # sagemaker-upgrade: ignore[sdk-requirement, python-requires]\n';
  const { findings } = migrateText('requirements.txt', text, { reportUnusedSuppressions: true });
  expect(
    findings.filter(({ rule }) => rule === 'unused-suppression').map(({ line, message }) => [line, message]),
  ).toEqual([
    [1, expect.stringContaining('remove it')],
    [2, expect.stringContaining('python-requires')],
  ]);
});

test('--select and --ignore count', () => {
  const text = 'FROM python:2.7\nRUN pip install sagemaker==1.72.0\n';
  const rules = (options: Parameters<typeof migrateText>[2]) =>
    migrateText('Dockerfile', text, options).findings.map(({ rule }) => rule);
  expect(rules({})).toEqual(['python-requires', 'sdk-requirement']);
  expect(rules({ ignore: ['python-requires'] })).toEqual(['sdk-requirement']);
  expect(rules({ select: ['python-requires'] })).toEqual(['python-requires']);
});

describe('file names', () => {
  it.each([
    ['requirements.txt', 'pip'],
    ['a/requirements-dev.txt', 'pip'],
    ['dev-requirements.in', 'pip'],
    ['dev_requirements.txt', 'pip'],
    ['requirements/base.txt', 'pip'],
    ['./a/requirements/base.in', 'pip'],
    ['constraints.txt', 'pip'],
    ['dev.in', 'pip'],
    ['Dockerfile.gpu', 'dockerfile'],
    ['x/gpu.dockerfile', 'dockerfile'],
    ['environment.yaml', 'conda'],
    ['.github/workflows/ci.yml', 'ci'],
    ['sub/.gitlab-ci.yml', 'ci'],
    ['a/setup.sh', 'shell'],
  ])('%s is %s', (path, format) => {
    expect(dependencyFormatOf(path)).toBe(format);
  });

  it.each([
    ...['MANIFEST.in', 'config.h.in', 'Makefile.in', 'notes.txt', 'setup.py', 'workflows/ci.yml', 'compose.yml'],
    ...['requirements.md', 'myrequirements', 'dockerfile.py', 'environment.json', 'poetry.lock.bak'],
  ])('%s is none', (path) => {
    expect(dependencyFormatOf(path)).toBeUndefined();
  });
});

describe('hostile texts', () => {
  const paths = [
    ...[
      'requirements.txt',
      'pyproject.toml',
      'Pipfile',
      'setup.cfg',
      'tox.ini',
      'environment.yml',
      'Dockerfile',
      'a.sh',
    ],
    ...['.github/workflows/a.yml', 'poetry.lock', 'Pipfile.lock', 'conda-lock.yml'],
  ];
  const pieces = fc.constantFrom(
    ...['sagemaker==1.72.0', 'sagemaker[tensorflow]<2', 'sagemaker-python-sdk=1.72', 'pip install ', 'RUN ', '- run: '],
    ...[
      'dependencies:',
      '[project]',
      '[tool.poetry.dependencies]',
      'dependencies = [',
      'sagemaker = ',
      '[options]',
      '- ',
    ],
    ...[
      'install_requires =',
      '"',
      "'",
      '"""',
      '[',
      ']',
      '{',
      '}',
      '\\',
      '\\\n',
      '\n',
      '\r\n',
      '\r',
      '  ',
      '\t',
      '#',
      ' # ',
    ],
    ...[
      '|',
      '>-',
      '&a',
      '*a',
      '<<EOF',
      'EOF',
      ';',
      '&&',
      '(',
      ')',
      '=',
      ':',
      ',',
      '\u0000',
      '\ufeff',
      'é',
      '😀',
      '\u2028',
      '$',
      '`',
    ],
  );
  const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

  it('never stop the program, and a second run changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), texts, fc.boolean(), (path, text, limitsOpen) => {
        const { text: after, findings } = migrateText(path, text, { limitsOpen });
        if (findings.every(({ state }) => state !== 'migrated')) expect(after).toBe(text);
        expect(migrateText(path, after, { limitsOpen }).text).toBe(after);
      }),
      { numRuns: 3000, seed: 4 },
    );
  });

  it.each(paths)('%s: long ones take no long time', (path) => {
    const long = 100_000;
    const runs = [
      ...[
        ' ',
        '#',
        '\\',
        '\\\n',
        '[',
        '{',
        '(',
        '"',
        '\n',
        '\n ',
        '- ',
        '&a ',
        'sagemaker ',
        'sagemaker[',
        'sagemaker==',
      ],
      ...[
        'sagemaker @',
        '-e ',
        '--x ',
        'pip install ',
        'RUN ',
        'RUN \\\n',
        '<<EOF\n',
        'name = "sagemaker"\n',
        'a = b\n',
        '>=1',
        '`\n',
      ],
    ];
    const start = performance.now();
    for (const run of runs) {
      const body = run.repeat(long / run.length);
      for (const text of [body, `sagemaker${body}==1.72.0\n`, `pip install${body}sagemaker==1.72\n`]) {
        // Nested deeper than a parser can follow is a failed file, not a crash of the run.
        expect(() => migrateOrRefuse(path, text)).not.toThrow();
      }
    }
    expect(performance.now() - start).toBeLessThan(8_000);
  });
});

function migrateOrRefuse(path: string, text: string): void {
  try {
    migrateText(path, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}
