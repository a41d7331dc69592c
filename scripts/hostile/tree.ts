import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Random = () => number;

const call = 'Estimator("i", role, train_instance_count=1)';
const v1 = `from sagemaker.estimator import Estimator\n${call}\n`;

/** Names that break what takes a name for a word, a line, an option, a glob or markup. */
const NAMES: readonly (string | Buffer)[] = [
  ...[
    'plain',
    '-rf',
    '--out-dir',
    '..',
    '...',
    '..x',
    ' ',
    ' x ',
    '\n',
    'a\nb',
    'a\r\nb',
    '\u001b[31mred',
    '\u001b]0;t\u0007',
  ],
  ...[
    '\u009b2J',
    '\u202egpj',
    '\u2028',
    '<script>alert(1)</script>',
    '<img src=x onerror=y>',
    '&amp;',
    '"quote\'',
    '`id`',
  ],
  ...[
    '$(id)',
    '; rm -rf .',
    '*',
    '[a-z]',
    '!neg',
    '#hash',
    '{a,b}',
    'back\\slash',
    'a:b',
    '%0A',
    '::error::x',
    'é\u0301',
  ],
  ...['undo', 'rules', '.hidden', '~', 'con', 'x'.repeat(240), '\u{1f600}'],
  Buffer.from([0x66, 0xff, 0xfe]),
];

const codes: readonly ((random: Random) => string | Buffer)[] = [
  () => v1,
  () => '',
  () => v1.replaceAll('\n', '\r\n'),
  () => `\ufeff${v1}`,
  () => v1.replace('"i"', '"\u001b[2J\u0007\u202e</script><img src=x onerror=alert(1)>"'),
  () => `${v1}x = "${'a'.repeat(1_000_000)}"\n`,
  () => `${v1}${'('.repeat(20_000)}\n`,
  () => `${v1}x = ${'['.repeat(3000)}${']'.repeat(3000)}\n`,
  () => `${v1}${'if x:\n '.repeat(200)}`,
  () => `# sagemaker-upgrade: ignore[${'a,'.repeat(5000)}\n${v1}`,
  () => Buffer.from(`\ufeff${v1}`, 'utf16le'),
  () => Buffer.from([...Buffer.from(v1), 0, 1, 2]),
  () => Buffer.from([...Buffer.from(`${v1}# `), 0xff, 0xc3, 0x28]),
  () => `# -*- coding: \u001b[31m -*-\n${v1}`,
  (random) => Buffer.from(Array.from({ length: 500 }, () => Math.floor(random() * 256))),
  () => `${v1}\u001b[31m = <<<<<<\n"""\n`,
];

const cell = (source: unknown): unknown => ({ cell_type: 'code', metadata: {}, outputs: [], source });

const notebooks: readonly (() => string)[] = [
  () => JSON.stringify({ cells: [cell(v1), cell(['\u001b[31m', call, '<b>'])], metadata: {}, nbformat: 4 }),
  () => '{',
  () => '[]',
  () => 'null',
  () => '{"cells": [null, 1, {"cell_type": "code", "source": {"a": 1}}]}',
  () =>
    JSON.stringify({ cells: [{ ...Object(cell(v1)), metadata: { tags: [1, 'sagemaker-upgrade:ignore[', null] } }] }),
  () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  () => JSON.stringify({ cells: [cell(v1)], metadata: { kernelspec: { language: '\u001b[31mR\n' } } }),
];

const ignoreFiles = [
  '*',
  '!*\n',
  '[z-a\n',
  `${'*a'.repeat(30)}b\n`,
  '(((\n\\\n/\n//\n',
  '\u0000\u001b[31m\n',
  '/**/**/**/**/x\n',
];

const configs: readonly [string, string][] = [
  ['pyproject.toml', '[tool.sagemaker-upgrade-v2\n'],
  ['pyproject.toml', '[tool]\nsagemaker-upgrade-v2 = 1\n'],
  ['pyproject.toml', '[tool.sagemaker-upgrade-v2]\n"\\u001b[31m" = 1\n'],
  ['pyproject.toml', '\u0000\u0001 sagemaker-upgrade-v2'],
  ['sagemaker-upgrade-v2.toml', 'exclude = ["[z-a", "\u0007", "****"]\n'],
  ['sagemaker-upgrade-v2.toml', `include = [${'"*", '.repeat(2000)}"*"]\n`],
  ['sagemaker-upgrade-v2.toml', '__proto__ = 1\n'],
  ['sagemaker-upgrade-v2.toml', `a${'.a'.repeat(3000)} = 1\n`],
];

/** Writes a crafted tree; `outside` is a folder beside it that nothing may change. */
export function writeHostileTree(folder: string, outside: string, random: Random): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  const paths = [folder, join(folder, 'sub'), join(folder, 'sub', '\u001b[32m deep\n')];
  const place = (suffix: string): Buffer => {
    const name = pick(NAMES);
    return Buffer.concat([Buffer.from(`${pick(paths)}/`), Buffer.from(name), Buffer.from(suffix)]);
  };
  /** Two things may want one name, and a file system may not have it. */
  const attempt = (make: () => void): void => {
    try {
      make();
    } catch {
      // The tree has one thing less.
    }
  };
  for (const path of paths) mkdirSync(path, { recursive: true });
  for (let i = 0; i < 8; i += 1) attempt(() => writeFileSync(place('.py'), pick(codes)(random)));
  for (let i = 0; i < 3; i += 1) attempt(() => writeFileSync(place('.ipynb'), pick(notebooks)()));
  const targets = [
    outside,
    join(outside, 'victim.py'),
    '/dev/zero',
    '/dev/stdin',
    '/etc',
    '/proc/self',
    '.',
    '..',
    'loop.py',
    'gone.py',
  ];
  for (let i = 0; i < 3; i += 1) attempt(() => symlinkSync(pick(targets), place(pick(['.py', '.ipynb', '']))));
  attempt(() => symlinkSync('loop.py', join(folder, 'loop.py')));
  if (random() < 0.4)
    attempt(() => execFileSync('mkfifo', [join(folder, pick(['pipe.py', '.gitignore', 'pyproject.toml', 'script']))]));
  if (random() < 0.3)
    attempt(() => mkdirSync(join(folder, pick(['dir.py', '.gitignore', 'pyproject.toml', 'sub/x.ipynb']))));
  if (random() < 0.4)
    attempt(() => writeFileSync(join(pick(paths), pick(['.gitignore', '.ignore'])), pick(ignoreFiles)));
  if (random() < 0.2) {
    const [name, text] = pick(configs);
    attempt(() => writeFileSync(join(folder, name), text));
  }
  if (random() < 0.1) attempt(() => symlinkSync('/dev/zero', join(folder, 'sagemaker-upgrade-v2.toml')));
  const journal = join(folder, '.sagemaker-upgrade');
  const kind = random();
  if (kind < 0.1) symlinkSync(outside, journal);
  else if (kind < 0.15) writeFileSync(journal, '');
  else if (kind < 0.25) mkdirSync(join(journal, 'runs/run'), { recursive: true });
}
