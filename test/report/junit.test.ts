import { type SaxesAttributePlain, SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { createJunitWriter } from '../../src/report/junit.js';
import { context, finding, hostile, hostileOutcomes, outcome, write } from './sample.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of a document in order; throws where it is not well-formed. */
function parse(xml: string): Element[] {
  const parser = new SaxesParser();
  const found: Element[] = [];
  const open: Element[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const plain = attributes as Readonly<Record<string, string | SaxesAttributePlain>>;
    const values = Object.entries(plain).map(([key, value]) => [key, String(value)] as const);
    const element = { name, attributes: Object.fromEntries(values), text: '' };
    found.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return found;
}

test('a suite a file, a case a finding, a failure for what is open', async () => {
  const findings = [
    finding({ suggestion: 'new()' }),
    finding({ state: 'migrated', cell: 7 }),
    finding({ state: 'suppressed' }),
  ];
  const files = [
    outcome({ path: './dir/a.py', findings }),
    outcome({ path: 'clean.py' }),
    outcome({ path: 'r.ipynb', status: 'skipped', reason: 'an R notebook' }),
    outcome({ path: 'x.py', status: 'failed', reason: 'is no text' }),
  ];
  const elements = parse(await write(createJunitWriter(context()), files));
  const suites = elements.filter(({ name }) => name === 'testsuite').map(({ attributes }) => attributes);
  expect(suites).toEqual([
    { name: 'dir/a.py', tests: '3', failures: '1', errors: '0', skipped: '1' },
    { name: 'clean.py', tests: '1', failures: '0', errors: '0', skipped: '0' },
    { name: 'r.ipynb', tests: '1', failures: '0', errors: '0', skipped: '1' },
    { name: 'x.py', tests: '1', failures: '0', errors: '1', skipped: '0' },
  ]);
  expect(elements.find(({ name }) => name === 'failure')).toEqual({
    name: 'failure',
    attributes: { type: 'manual', message: 'The word is gone.' },
    text: 'The word is gone.\nWrite instead:\nnew()',
  });
  expect(elements.filter(({ name }) => name === 'testcase').map(({ attributes }) => attributes.name)).toEqual([
    'old-word at 3:5',
    'old-word at cell 7:3:5',
    'old-word at 3:5',
    'has no use of SDK v1',
    'is read and migrated',
    'is read and migrated',
  ]);
});

test('while nothing is written, what could be migrated fails', async () => {
  const file = outcome({ findings: [finding({ state: 'migrated' })] });
  const count = async (pending: boolean): Promise<number> =>
    parse(await write(createJunitWriter(context({ pending })), [file])).filter(({ name }) => name === 'failure').length;
  expect([await count(true), await count(false)]).toEqual([1, 0]);
});

test('is well-formed whatever names and messages hold, and holds nothing more', async () => {
  const elements = parse(await write(createJunitWriter(context()), hostileOutcomes()));
  expect(new Set(elements.map(({ name }) => name))).toEqual(
    new Set(['testsuites', 'testsuite', 'testcase', 'failure', 'error']),
  );
  const messages = elements.filter(({ name }) => name === 'failure').map(({ attributes }) => attributes.message);
  expect(messages.slice(0, 4)).toEqual([hostile[0], hostile[1], hostile[2], '\\x1b[2J\\x1b]0;title\\x07']);
});
