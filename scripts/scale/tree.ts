import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foreignCode } from './foreign-code.js';
import { createRandom, logNormal } from './random.js';

/** What a tree is made of. */
export interface TreeCounts {
  readonly files: number;
  readonly withSdk: number;
  readonly notebooks: number;
  readonly bytes: number;
}

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const seeds = fileURLToPath(new URL('../fuzz/seeds/', import.meta.url));

/** Bytes of code in real repositories: of 3,650 files, half were below 3.3 and 4.8 KB, the mean was 5 and 12 KB. */
const CODE = { median: 3300, spread: 1.1, most: 120_000 };
/** Bytes of outputs in a notebook. */
const OUTPUT = { median: 40_000, spread: 1.2, most: 2_000_000 };

/**
 * Writes a tree like a large organisation's: one file in ten uses the SDK, one in fifty is a notebook with outputs. The
 * same number of files gives the same tree, and a smaller tree is the beginning of a larger one.
 */
export function writeTree(folder: string, files: number): TreeCounts {
  const random = createRandom(20);
  const programs = sdkPrograms();
  let [bytes, withSdk, notebooks] = [0, 0, 0];
  for (let i = 0; i < files; i += 1) {
    const size = Math.min(logNormal(random, CODE.median, CODE.spread), CODE.most);
    const isNotebook = i % 50 === 7;
    const usesSdk = i % 10 === 3 || (isNotebook && i % 100 === 7);
    const parts = usesSdk ? [programs[i % programs.length] ?? ''] : [];
    const filler = foreignCode(random, size - (parts[0]?.length ?? 0));
    const text = isNotebook ? notebook([...parts, ...filler], random) : [...parts, ...filler].join('\n\n');
    const path = join(folder, `team${i % 12}`, `project${Math.floor(i / 240)}`, `part${i % 5}`, `module_${i}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${isNotebook ? 'ipynb' : 'py'}`, text);
    bytes += text.length;
    if (usesSdk) withSdk += 1;
    if (isNotebook) notebooks += 1;
  }
  return { files, withSdk, notebooks, bytes };
}

function sdkPrograms(): readonly string[] {
  const names = readdirSync(join(fixtures, 'python')).sort();
  // Two of the programs are there for their encoding and line ends, which joined texts don't keep.
  const own = names.filter((name) => name !== 'latin-1' && name !== 'crlf' && name !== 'other-libraries');
  return [
    ...own.map((name) => readFileSync(join(fixtures, 'python', name, 'before.py'), 'utf8')),
    ...readdirSync(seeds)
      .filter((name) => name.endsWith('.py'))
      .sort()
      .map((name) => readFileSync(join(seeds, name), 'utf8')),
  ];
}

/** A notebook as Jupyter writes it: text outputs and pictures. */
function notebook(parts: readonly string[], random: () => number): string {
  let left = Math.min(logNormal(random, OUTPUT.median, OUTPUT.spread), OUTPUT.most);
  const cells = parts.map((part) => {
    const share = Math.floor(left / 2);
    left -= share;
    return {
      cell_type: 'code',
      execution_count: 1,
      metadata: {},
      outputs: share < 100 ? [] : [random() < 0.5 ? picture(share) : lines(share)],
      source: part.split(/(?<=\n)/),
    };
  });
  const metadata = { kernelspec: { display_name: 'conda_python3', language: 'python', name: 'conda_python3' } };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 2 }, null, 1)}\n`;
}

function picture(size: number): unknown {
  const data = { 'image/png': 'iVBORw0KGgo'.repeat(Math.ceil(size / 11)), 'text/plain': ['<Figure>'] };
  return { data, metadata: {}, output_type: 'display_data' };
}

function lines(size: number): unknown {
  const text = Array.from(
    { length: Math.ceil(size / 60) },
    (_, i) => `step ${i}: loss 0.123456 accuracy 0.987654 time 12.3 s\n`,
  );
  return { name: 'stdout', output_type: 'stream', text };
}
