import { isAbsolute, relative, sep } from 'node:path';
import type { FileFinding, FindingState } from '../engine/outcome.js';

/** How much a finding matters, once the run is over. */
export type Level = 'error' | 'warning' | 'note' | 'none';

/**
 * The level of a finding: what a person has to write is an error, what one should look at a warning, what is done a
 * note, and what is left on purpose nothing. While nothing is written, what could be migrated is a warning.
 */
export function levelOf(state: FindingState, pending: boolean): Level {
  switch (state) {
    case 'manual':
      return 'error';
    case 'unproven':
    case 'assumed':
      return 'warning';
    case 'migrated':
      return pending ? 'warning' : 'note';
    case 'guarded':
    case 'suppressed':
      return 'none';
  }
}

/** Whether a check should fail for the finding: it needs a person, or this run only showed what it would change. */
export function isOpen(state: FindingState, pending: boolean): boolean {
  if (state === 'manual' || state === 'unproven') return true;
  return pending && (state === 'migrated' || state === 'assumed');
}

/** A path as other programs match it against a repository: relative to the folder where it lies in it, with slashes. */
export function relativePath(path: string, cwd: string): string {
  const inside = isAbsolute(path) ? relative(cwd, path) : path.replace(/^(?:\.[/\\]+)+/, '');
  const shown = inside === '..' || inside.startsWith(`..${sep}`) || inside === '' ? path : inside;
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}

/** `cell 7, line 3`; of a Python file undefined, where the line of the file says it all. */
export function cellPlace({ cell, line }: Pick<FileFinding, 'cell' | 'line'>): string | undefined {
  return cell === null ? undefined : `cell ${cell}, line ${line}`;
}

/** What a finding says in a report of plain text: for notebooks its place first, then the message and what to write. */
export function fullMessage(finding: FileFinding): string {
  const { message, suggestion } = finding;
  const place = cellPlace(finding);
  return [
    place === undefined ? message : `${place}: ${message}`,
    ...(suggestion === null ? [] : ['Write instead:', suggestion]),
  ].join('\n');
}
