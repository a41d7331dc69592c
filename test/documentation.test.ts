import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { migrate } from '../src/index.js';
import { rules } from '../src/rules/index.js';

test('the example of the README is what the program does', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [before = '', after = ''] = [...readme.matchAll(/```python\n(.*?)```/gs)].map((match) => match[1]);
  const { text, findings } = await migrate(before);
  expect(text).toBe(after);
  expect(findings.filter(({ state }) => state !== 'migrated')).toEqual([]);
});

const examples = rules.flatMap(({ docs }) => docs.examples.map((example) => ({ rule: docs.name, ...example })));

test.each(examples)('example of $rule', async ({ rule, before, after }) => {
  const { text, findings } = await migrate(before);
  expect(text).toBe(after);
  expect(findings.map((finding) => finding.rule)).toContain(rule);
});

test('every rule has an example', () => {
  expect(rules.filter(({ docs }) => docs.examples.length === 0).map(({ docs }) => docs.name)).toEqual([]);
});
