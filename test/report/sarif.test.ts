import { readFileSync } from 'node:fs';
import type { Ajv, Options } from 'ajv';
import createAjv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { expect, test } from 'vitest';
import type { FileOutcome } from '../../src/engine/outcome.js';
import { createSarifWriter } from '../../src/report/sarif.js';
import type { ReportContext } from '../../src/report/writer.js';
import { rules } from '../../src/rules/index.js';
import { context, finding, hostile, hostileOutcomes, outcome, steering, write } from './sample.js';

// The package is CommonJS, and its types say that the class is the module.
const Draft4 = createAjv as unknown as new (options: Options) => Ajv;
const ajv = new Draft4({ strict: false, allErrors: true });
addFormats.default(ajv);
const schema = JSON.parse(readFileSync(new URL('./sarif-2.1.0/schema.json', import.meta.url), 'utf8'));
const validate = ajv.compile(schema);

async function sarif(outcomes: readonly FileOutcome[], given: Partial<ReportContext> = {}): Promise<Log> {
  const log: Log = JSON.parse(await write(createSarifWriter(context(given)), outcomes));
  expect(validate(log), ajv.errorsText(validate.errors)).toBe(true);
  return log;
}

async function results(outcomes: readonly FileOutcome[], given: Partial<ReportContext> = {}): Promise<Result[]> {
  return (await sarif(outcomes, given)).runs[0]?.results ?? [];
}

test('the schema refuses what is no SARIF', () => {
  expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} }, columnKind: 'bytes' }] })).toBe(false);
});

test('an empty run, and one with every rule, are valid', async () => {
  expect((await sarif([])).runs[0]?.results).toEqual([]);
  const log = await sarif([], { rules: rules.map(({ docs }) => docs) });
  expect(log.runs[0]?.tool.driver.rules).toHaveLength(rules.length);
});

test('a finding: rule, place, message, fingerprint', async () => {
  const [result] = await results([outcome({ findings: [finding({ suggestion: 'new()' })] })]);
  expect(result).toEqual({
    ruleId: 'old-word',
    ruleIndex: 0,
    level: 'error',
    message: { text: 'The word is gone.\nWrite instead:\nnew()' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'a.py' },
          region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
        },
      },
    ],
    partialFingerprints: { 'sagemakerUpgrade/v1': '0123456789abcdef0123456789abcdef' },
    properties: { state: 'manual', evidence: 'import', suggestion: 'new()' },
  });
});

test('levels by state; suppressed and guarded ones are no failures', async () => {
  const states = ['migrated', 'assumed', 'manual', 'unproven', 'guarded', 'suppressed'] as const;
  const findings = states.map((state) => finding({ state }));
  const done = await results([outcome({ findings })]);
  expect(done.map(({ level }) => level)).toEqual(['note', 'warning', 'error', 'warning', 'none', 'note']);
  expect(done[4]?.kind).toBe('pass');
  expect(done[5]?.suppressions).toEqual([{ kind: 'inSource' }]);
  const pending = await results([outcome({ findings })], { pending: true });
  expect(pending[0]?.level).toBe('warning');
});

test('in a notebook the message and the logical location say the cell, and no region claims a line of its JSON', async () => {
  const [result] = await results([outcome({ path: 'n.ipynb', findings: [finding({ cell: 7 })] })]);
  expect(result?.message.text).toBe('cell 7, line 3: The word is gone.');
  const location = result?.locations?.[0];
  expect(location?.physicalLocation).toEqual({ artifactLocation: { uri: 'n.ipynb' } });
  expect(location?.logicalLocations?.[0]?.fullyQualifiedName).toBe('cell 7');
});

test.each([
  ['./dir/a b.py', 'dir/a%20b.py'],
  ['a:b#c?d%.py', 'a%3Ab%23c%3Fd%25.py'],
  ['é\n.py', '%C3%A9%0A.py'],
  ['/repo/x/a.py', 'x/a.py'],
  ['/elsewhere/a.py', 'file:///elsewhere/a.py'],
  ['../a.py', '../a.py'],
])('the path %j is the address %j', async (path, uri) => {
  const [result] = await results([outcome({ path, findings: [finding()] })]);
  expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(uri);
});

test('a failed file is a notification of a run that did not succeed', async () => {
  const { runs } = await sarif([outcome({ status: 'failed', reason: 'is no text' })]);
  const [invocation] = runs[0]?.invocations ?? [];
  expect(invocation?.executionSuccessful).toBe(false);
  expect(invocation?.toolExecutionNotifications?.[0]?.message.text).toBe('Not migrated: is no text');
});

test('hostile names and messages are valid, and come back as they were', async () => {
  const all = await results(hostileOutcomes());
  for (const result of all) {
    const { uri = '' } = result.locations?.[0]?.physicalLocation?.artifactLocation ?? {};
    expect(uri).toMatch(/^[\w.~!*'()%/-]+$/);
  }
  const said = all.map(({ message }) => message.text?.split('\nWrite instead:\n')[0]);
  expect(said).toEqual(hostile.filter((_, i) => i % 5 !== 4));
});

test('the text steers no terminal', async () => {
  expect(await write(createSarifWriter(context()), hostileOutcomes())).not.toMatch(steering);
});
