import { applyToSource } from '../edits/apply.js';
import type { PyTree } from '../python/node.js';
import { reparsePython } from '../python/parser.js';
import { evaluateProgram, type Program } from '../semantic/program.js';
import { createShift, type TextEdit } from '../text/text-edit.js';
import type { TextRange } from '../text/text-range.js';

/** A reason why the edits must not stay, and where (in the text before them). */
export interface Doubt {
  readonly range: TextRange;
  readonly reason: string;
}

/** What checking a migrated program gave. */
export interface Verified {
  /** Empty where all is well. */
  readonly doubts: readonly Doubt[];
  /** The tree of the text after the edits. */
  readonly tree: PyTree;
}

/** The program as it is after the edits. */
export function evaluateEdited(program: Program, edits: readonly TextEdit[]): Program {
  const source = applyToSource(program.source, edits);
  return evaluateProgram(source, reparsePython(program.tree, source.text, source.chunks, edits), program.loadModule);
}

/**
 * Checks a migrated program before anything is written: it parses as well as before, no name became unbound, and a
 * second pass finds nothing left to do.
 *
 * @param secondPass places (in the new text) that would be edited again; `back` tells where an offset was before
 */
export function verify(
  program: Program,
  edits: readonly TextEdit[],
  secondPass: (changed: Program, back: (offset: number) => number) => readonly TextRange[],
): Verified {
  const source = applyToSource(program.source, edits);
  const tree = reparsePython(program.tree, source.text, source.chunks, edits);
  const shift = createShift(edits);
  const doubt = (range: TextRange, reason: string): Doubt => ({
    range: { start: shift.back(range.start), end: shift.back(range.end) },
    reason,
  });
  if (tree.broken.length > program.tree.broken.length) {
    const known = new Set(program.tree.broken.map((range) => shift.forward(range.start)));
    const doubts = tree.broken
      .filter((range) => !known.has(range.start))
      .map((range) => doubt(range, 'the result would not parse'));
    return { doubts, tree };
  }
  const changed = evaluateProgram(source, tree, program.loadModule);
  const doubts: Doubt[] = [];
  for (const [name, nodes] of changed.facts.unbound) {
    if (program.facts.unbound.has(name)) continue;
    for (const node of nodes) doubts.push(doubt(node, `the name ${name} would be unbound`));
  }
  for (const range of secondPass(changed, shift.back)) doubts.push(doubt(range, 'a second run would change it again'));
  return { doubts, tree };
}
