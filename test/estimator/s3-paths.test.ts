import { describe, expect, test } from 'vitest';
import { PythonError } from '../../src/data/errors.js';
import { Template, templateText, Unknown } from '../../src/data/value.js';
import { joinS3, parseS3Url } from '../../src/estimator/s3-paths.js';
import { Session } from '../../src/estimator/session.js';

const hole = new Unknown('unknown');

/** A string, holes in braces. */
function shown(text: unknown): string {
  return text instanceof Template ? templateText(text) : String(text);
}

describe('addresses in S3', () => {
  // What `sagemaker.s3.s3_path_join` of 2.257.6 gives.
  test.each([
    [['s3://', 'b', null], 's3://b'],
    [['s3://b/', '/x/', 'y/'], 's3://b/x/y'],
    [['a', '', 'b'], 'a/b'],
    [['/a//b/'], 'a/b'],
    [['s3://', '//foo/', '/bar///baz'], 's3://foo/bar/baz'],
  ])('of %j are %s', (parts, joined) => {
    expect(joinS3(parts)).toBe(joined);
    expect(joinS3(parts, true)).toBe(`${joined}/`);
  });

  // What `sagemaker.s3.parse_s3_url` of 2.257.6 gives.
  test.each([
    ['s3://b/k/x', 'b', 'k/x'],
    ['s3://b', 'b', ''],
    ['s3://b/', 'b', ''],
    ['S3://B/k', 'B', 'k'],
    ['s3://b//k', 'b', 'k'],
    ['s3://b/k?x=1', 'b', 'k'],
  ])('%s has the bucket %s and the key %s', (url, bucket, key) => {
    expect(parseS3Url(url)).toEqual({ bucket, key });
  });

  test('start with their scheme', () => {
    for (const url of ['http://b/k', 'b/k']) expect(() => parseS3Url(url)).toThrow(PythonError);
  });

  test('with holes are split where a slash is known', () => {
    const { bucket, key } = parseS3Url(new Template(['s3://', hole, '/a/', hole]));
    expect([shown(bucket), shown(key)]).toEqual(['{unknown}', 'a/{unknown}']);
    expect(shown(parseS3Url(hole).bucket)).toBe('{unknown}');
  });
});

describe('a session', () => {
  test('names its default bucket after region and account, unless it was given one', () => {
    expect(new Session().default_bucket()).toBe('sagemaker-us-west-2-123456789012');
    expect(new Session({ default_bucket: 'team' }).default_bucket()).toBe('team');
    expect(shown(new Session({ boto_session: hole }).default_bucket())).toContain('unknown');
  });

  // A path with an extension is taken for a file: what lies on the disk is not looked at.
  test.each([
    ['data/train.csv', 's3://b/data/train.csv'],
    ['data', 's3://b/data'],
    ['data/', 's3://b/data'],
  ])('uploads %s to %s', (path, uri) => {
    expect(new Session({ default_bucket: 'b' }).upload_data({ path })).toBe(uri);
  });

  test('puts its prefix before keys in the default bucket only', () => {
    const session = new Session({ default_bucket: 'b', default_bucket_prefix: 'team/x' });
    expect(session.upload_data({ path: 'a.csv', key_prefix: 'k' })).toBe('s3://b/team/x/k/a.csv');
    expect(session.upload_data({ path: 'a.csv', key_prefix: 'k', bucket: 'other' })).toBe('s3://other/k/a.csv');
  });
});
