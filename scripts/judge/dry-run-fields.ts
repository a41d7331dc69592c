import type { Json } from '../../src/data/value.js';
import { holeOf, isList } from '../../src/dryrun/unknown-fields.js';

/** What the dry run says of a request beside what was sent. */
export interface FieldCheck {
  /** Fields that are stated and not what was sent; `path: sent -> stated`. */
  readonly wrong: readonly string[];
  /** Fields that were sent and are unknown, or strings with holes, in the dry run; the body of an invocation aside. */
  readonly unknown: number;
  /** Fields that were sent, the body of an invocation aside. */
  readonly fields: number;
}

/**
 * Compares a request of the dry run with the recorded one. A string with holes is wrong where no filling gives what was sent.
 * @param isOpen whether a recorded value stands for something that the record does not have either
 */
export function checkFields(sent: Json, stated: Json, isOpen: (value: string) => boolean = () => false): FieldCheck {
  const wrong: string[] = [];
  let [unknown, fields] = [0, 0];
  const count = (value: Json, path: string): void => {
    const leaves = path === 'Body' ? 0 : leavesOf(value);
    unknown += leaves;
    fields += leaves;
  };
  const visit = (was: Json, is: Json, path: string): void => {
    const hole = holeOf(is);
    if (hole !== undefined) {
      const fits = 'reason' in hole || (typeof was === 'string' && matches(hole.template, was));
      if (!fits) wrong.push(describe(path, was, is));
      count(was, path);
      return;
    }
    if (typeof was === 'string' && isOpen(was)) return;
    if (isObject(was) && isObject(is)) {
      ofObjects(was, is, path);
      return;
    }
    if (isArray(was) && isArray(is)) {
      const open = is.length > 0 && holeOf(is.at(-1)) !== undefined ? is.length - 1 : undefined;
      if (open === undefined && was.length !== is.length) wrong.push(describe(path, was, is));
      for (const [index, item] of was.entries()) {
        const other = is[index];
        if (other !== undefined && index !== open) visit(item, other, `${path}[${index}]`);
        else count(item, path);
      }
      return;
    }
    if (path !== 'Body') fields += leavesOf(was);
    if (JSON.stringify(was) !== JSON.stringify(is)) wrong.push(describe(path, was, is));
  };
  const ofObjects = (was: Fields, is: Fields, path: string): void => {
    for (const [name, value] of Object.entries(was)) {
      const inner = path === '' ? name : `${path}.${name}`;
      const other = is[name];
      if (other !== undefined) visit(value, other, inner);
      else if ('$unknown' in is) count(value, inner);
      else wrong.push(describe(inner, value, undefined));
    }
    for (const [name, value] of Object.entries(is))
      if (was[name] === undefined && name !== '$unknown' && holeOf(value) === undefined)
        wrong.push(describe(path === '' ? name : `${path}.${name}`, undefined, value));
  };
  visit(sent, stated, '');
  return { wrong, unknown, fields };
}

type Fields = { readonly [key: string]: Json };

function isObject(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isArray(value: Json): value is readonly Json[] {
  return value !== null && isList(value);
}

function leavesOf(value: Json): number {
  if (value === null || typeof value !== 'object') return 1;
  return Object.values(value).reduce((sum: number, item: Json) => sum + leavesOf(item), 0);
}

/** Whether some filling of a template's holes gives the text. */
function matches(template: string, text: string): boolean {
  const parts = template.split(/\{[^{}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}

function describe(path: string, was: Json | undefined, is: Json | undefined): string {
  const show = (value: Json | undefined): string => JSON.stringify(value)?.slice(0, 160) ?? '(absent)';
  return `${path}: sent ${show(was)}, stated ${show(is)}`;
}

/** A recorded request, as the JSON that it was read from. */
export function asJson(request: Record<string, unknown>): Json {
  return request as Json;
}
