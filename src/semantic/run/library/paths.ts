import { concat, str, type Text } from '../../../data/text.js';
import { type Data, isText, itemsOf, List, Template, Tuple, Unknown } from '../../../data/value.js';
import { type CallArguments, raise } from '../callables.js';
import { LibraryObject, NativeFunction } from '../library-objects.js';
import type { Run } from '../state.js';
import type { Members } from './index.js';
import { functionsOf, variable } from './standard.js';

/** `os.path.join`: a part that starts with a slash begins anew. */
function joinPath(parts: readonly Data[]): Data {
  let path: Text | undefined;
  for (const part of parts) {
    const text = part instanceof LibraryObject ? (part.attributes.get('path') ?? part) : part;
    if (!isText(text) && !(text instanceof Unknown)) return new Unknown('a path of something that is no text');
    if (path === undefined) path = concat([text]);
    else if (typeof text === 'string' && text.startsWith('/')) path = text;
    else path = concat([path, endsInSlash(path) ? '' : '/', text]);
  }
  return path ?? '';
}

function endsInSlash(path: Text): boolean {
  const last = path instanceof Template ? path.parts.at(-1) : path;
  return typeof last === 'string' && (last === '' || last.endsWith('/'));
}

function onPath(args: CallArguments, use: (path: string) => Data): Data {
  const [given] = args.positional;
  const value = given instanceof LibraryObject ? given.attributes.get('path') : given;
  if (typeof value === 'string') return use(value);
  if (value instanceof Template) {
    // What follows the last slash is known where the slash is in the last stretch of text.
    const last = value.parts.at(-1);
    const cut = typeof last === 'string' ? last.lastIndexOf('/') : -1;
    if (typeof last === 'string' && cut >= 0) {
      const name = use(last.slice(cut));
      if (name === last.slice(cut + 1)) return name;
    }
  }
  return new Unknown(value instanceof Unknown ? value.reason : 'a part of a path');
}

/** `os.path.dirname`. */
function folderOf(path: string): string {
  const head = path.slice(0, path.lastIndexOf('/') + 1);
  return /^\/*$/.test(head) ? head : head.replace(/\/+$/, '');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function splitExtension(path: string): [string, string] {
  const name = nameOf(path);
  const stem = name.replace(/^\.+/, '');
  const cut = stem.lastIndexOf('.');
  const size = cut < 0 ? 0 : stem.length - cut;
  return [path.slice(0, path.length - size), path.slice(path.length - size)];
}

/** `os.path.normpath`. */
function normal(path: string): string {
  const root = path.startsWith('//') && !path.startsWith('///') ? '//' : path.startsWith('/') ? '/' : '';
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || (root === '' && (parts.length === 0 || parts.at(-1) === '..'))) parts.push(part);
    else parts.pop();
  }
  return root + parts.join('/') || '.';
}

function commonPrefix(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  let size = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, size))) size -= 1;
  return first.slice(0, size);
}

/** A path with the environment variables that it names: `$HOME/data`, `${HOME}/data`. */
function withVariables(path: string, run: Run): Data {
  const parts = path.split(/\$(?:(\w+)|\{(\w+)\})/);
  return concat(
    parts.flatMap((part = '', index) => {
      if (index % 3 === 0) return [part];
      const value = variable(part, run) ?? new Unknown(`the environment variable ${part}`);
      return part === '' ? [] : [isText(value) || value instanceof Unknown ? value : str(value)];
    }),
  );
}

const OS_PATH: Members = functionsOf(
  {
    join: (args) => joinPath(args.positional),
    basename: (args) => onPath(args, nameOf),
    dirname: (args) => onPath(args, folderOf),
    split: (args) => onPath(args, (path) => new Tuple([folderOf(path), nameOf(path)])),
    splitext: (args) => onPath(args, (path) => new Tuple(splitExtension(path))),
    normpath: (args) => onPath(args, normal),
    isabs: (args) => onPath(args, (path) => path.startsWith('/')),
    commonprefix: ({ positional: [list] }) => {
      const texts = itemsOf(list)?.filter((each) => typeof each === 'string');
      return texts === undefined || texts.length !== itemsOf(list)?.length
        ? new Unknown('what paths have in common')
        : commonPrefix(texts);
    },
    exists: () => new Unknown('whether a file exists'),
    isfile: () => new Unknown('whether a file exists'),
    isdir: () => new Unknown('whether a folder exists'),
    abspath: () => new Unknown('an absolute path'),
    expandvars: (args, run) => onPath(args, (path) => withVariables(path, run)),
    expanduser: (args) => onPath(args, (path) => (path.startsWith('~') ? new Unknown('the home folder') : path)),
  },
  (name) => (name === 'sep' ? '/' : undefined),
);

