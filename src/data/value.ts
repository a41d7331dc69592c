/**
 * Python values as the evaluator and the estimator core compute with them. Strings, booleans, `None` (null), whole numbers and
 * numbers with a fraction are JavaScript's own; everything that JavaScript would confuse has a class.
 */
export type Data =
  | null
  | boolean
  | number
  | string
  | Float
  | Bytes
  | List
  | Tuple
  | SetData
  | Dict
  | PyObject
  | Unknown
  | Template;

/** What a dictionary's key may be. */
export type Key = string | number | boolean | null | Tuple | PyObject;

/** A float whose value is whole (`10.0`), infinite or no number; other floats are plain numbers. */
export class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** Bytes whose content matters to nobody but the wire: held as Latin-1 text. */
export class Bytes {
  readonly latin1: string;
  constructor(latin1: string) {
    this.latin1 = latin1;
  }
}

/** A list by identity: aliases share it. */
export class List {
  /** Set where there may be more items behind those that are listed, or others: reading it gives this. */
  open: Unknown | undefined;
  /** How many of the items are there for certain where it is open and not all are. */
  sure: number | undefined;
  readonly items: Data[];
  constructor(items: Data[] = []) {
    this.items = items;
  }

  /** Adds items at the end; behind what is not known nothing has a known place. */
  add(...items: readonly Data[]): void {
    if (this.open === undefined) for (const item of items) this.items.push(item);
    else this.items.length = Math.min(this.items.length, this.sure ?? this.items.length);
  }
}

/** What has the items of a list and is none: `range(3)`, the keys of a dictionary. */
export class View extends List {
  /** What Python shows for it, before and behind its items or in their place. */
  readonly shown: { readonly name: string } | { readonly text: string };
  constructor(items: Data[], shown: View['shown']) {
    super(items);
    this.shown = shown;
  }
}

/** A tuple. */
export class Tuple {
  readonly items: readonly Data[];
  constructor(items: readonly Data[] = []) {
    this.items = items;
  }
}

/** A set, in the order in which its items were added. */
export class SetData {
  open: Unknown | undefined;
  readonly items: Data[];
  constructor(items: Data[] = []) {
    this.items = items;
  }
}

/** A dictionary by identity, in the order of its keys. */
export class Dict extends Map<Key, Data> {
  /** Set where there may be more keys than are listed, or other values: reading a key that is absent gives this. */
  open: Unknown | undefined;
  /** How many of the keys come before all that may be there besides, where it is open. */
  sure: number | undefined;

  /** Whether Python shows it otherwise than as a plain dictionary: `OrderedDict`. */
  get hasOwnText(): boolean {
    return false;
  }

  override get(key: Key): Data | undefined {
    return super.get(keyIn(this, key));
  }

  override has(key: Key): boolean {
    return super.has(keyIn(this, key));
  }

  override set(key: Key, value: Data): this {
    return super.set(keyIn(this, key), value);
  }

  override delete(key: Key): boolean {
    return super.delete(keyIn(this, key));
  }

  /** Takes over what another dictionary may have besides; the keys of both are the same. */
  openAs(source: Dict): void {
    this.open = source.open;
    this.sure = source.sure;
  }

  /** The entries that have a known place. */
  get placed(): readonly (readonly [Key, Data])[] {
    const entries = [...this];
    return this.open === undefined ? entries : entries.slice(0, this.sure ?? 0);
  }

  /** Sets the entries of another dictionary. */
  merge(source: Dict): void {
    if (source.open !== undefined) this.mix(source.open);
    for (const [key, value] of source) this.set(key, value);
  }

  /** Notes that entries are set of which nothing is known: each may take the place of one that there is. */
  mix(unknown: Unknown): void {
    if (this.open === undefined) this.sure = this.size;
    this.open ??= unknown;
    for (const [key, value] of this) if (!(value instanceof Unknown)) this.set(key, new Unknown(unknown.reason));
  }
}

/** For Python `True` and 1 are one key, and so are `False` and 0: whichever came first. */
function keyIn(dict: Dict, key: Key): Key {
  if (key instanceof Tuple) return sameTuple(dict, key) ?? key;
  if (typeof key !== 'boolean' && key !== 0 && key !== 1) return key;
  const other = typeof key === 'boolean' ? Number(key) : key === 1;
  return Map.prototype.has.call(dict, other) ? other : key;
}

/** The tuple among a dictionary's keys that is equal to another; keys are compared as keys are. */
function sameTuple(dict: Dict, wanted: Tuple): Tuple | undefined {
  for (const key of Map.prototype.keys.call(dict)) if (key instanceof Tuple && areSameKeys(key, wanted)) return key;
  return undefined;
}

