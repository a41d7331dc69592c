// Builds dist/: the bundled program with code splitting, the licences of what is bundled, and the declarations
// (left out with --no-types, for the tests). Plain JavaScript, because it runs before anything is compiled.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const chunks = join(root, 'dist', 'chunks');

const { outputFiles, metafile } = await build({
  absWorkingDir: root,
  entryPoints: {
    index: 'src/index.ts',
    estimator: 'src/estimator/index.ts',
    cli: 'src/cli/main.ts',
    worker: 'src/cli/worker.ts',
  },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  charset: 'utf8',
  // Runtime dependencies are the native ones; every other library is small and goes into the bundle.
  external: Object.keys(readManifest(root).dependencies),
  // Bundled CommonJS libraries ask for Node's own modules through `require`, and one for the name of its file.
  define: { __filename: 'import.meta.url' },
  banner: { js: "import{createRequire as $r}from'node:module';const require=$r(import.meta.url);" },
  logLevel: 'warning',
  metafile: true,
  write: false,
});

// New files first, old chunks afterwards: a command that is running meanwhile still finds what it loads lazily.
const written = new Set(outputFiles.map((file) => file.path));
for (const { path, contents } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && readFileSync(path).equals(contents)) continue;
  // In one step, because tests that run side by side build it, too.
  writeFileSync(`${path}.${process.pid}`, contents);
  renameSync(`${path}.${process.pid}`, path);
}
for (const name of readdirSync(chunks)) {
  if (!written.has(join(chunks, name))) rmSync(join(chunks, name), { force: true });
}
writeFileSync(join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), notices(Object.keys(metafile.inputs)));

if (!process.argv.includes('--no-types')) {
  const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
  execFileSync(process.execPath, [tsc, '--project', 'tsconfig.types.json'], { cwd: root, stdio: 'inherit' });
  pruneTypes(join(root, 'dist', 'types'));
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
    if (folder !== undefined) folders.add(join(root, folder));
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
