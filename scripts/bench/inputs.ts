import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Programs in the examples, about which the copies of the project's own programs are to be as many. */
const EXAMPLES = 431;

/** A program of about sixty lines with a good share of v1 code. */
export function sampleProgram(): string {
  return readFileSync(fileURLToPath(new URL('../fuzz/seeds/estimators.py', import.meta.url)), 'utf8');
}

/** A program as long as the sample that has nothing to do with the SDK. */
export function foreignProgram(): string {
  const lines = Array.from({ length: 25 }, (_, i) => `def f${i}(x):\n    return os.path.join(x, "${i}")`);
  return ['import os', ...lines, ''].join('\n');
}

/** The programs to migrate in one process, and what to call them. */
export function programsFolder(examples: string | undefined, work: string): { folder: string; name: string } {
  if (examples !== undefined && existsSync(examples)) return { folder: examples, name: 'the example programs' };
  const folder = join(work, 'programs');
  const sources = ['../../fixtures', '../fuzz/seeds'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const files = sources.filter((path) => existsSync(path)).flatMap((path) => programsIn(path));
  for (let copy = 0; copy * files.length < EXAMPLES; copy += 1) {
    mkdirSync(join(folder, String(copy)), { recursive: true });
    for (const [i, file] of files.entries()) cpSync(file, join(folder, String(copy), `${i}-${file.split('/').at(-1)}`));
  }
  return { folder, name: `copies of the project's own programs (no --examples: ${EXAMPLES} real ones are far larger)` };
}

function programsIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.(py|ipynb)$/.test(name)).map((name) => join(folder, name));
}

/** Writes a notebook of about 100 MB: v1 code with large outputs. */
export function writeLargeNotebook(path: string): void {
  const output = {
    name: 'stdout',
    output_type: 'stream',
    text: Array.from({ length: 1000 }, (_, i) => `${'x'.repeat(990)} ${i}\n`),
  };
  const code = sampleProgram()
    .split('\n')
    .map((line) => `${line}\n`);
  const cell = (source: readonly string[], outputs: readonly unknown[]) => ({
    cell_type: 'code',
    execution_count: null,
    metadata: {},
    outputs,
    source,
  });
  const cells = [cell(code, []), ...Array.from({ length: 100 }, () => cell(['print(role)\n'], [output]))];
  writeFileSync(path, JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 2 }, null, 1));
}
