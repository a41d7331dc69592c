import { shapes } from './generated/shapes.js';

/** From and to, both included; undefined: no limit. */
export interface Range {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** A member of a structure. */
export interface Member {
  readonly isRequired: boolean;
  /** Name of its shape. */
  readonly shape: string;
}

/** What a value of a request has to look like, as the service states it. */
export type Shape =
  | { readonly type: 'structure'; readonly name: string; readonly members: ReadonlyMap<string, Member> }
  | { readonly type: 'list'; readonly member: string; readonly range: Range }
  | { readonly type: 'map'; readonly key: string; readonly value: string; readonly range: Range }
  | {
      readonly type: 'string';
      readonly name: string;
      /** Of the length in characters. */
      readonly range: Range;
      /** The whole string has to match. */
      readonly pattern: RegExp | undefined;
      readonly values: readonly string[] | undefined;
    }
  | { readonly type: 'integer' | 'float'; readonly range: Range }
  | { readonly type: 'boolean' | 'blob' };

const parsed = new Map<string, Shape>();

/** Name of the shape of an operation's request: `CreateTrainingJob`; undefined for operations that the SDK does not send. */
export function requestShape(operation: string): string | undefined {
  return lineAfter(`\noperation ${operation} `);
}

/**
 * A shape of the generated table.
 *
 * @throws Error for a name that is not in it: the table refers to no such shape
 */
export function shapeNamed(name: string): Shape {
  const known = parsed.get(name);
  if (known !== undefined) return known;
  const line = lineAfter(`\n${name} `);
  if (line === undefined) throw new Error(`the table has no shape ${name}`);
  const shape = parseShape(name, line);
  parsed.set(name, shape);
  return shape;
}

function lineAfter(marker: string): string | undefined {
  const at = shapes.indexOf(marker);
  return at === -1 ? undefined : shapes.slice(at + marker.length, shapes.indexOf('\n', at + 1));
}

/** The format is described in scripts/generate-aws/shape-table.ts. */
function parseShape(name: string, line: string): Shape {
  const [mark, ...words] = line.split(' ');
  const [first = '', second = ''] = words;
  if (mark === '{') return { type: 'structure', name, members: new Map(words.map(parseMember)) };
  if (mark === '[') return { type: 'list', member: first, range: parseRange(second) };
  if (mark === '%') return { type: 'map', key: first, value: second, range: parseRange(words[2] ?? '') };
  if (mark === 'i' || mark === 'f') return { type: mark === 'i' ? 'integer' : 'float', range: parseRange(first) };
  if (mark === 'b' || mark === 'x') return { type: mark === 'b' ? 'boolean' : 'blob' };
  const values = first.startsWith('=') ? [first.slice(1), ...words.slice(1)] : undefined;
  const slash = values === undefined ? line.indexOf(' /') : -1;
  const pattern = slash === -1 ? undefined : new RegExp(`^(?:${line.slice(slash + 2)})$`, 'u');
  return { type: 'string', name, range: parseRange(values === undefined ? first : ''), pattern, values };
}

function parseMember(word: string): [string, Member] {
  const [label = '', shape] = word.split(':');
  const isRequired = label.endsWith('!');
  const member = isRequired ? label.slice(0, -1) : label;
  return [member, { isRequired, shape: shape ?? member }];
}

function parseRange(word: string): Range {
  const [min = '', max = ''] = /^[-\d.]*\.\.[-\d.]*$/.test(word) ? word.split('..') : [];
  return { min: min === '' ? undefined : Number(min), max: max === '' ? undefined : Number(max) };
}
