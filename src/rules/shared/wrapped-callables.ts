import { insert, removeArgument, removeStatement, replace, symbol } from '../../edits/builders.js';
import type { Edit, Piece } from '../../edits/edit.js';
import { findIdentifiers, type PyNode, statementOf } from '../../python/node.js';
import { type Program, scopeOf } from '../../semantic/program.js';
import { contains } from '../../text/text-range.js';
import { type CallableUse, callableUses } from './callable-uses.js';
import { type Callable, callableOf } from './callables.js';
import { indentOf, indentUnit, isAfterGap, topOf } from './layout.js';

/** What becomes of the functions that a program uses as serializers and deserializers. */
export interface Wrappings {
  /** By the expression of the function: all edits of the statement it stands in. */
  readonly callables: ReadonlyMap<PyNode, readonly Edit[]>;
  /** The same by the token of the attribute, or by the argument, whose type goes into the class. */
  readonly headers: ReadonlyMap<PyNode, readonly Edit[]>;
}

interface Wrapped {
  readonly use: CallableUse;
  readonly callable: Callable;
  readonly statement: PyNode;
}

/** Plans a class for each function, above the first statement that puts it into a predictor. */
export function wrapCallables(program: Program): Wrappings {
  const all = [...callableUses(program)]
    .flatMap((use): Wrapped[] => {
      const callable = callableOf(use.value, use.node, use.side, program);
      const statement = statementOf(use.node);
      const isWrapped = callable !== undefined && hasType(use, callable) && isAlone(statement);
      return isWrapped ? [{ use, callable, statement }] : [];
    })
    .sort((a, b) => a.use.node.start - b.use.node.start);
  const classes = placeClasses(all, program);
  const callables = new Map<PyNode, readonly Edit[]>();
  const headers = new Map<PyNode, readonly Edit[]>();
  for (const statement of new Set(all.map((each) => each.statement))) {
    const here = all.filter((each) => each.statement === statement);
    const edits: Edit[] = here.flatMap((each) => [replaced(each, classes.names), ...removals(each)]);
    const gone = new Set(here.flatMap(({ use }) => use.headers.map(({ node }) => statementOf(node))));
    const made = classes.placed.filter((each) => each.statement === statement);
    if (made.length > 0) edits.push(definition(made, gone, classes.names, program));
    for (const { use } of here) {
      callables.set(use.node, edits);
      for (const { node } of use.headers) headers.set(node, edits);
    }
  }
  return { callables, headers };
}

/** JSON says its type itself; any other body needs one that is known. */
function hasType({ side, type, isCertain }: CallableUse, { same, isJson }: Callable): boolean {
  if (type.kind !== 'none') return type.kind === 'text';
  return isCertain || (side.role === 'serializer' && (same !== undefined || isJson));
}

/** Whether lines can be put above the statement, and a method there sees the names that the statement sees. */
function isAlone(statement: PyNode): boolean {
  return scopeOf(statement).type !== 'class_definition' && indentOf(statement) !== undefined;
}

interface Classes {
  readonly names: ReadonlyMap<string, string>;
  readonly placed: readonly Wrapped[];
}

/** One class for each function, again only where the first cannot be seen. */
function placeClasses(all: readonly Wrapped[], program: Program): Classes {
  const names = new Map<string, string>();
  const placed: Wrapped[] = [];
  for (const each of all) {
    if (each.callable.same !== undefined) continue;
    const key = keyOf(each);
    if (!names.has(key)) names.set(key, freeName(each, new Set(names.values()), program));
    const isSeen = placed.some((other) => keyOf(other) === key && isVisible(other.statement, each.statement));
    if (!isSeen) placed.push(each);
  }
  return { names, placed };
}

function keyOf({ callable, use }: Wrapped): string {
  return `${use.side.role} ${callable.key}`;
}

function isVisible(from: PyNode, at: PyNode): boolean {
  const block = from.parent;
  return block === undefined || block.type === 'module' || contains(block, at);
}

function freeName({ callable, use }: Wrapped, taken: ReadonlySet<string>, program: Program): string {
  const role = use.side.role === 'serializer' ? 'Serializer' : 'Deserializer';
  for (let i = 1; ; i += 1) {
    const name = `_${callable.stem}${i === 1 ? '' : i}${role}`;
    if (!taken.has(name) && findIdentifiers(program.tree, name).length === 0) return name;
  }
}

function replaced({ use, callable, ...rest }: Wrapped, names: ReadonlyMap<string, string>): Edit {
  const { same } = callable;
  const made: Piece = same === undefined ? (names.get(keyOf({ use, callable, ...rest })) ?? '') : symbol(same, use.at);
  const type = typeOf(use, callable);
  return replace(use.node, made, type === undefined ? '()' : `(${use.side.header}=${type})`);
}

/** The type as an argument; undefined where the class has it by itself. */
function typeOf({ side, type }: CallableUse, { same, isJson }: Callable): string | undefined {
  if (type.kind === 'text')
    return same !== undefined && /^['"]application\/json['"]$/.test(type.text) ? undefined : type.text;
  // Without a type v1 sent the body as it is, which v2 calls application/octet-stream.
  return side.role === 'deserializer' || isJson ? undefined : "'application/octet-stream'";
}

function removals({ use }: Wrapped): Edit[] {
  return use.headers.map(({ node, kind }) => (kind === 'argument' ? removeArgument(node) : removeStatement(node)));
}

/** The classes above a statement, set off by blank lines. */
function definition(
  made: readonly Wrapped[],
  gone: ReadonlySet<PyNode>,
  names: ReadonlyMap<string, string>,
  program: Program,
): Edit {
  const [first] = made;
  const statement = first?.statement ?? program.tree.modules[0];
  if (first === undefined || statement === undefined) throw new Error('no class to define');
  const indent = indentOf(statement) ?? '';
  const unit = indentUnit(program.tree, statement);
  const start = topOf(statement, program.tree);
  const pieces = made.flatMap((each): Piece[] => {
    const { side, at } = each.use;
    const base = `sagemaker.${side.role}s.SimpleBase${side.role === 'serializer' ? 'Serializer' : 'Deserializer'}`;
    return [
      `${indent}class ${names.get(keyOf(each)) ?? ''}(`,
      symbol(base, at),
      `):\n${indent}${unit}def ${side.method}(self, ${each.callable.parameters}):\n${indent}${unit}${unit}return ${each.callable.result}\n\n`,
    ];
  });
  return insert(start, isAfterGap(statement, start, gone) ? '' : '\n', ...pieces);
}
