import { isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments, Scalar } from 'yaml';
import { isNestedDeep } from '../../text/nesting.js';

/** A scalar of a YAML text and where it stands. */
export interface YamlString {
  /** Keys above it; members of lists have the path of their list. */
  readonly path: readonly string[];
  readonly value: string;
  /** What stands in the text without quotes and without the header of a block. */
  readonly start: number;
  readonly end: number;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  /** Whether it stands in `[…]` or `{…}`. */
  readonly isInFlow: boolean;
  /** The column of a list's member, where it is one. */
  readonly isItem: boolean;
}

const STYLES: Readonly<Record<string, YamlString['style']>> = {
  [Scalar.PLAIN]: 'plain',
  [Scalar.QUOTE_SINGLE]: 'single',
  [Scalar.QUOTE_DOUBLE]: 'double',
  [Scalar.BLOCK_LITERAL]: 'literal',
  [Scalar.BLOCK_FOLDED]: 'folded',
};

/**
 * The scalars of a YAML text, in order; those behind aliases once.
 * @throws Error with a one-line message when it is no YAML
 */
export function yamlStrings(text: string): readonly YamlString[] {
  const found: YamlString[] = [];
  // Not a recursion: lists may be nested as deep as the parser itself allows.
  const visit = (root: Node | null): void => {
    const stack = [{ node: root, path: [] as readonly string[], isInFlow: false, isItem: false }];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const { node, path, isInFlow, isItem } = top;
      if (node === null || isAlias(node)) continue;
      if (isScalar(node)) {
        const string = stringOf(node, text);
        if (string !== undefined) found.push({ ...string, path, isInFlow, isItem });
      } else if (isMap(node) || isSeq(node)) {
        const flow = isInFlow || node.flow === true;
        const children = isMap(node)
          ? node.items.map((pair) => ({
              node: asNode(pair.value),
              path: [...path, isScalar(pair.key) ? String(pair.key.value) : ''],
              isInFlow: flow,
              isItem: false,
            }))
          : node.items.map((item) => ({ node: asNode(item), path, isInFlow: flow, isItem: true }));
        stack.push(...children.reverse());
      }
    }
  };
  if (isNestedDeep(text)) throw new Error('it is nested too deep');
  for (const document of parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false })) {
    if (!('contents' in document)) continue;
    const [error] = document.errors;
    if (error !== undefined) throw new Error(error.message.split('\n')[0] ?? 'invalid YAML');
    visit(asNode(document.contents));
  }
  return found;
}

function asNode(value: unknown): Node | null {
  return isScalar(value) || isMap(value) || isSeq(value) ? value : null;
}

function stringOf(node: Scalar, text: string): Pick<YamlString, 'value' | 'start' | 'end' | 'style'> | undefined {
  const style = STYLES[node.type ?? ''];
  const [from, to] = node.range ?? [0, 0, 0];
  if (style === undefined || to <= from || node.value === null) return undefined;
  const value = typeof node.value === 'string' ? node.value : text.slice(from, to);
  if (style === 'plain') return { value, start: from, end: from + text.slice(from, to).trimEnd().length, style };
  if (style === 'single' || style === 'double') return { value, start: from + 1, end: to - 1, style };
  const header = text.indexOf('\n', from);
  return header < 0 || header >= to ? undefined : { value, start: header + 1, end: to, style };
}
