import { expect, it } from 'vitest';
import { argumentListOf, calleeOf, dottedName, writtenArguments } from '../../src/python/arguments.js';
import { findNode, parse } from '../support/parse.js';

const read = (code: string): string[] =>
  writtenArguments(findNode(parse(code), 'call')).map(
    ({ kind, nameNode, value }) => `${kind} ${nameNode?.text ?? '-'} ${value.text}`,
  );

it.each([
  ['f()', []],
  ['f(1, a)', ['positional - 1', 'positional - a']],
  ['f(a=1, b = 2)', ['keyword a 1', 'keyword b 2']],
  ['f(1, *a, b=2, **c)', ['positional - 1', 'star - a', 'keyword b 2', 'double-star - c']],
  ['f(*[1, 2], **{"a": 1})', ['star - [1, 2]', 'double-star - {"a": 1}']],
  ['f(x for x in y)', ['positional - (x for x in y)']],
  ['f((yield))', ['positional - (yield)']],
  ['f(a := 1)', ['positional - a := 1']],
  ['f(lambda a: 1, *b)', ['positional - lambda a: 1', 'star - b']],
  ['f(\n  1,  # one\n  # two\n  a=2,\n)', ['positional - 1', 'keyword a 2']],
  ['f(1, \\\n  a=2)', ['positional - 1', 'keyword a 2']],
  ['f(print)', ['positional - print']],
  ['f(print=1, match=2, type=3, exec=4)', ['keyword print 1', 'keyword match 2', 'keyword type 3', 'keyword exec 4']],
  ["f('a'\n  'b', c='d' 'e')", ["positional - 'a'\n  'b'", "keyword c 'd' 'e'"]],
  ['f(a=b if c else d)', ['keyword a b if c else d']],
])('arguments of %s', (code, expected) => {
  expect(read(`${code}\n`)).toEqual(expected);
});

it('bases and keywords of a class', () => {
  const node = findNode(parse('class A(B, c.D, metaclass=E):\n    pass\n'), 'class_definition');
  expect(writtenArguments(node).map(({ kind, value }) => `${kind} ${value.text}`)).toEqual([
    'positional B',
    'positional c.D',
    'keyword E',
  ]);
});

it('callee and list of a chained call', () => {
  const call = findNode(parse('a.b(1).c(2)\n'), 'call');
  expect(calleeOf(call)?.text).toBe('a.b(1).c');
  expect(argumentListOf(call)?.text).toBe('(2)');
});

it.each([
  ['a.b.c', 'a.b.c'],
  ['a', 'a'],
  ['a.b().c', undefined],
  ['a[0].b', undefined],
  ['(a).b', undefined],
  ['a . b', 'a.b'],
])('dotted name of %s', (code, name) => {
  const node = findNode(parse(`${code}\n`), 'expression_statement').children[0];
  expect(node && dottedName(node)).toBe(name);
});
