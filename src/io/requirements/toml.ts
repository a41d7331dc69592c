import { type AST, parseTOML } from 'toml-eslint-parser';

/** A value of a TOML text and where it stands. */
export interface TomlEntry {
  /** Names of the tables and keys above it; members of arrays have the name of their array. */
  readonly path: readonly string[];
  readonly value: AST.TOMLContentNode;
}

/** A string of a TOML text that stands in quotes of one line. */
export interface TomlString {
  /** What stands between the quotes. */
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** The quotes: `"`, `'`, or three of them. */
  readonly quote: string;
}

/**
 * Every value of a TOML text, tables and arrays besides what is in them, in the order of the text.
 * @throws Error with a one-line message when it is no TOML
 */
export function tomlEntries(text: string): readonly TomlEntry[] {
  const entries: TomlEntry[] = [];
  const add = (path: readonly string[], value: AST.TOMLContentNode): void => {
    entries.push({ path, value });
    if (value.type === 'TOMLArray') for (const element of value.elements) add(path, element);
    if (value.type === 'TOMLInlineTable') addAll(path, value.body);
  };
  const addAll = (path: readonly string[], body: readonly AST.TOMLKeyValue[]): void => {
    for (const { key, value } of body) add([...path, ...key.keys.map(nameOf)], value);
  };
  for (const { body } of parseTOML(text).body) {
    for (const node of body) {
      if (node.type === 'TOMLKeyValue') addAll([], [node]);
      else
        addAll(
          node.resolvedKey.filter((key) => typeof key === 'string'),
          node.body,
        );
    }
  }
  return entries;
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

/** The string that a value is; undefined for other values and for strings with escapes. */
export function tomlString(value: AST.TOMLContentNode, text: string): TomlString | undefined {
  if (value.type !== 'TOMLValue' || value.kind !== 'string') return undefined;
  const [from, to] = value.range;
  const quote = /^(?:"""|'''|"|')/.exec(text.slice(from, to))?.[0] ?? '"';
  const [start, end] = [from + quote.length, to - quote.length];
  return text.slice(start, end) === value.value ? { start, end, value: value.value, quote } : undefined;
}
