// Builds dist/: the bundled program with code splitting, the licences of what is bundled, and the declarations
// (left out with --no-types, for the tests). Plain JavaScript, because it runs before anything is compiled.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const chunks = join(dist, 'chunks');

const bundle = await rolldown({
  cwd: root,
  input: {
    index: 'src/index.ts',
    estimator: 'src/estimator/index.ts',
    cli: 'src/cli/main.ts',
    worker: 'src/cli/worker.ts',
  },
  platform: 'node',
  // Runtime dependencies are the native ones; every other library is small and goes into the bundle.
  external: Object.keys(readManifest(root).dependencies),
  // Needed for chunks that hold what they are told to and nothing else; nobody imports from a chunk by hand.
  preserveEntrySignatures: 'allow-extension',
  transform: { target: 'node20', define: { __filename: 'import.meta.url' } },
  plugins: [withoutProcesses()],
});
const { output } = await bundle.generate({
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  codeSplitting: {
    includeDependenciesRecursively: false,
    // What every run needs, and what every file with SDK code needs, in one file each: loading a file takes Node a third
    // of a millisecond, and left alone they were forty.
    groups: [
      { debugName: 'start', name: neededBy('start', 'src/cli/main.ts', 'src/cli/rooms.ts'), priority: 2 },
      { debugName: 'engine', name: neededBy('engine', 'src/cli/engine-room.ts'), priority: 1 },
    ],
  },
});

// New files first, old chunks afterwards: a command that is running meanwhile still finds what it loads lazily.
const written = new Set(output.map(({ fileName }) => join(dist, fileName)));
for (const { fileName, code } of output) {
  const path = join(dist, fileName);
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && readFileSync(path, 'utf8') === code) continue;
  // In one step, because tests that run side by side build it, too.
  writeFileSync(`${path}.${process.pid}`, code);
  renameSync(`${path}.${process.pid}`, path);
}
for (const name of readdirSync(chunks)) {
  if (!written.has(join(chunks, name))) rmSync(join(chunks, name), { force: true });
}
writeFileSync(join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), notices(output.flatMap(({ moduleIds }) => moduleIds)));

if (!process.argv.includes('--no-types')) {
  const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
  execFileSync(process.execPath, [tsc, '--project', 'tsconfig.types.json'], { cwd: root, stdio: 'inherit' });
  pruneTypes(join(root, 'dist', 'types'));
}

/** Puts what the modules import, but not what they load lazily, nor they themselves, into one group. */
function neededBy(name, ...entries) {
  const roots = entries.map((entry) => join(root, entry));
  let needed;
  return (id, bundled) => {
    if (needed === undefined) {
      needed = new Set(roots);
      for (const each of needed)
        for (const imported of bundled.getModuleInfo(each)?.importedIds ?? []) needed.add(imported);
    }
    return needed.has(id) && !roots.includes(id) ? name : null;
  };
}

/** commander loads Node's child processes for subcommands that are programs of their own; this command has none. */
function withoutProcesses() {
  const id = '\0no-processes';
  return {
    name: 'without-processes',
    resolveId: (source, importer) =>
      source === 'node:child_process' && /node_modules.commander/.test(importer ?? '') ? id : null,
    load: (loaded) => (loaded === id ? 'export {};' : null),
  };
}

/** Leaves the declarations that the public ones need; tsc writes one for every file of the program. */
function pruneTypes(folder) {
  const needed = new Set([join(folder, 'index.d.ts'), join(folder, 'estimator', 'index.d.ts')]);
  for (const file of needed) {
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)\.js'/g)) {
      needed.add(join(dirname(file), `${name}.d.ts`));
    }
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !needed.has(file)) rmSync(file);
  }
}

/** Name, version and licence text of each package that has a file among the bundle's inputs. */
function notices(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (folder !== undefined) folders.add(folder);
  }
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = readManifest(folder);
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8').trim();
      return `${name} ${version}\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
