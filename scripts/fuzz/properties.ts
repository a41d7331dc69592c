import { applyToSource } from '../../src/edits/apply.js';
import { dryRunSource } from '../../src/engine/dry-run.js';
import { migrateSource } from '../../src/engine/migrate.js';
import { migrate } from '../../src/index.js';
import { type Document, parseDocument } from '../../src/io/document.js';
import { InputError } from '../../src/io/errors.js';
import { migrateDocument } from '../../src/io/migrate-document.js';
import { applyTextEdits, withSourceNewlines } from '../../src/io/text-edits.js';
import { parsePython } from '../../src/python/parser.js';
import { pythonSource, type Source } from '../../src/text/source.js';
import type { TextEdit } from '../../src/text/text-edit.js';

/** CPU time, in seconds, that one program may take, first and second run together. */
const MAX_SECONDS = 2;

/** A property that does not hold; `name` groups failures of one kind. */
export class Broken extends Error {
  readonly property: string;

  constructor(property: string, details: string) {
    super(`${property}: ${details}`);
    this.property = property;
  }
}

/** Checks all properties of a file; throws {@link Broken}. */
export async function checkBytes(bytes: Uint8Array, path: string): Promise<void> {
  const started = process.cpuUsage();
  const document = read(bytes, path);
  if (document === undefined) return;
  // The engine parses only what mentions the SDK; the parser must get along with everything.
  for (const source of document.sources) brokenIn(source);
  const run = await migrateBytes(document);
  checkTime(started);
  for (const source of document.sources) checkDryRun(source);
  if (run.status === 'skipped' || run.status === 'failed') return;
  for (const [i, source] of document.sources.entries()) checkEdits(source, run.edits[i] ?? []);
  if (run.bytes === null) {
    const merged = document.sources.some((source, i) => changes(source, run.edits[i] ?? []));
    if (merged) throw new Broken('edits are applied', 'there are edits, but no new bytes');
    return;
  }
  const result = read(run.bytes, path);
  if (result === undefined) throw new Broken('output is readable', 'the written file is refused');
  checkSources(document, result, run.edits);
  if (document.kind === 'notebook') checkNotebook(bytes, run.bytes, document);
  const again = await migrateBytes(result);
  if (again.bytes !== null) {
    throw new Broken('a second run changes nothing', differences(run.bytes, again.bytes));
  }
}

/** Checks a Python text that may hold what no file can (lone surrogates), and that CRLF changes nothing. */
export async function checkText(text: string): Promise<void> {
  const started = process.cpuUsage();
  const { text: after } = await guarded(() => migrate(text));
  const { text: again } = await guarded(() => migrate(after));
  if (again !== after) throw new Broken('a second run changes nothing', differences(after, again));
  checkTime(started);
  checkDryRun(pythonSource('a.py', text));
  if (text.includes('\r') || !text.includes('\n')) return;
  const { text: crlf } = await guarded(() => migrate(text.replaceAll('\n', '\r\n')));
  if (/(?<!\r)\n/.test(crlf)) throw new Broken('CRLF stays', JSON.stringify(/.*(?<!\r)\n/.exec(crlf)?.[0]));
  const lf = crlf.replaceAll('\r\n', '\n');
  if (lf !== after) throw new Broken('CRLF gives the same', differences(after, lf));
}

/** The dry run, compared with v1's: it ends in time, and whatever the program holds, something sensible is said of it. */
function checkDryRun(source: Source): void {
  const started = process.cpuUsage();
  const { jobs, notes } = dryRunSource(source, { compare: true, settings: {}, given: new Map() });
  checkTime(started);
  for (const { message } of notes)
    if (message.startsWith('internal error')) throw new Broken('the dry run does not crash', message);
  const lines = source.original.split('\n').length;
  for (const { line, request } of jobs) {
    if (line < 1 || line > lines) throw new Broken('jobs are where the program is', `line ${line} of ${lines}`);
    if (JSON.stringify(request).includes('[object ')) throw new Broken('requests are JSON', JSON.stringify(request));
  }
}

/** The document; undefined where it is refused with one clear line. */
function read(bytes: Uint8Array, path: string): Document | undefined {
  try {
    return parseDocument(bytes, path);
  } catch (error) {
    if (!(error instanceof InputError)) throw new Broken('reading does not crash', stackOf(error));
    if (/[\r\n]/.test(error.message)) throw new Broken('an error is one line', error.message);
    return undefined;
  }
}

interface Run {
  readonly status: string;
  readonly bytes: Uint8Array | null;
  readonly edits: readonly (readonly TextEdit[])[];
}

