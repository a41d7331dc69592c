import type { TextEdit } from '../../edits/edit.js';
import type { TextRange } from '../../text/text-range.js';
import { bomLength, spliceBytes } from '../bytes.js';
import { asBuffer, utf8 } from '../codecs.js';
import { applyTextEdits } from '../text-edits.js';
import { type CodeCell, TEXT_KEYS } from './cells.js';
import { findMember, members, skipSpace } from './json.js';
import { type EscapeText, escapeJson, spliceList, spliceLiteral } from './literals.js';

/**
 * The bytes of a notebook with edits in its code cells. Only the JSON strings of changed lines are written anew.
 * @param edits per cell, sorted, not overlapping, in offsets of the cell's text.
 * @throws Error when the result would not read back as the edited cells; then nothing can be trusted.
 */
export async function spliceNotebook(
  bytes: Uint8Array,
  edits: ReadonlyMap<CodeCell, readonly TextEdit[]>,
  path: string,
): Promise<Uint8Array> {
  const bom = bomLength(bytes);
  const body = bytes.subarray(bom);
  const text = utf8.decode(body);
  const places = findTexts(text, new Set([...edits.keys()].map((cell) => cell.index)));
  const escapeText = escapeAs(text);
  const changes: TextEdit[] = [];
  for (const [cell, cellEdits] of edits) {
    const place = places.get(cell.index);
    const expected = applyTextEdits(cell.text, cellEdits);
    if (place === undefined) throw new Error(`cell ${cell.index} has no text to edit`);
    const raw = text.slice(place.start, place.end);
    const changed = await spliceValue(raw, cellEdits, escapeText);
    if (textOf(raw) !== cell.text || textOf(changed) !== expected) {
      throw new Error(`cell ${cell.index} does not read back as the edited text`);
    }
    changes.push({ start: place.start, end: place.end, text: changed });
  }
  changes.sort((a, b) => a.start - b.start);
  const result = spliceBytes(body, text, changes, utf8, path);
  verifyBytes(body, text, changes, result);
  return Buffer.concat([bytes.subarray(0, bom), result]);
}

/** Ranges in the JSON text of the `source` (or `input`) values of the cells with these indices. */
function findTexts(text: string, wanted: ReadonlySet<number>): ReadonlyMap<number, TextRange> {
  const places = new Map<number, TextRange>();
  const root = skipSpace(text, 0);
  const cells = findMember(text, root, 'cells');
  const lists = [];
  if (cells !== undefined && text[cells.start] === '[') lists.push(cells);
  else {
    const worksheets = findMember(text, root, 'worksheets');
    for (const sheet of worksheets === undefined ? [] : members(text, worksheets.start)) {
      const list = findMember(text, sheet.start, 'cells');
      if (list !== undefined) lists.push(list);
    }
  }
  let index = 0;
  for (const list of lists) {
    for (const cell of members(text, list.start)) {
      if (wanted.has(index)) {
        const place = TEXT_KEYS.map((key) => findMember(text, cell.start, key)).find((found) => found !== undefined);
        if (place !== undefined) places.set(index, place);
      }
      index += 1;
    }
  }
  return places;
}

type ParseList = typeof import('@babel/parser').parseExpression;

let parseList: ParseList | undefined;

/** Edits a `source` value: a string, or a list of strings whose exact places a JavaScript parser tells. */
async function spliceValue(raw: string, edits: readonly TextEdit[], escapeText: EscapeText): Promise<string> {
  if (raw.startsWith('"')) return spliceLiteral(raw, edits, escapeText);
  // Loaded only for a notebook that changes. It gets the one list, never the notebook: outputs may be of any size and depth.
  parseList ??= await loadListParser();
  const list = parseList(raw);
  if (list.type !== 'ArrayExpression') throw new Error('a cell text is neither a string nor a list');
  const literals = list.elements.map((element): TextRange => {
    if (element?.type !== 'StringLiteral') throw new Error('a cell text holds something that is no string');
    return { start: element.start ?? 0, end: element.end ?? 0 };
  });
  return spliceList(raw, literals, edits, escapeText);
}

async function loadListParser(): Promise<ParseList> {
  const library = await import('@babel/parser');
  // A bundle of a CommonJS library offers its default export only, some loaders the names only.
  return (library.default ?? library).parseExpression;
}

function textOf(raw: string): string {
  const value: unknown = JSON.parse(raw);
  return Array.isArray(value) ? value.join('') : String(value);
}

/** Escapes as the file does: `\uXXXX` when it is all ASCII and has such escapes for other characters. */
function escapeAs(text: string): EscapeText {
  let asciiOnly: boolean | undefined;
  return (inserted) => {
    if (/^[\x20-\x7f\n]*$/.test(inserted)) return escapeJson(inserted, false);
    asciiOnly ??= !/[\x80-\uffff]/.test(text) && escapesNonAscii(text);
    return escapeJson(inserted, asciiOnly);
  };
}

function escapesNonAscii(text: string): boolean {
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
    if (text[at + 1] === 'u' && Number.parseInt(text.slice(at + 2, at + 6), 16) > 0x7f) return true;
  }
  return false;
}

/** Proves that every byte outside the changed values is where it was, and that the changed ones decode. */
function verifyBytes(body: Uint8Array, text: string, changes: readonly TextEdit[], result: Uint8Array): void {
  let before = 0;
  let after = 0;
  let offset = 0;
  const isSame = (length: number) =>
    asBuffer(body.subarray(before, before + length)).equals(asBuffer(result.subarray(after, after + length)));
  for (const change of changes) {
    const kept = utf8.measure(text.slice(offset, change.start));
    const written = Buffer.from(change.text, 'utf8');
    const place = after + kept;
    if (!isSame(kept) || !written.equals(asBuffer(result.subarray(place, place + written.length)))) throw lostBytes();
    before += kept + utf8.measure(text.slice(change.start, change.end));
    after = place + written.length;
    offset = change.end;
  }
  if (body.length - before !== result.length - after || !isSame(body.length - before)) throw lostBytes();
}

function lostBytes(): Error {
  return new Error('bytes outside the edits would change');
}
