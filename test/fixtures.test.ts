import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrateSource } from '../src/engine/migrate.js';
import type { ReportedFinding } from '../src/engine/outcome.js';
import { parseDocument } from '../src/io/document.js';
import { migrateDocument } from '../src/io/migrate-document.js';
import { type Fixture, notebookFixtures, pythonFixtures } from './support/fixtures.js';

/** Migrates a file as the command does, from bytes to bytes. */
async function migrateBytes(
  bytes: Uint8Array,
  path: string,
): Promise<{ after: Buffer; findings: readonly ReportedFinding[] }> {
  const { bytes: made, outcome } = await migrateDocument(parseDocument(bytes, path), {}, migrateSource);
  expect(outcome.status).not.toBe('failed');
  return { after: Buffer.from(made ?? bytes), findings: outcome.findings };
}

/** What is not simply migrated: `line rule state`, with the cell in a notebook. By topic; all others end as migrated. */
const left: Readonly<Record<string, readonly string[]>> = {
  'both-versions': [
    '7 s3-input guarded',
    '16 train-prefixed-params guarded',
    '16 train-prefixed-params guarded',
    '24 train-prefixed-params guarded',
  ],
  'broken-code': ['4 unparsed-code unproven', '14 unparsed-code unproven'],
  'config-in-a-file': ['9 opaque-keywords unproven'],
  'image-classification': ['10 get-image-uri assumed'],
  'placeholder-cells': ['cell 0 line 1 unparsed-code unproven', 'cell 5 line 2 unparsed-code unproven'],
  'python-2': ['6 python2-syntax manual'],
  'string-sources': ['cell 2 line 1 estimator-delete-endpoint manual'],
};

function prove(extension: string, fixtures: readonly Fixture[]): void {
  it.each(fixtures)('$topic', async ({ topic, beforeBytes, afterBytes }) => {
    const { after, findings } = await migrateBytes(beforeBytes, `before.${extension}`);
    expect(after.toString('latin1')).toBe(Buffer.from(afterBytes).toString('latin1'));
    const others = findings.filter(({ state }) => state !== 'migrated');
    const place = ({ cell, line }: ReportedFinding): string =>
      cell === null ? `${line}` : `cell ${cell} line ${line}`;
    expect(others.map((finding) => `${place(finding)} ${finding.rule} ${finding.state}`)).toEqual(left[topic] ?? []);
  });

  it.each(fixtures)('$topic: a second run changes nothing', async ({ afterBytes }) => {
    const { after } = await migrateBytes(afterBytes, `after.${extension}`);
    expect(after.equals(afterBytes)).toBe(true);
  });
}

describe('programs', () => prove('py', pythonFixtures()));
describe('notebooks', () => prove('ipynb', notebookFixtures()));

it('there is one for every kind of code that people have', () => {
  expect(pythonFixtures().length + notebookFixtures().length).toBeGreaterThanOrEqual(25);
});

describe('bytes outside of edits', () => {
  const bytesOf = (topic: string): Buffer =>
    readFileSync(new URL(`../fixtures/python/${topic}/before.py`, import.meta.url));

  it('the fixtures are what they are there for', () => {
    expect(bytesOf('crlf').includes('\r\n')).toBe(true);
    expect(bytesOf('crlf').toString('utf8').replaceAll('\r\n', '')).not.toContain('\n');
    expect(bytesOf('latin-1').includes(0xe4)).toBe(true);
  });
});
