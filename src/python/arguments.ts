import { isType, type PyNode } from './node.js';

/** One argument as it is written in a call. */
export interface WrittenArgument {
  readonly kind: 'positional' | 'keyword' | 'star' | 'double-star';
  /** The whole argument: `a=1`, `*rest`, `x`. */
  readonly node: PyNode;
  /** The name token of a keyword argument. */
  readonly nameNode: PyNode | undefined;
  readonly value: PyNode;
}

/** The expression that is called. */
export function calleeOf(call: PyNode): PyNode | undefined {
  return call.children[0];
}

/** The parenthesised list of a call; undefined for `f(x for x in y)`. */
export function argumentListOf(call: PyNode): PyNode | undefined {
  return call.children.find((child) => child.type === 'argument_list');
}

/** The arguments of a call (or the bases and keywords of a class), in order. */
export function writtenArguments(call: PyNode): WrittenArgument[] {
  const list = argumentListOf(call);
  if (list === undefined) {
    const generator = call.children[1];
    return generator === undefined
      ? []
      : [{ kind: 'positional', node: generator, nameNode: undefined, value: generator }];
  }
  return list.children.map((node) => {
    const [first, second] = node.children;
    if (node.type === 'keyword_argument' && first !== undefined && second !== undefined) {
      return { kind: 'keyword', node, nameNode: first, value: second };
    }
    if (node.type === 'list_splat' && first !== undefined)
      return { kind: 'star', node, nameNode: undefined, value: first };
    if (node.type === 'dictionary_splat' && first !== undefined)
      return { kind: 'double-star', node, nameNode: undefined, value: first };
    return { kind: 'positional', node, nameNode: undefined, value: node };
  });
}

/** The dotted name that a chain of attributes spells (`a.b.c`); undefined for any other expression. */
export function dottedName(node: PyNode): string | undefined {
  if (node.type === 'identifier') return node.text;
  if (node.type === 'dotted_name') return node.children.map((part) => part.text).join('.');
  if (node.type !== 'attribute') return undefined;
  const [object, name] = node.children;
  const left = object === undefined ? undefined : dottedName(object);
  return left === undefined || name === undefined ? undefined : `${left}.${name.text}`;
}

/** Whether a function or lambda has a parameter of that name. */
export function hasParameter(callable: PyNode, name: string): boolean {
  const parameters = callable.children.find((child) => isType(child, 'parameters', 'lambda_parameters'));
  return (
    parameters?.children.some((each) => (each.type === 'identifier' ? each : each.children[0])?.text === name) ?? false
  );
}
