import { expect, test } from 'vitest';
import { createMarkdownWriter } from '../../src/report/markdown.js';
import { context, finding, hostileOutcomes, outcome, steering, write } from './sample.js';

test('the numbers, and a table of what is open', async () => {
  const findings = [
    finding({ message: 'Use `new`, not <old>', suggestion: 'if x:\n    new(a | b)' }),
    finding({ state: 'migrated' }),
    finding({ state: 'assumed', cell: 7 }),
  ];
  expect(
    await write(createMarkdownWriter(context()), [outcome({ path: './dir/a.py', status: 'changed', findings })]),
  ).toBe(
    [
      '### SageMaker SDK v1 → v2',
      '',
      '1 file changed. 3 v1 uses found: 1 migrated, 1 assumed, 1 manual.',
      '',
      '| v1 uses | number | |',
      '| --- | --: | --- |',
      '| migrated | 1 | rewritten, the request stays the same |',
      '| assumed | 1 | rewritten on weaker evidence: look at it |',
      '| manual | 1 | a person has to write it |',
      '',
      '| file | line | rule | state | what |',
      '| --- | --: | --- | --- | --- |',
      '| `dir/a.py` | 3 | `old-word` | manual | Use &#96;new&#96;, not &#60;old&#62;<br>`if x:`<br>`\u00a0\u00a0\u00a0\u00a0new(a \\| b)` |',
      '| `dir/a.py` | cell 7:3 | `old-word` | assumed | The word is gone. |',
      '',
    ].join('\n'),
  );
});

test('nothing found is one line', async () => {
  expect(await write(createMarkdownWriter(context()), [outcome()])).toBe(
    '### SageMaker SDK v1 → v2\n\n1 file unchanged. No v1 use found.\n',
  );
});

test('what needs a person comes first; what a program can do is counted by file, where it is not done yet', async () => {
  const files = [
    outcome({ path: 'a.py', findings: [finding({ state: 'migrated' }), finding({ state: 'migrated' })] }),
    outcome({ path: 'b.py', findings: [finding({ state: 'assumed' }), finding({ state: 'unproven' })] }),
    outcome({ path: 'c.py', status: 'failed', reason: 'is no text' }),
  ];
  const ends = async (pending: boolean): Promise<(string | undefined)[]> =>
    (await write(createMarkdownWriter(context({ pending })), files))
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split(' | ').slice(-2).join(': '));
  const done = ['unproven: The word is gone. |', 'failed: is no text |', 'assumed: The word is gone. |'];
  expect(await ends(false)).toEqual(done);
  expect(await ends(true)).toEqual([...done, 'migrated: 2 uses can be migrated |']);
});

test('fits into a comment, and says how many have no room', async () => {
  const findings = Array.from({ length: 5000 }, () => finding());
  const text = await write(createMarkdownWriter(context()), [outcome({ findings })]);
  expect(text.length).toBeLessThan(65_536);
  const shown = text.split('\n').filter((line) => line.includes('The word is gone.')).length;
  expect(text).toContain(`… and ${5000 - shown} more rows.`);
});

test('outside code spans nothing hostile is markup, a link, a mention or a cell', async () => {
  const text = await write(createMarkdownWriter(context()), hostileOutcomes());
  const rows = text.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows).toHaveLength(hostileOutcomes().length);
  for (const row of rows) {
    expect(row.replace(/\\\|/g, '').split('|')).toHaveLength(7);
    const outside = row.replace(/\\\|/g, '').replace(/(`+)(?!`)(?:.*?[^`])\1(?!`)/g, 'CODE');
    expect(outside.replaceAll('<br>', '')).not.toMatch(/[<>@*_[\]`~]|https?:|www\./);
    expect(row).not.toMatch(steering);
  }
});