function areSameKeys(a: Tuple, b: Tuple): boolean {
  if (a.items.length !== b.items.length) return false;
  return a.items.every((item, index) => {
    const other = b.items[index];
    if (item instanceof Tuple && other instanceof Tuple) return areSameKeys(item, other);
    const [x, y] = [item, other].map((each) =>
      each instanceof Float ? each.value : typeof each === 'boolean' ? Number(each) : each,
    );
    return x === y;
  });
}

/** An object with attributes: of a class of the SDK, of the program, or of a library that is understood. */
export abstract class PyObject {
  /** The class's name, for messages. */
  abstract get className(): string;

  /** What Python's `object.name` gives; undefined where the object has no such attribute. */
  getAttribute(name: string): Data | undefined {
    return Reflect.get(this, name) as Data | undefined;
  }

  /** What Python's `str(object)` and `repr(object)` give; undefined where that isn't known. */
  textForm(_isRepr: boolean): string | Template | undefined {
    return undefined;
  }

  /** Whether it is a dictionary's key by what it is, and not by what it says of itself. */
  get isKey(): boolean {
    return false;
  }

  /** What Python's `bool(object)` gives. */
  truthForm(): boolean | Unknown {
    return true;
  }

  /** What Python's `object.name = value` does. */
  setAttribute(name: string, value: Data): void {
    Reflect.set(this, name, value);
  }
}

/** Something that can be called: a function or class of the program, or a class of the SDK handed to the SDK (`predictor_cls=`). */
export abstract class PyCallable extends PyObject {
  abstract call(positional: readonly Data[], named: ReadonlyMap<string, Data>): Data;
}

/** A value that the program's text does not tell. It is never guessed and never a violation. */
export class Unknown {
  readonly reason: string;
  readonly values: readonly Data[];
  /**
   * @param reason completes "unknown: it is …" for a person: `returned by pandas.read_csv at line 12`
   * @param values what it may be, where it is one of a few
   */
  constructor(reason: string, values: readonly Data[] = []) {
    this.reason = reason;
    this.values = values;
  }
}

/** What is made of an unknown value: as unknown, but not one of the values that it may be itself. */
export function resultOf(value: Unknown): Unknown {
  return value.values.length === 0 ? value : new Unknown(value.reason);
}

/** A string with holes. Two parts that follow each other are never both strings. */
export class Template {
  readonly parts: readonly (string | Unknown)[];
  constructor(parts: readonly (string | Unknown)[]) {
    this.parts = parts;
  }
}

/** Whether nothing, or not all, is known of the value itself (not of what it holds). */
export function isUnknown(value: Data | undefined): value is Unknown {
  return value instanceof Unknown;
}

/** A Python float as data. */
export function float(value: number): number | Float {
  return Number.isInteger(value) || !Number.isFinite(value) ? new Float(value) : value;
}

/** The number that a value stands for; undefined for what is no number (booleans are numbers only where `bool` is told so). */
export function numberOf(value: Data | undefined): number | undefined {
  if (typeof value === 'number') return value;
  return value instanceof Float ? value.value : undefined;
}

/** Whether the value is a Python float. */
export function isFloat(value: Data): boolean {
  return value instanceof Float || (typeof value === 'number' && !Number.isInteger(value));
}

/** Whether the value is a string, holes or not. */
export function isText(value: Data | undefined): value is string | Template {
  return typeof value === 'string' || value instanceof Template;
}

/** The items of a list, tuple or set that are all known; undefined for anything else. */
export function itemsOf(value: Data | undefined): readonly Data[] | undefined {
  if (value instanceof Tuple) return value.items;
  if (value instanceof List || value instanceof SetData) return value.open === undefined ? value.items : undefined;
  return undefined;
}

/** A dictionary with these entries. */
export function dictOf(entries: Readonly<Record<string, Data | undefined>>): Dict {
  const made = new Dict();
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) made.set(key, value);
  return made;
}

/** Python's truth value; unknown where it depends on something unknown. */
export function truthOf(value: Data): boolean | Unknown {
  if (value instanceof Unknown) {
    const truths = new Set(value.values.map(truthOf));
    const [only] = truths;
    return truths.size === 1 && typeof only === 'boolean' ? only : resultOf(value);
  }
  if (value === null || value === false || value === 0 || value === '') return false;
  if (value instanceof Float) return value.value !== 0;
  if (value instanceof Bytes) return value.latin1 !== '';
  if (value instanceof Template) return value.parts.some((part) => typeof part === 'string') || unknownPart(value);
  if (value instanceof Dict) return value.size > 0 || (value.open ?? false);
  if (value instanceof Tuple) return value.items.length > 0;
  if (value instanceof List || value instanceof SetData) return value.items.length > 0 || (value.open ?? false);
  return value instanceof PyObject ? value.truthForm() : true;
}

