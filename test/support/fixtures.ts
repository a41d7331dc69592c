import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A program before and after migration, written for this project. */
export interface Fixture {
  /** Folder below `fixtures/python` or `fixtures/notebooks`. */
  readonly topic: string;
  readonly before: string;
  readonly after: string;
  readonly beforeBytes: Uint8Array;
  readonly afterBytes: Uint8Array;
}

const home = new URL('../../fixtures/', import.meta.url);

function load(folder: string, extension: string): Fixture[] {
  const root = new URL(`${folder}/`, home);
  if (!existsSync(root)) return [];
  const topics = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return topics.map(({ name }) => {
    const beforeBytes = readFileSync(new URL(`${name}/before.${extension}`, root));
    const afterBytes = readFileSync(new URL(`${name}/after.${extension}`, root));
    return {
      topic: name,
      beforeBytes,
      afterBytes,
      before: beforeBytes.toString('utf8'),
      after: afterBytes.toString('utf8'),
    };
  });
}

/** Programs in files. */
export function pythonFixtures(): Fixture[] {
  return load('python', 'py');
}

/** Programs in notebooks. */
export function notebookFixtures(): Fixture[] {
  return load('notebooks', 'ipynb');
}
