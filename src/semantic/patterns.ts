import type { PyNode } from '../python/node.js';
import { evaluate, readName } from './expressions.js';
import { bind } from './frame.js';
import type { Context } from './machine.js';
import { unknown } from './values.js';

/** Binds the names that a `case` captures; classes and dotted constants in it are read. */
export function bindPattern(pattern: PyNode, context: Context): void {
  const [first, ...rest] = pattern.children;
  switch (pattern.type) {
    case 'dotted_name':
      if (rest.length > 0 && first !== undefined) readName(first, context);
      else bind(context.frame, pattern.text, unknown('a part of a matched value'));
      return;
    case 'identifier':
      bind(context.frame, pattern.text, unknown('a part of a matched value'));
      return;
    case 'class_pattern':
      if (first?.children[0] !== undefined) readName(first.children[0], context);
      for (const child of rest) bindPattern(child, context);
      return;
    case 'keyword_pattern':
      for (const child of rest) bindPattern(child, context);
      return;
    case 'case_pattern':
    case 'as_pattern':
    case 'splat_pattern':
    case 'dict_pattern':
    case 'list_pattern':
    case 'tuple_pattern':
    case 'union_pattern':
      for (const child of pattern.children) bindPattern(child, context);
      return;
    default:
      evaluate(pattern, context);
  }
}
