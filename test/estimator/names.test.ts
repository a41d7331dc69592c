import { describe, expect, test } from 'vitest';
import { Template, templateText, Unknown } from '../../src/data/value.js';
import {
  baseFromName,
  baseNameFromImage,
  nameFromBase,
  shortTimestamp,
  timestamp,
  uniqueNameFromBase,
} from '../../src/estimator/names.js';
import { createWorld } from '../../src/estimator/world.js';

const world = createWorld({ now: Date.UTC(2020, 0, 31, 13, 5, 9, 7) });
const hole = new Unknown('unknown');

/** A string, holes in braces. */
function shown(text: string | Template): string {
  return text instanceof Template ? templateText(text) : text;
}

describe('names', () => {
  test('have time stamps as the SDK writes them', () => {
    expect(timestamp(world)).toBe('2020-01-31-13-05-09-007');
    expect(shortTimestamp(world)).toBe('200131-1305');
  });

  test('are cut where the stamp would make them too long', () => {
    expect(nameFromBase(world, 'a'.repeat(70))).toBe(`${'a'.repeat(39)}-2020-01-31-13-05-09-007`);
    expect(nameFromBase(world, 'job', 63, true)).toBe('job-200131-1305');
    expect(uniqueNameFromBase(world, 'b'.repeat(70))).toHaveLength(63);
  });

  test('keep a hole of their base', () => {
    expect(shown(nameFromBase(world, hole))).toBe('{unknown}-2020-01-31-13-05-09-007');
    expect(shown(nameFromBase(world, new Template(['job-', hole])))).toBe('job-{unknown}-2020-01-31-13-05-09-007');
  });

  // What `sagemaker.utils.base_name_from_image` of 2.257.6 gives.
  test.each([
    ['123456789012.dkr.ecr.us-west-2.amazonaws.com/my/repo:1.0', 'repo'],
    ['image', 'image'],
    ['a/b', 'b'],
    ['a:1', 'a'],
    ['x@sha256:abc', 'x@sha256'],
    ['h:5000/name', 'name'],
    ['a:b:c', 'a:b:c'],
  ])('of the image %s start with %s', (image, base) => {
    expect(baseNameFromImage(image)).toBe(base);
  });

  test('of an image with holes start with what is whole', () => {
    expect(baseNameFromImage(new Template([hole, '/repo:1']))).toBe('repo');
    expect(shown(baseNameFromImage(new Template(['host/repo-', hole, ':1'])))).toBe('repo-{unknown}');
    expect(shown(baseNameFromImage(new Template([hole, ':latest'])))).not.toContain('latest');
  });

  // What `sagemaker.utils.base_from_name` of 2.257.6 gives.
  test.each([
    ['a-2020-01-01-00-00-00-000', 'a'],
    ['a-b-200101-0000', 'a-b'],
    ['plain', 'plain'],
    ['2020-01-01-00-00-00-000', '2020-01-01-00-00-00-000'],
    ['a-2020-01-01-00-00-00-000-x', 'a'],
  ])('%s was made of %s', (name, base) => {
    expect(baseFromName(name)).toBe(base);
  });
});
