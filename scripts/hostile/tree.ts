import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codes, configs, ignoreFiles, NAMES, notebooks, pages, type Random, requirements, v1 } from './contents.js';
import { journals } from './journals.js';

/** What a tree is made of. */
export interface TreePlace {
  readonly tree: string;
  /** A folder beside it that nothing may change. */
  readonly outside: string;
  readonly isRoot: boolean;
}

/** Writing to a pipe that is there already would never end. */
const NEW = { flag: 'wx' } as const;

/** Writes a crafted tree. Returns what it holds, in words. */
export function writeHostileTree({ tree, outside, isRoot }: TreePlace, random: Random): ReadonlySet<string> {
  mkdirSync(tree, { recursive: true });
  const held = new Set<string>();
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  const folders = [tree, join(tree, 'sub'), join(tree, 'sub', '\u001b[32m deep\n'), join(tree, '<b>&"\'')];
  const place = (suffix: string): Buffer =>
    Buffer.concat([Buffer.from(`${pick(folders)}/`), Buffer.from(pick(NAMES)), Buffer.from(suffix)]);
  /** Two things may want one name, and a file system may not have it. */
  const attempt = (what: string, make: () => void): void => {
    try {
      make();
      held.add(what);
    } catch {
      // The tree has one thing less.
    }
  };
  const pipe = (path: string): void => void execFileSync('mkfifo', ['--', path]);
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  const files: Buffer[] = [];
  for (let i = 0; i < 7; i += 1) {
    const path = place(chance(0.1) ? '' : '.py');
    attempt('names and code', () => writeFileSync(path, pick(codes)(random)));
    files.push(path);
  }
  if (chance(0.1)) attempt('a shebang', () => writeFileSync(place(''), `#!/usr/bin/env python3\n${v1}`));
  for (let i = 0; i < 3; i += 1) attempt('notebooks', () => writeFileSync(place('.ipynb'), pick(notebooks)()));
  for (let i = 0; i < 2; i += 1) {
    const [name, text] = pick(requirements);
    attempt('requirements', () => {
      const path = join(pick(folders), name);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, text(random));
    });
  }
  if (chance(0.5)) {
    const [name, text] = pick(pages);
    attempt('pages', () => writeFileSync(join(pick(folders), name), text()));
  }
  const targets = [outside, join(outside, 'victim.py'), '/dev/zero', '/dev/stdin', '/etc', '/proc/self', '/proc/kmsg'];
  for (let i = 0; i < 3; i += 1) {
    attempt('links out', () => symlinkSync(pick(targets), place(pick(['.py', '.ipynb', '']))));
    attempt('links in circles', () => symlinkSync(pick(['.', '..', 'loop.py', '../sub']), place(pick(['.py', '']))));
  }
  attempt('links in circles', () => symlinkSync('loop.py', join(tree, 'loop.py')));
  if (chance(0.4))
    attempt('pipes', () =>
      pipe(join(tree, pick(['pipe.py', '.gitignore', '.ignore', 'pyproject.toml', 'script', 'Dockerfile']))),
    );
  if (chance(0.3))
    attempt('folders with the names of files', () =>
      mkdirSync(join(tree, pick(['dir.py', '.gitignore', 'pyproject.toml', 'sub/x.ipynb', 'requirements.txt']))),
    );
  if (chance(0.2)) attempt('sockets', () => socket(join(tree, 'socket.py')));
  if (isRoot && chance(0.4))
    attempt('devices', () => {
      const [kind, major, minor] = pick([
        ['c', '1', '5'],
        ['c', '1', '3'],
        ['c', '1', '9'],
        ['b', '7', '99'],
      ] as const);
      execFileSync(
        'mknod',
        ['--', join(tree, pick(['zero.py', 'zero.ipynb', 'script', '.gitignore'])), kind, major, minor],
        {
          stdio: 'ignore',
        },
      );
    });
  if (!isRoot && chance(0.6))
    attempt('unreadable files', () => {
      for (const path of files.slice(0, 2)) chmodSync(path, 0);
    });
  if (!isRoot && chance(0.3))
    attempt('unreadable folders', () => {
      mkdirSync(join(tree, 'closed'));
      writeFileSync(join(tree, 'closed', 'a.py'), v1);
      chmodSync(join(tree, 'closed'), pick([0, 0o100, 0o400]));
    });
  if (!isRoot && chance(0.3)) attempt('folders without writing', () => chmodSync(pick(folders.slice(1)), 0o555));
  if (chance(0.4))
    attempt('ignore files', () =>
      writeFileSync(join(pick(folders), pick(['.gitignore', '.ignore'])), pick(ignoreFiles), NEW),
    );
  if (chance(0.25)) {
    const [name, text] = pick(configs);
    attempt('wrong configuration', () => writeFileSync(join(tree, name), text, NEW));
  }
  if (chance(0.05))
    attempt('wrong configuration', () => symlinkSync('/dev/zero', join(tree, 'sagemaker-upgrade-v2.toml')));
  if (chance(0.15)) attempt('a repository', () => commit(tree, files));
  else if (chance(0.05))
    attempt('a wrong repository', () =>
      pick([() => pipe(join(tree, '.git')), () => writeFileSync(join(tree, '.git'), 'gitdir: ../outside\n')])(),
    );
  if (chance(0.4)) {
    const kind = pick(Object.keys(journals));
    attempt(`a record: ${kind}`, () => journals[kind]?.({ tree, outside }));
  }
  return held;
}

/** A repository whose settings name a program, with a commit of a part of the tree. */
function commit(tree: string, files: readonly Buffer[]): void {
  const git = (...args: string[]): void =>
    void execFileSync('git', args, { cwd: tree, stdio: 'ignore', timeout: 5000 });
  git('init', '-q');
  const names = files.slice(0, 4).map((path) => path.subarray(tree.length + 1).toString());
  git('add', '--', ...names.filter((name) => !name.includes('\ufffd')));
  git('-c', 'user.name=x', '-c', 'user.email=x', 'commit', '-qm', 'x', '--allow-empty');
  git('config', 'core.fsmonitor', 'touch ../outside/fsmonitor');
  git('config', 'diff.external', 'touch ../outside/external');
}

function socket(path: string): void {
  const code = 'import socket,sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])';
  execFileSync('python3', ['-c', code, path], { stdio: 'ignore' });
}

/** Makes all of a tree removable again, and removes it. */
export function removeTree(tree: string): void {
  execFileSync('sh', ['-c', 'if [ -e "$1" ]; then find "$1" -type d -exec chmod u+rwx {} \\; ; fi', 'sh', tree], {
    stdio: 'ignore',
  });
  rmSync(tree, { recursive: true, force: true });
}
