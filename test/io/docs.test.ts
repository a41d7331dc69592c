import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../src/index.js';

interface Case {
  readonly name: string;
  readonly path: string;
  readonly before: string;
  readonly after?: string;
}

const call = 'Estimator("i", role, train_instance_count=1)';
const migrated = 'Estimator("i", role, instance_count=1)';
const header = 'from sagemaker.estimator import Estimator';

const cases: readonly Case[] = [
  {
    name: 'fences of Markdown; what one block imports, the next uses',
    path: 'README.md',
    before: `# ${call}\n\n\`\`\`python\n${header}\n\`\`\`\n\n- item\n\n  ~~~py\n  e = ${call}\n  ~~~\n\n\`\`\`sh\n${call}\n\`\`\`\n`,
    after: `# ${call}\n\n\`\`\`python\n${header}\n\`\`\`\n\n- item\n\n  ~~~py\n  e = ${migrated}\n  ~~~\n\n\`\`\`sh\n${call}\n\`\`\`\n`,
  },
  {
    name: 'lines that are added get the indentation of their block',
    path: 'a.md',
    before:
      '1. x\n\n   ```python\n   from sagemaker.amazon.amazon_estimator import get_image_uri\n   image = get_image_uri("us-west-2", "xgboost", "0.90-1")\n   ```\n',
    after:
      '1. x\n\n   ```python\n   from sagemaker import image_uris\n   image = image_uris.retrieve("xgboost", "us-west-2", "0.90-1")\n   ```\n',
  },
  {
    name: 'imports that are added behind prompts',
    path: 'a.rst',
    before: '>>> from sagemaker.session import Session, s3_input\n>>> x = s3_input("s3://b/x")\nout\n',
    after:
      '>>> from sagemaker.session import Session\n>>> from sagemaker.inputs import TrainingInput\n>>> x = TrainingInput("s3://b/x")\nout\n',
  },
  {
    name: 'a fence without a language, where prompts tell it',
    path: 'a.md',
    before: `\`\`\`\n>>> ${header}\n>>> ${call}\n\`\`\`\n\n\`\`\`\n${header}\n${call}\n\`\`\`\n`,
    after: `\`\`\`\n>>> ${header}\n>>> ${migrated}\n\`\`\`\n\n\`\`\`\n${header}\n${call}\n\`\`\`\n`,
  },
  {
    name: 'a fence that is not closed',
    path: 'a.md',
    before: `\`\`\`python\n${header}\n${call}\n`,
    after: `\`\`\`python\n${header}\n${migrated}\n`,
  },
  { name: 'other languages', path: 'a.md', before: `\`\`\`pythonx\n${header}\n${call}\n\`\`\`\n` },
  {
    name: 'directives of reStructuredText',
    path: 'a.rst',
    before: `Title\n=====\n\n.. code-block:: python\n   :linenos:\n\n   ${header}\n\n   e = ${call}\n\n${call}\n\n.. code:: sh\n\n   ${call}\n`,
    after: `Title\n=====\n\n.. code-block:: python\n   :linenos:\n\n   ${header}\n\n   e = ${migrated}\n\n${call}\n\n.. code:: sh\n\n   ${call}\n`,
  },
  {
    name: 'prompts, and what is answered',
    path: 'a.rst',
    before: `>>> ${header}\n>>> e = Estimator(\n...     "i", role,\n...     train_instance_count=1)\n>>> e\n<train_instance_count>\n`,
    after: `>>> ${header}\n>>> e = Estimator(\n...     "i", role,\n...     instance_count=1)\n>>> e\n<train_instance_count>\n`,
  },
  {
    name: 'prompts in a fence',
    path: 'a.md',
    before: `\`\`\`pycon\n>>> ${header}\n>>> ${call}\n1\n\`\`\`\n`,
    after: `\`\`\`pycon\n>>> ${header}\n>>> ${migrated}\n1\n\`\`\`\n`,
  },
  {
    name: 'docstrings',
    path: 'a.py',
    before: `"""Module.\n\n>>> ${header}\n>>> ${call}\n"""\n${header}\n\n\ndef f():\n    """Use it.\n\n    .. code-block:: python\n\n        ${header}\n        ${call}\n    """\n    return ${call}\n`,
    after: `"""Module.\n\n>>> ${header}\n>>> ${migrated}\n"""\n${header}\n\n\ndef f():\n    """Use it.\n\n    .. code-block:: python\n\n        ${header}\n        ${migrated}\n    """\n    return ${migrated}\n`,
  },
  {
    name: 'docstrings with escapes, and strings that are none',
    path: 'a.py',
    before: `def f():\n    """x\n\n    >>> ${header}; x = "\\n"; ${call}\n    """\n    y = """\n    >>> ${header}; ${call}\n    """\n`,
  },
];

