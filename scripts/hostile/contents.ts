/** Numbers from 0 up to 1. */
export type Random = () => number;

const call = 'Estimator("i", role, train_instance_count=1)';

/** A program of two lines that has one use of v1. */
export const v1 = `from sagemaker.estimator import Estimator\n${call}\n`;

const MARKUP = '</script><img src=x onerror=alert(1)>';
const CONTROLS = '\u001b[2J\u001b]0;t\u0007\u009b31m\u202e';

/** Names that break what takes a name for a word, a line, an option, a glob, markup or a command. */
export const NAMES: readonly (string | Buffer)[] = [
  ...['plain', '-rf', '-', '--', '--out-dir', '--config=x', '..', '...', '..x', ' ', ' x ', '~', 'con', '.hidden'],
  ...['\n', 'a\nb', 'a\r\nb', '\u001b[31mred', '\u001b]0;t\u0007', '\u009b2J', '\u202egpj', '\u2028', '\u2066'],
  ...['<script>alert(1)</script>', '<img src=x onerror=y>', '<!--', ']]>', '&amp;', '"quote\'', '"', "'"],
  ...['`id`', '$(id)', '; rm -rf .', '| x', '||', '*', '[a-z]', '!neg', '#hash', '{a,b}', 'back\\slash', 'a:b'],
  ...['%0A', '%0A::error::x', '::error::x', '::set-output name=x::y', '@someone', '[x](javascript:y)', '**b**'],
  ...['undo', 'rules', 'report', '__init__', '__proto__', 'constructor', 'setup', 'é\u0301', '\u{1f600}'],
  ...['x'.repeat(240), 'y'.repeat(249)],
  Buffer.from([0x66, 0xff, 0xfe]),
];

/** Python files. */
export const codes: readonly ((random: Random) => string | Buffer)[] = [
  () => v1,
  () => v1,
  () => '',
  () => v1.replaceAll('\n', '\r\n'),
  () => v1.replaceAll('\n', '\r'),
  () => `\ufeff${v1}`,
  () => v1.replace('"i"', `"${CONTROLS}${MARKUP}"`),
  () => `from sagemaker.tensorflow import TensorFlow\nTensorFlow("${CONTROLS}", script_mode="${MARKUP}::error::%0A")\n`,
  () => `from sagemaker.session import s3_input as ${'é'.repeat(300)}\n${'é'.repeat(300)}("s3://<b>")\n`,
  () =>
    `from sagemaker.amazon.amazon_estimator import get_image_uri\nget_image_uri(r, "${MARKUP}'\\x1b[31m", "\\n::x")\n`,
  () => `from sagemaker.estimator import Estimator\ne = ${call}\ne.fit("s3://a${CONTROLS}${MARKUP}|\`x\`")\n`,
  () => `${v1}x = "${'a'.repeat(1_000_000)}"\n`,
  () => `${v1}x = [${`"${'b'.repeat(50)}", `.repeat(2000)}]; ${call}\n`,
  () => `${v1}${'('.repeat(5000)}\n`,
  () => `${v1}x = ${'['.repeat(3000)}${']'.repeat(3000)}\n`,
  () => `${v1}${'if x:\n '.repeat(200)}`,
  () => `${v1}x = ${'a.'.repeat(2000)}b\ny = ${'1 + '.repeat(2000)}1\n`,
  () => `# sagemaker-upgrade: ignore[${'a,'.repeat(5000)}\n${v1}`,
  () => `# sagemaker-upgrade: ignore[${CONTROLS}${MARKUP}]\n${v1}`,
  () => Buffer.from(`\ufeff${v1}`, 'utf16le'),
  () => Buffer.from([...Buffer.from(v1), 0, 1, 2]),
  () => Buffer.from([...Buffer.from(`${v1}# `), 0xff, 0xc3, 0x28]),
  () => `# -*- coding: \u001b[31m<b> -*-\n${v1}`,
  () => Buffer.from(`# -*- coding: latin-1 -*-\n${v1}# \u009b31m`, 'latin1'),
  (random) => Buffer.from(Array.from({ length: 500 }, () => Math.floor(random() * 256))),
  () => `${v1}\u001b[31m = <<<<<<\n"""\n`,
  () =>
    `import sagemaker.${'a'.repeat(2000)}\nfrom . import ${'x, '.repeat(500)}y\nfrom ..${'.'.repeat(300)} import z\n${v1}`,
  () =>
    `def f():\n    """Doc\n\n    .. code:: python\n\n        ${call}  # ${MARKUP}\n\n    >>> ${call}\n    """\n${v1}`,
];

