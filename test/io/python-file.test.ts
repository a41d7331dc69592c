import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/io/document.js';
import { InputError } from '../../src/io/errors.js';

async function edited(bytes: Uint8Array, find: string, text: string): Promise<Buffer> {
  const document = parseDocument(bytes, 'a.py');
  const start = document.sources[0]?.original.indexOf(find) ?? -1;
  expect(start).toBeGreaterThanOrEqual(0);
  return Buffer.from(await document.splice([[{ start, end: start + find.length, text }]]));
}

describe('a Python file', () => {
  it.each([
    ['plain', 'x = 1\n'],
    ['without final newline', 'x = 1'],
    ['CRLF', 'a = 1\r\nx = 1\r\n'],
    ['mixed newlines', 'a\nx = 1\r\nb\rc\n'],
    ['form feed', 'a\n\fx = 1\n'],
    ['UTF-8', 'é = "😀"\nx = 1\n'],
    ['byte order mark', '\ufeffx = 1\n'],
  ])('keeps every byte outside an edit: %s', async (_, text) => {
    expect((await edited(Buffer.from(text), 'x', 'yy')).toString()).toBe(text.replace('x', 'yy'));
  });

  it('leaves the byte order mark out of the text', () => {
    expect(parseDocument(Buffer.from('\ufeffx'), 'a.py').sources[0]?.original).toBe('x');
  });

  it('writes added lines with the newline of the file', async () => {
    expect((await edited(Buffer.from('a\r\nb\r\n'), 'b', 'x\ny\r\nb')).toString()).toBe('a\r\nx\r\ny\r\nb\r\n');
    expect((await edited(Buffer.from('a\nb\r\nc\n'), 'c', 'x\nc')).toString()).toBe('a\nb\r\nx\nc\n');
  });

  // Bytes by the code charts: é is E9 in ISO-8859-1 and 1252, € is 80 in 1252 and A4 in ISO-8859-15, あ is 82 A0 in Shift JIS.
  it.each([
    ['no coding line', '', [0xe9], 'é'],
    ['latin-1', '# -*- coding: latin-1 -*-\n', [0xe9], 'é'],
    ['iso-8859-15 in line 2', '#!/usr/bin/python\n# vim: set fileencoding=iso-8859-15 :\n', [0xa4], '€'],
    ['cp1252', '# coding: cp1252\n', [0x80], '€'],
    ['windows-1251', '# coding=windows-1251\n', [0xe9], 'й'],
    ['shift_jis', '# coding: shift_jis\n', [0x82, 0xa0], 'あ'],
    ['gbk', '# coding: gbk\n', [0xd6, 0xd0], '中'],
    ['euc_jp', '# coding: euc_jp\n', [0xa4, 0xa2], 'あ'],
    ['utf-8-unix', '# coding: utf-8-unix\n', [0xc3, 0xa9], 'é'],
  ])('reads and writes %s', async (_, coding, bytes, character) => {
    const make = (name: string) =>
      Buffer.concat([Buffer.from(coding), Buffer.from(bytes), Buffer.from(` = "${name}"\n# `), Buffer.from(bytes)]);
    const before = make('old');
    expect(parseDocument(before, 'a.py').sources[0]?.original).toContain(`${character} = "old"`);
    expect(await edited(before, 'old', 'newer')).toEqual(make('newer'));
    const doubled = await edited(before, 'old', character);
    expect(doubled).toEqual(
      Buffer.concat([
        make('old').subarray(0, before.indexOf('old')),
        Buffer.from(bytes),
        before.subarray(before.indexOf('old') + 3),
      ]),
    );
  });

  it.each([
    ['# coding: latin-1\nx', 'あ'],
    ['# coding: ascii\nx', 'é'],
    ['# coding: cp1252\nx', 'あ'],
  ])('refuses to add to %j what it can not hold', async (text, added) => {
    await expect(edited(Buffer.from(text), 'x', added)).rejects.toThrow(InputError);
  });

  it('takes a coding line only in the first two lines and only from a comment', () => {
    for (const text of ['\n\n# coding: utf-16\n', 'x = "# coding: utf-16"\n', 'x\n# coding: utf-16\n']) {
      expect(parseDocument(Buffer.from(text), 'a.py').sources[0]?.original).toBe(text);
    }
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeffx', 'utf16le'), 'a.py: is UTF-16'],
    ['NUL bytes', Buffer.from('x\ny\0'), 'a.py, line 2: has NUL bytes'],
    ['an unknown encoding', Buffer.from('# coding: klingon\n'), `a.py: can't be read as "klingon"`],
    ['no text encoding', Buffer.from('# coding: hex\n'), `a.py: can't be read as "hex"`],
    ['a wrong coding line', Buffer.from([...Buffer.from('# coding: utf-8\n'), 0xe9]), 'a.py: is not UTF-8'],
    ['broken multi-byte text', Buffer.from([...Buffer.from('# coding: euc-jp\n'), 0xa4]), `a.py: can't be read as`],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => parseDocument(bytes, 'a.py')).toThrow(InputError);
    expect(() => parseDocument(bytes, 'a.py')).toThrow(message);
  });

  it('gives the whole text before and after', () => {
    const document = parseDocument(Buffer.from('a\r\nb'), 'a.py');
    expect(document.parts([[{ start: 3, end: 3, text: 'x\n' }]])).toEqual([
      { cell: null, before: 'a\r\nb', after: 'a\r\nx\r\nb' },
    ]);
    expect(document.parts([[]])).toEqual([]);
  });

  it('round-trips any bytes that it accepts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array(),
        fc.constantFrom('', '# coding: cp1252\n', '# coding: big5\n'),
        async (tail, head) => {
          const bytes = Buffer.concat([Buffer.from(head), Buffer.from('x\n'), tail]);
          let document: ReturnType<typeof parseDocument>;
          try {
            document = parseDocument(bytes, 'a.py');
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
            return;
          }
          const at = head.length;
          const result = Buffer.from(await document.splice([[{ start: at, end: at + 1, text: 'yy' }]]));
          expect(result).toEqual(Buffer.concat([bytes.subarray(0, at), Buffer.from('yy'), bytes.subarray(at + 1)]));
        },
      ),
      { numRuns: 500 },
    );
  });
});
