import { describe, expect, it } from 'vitest';
import {
  appendArgument,
  insert,
  nameArgument,
  removeArgument,
  removeStatement,
  rename,
  replace,
  symbol,
} from '../../src/edits/builders.js';
import { applyFix, applyFixes, type Finder } from '../support/edit.js';

describe('edits of several fixes', () => {
  it('apply together, in whatever order they come', () => {
    const code = 'f(a=1, b=2)\ng(c)\n';
    const fixes = [(find: Finder) => [rename(find.node('c'), 'd')], (find: Finder) => [rename(find.node('a'), 'x')]];
    expect(applyFixes(code, fixes)).toEqual({ after: 'f(x=1, b=2)\ng(d)\n', rejected: [] });
    expect(applyFixes(code, [...fixes].reverse())).toEqual({ after: 'f(x=1, b=2)\ng(d)\n', rejected: [] });
  });

  it('that are the same count once', () => {
    const fix = (find: Finder) => [rename(find.node('a'), 'x')];
    expect(applyFixes('f(a=1)\n', [fix, fix])).toEqual({ after: 'f(x=1)\n', rejected: [] });
  });

  it('that disagree: the first wins and the later fix goes whole', () => {
    const { after, rejected } = applyFixes('f(a=1, b=2)\n', [
      (find) => [rename(find.node('a'), 'x')],
      (find) => [rename(find.node('b'), 'z'), rename(find.node('a'), 'y')],
    ]);
    expect(after).toBe('f(x=1, b=2)\n');
    expect(rejected).toEqual([1]);
  });

  it('that overlap by half: the later fix goes whole', () => {
    const { after, rejected } = applyFixes('abcdef\nx\n', [
      () => [replace({ start: 0, end: 4 }, 'A')],
      (find) => [replace({ start: 2, end: 6 }, 'B'), rename(find.node('x'), 'y')],
    ]);
    expect(after).toBe('Aef\nx\n');
    expect(rejected).toEqual([1]);
  });

  it('that lie in what another fix replaces without a piece of it: the inner one is turned down', () => {
    const { after, rejected } = applyFixes('f(g(a=1))\n', [
      (find) => [replace(find.call('g'), 'h()')],
      (find) => [rename(find.node('a'), 'x')],
    ]);
    expect(after).toBe('f(h())\n');
    expect(rejected).toEqual([1]);
  });

  it('that lie in a removed statement are not missed', () => {
    const { after, rejected } = applyFixes('f(a=1)\nb = 1\n', [
      (find) => [removeStatement(find.call('f'))],
      (find) => [rename(find.node('a'), 'x')],
    ]);
    expect(after).toBe('b = 1\n');
    expect(rejected).toEqual([]);
  });

  it('insertions at one point keep their order', () => {
    const { after } = applyFixes('f(a)\n', [() => [insert(2, '1')], () => [insert(2, '2')], () => [insert(2, '3')]]);
    expect(after).toBe('f(123a)\n');
  });

  it('insertions at the edges of a replaced node stay outside it', () => {
    const { after, rejected } = applyFixes('f(a, b)\n', [
      (find) => [rename(find.node('b'), 'c')],
      (find) => [nameArgument(find.node('b'), 'x')],
    ]);
    expect({ after, rejected }).toEqual({ after: 'f(a, x=c)\n', rejected: [] });
  });
});

describe('pieces', () => {
  it('that are nodes bring the edits inside them along', () => {
    const after = applyFix('f(a, g(b=1))\n', (find) => [
      replace(find.call('f'), 'h(', find.call('g'), ')'),
      rename(find.node('b'), 'c'),
    ]);
    expect(after).toBe('h(g(c=1))\n');
  });

  it('nest', () => {
    const after = applyFix('f(g(h(a)))\n', (find) => [
      replace(find.call('f'), 'F[', find.call('g'), ']'),
      replace(find.call('g'), 'G[', find.call('h'), ']'),
      rename(find.node('a'), 'b'),
    ]);
    expect(after).toBe('F[G[h(b)]]\n');
  });

  it('can stand twice', () => {
    const after = applyFix('f(a=b)\n', (find) => [
      replace(find.call('f'), find.node('b'), ' or ', find.node('b')),
      rename(find.node('b'), 'c'),
    ]);
    expect(after).toBe('c or c\n');
  });

  it('of nested calls: changes of both argument lists', () => {
    const after = applyFix('f(a=1, b=g(c=2, d=3))\n', (find) => [
      removeArgument(find.argument('a=')),
      removeArgument(find.argument('d=')),
      appendArgument(find.call('f'), 'x', '1'),
      appendArgument(find.call('g'), 'y', '2'),
      rename(find.node('c'), 'C'),
    ]);
    expect(after).toBe('f(b=g(C=2, y=2), x=1)\n');
  });

  it('in an argument that is added', () => {
    const after = applyFix('f(a=g(b))\n', (find) => [
      removeArgument(find.argument('a=')),
      appendArgument(find.call('f'), 'x', find.call('g')),
      rename(find.node('b'), 'c'),
    ]);
    expect(after).toBe('f(x=g(c))\n');
  });

  it('that name a symbol get its import', () => {
    const after = applyFix('import os\nfrom sagemaker.session import s3_input\n\ns3_input(1)\n', (find) => [
      replace(
        find.call('s3_input').children[0] ?? find.node('s3_input'),
        symbol('sagemaker.inputs.TrainingInput', find.call('s3_input').children[0] ?? find.node('s3_input')),
      ),
    ]);
    expect(after).toContain('from sagemaker.inputs import TrainingInput\n');
    expect(after).toContain('\nTrainingInput(1)\n');
  });
});

describe('names', () => {
  it('in strings keep their quotes and prefix', () => {
    expect(
      applyFix(`f(u"a", '''b''', r'c')\n`, (find) => [
        rename(find.node('u"a"'), 'x'),
        rename(find.node("'''b'''"), 'y'),
        rename(find.node("r'c'"), 'z'),
      ]),
    ).toBe(`f(u"x", '''y''', r'z')\n`);
  });

  it('text with non-ASCII characters before an edit', () => {
    expect(applyFix('s = "😀ä"; f(a=1)\n', (find) => [rename(find.node('a'), 'b')])).toBe('s = "😀ä"; f(b=1)\n');
  });
});
