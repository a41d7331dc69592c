import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { migrate } from '../src/index.js';
import { findingDocs } from '../src/io/finding-docs.js';
import { rules } from '../src/rules/index.js';

test('the example of the README is what the program does', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [before = '', after = ''] = [...readme.matchAll(/```python\n(.*?)```/gs)].map((match) => match[1]);
  const { text, findings } = await migrate(before);
  expect(text).toBe(after);
  expect(findings.filter(({ state }) => state !== 'migrated')).toEqual([]);
});

const pages = [...rules.map(({ docs }) => docs), ...findingDocs];
const examples = pages.flatMap(({ name, examples }) => examples.map((example) => ({ rule: name, ...example })));

test.each(examples)('example of $rule', async ({ rule, file, option, before, after }) => {
  const { text, findings } = await migrate(before, {
    ...(file !== undefined && { path: file }),
    ...(option !== undefined && { [camelCase(option)]: true }),
  });
  expect(text).toBe(after);
  expect(findings.map((finding) => finding.rule)).toContain(rule);
});

test('every rule has an example', () => {
  expect(pages.filter(({ examples }) => examples.length === 0).map(({ name }) => name)).toEqual([]);
});

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
