/** What went wrong with an input or an output, for callers that branch on it. */
export type InputErrorCode =
  | 'missing'
  | 'not-a-file'
  | 'no-permission'
  | 'too-large'
  | 'unreadable'
  | 'encoding'
  | 'binary'
  | 'json'
  | 'not-a-notebook'
  | 'unwritable'
  | 'changed'
  | 'config'
  | 'disk-full';

/** Where in an input the trouble is: `cell` as in reports (0-based index in the notebook), `line` from 1. */
export interface InputErrorPlace {
  readonly cell?: number;
  readonly line?: number;
}

/** An input that can't be read, or an output that can't be written. `message` is one line that a user can act on. */
export class InputError extends Error {
  readonly code: InputErrorCode;
  readonly path: string;
  /** The message without the path: place and problem. */
  readonly reason: string;

  /** @param problem what is wrong and what to do, without the file's name and place. */
  constructor(code: InputErrorCode, path: string, problem: string, place: InputErrorPlace = {}) {
    const where = [
      ...(place.cell === undefined ? [] : [`cell ${place.cell}`]),
      ...(place.line === undefined ? [] : [`line ${place.line}`]),
    ];
    super(`${[path, ...where].join(', ')}: ${firstLine(problem)}`);
    this.reason = [...(where.length === 0 ? [] : [where.join(', ')]), firstLine(problem)].join(': ');
    this.name = 'InputError';
    this.code = code;
    this.path = path;
  }
}

/** The first line of a message that may have several. */
export function firstLine(text: string): string {
  return text.trim().split(/\r?\n/, 1)[0] ?? '';
}

/** The `code` of a system error (`ENOENT`), or undefined. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Says in a few words why a file or folder can't be read, and what to do about it. */
export function describeReadFailure(error: unknown, what: 'file' | 'folder' = 'file'): string {
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `no such ${what}; check the path`;
    case 'EACCES':
    case 'EPERM':
      return 'no permission to read it; change its mode or run as its owner';
    case 'ELOOP':
      return 'symbolic links lead in a circle; check the path';
    case 'ENAMETOOLONG':
      return 'its path is too long to read it';
    default:
      return `can't be read (${error instanceof Error ? error.message : String(error)})`;
  }
}