const cell = (source: unknown): unknown => ({ cell_type: 'code', metadata: {}, outputs: [], source });
const book = (...cells: unknown[]): string => JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });

/** Notebooks. */
export const notebooks: readonly (() => string)[] = [
  () => book(cell(v1), cell(['\u001b[31m', call, '<b>']), cell(`!pip install "sagemaker==1.72 ${MARKUP}"`)),
  () => book(cell(`%%writefile ${MARKUP}\n${v1}`), cell(`%%${CONTROLS}\n${v1}`), cell(`! ${CONTROLS} sagemaker==1.0`)),
  () => book(cell(`${v1}x = "${'a'.repeat(500_000)}"`)),
  () => book({ cell_type: 'markdown', source: `\`\`\`python\n${v1}${MARKUP}\n\`\`\`` }, cell(v1)),
  () => book(...Array.from({ length: 50 }, () => cell(v1))),
  () => book(),
  () => '',
  () => '{',
  () => '[]',
  () => 'null',
  () => '{"cells": [null, 1, {"cell_type": "code", "source": {"a": 1}}]}',
  () => `{"cells": [], "cells": [${JSON.stringify(cell(v1))}], "__proto__": {"x": 1}, "metadata": {}, "nbformat": 4}`,
  () => book({ ...Object(cell(v1)), metadata: { tags: [1, 'sagemaker-upgrade:ignore[', null, MARKUP, CONTROLS] } }),
  () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  () => JSON.stringify({ cells: [cell(v1)], metadata: { kernelspec: { language: '\u001b[31mR\n<b>' } } }),
  () => JSON.stringify({ cells: [cell(v1)], metadata: { kernelspec: { language: 'python' } }, x: 'y'.repeat(500_000) }),
];

