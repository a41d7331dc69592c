import { PyNode } from '../python/node.js';
import type { Program } from '../semantic/program.js';
import type { Source } from '../text/source.js';
import { contains, overlaps, type TextRange } from '../text/text-range.js';
import { layOutArguments } from './argument-list.js';
import type { Edit, ImportMove, Piece, Replacement, SymbolUse, TextEdit } from './edit.js';
import { planImports } from './import-plan.js';
import { layOutStatements } from './statement-list.js';

/** The changes of one finding: all or none of them. */
export interface Fix {
  readonly edits: readonly Edit[];
}

/** What the merger made of the fixes. */
export interface Merged {
  /** Sorted, not overlapping. */
  readonly edits: readonly TextEdit[];
  /** Fixes that could not be applied together with those before them. */
  readonly rejected: ReadonlySet<Fix>;
  /** Fixes that move an import and nothing else, and wait because something still needs the old name. */
  readonly idle: ReadonlySet<Fix>;
}

/** Makes one list of text edits of all fixes, with one import plan. A fix that collides with an earlier one is left out whole. */
export function mergeFixes(program: Program, fixes: readonly Fix[]): Merged {
  const rejected = new Set<Fix>();
  for (;;) {
    const accepted = fixes.filter((fix) => !rejected.has(fix));
    const { edits, collisions, idle } = layOut(program, accepted);
    if (collisions.size === 0) {
      return {
        edits,
        rejected,
        idle: new Set(
          accepted.filter((fix) => fix.edits.every((edit) => edit.kind === 'move-import' && idle.has(edit))),
        ),
      };
    }
    for (const fix of collisions) rejected.add(fix);
  }
}

interface Owned extends Replacement {
  readonly owner: Fix | undefined;
}

function layOut(
  program: Program,
  fixes: readonly Fix[],
): { edits: TextEdit[]; collisions: Set<Fix>; idle: ReadonlySet<ImportMove> } {
  const { original } = program.source;
  const all = fixes.flatMap((fix) => fix.edits.map((edit) => ({ edit, fix })));
  const direct: Owned[] = [];
  for (const { edit, fix } of all) if (edit.kind === 'replace') direct.push({ ...edit, owner: fix });
  const listChanges = all.flatMap(({ edit }) =>
    edit.kind === 'remove-argument' || edit.kind === 'append-argument' ? [edit] : [],
  );
  const removed = new Set(all.flatMap(({ edit }) => (edit.kind === 'remove-statement' ? [edit.statement] : [])));
  const moves = all.flatMap(({ edit }) => (edit.kind === 'move-import' ? [edit] : []));
  const laidOut = [
    ...layOutArguments(listChanges, original, program.tree),
    ...layOutStatements(removed, original, program.tree),
  ];

  const modules = all.flatMap(({ edit }) => (edit.kind === 'require-module' ? [edit] : []));
  const replacements = [...direct, ...laidOut];
  const uses = replacements.flatMap((edit) => edit.pieces.filter(isSymbolUse));
  const plan = planImports(program, { uses, moves, modules, replacements });
  const owned = [...direct, ...[...laidOut, ...plan.edits].map((edit): Owned => ({ ...edit, owner: undefined }))];
  const { sorted, collisions } = arrange(owned);
  const render = createRenderer(program.source, sorted, (use) => plan.spell(use));
  const edits = render.topLevel();
  const gone = [
    ...removed,
    ...listChanges.flatMap((change) => (change.kind === 'remove-argument' ? [change.argument] : [])),
  ];
  for (const edit of render.unused()) if (edit.owner !== undefined && !isGone(edit, gone)) collisions.add(edit.owner);
  return { edits, collisions, idle: plan.idle };
}

/** Whether an edit lies in code that another one takes out whole. */
function isGone(edit: Replacement, removed: readonly PyNode[]): boolean {
  return removed.some((node) => contains(node, edit));
}

