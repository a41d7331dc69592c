import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '../../src/rules/index.js';

/** What is mutated: programs, and notebooks as they are. */
export interface Originals {
  readonly programs: readonly string[];
  readonly notebooks: readonly string[];
}

/**
 * The seeds of this folder, the examples of all rules, and the project's fixtures.
 *
 * @param cases optional: a file with one JSON object a line whose `v1` and `v2` are programs
 */
export function loadOriginals(cases?: string): Originals {
  const seeds = filesIn(fileURLToPath(new URL('seeds', import.meta.url)));
  const fixtures = filesIn(fileURLToPath(new URL('../../fixtures', import.meta.url)));
  const examples = rules
    .flatMap(({ docs }) => docs.examples.filter(({ file }) => file === undefined))
    .flatMap(({ before, after }) => [before, after]);
  const read = (files: readonly string[], extension: string): string[] =>
    files.filter((name) => name.endsWith(extension)).map((name) => readFileSync(name, 'utf8'));
  // The seeds are few and rich: they get as many turns as the examples.
  const rich = [...read(seeds, '.py'), ...read(fixtures, '.py')];
  const copies = Math.max(1, Math.round(examples.length / rich.length));
  return {
    programs: [...Array.from({ length: copies }, () => rich).flat(), ...examples, ...readCases(cases)],
    notebooks: read(fixtures, '.ipynb'),
  };
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.sort().map((name) => join(folder, name));
}

function readCases(path: string | undefined): string[] {
  if (path === undefined) return [];
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.flatMap((line) => {
    const { v1, v2 }: { v1?: unknown; v2?: unknown } = JSON.parse(line);
    return [v1, v2].filter((code) => typeof code === 'string');
  });
}
