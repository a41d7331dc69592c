import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

const EVIL = 'import os  # put here by a crafted record\n';

/** Where the crafted records are made. */
interface Place {
  readonly tree: string;
  /** A folder beside the tree that holds `victim.py`. */
  readonly outside: string;
}

/** Records of runs that came with the tree, by what is wrong with them. */
export const journals: Readonly<Record<string, (place: Place) => void>> = {
  'a link': ({ tree, outside }) => symlinkSync(outside, journal(tree)),
  'a file': ({ tree }) => writeFileSync(journal(tree), ''),
  'no header': ({ tree }) => void mkdirSync(join(journal(tree), 'runs/run'), { recursive: true }),
  'a file outside': (place) => record(place, { path: '../outside/victim.py' }),
  'a file outside, absolute': (place) => record(place, { path: join(place.outside, 'victim.py') }),
  'a file behind a link': (place) => {
    symlinkSync(place.outside, join(place.tree, 'way-out'));
    record(place, { path: 'way-out/victim.py' });
  },
  'a link to a file outside': (place) => {
    symlinkSync(join(place.outside, 'victim.py'), join(place.tree, 'way-out.py'));
    record(place, { path: 'way-out.py' });
  },
  'a run that would go on outside': (place) =>
    record(place, { path: '../outside/victim.py' }, { finished: false, paths: [place.outside], settings: {} }),
  'wrong kinds': (place) =>
    record(
      place,
      { path: 'x.py' },
      { finished: false, paths: [1, null], settings: { include: 5, since: {}, shard: 1 } },
    ),
  'wrong settings': (place) =>
    record(place, { path: 'x.py' }, { finished: false, paths: ['.'], settings: { shard: 7, exclude: 'x', ignore: 1 } }),
  'controls and markup': (place) =>
    record(place, { path: '\u001b[2J<script>\n' }, { paths: ['\u001b]0;t\u0007', '<img src=x>\n::error::x'] }),
  'a header that is a pipe': ({ tree }) => pipe(join(runOf(tree), 'run.json')),
  'a header that never ends': ({ tree }) => symlinkSync('/dev/zero', join(runOf(tree), 'run.json')),
  'a log that is a pipe': (place) => {
    record(place, { path: 'x.py' });
    pipe(join(runOf(place.tree), 'log-0-0.jsonl'));
  },
  'a log that never ends': (place) => {
    record(place, { path: 'x.py' });
    symlinkSync('/dev/zero', join(runOf(place.tree), 'log-0-0.jsonl'));
  },
  'a file that is a pipe': (place) => {
    pipe(join(place.tree, 'x.py'));
    record(place, { path: 'x.py' });
  },
  'a copy that is a pipe': (place) => {
    writeFileSync(join(place.tree, 'x.py'), 'x\n');
    record(place, { path: 'x.py', before: 'a'.repeat(64), after: sha256('x\n') });
    pipe(join(runOf(place.tree), 'before', 'a'.repeat(64)));
  },
  'a copy elsewhere': (place) => record(place, { path: 'x.py', before: '../../../../../outside/victim.py' }),
};

/** A run that says that it replaced the victim's file, so that `undo` puts something else there. */
function record({ tree, outside }: Place, entry: Readonly<Record<string, string>>, header: object = {}): void {
  const folder = runOf(tree);
  writeFileSync(join(folder, 'before', sha256(EVIL)), EVIL);
  const after = sha256(readFileSync(join(outside, 'victim.py')));
  writeFileSync(join(folder, 'log-1-0.jsonl'), `${JSON.stringify({ before: sha256(EVIL), after, ...entry })}\n`);
  const told = { schemaVersion: 1, version: '0.1.0', started: '2020-01-01T00:00:00.000Z', cwd: tree, paths: ['.'] };
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ ...told, settings: {}, finished: true, ...header }));
}

function runOf(tree: string): string {
  const folder = join(journal(tree), 'runs', '20200101T000000-abcdef');
  mkdirSync(join(folder, 'before'), { recursive: true });
  return folder;
}

function journal(tree: string): string {
  return join(tree, '.sagemaker-upgrade');
}

function pipe(path: string): void {
  execFileSync('mkfifo', ['--', path]);
}
