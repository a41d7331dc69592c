import type { Piece } from '../../edits/edit.js';
import { writtenArguments } from '../../python/arguments.js';
import { findAncestor, isType, type PyNode } from '../../python/node.js';
import { type Program, valueAt } from '../../semantic/program.js';
import type { Sequence } from '../../semantic/values.js';
import { contains } from '../../text/text-range.js';
import type { SdkCall } from '../sdk-call.js';

/** A `*x` in a call. */
export interface Spread {
  /** The whole argument. */
  readonly node: PyNode;
  /** Index of its first item among the positional arguments. */
  readonly start: number;
  /** Index after its last item; undefined where the length is not known. */
  readonly end: number | undefined;
  /** Whether it is the `*args` of the function that the call stands in: its callers give the items. */
  readonly isPassedOn: boolean;
  /** Whether a comment stands in it. */
  readonly hasComment: boolean;
  /** Whether the items could be others when the call is made. */
  readonly canGrow: boolean;
}

/** The `*x` arguments of a call with their places, and the index of the call's own first positional argument. */
export function spreadsOf(
  call: SdkCall,
  program: Program,
): { readonly base: number; readonly spreads: readonly Spread[] } {
  const written = writtenArguments(call.node).filter(({ kind }) => kind === 'positional' || kind === 'star');
  const sequences = new Map(
    written.map(({ kind, value, node }) => [
      node,
      kind === 'star' ? closedSequence(valueAt(program, value)) : undefined,
    ]),
  );
  const lengthOf = (node: PyNode, kind: string): number =>
    kind === 'star' ? (sequences.get(node)?.items.length ?? 0) : 1;
  // A partial gave the first ones; `Base.__init__(self, …)` has one more than the constructor.
  const all = call.arguments.filter((argument) => argument.index !== undefined).length;
  const base = all - written.reduce((sum, { node, kind }) => sum + lengthOf(node, kind), 0);
  let index = base;
  const spreads: Spread[] = [];
  for (const { kind, node, value } of written) {
    const sequence = sequences.get(node);
    const start = index;
    index += lengthOf(node, kind);
    if (kind !== 'star') continue;
    const isPassedOn = isParameter(value);
    spreads.push({
      node,
      start,
      end: sequence === undefined || isPassedOn ? undefined : index,
      isPassedOn,
      hasComment: program.tree.comments.some((comment) => contains(node, comment)),
      canGrow: value.type === 'identifier' && sequence?.type === 'list',
    });
  }
  return { base, spreads };
}

/**
 * New arguments in place of a `*x` with a known length: the items from `safe` on by name. Undefined where its items
 * have no spelling.
 */
export function nameItems(
  { node, start, end, hasComment }: Spread,
  safe: number,
  names: readonly string[],
): Piece[] | undefined {
  const [value] = node.children;
  if (value === undefined || end === undefined) return undefined;
  const head = Math.max(0, safe - start);
  const wanted = names.slice(start + head, end);
  if (wanted.length !== end - start - head) return undefined;
  if (value.type === 'list' || value.type === 'tuple') {
    const isSpelt = value.children.every((item) => item.type !== 'named_expression' && item.type !== 'list_splat');
    if (hasComment || !isSpelt || value.children.length !== end - start) return undefined;
    return value.children.flatMap((item, i): Piece[] => [
      i === 0 ? '' : ', ',
      i < head ? '' : `${names[start + i] ?? ''}=`,
      item,
    ]);
  }
  if (value.type !== 'identifier' && value.type !== 'attribute') return undefined;
  const named = wanted.map((name, i) => `${name}=${value.text}[${head + i}]`);
  return [[...(head > 0 ? [`*${value.text}[:${head}]`] : []), ...named].join(', ')];
}

function closedSequence(value: ReturnType<typeof valueAt>): Sequence | undefined {
  return value?.kind === 'sequence' && !value.open && value.type !== 'set' ? value : undefined;
}

function isParameter(value: PyNode): boolean {
  const made = findAncestor(value, 'function_definition', 'lambda');
  const parameters = made?.children.find((child) => isType(child, 'parameters', 'lambda_parameters'))?.children ?? [];
  return parameters.some(
    (parameter) => parameter.type === 'list_splat_pattern' && parameter.children[0]?.text === value.text,
  );
}
