import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Answer, answerOf } from '../../scripts/judge/image-uris-answers.js';
import type { ImageCall } from '../../scripts/judge/image-uris-calls.js';
import { PythonError } from '../../src/data/errors.js';
import { retrieveImageUri } from '../../src/sdk/image-uris.js';

/** Recorded on the real SDKs by `npm run judge -- image-uris`, which compares some 200,000 calls. */
function recorded(version: string): [ImageCall, Answer][] {
  const text = readFileSync(new URL(`image-uris-${version}.jsonl`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe.each(['1.72.0', '2.257.6'])('the images of %s', (version) => {
  const rows = recorded(version);

  test('are those that the SDK chose, and what it refused is refused', () => {
    const wrong = rows.filter(([call, answer]) => JSON.stringify(answerOf(call)) !== JSON.stringify(answer));
    expect(wrong).toEqual([]);
  });

  test('the sample holds images and refusals', () => {
    expect(rows.filter(([, answer]) => answer.uri !== undefined).length).toBeGreaterThan(100);
    expect(rows.filter(([, answer]) => answer.error !== undefined).length).toBeGreaterThan(100);
  });
});

describe('a refusal', () => {
  test.each([
    [
      'the version',
      { framework: 'pytorch', region: 'us-west-2', version: '9.9', imageScope: 'training' },
      /9\.9.*2\.8\.0/,
    ],
    ['the region', { framework: 'kmeans', region: 'nowhere' }, /nowhere/],
    ['the scope', { framework: 'pytorch', region: 'us-west-2', version: '1.6' }, /image_scope/],
    [
      'the instance type',
      { framework: 'pytorch', region: 'us-west-2', version: '1.6', pyVersion: 'py3', imageScope: 'training' },
      /instance type/,
    ],
  ])('names %s', (_what, request, message) => {
    expect(() => retrieveImageUri(request)).toThrow(PythonError);
    expect(() => retrieveImageUri(request)).toThrow(message);
  });
});