function unknownPart(text: Template): Unknown {
  const hole = text.parts.find((part) => part instanceof Unknown);
  return hole instanceof Unknown ? hole : new Unknown('a string with holes');
}

/** What a caller in TypeScript may write for data: plain arrays and objects too. */
export type Plain = Data | readonly Plain[] | { readonly [key: string]: Plain | undefined } | undefined;

/** Plain arrays become lists and plain objects dictionaries; data stays as it is. */
export function fromPlain(value: Plain): Data {
  if (value === undefined) return null;
  if (Array.isArray(value)) return new List(value.map(fromPlain));
  if (!isPlainObject(value)) return value as Data;
  const made = new Dict();
  for (const [key, item] of Object.entries(value)) if (item !== undefined) made.set(key, fromPlain(item));
  return made;
}

function isPlainObject(value: Plain): value is { readonly [key: string]: Plain | undefined } {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** JSON of a request: an unknown value is `{"$unknown": reason}`, a string with holes `{"$template": text}`. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Values that a request's JSON may hold: far more than AWS takes, and few enough that lists in lists in lists end. */
const MAX_VALUES = 100_000;
const MAX_DEPTH = 100;

/** Data (or plain arrays and objects of data) as JSON; members that are undefined are left out. */
export function toJson(value: Plain): Json {
  return jsonWithin(value, { left: MAX_VALUES, depth: 0 });
}

function jsonWithin(value: Plain, budget: { left: number; depth: number }): Json {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') return value;
  if (value instanceof Float) return value.value;
  if (value instanceof Unknown) return { $unknown: value.reason };
  if (value instanceof Template) return { $template: templateText(value) };
  if (value instanceof Bytes) return textOfBytes(value);
  if (value instanceof PyObject) return { $unknown: `an object of class ${value.className}` };
  budget.left -= 1;
  if (budget.left < 0 || budget.depth > MAX_DEPTH) return { $unknown: 'a very large value' };
  budget.depth += 1;
  const json = jsonOfContainer(value, (item) => jsonWithin(item, budget));
  budget.depth -= 1;
  return json;
}

function jsonOfContainer(
  value: List | Tuple | SetData | Dict | readonly Plain[] | { readonly [key: string]: Plain | undefined },
  jsonOf: (item: Plain) => Json,
): Json {
  if (value instanceof List || value instanceof Tuple || value instanceof SetData) {
    const items = value.items.map(jsonOf);
    // A list of which nothing is known may be no list.
    if (items.length === 0 && !(value instanceof Tuple) && value.open !== undefined)
      return { $unknown: value.open.reason };
    return !(value instanceof Tuple) && value.open !== undefined ? [...items, { $unknown: value.open.reason }] : items;
  }
  if (value instanceof Dict) {
    const entries = [...value].map(([key, item]): [string, Json] => [
      key !== null && typeof key === 'object' ? 'a key that is no text' : String(key),
      jsonOf(item),
    ]);
    if (value.open !== undefined) entries.push(['$unknown', value.open.reason]);
    return Object.fromEntries(entries);
  }
  if (Array.isArray(value)) return value.map(jsonOf);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, jsonOf(item)]));
}

/** Bytes as text: what they say in UTF-8, else `base64:` and their base64 form. */
function textOfBytes({ latin1 }: Bytes): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Uint8Array.from(latin1, (unit) => unit.charCodeAt(0)),
    );
  } catch {
    return `base64:${btoa(latin1)}`;
  }
}

/** The data that a request's JSON came from, in new lists and dictionaries. */
export function fromJson(json: Json): Data {
  if (json === null || typeof json !== 'object') return json;
  if (isJsonList(json)) return new List(json.map(fromJson));
  if (typeof json.$unknown === 'string') {
    const { $unknown, ...known } = json;
    if (Object.keys(known).length === 0) return new Unknown($unknown);
    const open = new Dict(Object.entries(known).map(([key, item]) => [key, fromJson(item)]));
    open.open = new Unknown($unknown);
    return open;
  }
  if (typeof json.$template === 'string') return templateOf(json.$template);
  return new Dict(Object.entries(json).map(([key, item]) => [key, fromJson(item)]));
}

function isJsonList(json: object): json is readonly Json[] {
  return Array.isArray(json);
}

/** The reverse of {@link templateText}. */
function templateOf(text: string): Template {
  const parts = text.split(/\{([^{}]*)\}/).map((part, index) => (index % 2 === 1 ? new Unknown(part) : part));
  return new Template(parts.filter((part) => part !== ''));
}

/** A string with holes for a person: `s3://{the bucket}/data`. */
export function templateText(text: Template): string {
  return text.parts.map((part) => (typeof part === 'string' ? part : `{${part.reason}}`)).join('');
}
