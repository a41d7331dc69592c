import { expect, test } from 'vitest';
import { createGitlabWriter } from '../../src/report/gitlab.js';
import { context, finding, hostile, hostileOutcomes, outcome, steering, write } from './sample.js';

test('a list of problems, as Code Quality wants them', async () => {
  const findings = [finding({ suggestion: 'new()' }), finding({ state: 'migrated' }), finding({ state: 'guarded' })];
  const text = await write(createGitlabWriter(context()), [outcome({ path: './dir/a.py', findings })]);
  expect(JSON.parse(text)).toEqual([
    {
      description: 'The word is gone.\nWrite instead:\nnew()',
      check_name: 'old-word',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'major',
      location: { path: 'dir/a.py', lines: { begin: 3, end: 3 } },
    },
    expect.objectContaining({ severity: 'info' }),
  ]);
});

test('no problem is an empty list', async () => {
  expect(JSON.parse(await write(createGitlabWriter(context()), [outcome()]))).toEqual([]);
});

test('the same finding in two files has two fingerprints', async () => {
  const findings = [finding()];
  const files = [outcome({ path: 'a.py', findings }), outcome({ path: 'b.py', findings })];
  const problems: { fingerprint: string }[] = JSON.parse(await write(createGitlabWriter(context()), files));
  expect(new Set(problems.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test('in a notebook the description says the place', async () => {
  const text = await write(createGitlabWriter(context()), [outcome({ findings: [finding({ cell: 7 })] })]);
  expect(JSON.parse(text)).toMatchObject([
    { description: 'cell 7, line 3: The word is gone.', location: { lines: { begin: 1, end: 1 } } },
  ]);
});

test('hostile names and messages come back as they were', async () => {
  const problems: { description: string }[] = JSON.parse(await write(createGitlabWriter(context()), hostileOutcomes()));
  const said = hostile.map((text, i) => (i % 5 === 4 ? `Not migrated: ${text}` : `${text}\nWrite instead:\n${text}`));
  expect(problems.map(({ description }) => description)).toEqual(said);
});

test('the text steers no terminal', async () => {
  expect(await write(createGitlabWriter(context()), hostileOutcomes())).not.toMatch(steering);
});
