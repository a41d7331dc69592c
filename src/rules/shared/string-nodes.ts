import { type PyNode, walk } from '../../python/node.js';
import { stringValue } from '../../python/strings.js';
import type { Program } from '../../semantic/program.js';

/** A string literal with its value. */
export interface StringLiteral {
  readonly node: PyNode;
  readonly value: string;
}

/** The string literals of a program that hold what the pattern looks for; nothing is walked where the text has none. */
export function stringsWith(program: Program, inText: RegExp, inValue: RegExp): StringLiteral[] {
  if (!inText.test(program.source.text)) return [];
  const found: StringLiteral[] = [];
  for (const module of program.tree.modules) {
    walk(module, (node) => {
      if (node.type !== 'string') return;
      const value = stringValue(node);
      if (value !== undefined && inValue.test(value)) found.push({ node, value });
    });
  }
  return found;
}