describe('code in pages and docstrings', () => {
  it.each(cases)('$name', async ({ path, before, after = before }) => {
    const result = await migrate(before, { path, docs: true });
    expect(result.text).toBe(after);
    expect((await migrate(after, { path, docs: true })).text).toBe(after);
    expect((await migrate(before.replaceAll('\n', '\r\n'), { path, docs: true })).text).toBe(
      after.replaceAll('\n', '\r\n'),
    );
  });

  it('is left alone without --docs', async () => {
    const text = `"""x\n\n>>> ${header}\n>>> ${call}\n"""\n`;
    expect((await migrate(text, { path: 'a.py' })).text).toBe(text);
  });

  it('has findings whose lines count in the file', async () => {
    const text = `x\n\n\`\`\`python\nfrom sagemaker.estimator import Estimator\n\n${call}\n\`\`\`\n\n\`\`\`python\n${call}\n\`\`\`\n`;
    const { findings } = await migrate(text, { path: 'a.md', docs: true });
    expect(findings.map(({ cell, line }) => ({ cell, line }))).toEqual([
      { cell: null, line: 6 },
      { cell: null, line: 10 },
    ]);
  });

  it('of an inserted statement gets a prompt, of a continued one dots', async () => {
    const text = '>>> import sagemaker\n>>> x = sagemaker.s3_input(\n...     "s3://b/x")\n';
    const { text: after } = await migrate(text, { path: 'a.rst', docs: true });
    for (const line of after.trimEnd().split('\n')) expect(line).toMatch(/^(?:>>>|\.\.\.) /);
    expect(after).toContain('TrainingInput(\n...     "s3://b/x")');
  });
});

describe('hostile pages', () => {
  const pieces = fc.constantFrom(
    ...[
      '```python\n',
      '```\n',
      '~~~py\n',
      '~~~\n',
      '.. code-block:: python\n',
      '\n',
      '   ',
      '>>> ',
      '... ',
      '"""',
      "'''",
    ],
    ...[
      `${header}\n`,
      `${call}\n`,
      'def f():\n',
      'x = (',
      ')\n',
      '\\',
      '\r\n',
      '\t',
      '# c\n',
      'é😀',
      '!pip install sagemaker==1.72\n',
    ],
    ...['%%writefile a.py\n', '%%time\n', '> ', '- ', ':opt: x\n', '    """x\n', 'class A:\n', '\u0000', '\u2028'],
  );
  const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));

  it('never stop the program; a second run changes nothing; outside code every line stays', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('a.md', 'a.rst', 'a.py'), texts, async (path, text) => {
        const { text: after, status } = await migrate(text, { path, docs: true, verifyRequests: false });
        expect(status === 'unchanged').toBe(after === text);
        expect((await migrate(after, { path, docs: true, verifyRequests: false })).text).toBe(after);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it.each(['a.md', 'a.rst'])('%s: long ones take no long time', async (path) => {
    const runs = [
      '```python\n',
      '```python\nx = 1\n```\n',
      '>>> x\n1\n',
      '.. code:: python\n\n   x\n\n',
      'def f():\n  """\n  >>> x\n  """\n',
    ];
    const start = performance.now();
    for (const run of runs) await migrate(`${run.repeat(100_000 / run.length)}\nsagemaker==`, { path, docs: true });
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
