import { expect, it } from 'vitest';
import { parseDocument } from '../../src/io/document.js';
import { migrateDocument } from '../../src/io/migrate-document.js';
import { migrateDependencies } from '../../src/io/requirements/migrate-dependencies.js';

async function migrated(path: string, bytes: Uint8Array) {
  return migrateDocument(parseDocument(bytes, path), {}, migrateDependencies);
}

it.each([
  ['UTF-8', Buffer.from('# é\r\nsagemaker==1.72.0\r\n'), Buffer.from('# é\r\nsagemaker>=2,<3\r\n')],
  [
    'UTF-8 with a byte order mark',
    Buffer.from('\ufeffsagemaker==1.72.0\n# 😀\n'),
    Buffer.from('\ufeffsagemaker>=2,<3\n# 😀\n'),
  ],
  [
    'UTF-16, as PowerShell writes it',
    Buffer.from('\ufeffboto3\r\nsagemaker==1.72.0\r\n# é😀\r\n', 'utf16le'),
    Buffer.from('\ufeffboto3\r\nsagemaker>=2,<3\r\n# é😀\r\n', 'utf16le'),
  ],
  [
    'ISO-8859-1',
    Buffer.from('# \xe9\nsagemaker==1.72.0\n', 'latin1'),
    Buffer.from('# \xe9\nsagemaker>=2,<3\n', 'latin1'),
  ],
])('requirements in %s keep every other byte', async (_, before, after) => {
  const { outcome, bytes } = await migrated('requirements.txt', before);
  expect(outcome.status).toBe('changed');
  expect(Buffer.from(bytes ?? [])).toEqual(after);
  expect((await migrated('requirements.txt', after)).outcome.status).toBe('unchanged');
});

it('what is no text is skipped', async () => {
  const { outcome } = await migrated('data.in', Buffer.from('sagemaker==1.72.0\0'));
  expect(outcome).toMatchObject({ status: 'skipped', reason: 'is no text; nothing to do' });
});
