import { expect, test } from 'vitest';
import { createGithubWriter } from '../../src/report/github.js';
import { context, finding, hostileOutcomes, outcome, steering, write } from './sample.js';

async function github(...args: Parameters<typeof outcome>): Promise<string> {
  return write(createGithubWriter(context()), [outcome(...args)]);
}

test('a command a finding, and the numbers at the end', async () => {
  const findings = [
    finding({ message: '100 %, a: b', suggestion: 'new(\n)' }),
    finding({ state: 'assumed', endLine: 4 }),
    finding({ state: 'migrated' }),
    finding({ state: 'guarded' }),
    finding({ state: 'suppressed' }),
  ];
  expect(await github({ path: './dir/a,b:c.py', status: 'changed', findings })).toBe(
    [
      '::error file=dir/a%2Cb%3Ac.py,line=3,endLine=3,col=5,endColumn=9,title=old-word (manual)::100 %25, a: b%0AWrite instead:%0Anew(%0A)',
      '::warning file=dir/a%2Cb%3Ac.py,line=3,endLine=4,title=old-word (assumed)::The word is gone.',
      '::notice file=dir/a%2Cb%3Ac.py,line=3,endLine=3,col=5,endColumn=9,title=old-word (migrated)::The word is gone.',
      '1 file changed. 5 v1 uses found: 1 migrated, 1 assumed, 1 manual, 1 guarded, 1 suppressed.',
      '',
    ].join('\n'),
  );
});

test('in a notebook the message says the cell: a line would be one of its JSON', async () => {
  expect(await github({ path: 'n.ipynb', findings: [finding({ cell: 7 })] })).toContain(
    '::error file=n.ipynb,title=old-word (manual)::cell 7, line 3: The word is gone.\n',
  );
});

test('a failed file', async () => {
  expect(await github({ status: 'failed', reason: 'is no text' })).toContain(
    '::error file=a.py,title=not migrated::is no text\n',
  );
});

test('nothing hostile begins a line, ends a property or steers the log', async () => {
  const outcomes = hostileOutcomes();
  const text = await write(createGithubWriter(context()), outcomes);
  const lines = text.split('\n').slice(0, -2);
  expect(lines).toHaveLength(outcomes.length);
  for (const line of lines) {
    expect(line).toMatch(/^::error file=[^,:]*(?:,line=1,endLine=1,col=5,endColumn=9)?,title=[^,:]*::/);
    expect(line).not.toMatch(steering);
    expect(line.replace(/%(?:25|0A|3A|2C)/g, '')).not.toContain('%');
  }
});
