/** What is asked of tree-sitter's cursor. */
export interface NativeCursor {
  readonly nodeTypeId: number;
  readonly nodeType: string;
  readonly nodeIsNamed: boolean;
  readonly nodeIsMissing: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
}

/** What is known of the nodes with one symbol number of the grammar. */
export interface NodeKind {
  readonly type: string;
  readonly named: boolean;
  /** Has no children that anybody asks for. */
  readonly leaf: boolean;
  readonly isName: boolean;
  readonly isInteger: boolean;
  readonly isString: boolean;
  readonly isComment: boolean;
  readonly isAttribute: boolean;
  readonly isSimpleStatement: boolean;
  readonly isSplat: boolean;
  /** Nothing but layout. */
  readonly isIgnored: boolean;
  /** Length of a token that is spelt in one way; 0 for all others. */
  readonly length: number;
  /** Its anonymous children carry meaning: operators, the colons of a slice. */
  readonly keepsTokens: boolean;
  /** The text tells where its children start and where it ends, see {@link SETTLED}. */
  readonly isSettled: boolean;
  /** Its first token is a bracket, its last one the closing bracket. */
  readonly hasBrackets: boolean;
  /** Ends with a closing bracket. */
  readonly closes: boolean;
  /** Tokens of one character that stand between its children, and cannot follow it. */
  readonly separators: string;
  /** Nothing but separators stands between its children. */
  readonly isSeparated: boolean;
  /** Its statements start where the text goes on, and it ends where only the parser knows. */
  readonly isBlock: boolean;
  /** How many children it has; -1 where that differs. */
  readonly arity: number;
}

/** Node types whose anonymous children carry meaning (operators; the colons of a slice). */
const KEEPS_TOKENS = new Set([
  'binary_operator',
  'comparison_operator',
  'boolean_operator',
  'unary_operator',
  'augmented_assignment',
  'slice',
]);
/** Named nodes that never have children: no need to ask for them. */
const LEAVES = new Set([
  'identifier',
  'integer',
  'float',
  'true',
  'false',
  'none',
  'comment',
  'string_start',
  'string_end',
]);
const SIMPLE_STATEMENTS = new Set([
  'expression_statement',
  'return_statement',
  'assert_statement',
  'delete_statement',
  'raise_statement',
  'import_statement',
  'import_from_statement',
  'print_statement',
]);

interface Layout {
  readonly brackets?: boolean;
  readonly closes?: boolean;
  readonly separators?: string;
  readonly isSeparated?: boolean;
  readonly arity?: number;
}

const LISTED: Layout = { brackets: true, separators: ',' };
const BRACKETED: Layout = { brackets: true };
const PAIRED: Layout = { separators: '=', arity: 2 };

/**
 * Expressions in which tree-sitter-python has no tokens that the text does not show (line ends, indentation) and in
 * which blanks mean nothing.
 */
const SETTLED: Readonly<Record<string, Layout>> = {
  argument_list: LISTED,
  assignment: { separators: '=:', isSeparated: true },
  attribute: { arity: 2 },
  augmented_assignment: { arity: 3 },
  binary_operator: { arity: 3 },
  boolean_operator: { arity: 3 },
  call: { arity: 2 },
  comparison_operator: {},
  default_parameter: PAIRED,
  dictionary: LISTED,
  dictionary_comprehension: BRACKETED,
  dotted_name: { separators: '.', isSeparated: true },
  expression_statement: { separators: ',', isSeparated: true },
  generator_expression: BRACKETED,
  keyword_argument: PAIRED,
  list: LISTED,
  list_comprehension: BRACKETED,
  pair: { separators: ':', arity: 2 },
  parameters: LISTED,
  parenthesized_expression: BRACKETED,
  set: LISTED,
  set_comprehension: BRACKETED,
  subscript: { closes: true, separators: '[,' },
  tuple: LISTED,
  unary_operator: { arity: 2 },
};

const LENGTHS: Readonly<Record<string, number>> = { true: 4, false: 5, none: 4 };

/** Kinds by the grammar's symbol number, as far as they have been met. */
export const KINDS: (NodeKind | undefined)[] = [];

/** The kind of a chunk's root. */
export const MODULE_KIND: NodeKind = createKind('module', true);

/** Notes the kind of the node that the cursor is at. */
export function learnKind(id: number, cursor: NativeCursor): NodeKind {
  const kind = createKind(internalized(cursor.nodeType), cursor.nodeIsNamed);
  KINDS[id] = kind;
  return kind;
}

/** The same string as V8 keeps it for literals: comparing it to one is then comparing two addresses. */
function internalized(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text;
}

function createKind(type: string, named: boolean): NodeKind {
  const layout = named ? SETTLED[type] : undefined;
  return {
    type,
    named,
    leaf: !named || LEAVES.has(type),
    isName: named && type === 'identifier',
    isInteger: named && type === 'integer',
    isString: named && type === 'string',
    isComment: named && type === 'comment',
    isAttribute: named && type === 'attribute',
    isSplat: type === 'list_splat',
    isSimpleStatement: SIMPLE_STATEMENTS.has(type),
    isIgnored: type === 'line_continuation',
    length: named ? (LENGTHS[type] ?? 0) : type.includes(' ') ? 0 : type.length,
    keepsTokens: KEEPS_TOKENS.has(type),
    isSettled: layout !== undefined,
    hasBrackets: layout?.brackets ?? false,
    closes: (layout?.brackets ?? false) || (layout?.closes ?? false),
    separators: layout?.separators ?? '',
    isSeparated: layout?.isSeparated ?? false,
    isBlock: type === 'module' || type === 'block',
    arity: layout?.arity ?? -1,
  };
}
