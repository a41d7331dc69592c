import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Node, Project, type SourceFile, SyntaxKind } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { rulePages } from '../scripts/rule-pages.js';
import { findingDocs } from '../src/io/finding-docs.js';
import { rules } from '../src/rules/index.js';

/** The rooms, as the design lists them: a room imports only itself and rooms below it. */
const rooms = [
  'cli',
  'report',
  'io',
  'engine',
  'dryrun',
  'rules',
  'edits',
  'estimator',
  'semantic',
  'python',
  'sdk',
  'aws',
  'data',
  'text',
];

/** Rooms of pure computation: they import no package and nothing of Node. */
const pureRooms = ['rules', 'edits', 'estimator', 'semantic', 'sdk', 'aws', 'data', 'text'];

/** Files of src/rules that are no rule. */
const ruleSupport = ['index', 'rule', 'rule-docs', 'sdk-call'];

const root = fileURLToPath(new URL('..', import.meta.url));
const project = new Project({ skipAddingFilesFromTsConfig: true, skipFileDependencyResolution: true });
project.addSourceFilesAtPaths([`${root}src/**/*.ts`, `${root}test/**/*.ts`, `${root}scripts/**/*.ts`]);
const allFiles = project.getSourceFiles();
const sources = allFiles.filter((file) => pathOf(file).startsWith('src/'));
const handWritten = sources.filter((file) => !pathOf(file).includes('/generated/'));

