/** A node of a YAML text; what an alias names was given the anchor before. */
export type YamlNode =
  | { readonly kind: 'alias'; readonly source: string }
  | ({ readonly kind: 'map'; readonly entries: readonly (readonly [YamlNode, YamlNode])[] } & Marks)
  | ({ readonly kind: 'list'; readonly items: readonly YamlNode[] } & Marks)
  | ({ readonly kind: 'scalar'; readonly value: string; readonly isPlain: boolean } & Marks);

/** What may stand before a node. */
interface Marks {
  readonly anchor?: string | undefined;
  readonly tag?: string | undefined;
}

/** What the evaluator itself, which imports no package, cannot compute. */
export interface Tools {
  /** The documents of a YAML text; undefined where it is none. */
  parseYaml(text: string): readonly YamlNode[] | undefined;
  /** A digest of bytes; both as Latin-1 text. */
  digest(algorithm: string, bytes: string): string;
}
