import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, Scalar } from 'yaml';
import type { YamlNode } from '../semantic/run/tools.js';
import { isNestedDeep } from '../text/nesting.js';

/** All scalars as texts: which of them are numbers, PyYAML says otherwise than others. Of two equal keys the last counts. */
const OPTIONS = { version: '1.1', schema: 'failsafe', merge: false, uniqueKeys: false, logLevel: 'silent' } as const;

/** The documents of a YAML text; undefined where it is none. */
export function parseYaml(text: string): readonly YamlNode[] | undefined {
  if (isNestedDeep(text)) return undefined;
  const parsed = parseAllDocuments(text, OPTIONS);
  if (!Array.isArray(parsed)) return [];
  if (parsed.some(({ errors }) => errors.length > 0)) return undefined;
  return parsed.map((document) => nodeOf(document.contents));
}

function nodeOf(node: unknown): YamlNode {
  if (isAlias(node)) return { kind: 'alias', source: node.source };
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => [nodeOf(key), nodeOf(value)] as const);
    return { kind: 'map', entries, anchor: node.anchor, tag: node.tag };
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.map(nodeOf), anchor: node.anchor, tag: node.tag };
  if (!isScalar(node)) return { kind: 'scalar', value: '', isPlain: true };
  const { value, type, anchor, tag } = node;
  return { kind: 'scalar', value: typeof value === 'string' ? value : '', isPlain: type === Scalar.PLAIN, anchor, tag };
}
