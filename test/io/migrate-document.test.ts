import { describe, expect, it } from 'vitest';
import type { SourceOutcome } from '../../src/engine/outcome.js';
import { parseDocument } from '../../src/io/document.js';
import { type MigrateSource, migrateDocument } from '../../src/io/migrate-document.js';

const python = (text: string) => parseDocument(Buffer.from(text), 'a.py');
const insert = (text: string): SourceOutcome => ({ edits: [{ start: 0, end: 0, text }], findings: [] });
const failing =
  (error: unknown): MigrateSource =>
  () => {
    throw error;
  };

describe('migrateDocument', () => {
  it('gives the new bytes and the parts', async () => {
    const { outcome, bytes } = await migrateDocument(python('x'), {}, () => insert('a\n'));
    expect(Buffer.from(bytes ?? []).toString()).toBe('a\nx');
    expect(outcome).toMatchObject({ path: 'a.py', status: 'changed', reason: null });
    expect(outcome.parts).toEqual([{ cell: null, before: 'x', after: 'a\nx' }]);
  });

  it('has no bytes when nothing changed, or an edit changes nothing', async () => {
    for (const text of ['', 'x']) {
      const same: MigrateSource = () => ({ edits: [{ start: 0, end: text.length, text }], findings: [] });
      expect(await migrateDocument(python('x'), {}, same)).toMatchObject({
        outcome: { status: 'unchanged', reason: null, parts: [] },
        bytes: null,
      });
    }
  });

  it('passes the options on', async () => {
    let seen: unknown;
    await migrateDocument(python('x'), { strict: true }, (_, options) => {
      seen = options;
      return { edits: [], findings: [] };
    });
    expect(seen).toEqual({ strict: true });
  });

  it('skips a notebook in another language', async () => {
    const json = '{"cells": [], "metadata": {"language_info": {"name": "R"}}}';
    const document = parseDocument(Buffer.from(json), 'a.ipynb');
    const { outcome } = await migrateDocument(document, {}, failing(new Error('must not run')));
    expect(outcome).toMatchObject({ status: 'skipped', reason: 'is a notebook in R, not Python; nothing to do' });
  });

  it.each([
    [["library(reticulate)\nsagemaker <- import('sagemaker')"], 'skipped'],
    [["%%R\nx <- import('os')", 'print(1)'], 'unchanged'],
    [["text = '''\nx <- import('os')\n'''", 'import sagemaker'], 'unchanged'],
  ])('knows R from Python by how it imports: %j is %s', async (sources, status) => {
    const cells = sources.map((source) => ({ cell_type: 'code', source }));
    const json = JSON.stringify({ cells, metadata: { kernelspec: { name: 'python3', language: 'python' } } });
    const same = () => ({ edits: [], findings: [] });
    const { outcome } = await migrateDocument(parseDocument(Buffer.from(json), 'a.ipynb'), {}, same);
    expect(outcome.status).toBe(status);
  });

  it.each([
    ['an error', failing(new Error('oh\nno')), 'internal error, nothing was changed: oh'],
    ['no error', failing('oh'), 'internal error, nothing was changed: oh'],
    ['a full stack', failing(new RangeError('Maximum call stack size exceeded')), 'is nested too deeply to analyse'],
    [
      'edits that overlap',
      () => ({ edits: [3, 2].map((n) => ({ start: n, end: n, text: 'x' })), findings: [] }),
      'overlaps',
    ],
    ['text that the file can not hold', () => insert('あ'), "its encoding (ASCII) can't hold"],
  ] as const)('turns %s into one line', async (_, migrate, reason) => {
    const { outcome, bytes } = await migrateDocument(python('# coding: ascii\n'), {}, migrate);
    expect(bytes).toBeNull();
    expect(outcome.status).toBe('failed');
    expect(outcome.reason).toContain(reason);
    expect(outcome.reason).not.toContain('\n');
  });
});
