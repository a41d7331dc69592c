import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { migrate } from '../src/index.js';
import { dependencyDocs } from '../src/io/requirements/docs.js';
import { rules } from '../src/rules/index.js';

test('the example of the README is what the program does', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [before = '', after = ''] = [...readme.matchAll(/```python\n(.*?)```/gs)].map((match) => match[1]);
  const { text, findings } = await migrate(before);
  expect(text).toBe(after);
  expect(findings.filter(({ state }) => state !== 'migrated')).toEqual([]);
});

const pages = [...rules.map(({ docs }) => docs), ...dependencyDocs];
const examples = pages.flatMap(({ name, examples }) => examples.map((example) => ({ rule: name, ...example })));

test.each(examples)('example of $rule', async ({ rule, file, before, after }) => {
  const { text, findings } = await migrate(before, file === undefined ? {} : { path: file });
  expect(text).toBe(after);
  expect(findings.map((finding) => finding.rule)).toContain(rule);
});

test('every rule has an example', () => {
  expect(pages.filter(({ examples }) => examples.length === 0).map(({ name }) => name)).toEqual([]);
});
