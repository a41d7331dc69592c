import type { FileRow, PageFile, PageIndex } from '../data.js';
import { pageStates } from '../data.js';

/** What the report says, without the files' own data. */
export const index = read<PageIndex>('index');

/** Numbers of files by path. */
const numbers = new Map(index.files.map(([path], number) => [path, number]));

/** The file with a path, and its number. */
export function findFile(path: string): { readonly number: number; readonly row: FileRow } | undefined {
  const number = numbers.get(path);
  const row = number === undefined ? undefined : index.files[number];
  return number === undefined || row === undefined ? undefined : { number, row };
}

/** What is shown of a file; read when it is looked at, and not kept. */
export function readFile(number: number): PageFile | undefined {
  return index.files[number]?.[5] === 1 ? read<PageFile>(`f${number}`) : undefined;
}

/** Whether a file's data, as it is written, matches. */
export function mentions(number: number, pattern: RegExp): boolean {
  return pattern.test(document.getElementById(`f${number}`)?.textContent ?? '');
}

/** A name's number among the states. */
export function stateNumber(name: string): number {
  return pageStates.findIndex((state) => state === name);
}

/** How many uses of v1 were found in a file. */
export function foundIn([, , counts]: FileRow): number {
  return counts.reduce((a, b) => a + b, 0);
}

/** How many findings need a person: uses of v1, and jobs that would differ. */
export function openIn([, , counts, , , , differing]: FileRow): number {
  return (counts[2] ?? 0) + (counts[3] ?? 0) + differing;
}

/** The state that a file is coloured by: what needs a person first, then what is weakest. -1 without any. */
export function mainState(counts: readonly number[]): number {
  return [2, 3, 1, 0, 4, 5].find((state) => (counts[state] ?? 0) > 0) ?? -1;
}

function read<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null');
}