async function migrateBytes(document: Document): Promise<Run> {
  const edits: (readonly TextEdit[])[] = [];
  let crash: unknown;
  const { outcome, bytes } = await migrateDocument(document, {}, (source, options) => {
    try {
      const result = migrateSource(source, options);
      edits.push(result.edits);
      return result;
    } catch (error) {
      crash = error;
      throw error;
    }
  });
  if (crash !== undefined) throw new Broken('the engine does not crash', stackOf(crash));
  if (outcome.status === 'failed' && !/encoding \(/.test(outcome.reason ?? '')) {
    throw new Broken('writing does not fail', outcome.reason ?? '');
  }
  return { status: outcome.status, bytes, edits };
}

async function guarded<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new Broken('the engine does not crash', stackOf(error));
  }
}

/** Sorted, not overlapping, each inside one chunk. */
function checkEdits({ original, chunks }: Source, edits: readonly TextEdit[]): void {
  let at = 0;
  for (const edit of edits) {
    const isInside = chunks.some((chunk) => chunk.start <= edit.start && edit.end <= chunk.end);
    if (edit.start < at || edit.end < edit.start || !isInside) {
      throw new Broken('edits lie inside', `${edit.start}..${edit.end} of ${original.length}`);
    }
    at = edit.end;
  }
}

function changes(source: Source, edits: readonly TextEdit[]): boolean {
  return applyTextEdits(source.original, withSourceNewlines(source, edits)) !== source.original;
}

/** The written file reads back as the edited programs, and each parses no worse than before. */
function checkSources(before: Document, after: Document, edits: readonly (readonly TextEdit[])[]): void {
  before.sources.forEach((source, i) => {
    const own = withSourceNewlines(source, edits[i] ?? []);
    const expected = applyTextEdits(source.original, own);
    // A `%%writefile` cell is a program of its own and a magic of the notebook: the main program changes with it.
    const found = after.sources[i];
    if (found === undefined) throw new Broken('edits are applied', 'a program is gone');
    if (before.sources.length === 1 && found.original !== expected) {
      throw new Broken('edits are applied', differences(expected, found.original));
    }
    const [old, now] = [brokenIn(source), brokenIn(found)];
    if (now > old) {
      throw new Broken(
        'output parses no worse',
        `${old} → ${now} broken statements: ${differences(source.original, found.original)}`,
      );
    }
    if (before.sources.length === 1 && brokenIn(applyToSource(source, own)) > old) {
      throw new Broken('output parses no worse', `edited source: ${differences(source.original, found.original)}`);
    }
  });
}

function brokenIn(source: Source): number {
  return parsePython(source.text, source.chunks).broken.length;
}

/** Nothing but the text of code cells differs. */
function checkNotebook(before: Uint8Array, after: Uint8Array, document: Document): void {
  const cells = new Set(document.sources.flatMap((source) => source.chunks.map((chunk) => chunk.cell)));
  const [a, b] = [withoutTexts(before, cells), withoutTexts(after, cells)];
  if (a !== b) throw new Broken('the rest of the notebook stays', differences(a, b));
}

function withoutTexts(bytes: Uint8Array, cells: ReadonlySet<number | null>): string {
  const json = new TextDecoder().decode(bytes).replaceAll(/-?\b(?:NaN|Infinity)\b/g, '0');
  const notebook = JSON.parse(json);
  const sheets: { cells?: unknown }[] = Array.isArray(notebook.cells) ? [notebook] : notebook.worksheets;
  const all = sheets.flatMap((sheet) => (Array.isArray(sheet.cells) ? sheet.cells : []));
  for (const [i, cell] of all.entries()) {
    if (!cells.has(i)) continue;
    if ('source' in cell) cell.source = typeof cell.source;
    else cell.input = typeof cell.input;
  }
  return JSON.stringify(notebook);
}

function checkTime(started: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  if (seconds > MAX_SECONDS) throw new Broken('no hang', `${seconds.toFixed(1)} s`);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 6).join('\n') : String(error);
}

/** Lines that only one of the texts has. */
function differences(before: string | Uint8Array, after: string | Uint8Array): string {
  const linesOf = (value: string | Uint8Array): string[] =>
    (typeof value === 'string' ? value : Buffer.from(value).toString()).split('\n');
  const [a, b] = [linesOf(before), linesOf(after)];
  const show = (sign: string, lines: readonly string[], others: readonly string[]): string[] =>
    lines.filter((line) => !others.includes(line)).map((line) => `  ${sign} ${JSON.stringify(line)}`);
  return `\n${[...show('-', a, b), ...show('+', b, a)].slice(0, 30).join('\n')}`;
}