describe('imports', () => {
  test('point down the list of rooms', () => {
    const wrong = sources
      .filter((file) => pathOf(file) !== 'src/index.ts')
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => name.startsWith('.'))
          .filter((name) => !isBelow(roomOf(pathOf(file)), targetRoom(file, name)))
          .map((name) => `${pathOf(file)} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  test('every folder of src is a room', () => {
    expect(
      sources.map((file) => roomOf(pathOf(file))).filter((room) => !rooms.includes(room) && room !== 'index.ts'),
    ).toEqual([]);
  });

  test('of tree-sitter are in python/parser alone', () => {
    expect(importersOf(/^tree-sitter/)).toEqual(['src/python/parser.ts']);
  });

  test('of the file system are in io alone', () => {
    const importers = importersOf(/^(?:node:)?fs(?:\/|$)/);
    expect(importers.filter((path) => roomOf(path) !== 'io')).toEqual([]);
  });

  test('of packages are not in the rooms of pure computation', () => {
    expect(importersOf(/^[^.]/).filter((path) => pureRooms.includes(roomOf(path)))).toEqual([]);
  });
});

describe('code', () => {
  test('what a file exports says what it is', () => {
    const silent = handWritten.flatMap((file) =>
      [...file.getExportedDeclarations()].flatMap(([name, declarations]) =>
        declarations
          .filter((declaration) => declaration.getSourceFile() === file && !isDocumented(declaration))
          .map(() => `${pathOf(file)}: ${name}`),
      ),
    );
    expect(silent).toEqual([]);
  });

  test('has no default exports', () => {
    expect(allFiles.filter((file) => file.getDefaultExportSymbol() !== undefined).map(pathOf)).toEqual([]);
  });

  test.each([
    ['any', SyntaxKind.AnyKeyword],
    ['non-null assertions', SyntaxKind.NonNullExpression],
  ])('has no %s', (_what, kind) => {
    expect(allFiles.filter((file) => file.getFirstDescendantByKind(kind) !== undefined).map(pathOf)).toEqual([]);
  });

  test('file names are kebab-case', () => {
    const names = allFiles
      .map(pathOf)
      .filter((path) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:(?:\.property)?\.test)?\.ts$/.test(basename(path)));
    expect(names).toEqual([]);
  });

  test('files are short enough to be read in one sitting', () => {
    expect(handWritten.filter((file) => file.getEndLineNumber() > 400).map(pathOf)).toEqual([]);
  });
});

describe('rules', () => {
  const names = rules.map((rule) => rule.docs.name);

  test('have one name each', () => {
    expect(names).toEqual([...new Set(names)]);
  });

  test('are listed, and named as their files', () => {
    const files = readdirSync(`${root}src/rules`)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => basename(name, '.ts'))
      .filter((name) => !ruleSupport.includes(name));
    expect([...names].sort()).toEqual(files.sort());
  });

  test('each have a test', () => {
    expect(names.filter((name) => !existsSync(`${root}test/rules/${name}.test.ts`))).toEqual([]);
  });

  test('have the pages that the generator makes of them', () => {
    const pages = rulePages([...rules.map((rule) => rule.docs), ...findingDocs]);
    expect(readdirSync(`${root}docs/rules`).sort()).toEqual([...pages.keys()].sort());
    const stale = [...pages].filter(([name, text]) => readFileSync(`${root}docs/rules/${name}`, 'utf8') !== text);
    expect(stale.map(([name]) => name)).toEqual([]);
  });
});

describe('what is found beside the rules', () => {
  test('has a page under each name that is written', () => {
    const pages = [...rules.map((rule) => rule.docs), ...findingDocs].map(({ name }) => name);
    const written = sources.flatMap((file) => [
      ...file.getFullText().matchAll(/\brule: '([a-z0-9-]+)'|\b(?:CHANGED_REQUEST|UNUSED_SUPPRESSION) = '([a-z-]+)'/g),
    ]);
    const names = written.map(([, given, constant]) => given ?? constant ?? '');
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((name) => !pages.includes(name))).toEqual([]);
  });
});

describe('the lock file', () => {
  const text = readFileSync(`${root}package-lock.json`, 'utf8');

  test('names no download addresses', () => {
    expect(text).not.toContain('"resolved"');
  });

  test('pins every package, those of other platforms included', () => {
    const packages: Record<string, LockEntry> = JSON.parse(text).packages;
    const loose = Object.entries(packages).flatMap(([path, entry]) => [
      ...(path === '' || (entry.version && entry.integrity) ? [] : [path]),
      ...Object.keys(entry.optionalDependencies ?? {}).filter((name) => packages[`node_modules/${name}`] === undefined),
    ]);
    expect(loose).toEqual([]);
  });
});

interface LockEntry {
  readonly version?: string;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function pathOf(file: SourceFile): string {
  return file.getFilePath().slice(root.length);
}

/** Module names of all imports: static, re-exporting and dynamic. */
function importsOf(file: SourceFile): string[] {
  return [
    ...file.getImportDeclarations().map((declaration) => declaration.getModuleSpecifierValue()),
    ...file.getExportDeclarations().map((declaration) => declaration.getModuleSpecifierValue() ?? ''),
    ...file
      .getDescendantsOfKind(SyntaxKind.CallExpression)
      .filter((call) => call.getExpression().getKind() === SyntaxKind.ImportKeyword)
      .map((call) => call.getArguments()[0])
      .map((argument) => (Node.isStringLiteral(argument) ? argument.getLiteralValue() : '')),
  ].filter((name) => name !== '');
}

function importersOf(pattern: RegExp): string[] {
  return sources.filter((file) => importsOf(file).some((name) => pattern.test(name))).map(pathOf);
}

/** First folder below src: `src/io/notebook/cells.ts` → `io`. */
function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function targetRoom(file: SourceFile, name: string): string {
  const target = new URL(name, `file://${file.getFilePath()}`).pathname.slice(root.length);
  return target === 'package.json' ? 'text' : roomOf(target);
}

function isBelow(from: string, to: string): boolean {
  return rooms.includes(to) && rooms.indexOf(from) <= rooms.indexOf(to);
}

function isDocumented(declaration: Node): boolean {
  // Overloads are documented on one of them; a variable's comment stands on its statement.
  if (Node.isFunctionDeclaration(declaration) && declaration.getOverloads().some((o) => o.getJsDocs().length > 0))
    return true;
  const holder = Node.isVariableDeclaration(declaration) ? declaration.getVariableStatement() : declaration;
  return holder !== undefined && Node.isJSDocable(holder) && holder.getJsDocs().length > 0;
}
