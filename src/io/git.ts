import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { firstLine, InputError } from './errors.js';

const execute = promisify(execFile);

/** What a repository's own settings could make git run is switched off: the tree may be anyone's. */
const HARMLESS = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false'];

/** Longer than any work of git on a repository: a pipe where it expects a file keeps it waiting. Milliseconds. */
const PATIENCE = 300_000;

/**
 * The commit that a name stands for.
 * @param cwd folder in the repository
 * @throws {@link InputError} outside a repository, without git, or when there is no such commit
 */
export async function resolveCommit(ref: string, cwd: string): Promise<string> {
  try {
    const name = `${ref}^{commit}`;
    return (await git(['rev-parse', '--verify', '--quiet', '--end-of-options', name], cwd)).trim();
  } catch (error) {
    throw new InputError('missing', ref, isMissingGit(error) ? 'git is not installed' : `no such commit in ${cwd}`);
  }
}

/**
 * Files that differ from a commit in the working tree, and all that git doesn't know. Absolute paths, as `cwd` spells
 * them where they lie in it.
 * @throws {@link InputError} when git fails
 */
export async function changedSince(commit: string, cwd: string): Promise<ReadonlySet<string>> {
  try {
    const top = (await git(['rev-parse', '--show-toplevel'], cwd)).trimEnd();
    const [changed, fresh] = await Promise.all([
      git(
        [
          'diff',
          '--name-only',
          '-z',
          '--no-renames',
          '--no-ext-diff',
          '--diff-filter=d',
          '--end-of-options',
          commit,
          '--',
        ],
        top,
      ),
      // What git ignores is left out where files are looked for; git itself would wait for an ignore file that is a pipe.
      git(['ls-files', '--others', '-z'], top),
    ]);
    const inside = relative(top, await realpath(cwd));
    // The repository by the name under which the working directory knows it, which may go through a link.
    const spelled = inside === '' ? cwd : resolve(cwd, ...inside.split(sep).map(() => '..'));
    return new Set(`${changed}${fresh}`.split('\0').flatMap((path) => (path === '' ? [] : [join(spelled, path)])));
  } catch (error) {
    throw new InputError('unreadable', cwd, `git can't list what changed (${describe(error)})`);
  }
}

/**
 * How many tracked files below the folders have changes that are not committed; undefined outside a repository or
 * without git.
 * @param patience how long git may take, milliseconds
 * @throws {@link InputError} when git takes longer
 */
export async function countUncommitted(
  folders: readonly string[],
  cwd: string,
  patience = PATIENCE,
): Promise<number | undefined> {
  try {
    const pathspecs = folders.map((folder) => `:(literal)${folder}`);
    const status = await git(
      ['status', '--porcelain', '-z', '--untracked-files=no', '--', ...pathspecs],
      cwd,
      patience,
    );
    return status.split('\0').filter((line) => /^[ MTADRCU?!]{2} /.test(line)).length;
  } catch (error) {
    if (isTimeout(error)) throw new InputError('unreadable', cwd, 'git gives no answer; is there a pipe in the tree?');
    return undefined;
  }
}

async function git(args: readonly string[], cwd: string, timeout = PATIENCE): Promise<string> {
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0' };
  const options = { cwd, env, timeout, killSignal: 'SIGKILL', maxBuffer: 1 << 28, encoding: 'utf8' } as const;
  const { stdout } = await execute('git', [...HARMLESS, ...args], options);
  return stdout;
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'killed' in error && error.killed === true;
}

function isMissingGit(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function describe(error: unknown): string {
  if (isTimeout(error)) return 'it gives no answer; is there a pipe in the tree?';
  return firstLine(error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error));
}