/** What says what a project needs, by name. */
export const requirements: readonly (readonly [string, (random: Random) => string | Buffer])[] = [
  ['requirements.txt', () => `sagemaker==1.72.0 # ${CONTROLS}${MARKUP}\n-r ../../outside/victim.txt\n-e ${MARKUP}\n`],
  ['requirements.txt', () => `sagemaker[${'a,'.repeat(20_000)}]==1.*\n${'\\\n'.repeat(20_000)}`],
  ['requirements.txt', () => `sagemaker==1.72.0 --hash=sha256:${'a'.repeat(500_000)}\n`],
  ['requirements-\u001b[31m.txt', () => 'sagemaker==1.72.0\r\nsagemaker<2 ; python_version < "\u0007<b>"\r\n'],
  ['constraints.txt', (random) => Buffer.from(Array.from({ length: 900 }, () => Math.floor(random() * 256)))],
  ['setup.py', () => `from setuptools import setup\nsetup(install_requires=["sagemaker==1.0 ${MARKUP}"])\n${v1}`],
  [
    'setup.cfg',
    () => `[options]\ninstall_requires =\n  sagemaker==1.72\n${`[${'x'.repeat(5000)}\n`.repeat(50)}${CONTROLS}\n`,
  ],
  ['Pipfile', () => '[packages]\nsagemaker = "==1.72.0"\n"\\u001b[31m" = "*"\n__proto__ = { version = "1" }\n'],
  ['Pipfile.lock', () => `{"default": {"sagemaker": {"version": "==1.72.0${MARKUP}"}}}`],
  ['poetry.lock', () => `[[package]]\nname = "sagemaker"\nversion = "1.72.0"\n${'['.repeat(5000)}`],
  [
    'environment.yml',
    () => `a: &a [x, x]\n${bomb()}dependencies:\n- sagemaker=1.72\n- pip:\n  - sagemaker==1.72.0 # ${MARKUP}\n`,
  ],
  ['environment.yml', () => `dependencies:\n${'- '.repeat(3000)}sagemaker=1.72\n`],
  ['environment.yml', () => `!!js/function x: ${CONTROLS}\n? [a, b]\n: sagemaker==1\n--- \n- sagemaker=1\n`],
  ['Dockerfile', () => `FROM x\nRUN pip install 'sagemaker==1.72 ${MARKUP}' && ${'\\\n'.repeat(5000)} rm -rf /\n`],
  ['Dockerfile', () => `FROM x\nRUN <<E ${CONTROLS}\npip install sagemaker==1.0\n`],
  [
    'install.sh',
    () =>
      `#!/bin/sh\npip install "sagemaker==1.72 \${${'a'.repeat(5000)}" $(${'('.repeat(3000)}\nsagemaker ${MARKUP}\n`,
  ],
  ['tox.ini', () => `[testenv]\ndeps = sagemaker==1.72.0\n  ${MARKUP}\ncommands = sagemaker ${CONTROLS}\n`],
  ['.github/workflows/ci.yml', () => `on: push\njobs: {a: {steps: [{run: "pip install sagemaker==1.0 ${MARKUP}"}]}}\n`],
];

/** Pages with code in them. */
export const pages: readonly (readonly [string, () => string])[] = [
  ['page.md', () => `\`\`\`python\n${v1}# ${MARKUP}${CONTROLS}\n\`\`\`\n\n~~~~py\n${v1}`],
  ['page.md', () => '```python\n'.repeat(5000)],
  ['page.md', () => `${'> '.repeat(3000)}\`\`\`python\n${v1}`],
  ['page.md', () => `${'`'.repeat(100_000)}python\n${v1}`],
  ['page.rst', () => `.. code-block:: python\n${'   :x:\n'.repeat(5000)}\n   ${call}\n${'.. code::\n'.repeat(5000)}`],
  ['page.rst', () => `::\n\n  >>> ${call} # ${MARKUP}${CONTROLS}\n`],
];

export const ignoreFiles: readonly string[] = [
  ...['*', '!*\n', '[z-a\n', `${'*a'.repeat(30)}b\n`, '(((\n\\\n/\n//\n', '\u0000\u001b[31m\n', '/**/**/**/**/x\n'],
  ...['..\n../..\n/../x\n', `${'x\n'.repeat(50_000)}`, `${'a'.repeat(1_000_000)}\n`],
];

/** Configuration files that are wrong, or nearly. */
export const configs: readonly (readonly [string, string])[] = [
  ['pyproject.toml', '[tool.sagemaker-upgrade-v2\n'],
  ['pyproject.toml', '[tool]\nsagemaker-upgrade-v2 = 1\n'],
  ['pyproject.toml', '[tool.sagemaker-upgrade-v2]\n"\\u001b[31m" = 1\n'],
  ['pyproject.toml', '[tool.sagemaker-upgrade-v2]\n"<img src=x>\\n::error::x" = 1\n'],
  ['pyproject.toml', '\u0000\u0001 sagemaker-upgrade-v2'],
  ['pyproject.toml', `[project]\ndependencies = ["sagemaker==1.72 ${MARKUP}"]\n${'[['.repeat(3000)}`],
  ['pyproject.toml', `[project]\ndependencies = [${'['.repeat(3000)}\n`],
  ['pyproject.toml', '[project]\ndependencies = ["sagemaker<2", 1, "\\u0007"]\n[project.__proto__]\nx = 1\n'],
  ['sagemaker-upgrade-v2.toml', 'exclude = ["[z-a", "\u0007", "****"]\n'],
  ['sagemaker-upgrade-v2.toml', 'exclude = ["[z-a", "../..", "/", "****", ""]\n'],
  ['sagemaker-upgrade-v2.toml', `include = [${'"*", '.repeat(2000)}"*"]\n`],
  ['sagemaker-upgrade-v2.toml', '__proto__ = 1\n'],
  ['sagemaker-upgrade-v2.toml', 'select = ["<b>\\u001b[31m"]\n'],
  ['sagemaker-upgrade-v2.toml', 'pin = ">=2\\n::error::x"\njobs = 1e9\n'],
  ['sagemaker-upgrade-v2.toml', '[per-file-ignores]\n"../**" = ["nothing\\u0007"]\n'],
  ['sagemaker-upgrade-v2.toml', `a${'.a'.repeat(3000)} = 1\n`],
  ['sagemaker-upgrade-v2.toml', `exclude = ${'['.repeat(20_000)}\n`],
];

/** An alias that stands for many, which stand for many. */
function bomb(): string {
  return Array.from({ length: 12 }, (_, i) => {
    const [from, to] = [i === 0 ? 'a' : `a${i}`, `a${i + 1}`];
    return `${to}: &${to} [${Array.from({ length: 9 }, () => `*${from}`).join(', ')}]\n`;
  }).join('');
}