const PATHLIB: Members = functionsOf({
  Path: (args) => pathObject(joinPath(args.positional)),
  PurePath: (args) => pathObject(joinPath(args.positional)),
  PurePosixPath: (args) => pathObject(joinPath(args.positional)),
  PosixPath: (args) => pathObject(joinPath(args.positional)),
});

/** As pathlib writes a path: no `.` parts and no doubled slashes; `..` stays. */
function written(path: string): string {
  const root = path.startsWith('/') ? '/' : '';
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return root + parts.join('/') || '.';
}

function pathObject(given: Data): Data {
  if (given instanceof Unknown) return given;
  const path = typeof given === 'string' ? written(given) : given;
  const made = new LibraryObject('path', (name) =>
    typeof path === 'string' ? memberOf(path, name) : joinOnly(path, name),
  );
  made.attributes.set('path', path);
  return made;
}

function joinOnly(path: Data, name: string): Data | undefined {
  if (name === '/' || name === 'joinpath')
    return new NativeFunction(name, ({ positional }) => pathObject(joinPath([path, ...positional])));
  if (name === 'as_posix' || name === '__str__' || name === '__fspath__') return new NativeFunction(name, () => path);
  return isFact(name) ? new Unknown('a part of a path') : undefined;
}

function isFact(name: string): boolean {
  return ['name', 'stem', 'suffix', 'parent', 'parts', 'suffixes', 'parents'].includes(name);
}

function memberOf(path: string, name: string): Data | undefined {
  const base = path === '.' ? '' : nameOf(path);
  const cut = base.lastIndexOf('.');
  const hasSuffix = cut > 0 && cut < base.length - 1;
  const folder = path.includes('/') ? folderOf(path) : '.';
  const beside = (changed: string): Data => pathObject(path.includes('/') ? joinPath([folder, changed]) : changed);
  switch (name) {
    case 'name':
      return base;
    case 'stem':
      return hasSuffix ? base.slice(0, cut) : base;
    case 'suffix':
      return hasSuffix ? base.slice(cut) : '';
    case 'parent':
      return pathObject(folder);
    case 'parts':
      return new Tuple([
        ...(path.startsWith('/') ? ['/'] : []),
        ...path.split('/').filter((part) => part !== '' && part !== '.'),
      ]);
    case 'suffixes':
      return new List(
        base
          .replace(/^\.+/, '')
          .split('.')
          .slice(1)
          .map((each) => `.${each}`),
      );
    case 'parents': {
      const above: Data[] = [];
      for (let at = path; ; ) {
        const next = at.includes('/') ? folderOf(at) : '.';
        if (next === at) break;
        above.push(pathObject(next));
        at = next;
      }
      return new Tuple(above);
    }
    case 'with_suffix':
      return new NativeFunction(name, ({ positional: [suffix] }) =>
        typeof suffix === 'string' ? beside((hasSuffix ? base.slice(0, cut) : base) + suffix) : new Unknown('a path'),
      );
    case 'with_name':
      return new NativeFunction(name, ({ positional: [changed] }) =>
        typeof changed === 'string' ? beside(changed) : new Unknown('a path'),
      );
    case 'relative_to':
      return new NativeFunction(name, ({ positional }) => {
        const root = joinPath(positional);
        if (typeof root !== 'string') return new Unknown('a path');
        const start = written(root) === '/' ? '/' : `${written(root)}/`;
        if (path === written(root)) return pathObject('.');
        return path.startsWith(start)
          ? pathObject(path.slice(start.length))
          : raise('ValueError', 'the path does not start with the other');
      });
    case 'is_absolute':
      return new NativeFunction(name, () => path.startsWith('/'));
    case 'mkdir':
    case 'touch':
      return new NativeFunction(name, () => null);
    case 'iterdir':
    case 'glob':
    case 'rglob':
      return new NativeFunction(name, () => new Unknown('the files of a folder'));
    case 'exists':
    case 'is_file':
    case 'is_dir':
      return new NativeFunction(name, () => new Unknown('whether a file exists'));
    default:
      return joinOnly(path, name);
  }
}

const MODULES: Readonly<Record<string, Members>> = { 'os.path': OS_PATH, posixpath: OS_PATH, pathlib: PATHLIB };

/** `os.path` and `pathlib`, as they are where SageMaker programs run: with slashes. */
export function pathModule(path: string): Members | undefined {
  return Object.hasOwn(MODULES, path) ? MODULES[path] : undefined;
}