function isSymbolUse(piece: Piece): piece is SymbolUse {
  return typeof piece !== 'string' && !(piece instanceof PyNode);
}

/** Insertions before what starts at the same place, outer edits before the ones inside them, equal ones once; half-overlapping ones collide. */
function arrange(edits: readonly Owned[]): { sorted: Owned[]; collisions: Set<Fix> } {
  const collisions = new Set<Fix>();
  const sorted: Owned[] = [];
  const order = edits
    .map((edit, i) => ({ edit, i }))
    .sort(
      (a, b) =>
        a.edit.start - b.edit.start ||
        Number(isInsertion(b.edit)) - Number(isInsertion(a.edit)) ||
        b.edit.end - a.edit.end ||
        a.i - b.i,
    );
  const seen = new Map<string, string>();
  const open: Owned[] = [];
  for (const { edit } of order) {
    const key = `${edit.start}:${edit.end}`;
    const shape = JSON.stringify(
      edit.pieces.map((piece) =>
        typeof piece === 'string' ? piece : isSymbolUse(piece) ? { use: piece.symbol } : { start: piece.start },
      ),
    );
    const before = seen.get(key);
    if (before === shape && edit.start !== edit.end) continue;
    if (before !== undefined && edit.start !== edit.end) {
      if (edit.owner !== undefined) collisions.add(edit.owner);
      continue;
    }
    if (before === shape && edit.owner !== undefined) continue;
    seen.set(key, shape);
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= edit.start) open.pop();
    const outer = open.at(-1);
    if (outer !== undefined && !contains(outer, edit) && overlaps(outer, edit)) {
      const loser = edit.owner ?? outer.owner;
      if (loser !== undefined) collisions.add(loser);
      continue;
    }
    sorted.push(edit);
    if (edit.end > edit.start) open.push(edit);
  }
  return { sorted, collisions };
}

function isInsertion({ start, end }: Replacement): boolean {
  return start === end;
}

function createRenderer(
  { original: text, newline }: Source,
  sorted: readonly Owned[],
  spell: (use: SymbolUse) => string,
) {
  const used = new Set<Owned>();
  const children = new Map<Owned | undefined, Owned[]>();
  const stack: Owned[] = [];
  for (const edit of sorted) {
    while (stack.length > 0 && !holds(stack.at(-1), edit)) stack.pop();
    const outer = stack.at(-1);
    const inside = children.get(outer);
    if (inside === undefined) children.set(outer, [edit]);
    else inside.push(edit);
    stack.push(edit);
  }

  function pieceText(piece: Piece, outer: Owned): string {
    if (typeof piece === 'string') return newline === '\n' ? piece : piece.replace(/\r?\n/g, newline);
    if (isSymbolUse(piece)) return spell(piece);
    return rangeText(piece, children.get(outer) ?? []);
  }

  function editText(edit: Owned): string {
    used.add(edit);
    return edit.pieces.map((piece) => pieceText(piece, edit)).join('');
  }

  function rangeText(range: TextRange, inside: readonly Owned[]): string {
    let out = '';
    let at = range.start;
    for (const edit of inside) {
      if (!contains(range, edit)) continue;
      out += text.slice(at, edit.start) + editText(edit);
      at = edit.end;
    }
    return out + text.slice(at, range.end);
  }

  return {
    topLevel(): TextEdit[] {
      const edits: TextEdit[] = [];
      for (const edit of children.get(undefined) ?? []) {
        const replacement = editText(edit);
        if (replacement !== text.slice(edit.start, edit.end))
          edits.push({ start: edit.start, end: edit.end, text: replacement });
      }
      return edits;
    },
    unused: () => sorted.filter((edit) => !used.has(edit)),
  };
}

/** Whether an edit lies inside another; insertion points at its very ends do not. */
function holds(outer: Owned | undefined, inner: Owned): boolean {
  if (outer === undefined || outer.start === outer.end) return false;
  if (inner.start === inner.end) return outer.start < inner.start && inner.start < outer.end;
  return contains(outer, inner);
}
