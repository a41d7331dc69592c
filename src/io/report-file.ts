import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from './errors.js';
import { randomName } from './hash.js';
import { makeFolders } from './make-folders.js';
import { asInputError, likeModel, realPath, temporaryPath } from './write.js';

/** A file that is written piece by piece, and is there only once it is whole. */
export interface ReportFile {
  /** @throws InputError */
  write(data: string | Uint8Array): void;
  /** Puts the file in its place. @throws InputError */
  close(): void;
  /** Leaves what was there before. */
  abandon(): void;
}

/** Pieces are collected up to this size: a report has many small ones. */
const ENOUGH = 1 << 16;

/**
 * Begins a report. Folders are created; what is no file (a pipe, a terminal) is written to at once.
 * @throws InputError when it can't be written
 */
export function openReportFile(path: string): ReportFile {
  return attempt(path, () => {
    const target = realPath(path);
    const before = statSync(target, { throwIfNoEntry: false });
    if (before?.isDirectory()) throw new InputError('not-a-file', path, 'is a folder; name a file to write');
    if (before !== undefined && !before.isFile()) return pieces(path, openSync(target, 'w'), () => undefined);
    if (before === undefined) makeFolders(dirname(target));
    const temporary = temporaryPath(target, randomName(6));
    return pieces(path, openSync(temporary, 'wx'), (isWhole) => {
      try {
        if (!isWhole) return;
        likeModel(temporary, before, undefined);
        renameSync(temporary, target);
      } finally {
        // What was renamed is gone already.
        rmSync(temporary, { force: true });
      }
    });
  });
}

function pieces(path: string, descriptor: number, finish: (isWhole: boolean) => void): ReportFile {
  let waiting: Uint8Array[] = [];
  let size = 0;
  let isOpen = true;
  const flush = (): void => {
    const data = Buffer.concat(waiting);
    waiting = [];
    size = 0;
    for (let at = 0; at < data.length; ) at += writeSync(descriptor, data, at);
  };
  const end = (isWhole: boolean): void => {
    if (!isOpen) return;
    isOpen = false;
    closeSync(descriptor);
    finish(isWhole);
  };
  const guarded = (run: () => void): void =>
    attempt(path, () => {
      try {
        run();
      } catch (error) {
        end(false);
        throw error;
      }
    });
  return {
    write(data) {
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      waiting.push(bytes);
      size += bytes.length;
      if (size >= ENOUGH) guarded(flush);
    },
    close() {
      guarded(() => {
        flush();
        end(true);
      });
    },
    abandon() {
      end(false);
    },
  };
}

function attempt<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof InputError ? error : asInputError(path, error);
  }
}
