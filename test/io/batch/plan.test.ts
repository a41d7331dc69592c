import { describe, expect, test } from 'vitest';
import { commonFolder, targetIn } from '../../../src/io/batch/out-dir.js';
import { isInShard, planJobs } from '../../../src/io/batch/plan.js';

describe('jobs', () => {
  test('have the rules that are switched off for their files', () => {
    const perFileIgnores = [
      { glob: { base: '/w', patterns: ['tests/'] }, rules: ['a'] },
      { glob: { base: '/w', patterns: ['*_old.py'] }, rules: ['b', 'c'] },
    ];
    const jobs = planJobs(['x.py', 'tests/y_old.py', 'd/z_old.py'], { cwd: '/w', perFileIgnores });
    expect(jobs.map(({ ignore }) => ignore)).toEqual([[], ['a', 'b', 'c'], ['b', 'c']]);
  });

  test('have targets below the folder to write to', () => {
    const [job] = planJobs(['src/a/b.py'], { cwd: '/w', outDir: { folder: '/out', base: '/w/src' } });
    expect(job?.target).toBe('/out/a/b.py');
    expect(planJobs(['a.py'], { cwd: '/w' })[0]?.target).toBeNull();
  });
});

test.each([
  [['/a/b'], '/a/b'],
  [['/a/b', '/a/b/c'], '/a/b'],
  [['/a/b/c', '/a/bb/d'], '/a'],
  [['/a', '/b'], '/'],
])('%j have %j in common', (folders, common) => {
  expect(commonFolder(folders)).toBe(common);
  for (const folder of folders) expect(targetIn('/out', common, `${folder}/x.py`)).toMatch(/^\/out\/.*x\.py$/);
});

describe('shards', () => {
  const paths = Array.from({ length: 3000 }, (_, i) => `src/module${i}/file.py`);

  test('hold every path once, and about as many each', () => {
    const parts = [1, 2, 3].map((index) => paths.filter((path) => isInShard(path, { index, count: 3 })));
    expect(parts.flat().sort()).toEqual([...paths].sort());
    expect(Math.min(...parts.map((part) => part.length))).toBeGreaterThan(900);
  });

  test('do not depend on how the working directory is written', () => {
    for (const path of paths.slice(0, 20)) {
      expect(isInShard(`./${path}`, { index: 1, count: 2 })).toBe(isInShard(path, { index: 1, count: 2 }));
    }
  });

  test('stay the same from version to version', () => {
    // The first 48 bits of SHA-256("a.py"), 0xf0de093a8c24 by Python's hashlib, are 3 modulo 7.
    expect([1, 2, 3, 4, 5, 6, 7].filter((index) => isInShard('a.py', { index, count: 7 }))).toEqual([4]);
  });
});
