import { type PyNode, type PyTree, walk } from '../python/node.js';
import type { Source } from '../text/source.js';
import type { TextRange } from '../text/text-range.js';

/** A comment or a cell tag that switches findings off. */
export interface Suppression {
  /** The comment's words, or the whole of a tagged cell. */
  readonly at: TextRange;
  /** Where findings that begin here are switched off. */
  readonly covers: readonly TextRange[];
  /** Names of the rules; undefined: all of them. */
  readonly rules: readonly string[] | undefined;
  /** What follows the brackets. */
  readonly reason: string;
}

/** `# sagemaker-upgrade: ignore[rule, rule] reason`, also behind another comment on the line. */
const COMMENT =
  /#\s*sagemaker-upgrade:\s*(?<verb>ignore(?:-file|-start|-end)?)(?![\w-])(?:\[(?<rules>[^\]\n]*)\])?(?<reason>[^#\n]*)/g;

/** `sagemaker-upgrade:ignore[rule]`: a tag has no blanks. */
const TAG = /^sagemaker-upgrade:ignore(?:\[([^\]]*)\])?$/;

/** What a source may have to have one: checked first, because nearly none has. */
const MARK = 'sagemaker-upgrade:';

/** Whether the source may hold suppressions; costs a scan of its text. */
export function mentionsSuppression({ original, chunks }: Source): boolean {
  return original.includes(MARK) || chunks.some((chunk) => chunk.tags !== undefined);
}

interface Comment {
  readonly at: TextRange;
  readonly verb: string;
  readonly rules: readonly string[] | undefined;
  readonly reason: string;
}

/**
 * The suppressions of a source, in the order of the text. A comment at the end of a line counts for that line, and for
 * the whole statement that ends there; one that stands alone, for the statement that follows, with its block; and
 * `ignore-file`, `ignore-start` … `ignore-end` for what their names say. A tag counts for its cell.
 */
export function findSuppressions(source: Source, tree: PyTree): readonly Suppression[] {
  if (!mentionsSuppression(source)) return [];
  const comments = readComments(source, tree);
  const statements = comments.length === 0 ? [] : statementsOf(tree);
  const found = comments.flatMap((comment, i): Suppression[] => {
    const { at, verb, rules, reason } = comment;
    if (verb === 'ignore-end') return [];
    return [{ at, covers: coverage(comment, comments.slice(i + 1), source, statements), rules, reason }];
  });
  return [...found, ...tagged(source)].sort((a, b) => a.at.start - b.at.start);
}

/** The suppression that switches a finding off. */
export function suppressionOf(
  suppressions: readonly Suppression[],
  finding: { readonly rule: string; readonly at: TextRange },
): Suppression | undefined {
  return suppressions.find(
    ({ covers, rules }) =>
      (rules === undefined || rules.includes(finding.rule)) &&
      covers.some(({ start, end }) => start <= finding.at.start && finding.at.start <= end),
  );
}

function readComments({ original, magics, text }: Source, tree: PyTree): Comment[] {
  // A shell line of a notebook is no Python, and its comments are none of the tree's.
  const shells = magics.filter(({ kind }) => kind === 'shell' || kind === 'line');
  // What does not parse has no comments either.
  const broken = tree.broken.map(({ start, end }) => ({ start, end: lineAt(original, end).end }));
  const ranges = [...tree.comments.filter(({ start }) => text[start] === '#'), ...shells, ...broken];
  const comments = ranges.flatMap((range) => commentsIn(original, range));
  const byStart = new Map(comments.map((comment) => [comment.at.start, comment]));
  return [...byStart.values()].sort((a, b) => a.at.start - b.at.start);
}

function splitNames(list: string): readonly string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function commentsIn(text: string, range: TextRange): Comment[] {
  return [...text.slice(range.start, range.end).matchAll(COMMENT)].map((match) => {
    const start = range.start + match.index;
    const { verb = '', rules, reason = '' } = match.groups ?? {};
    return {
      at: { start, end: start + match[0].trimEnd().length },
      verb,
      rules: rules === undefined ? undefined : splitNames(rules),
      reason: reason.trim(),
    };
  });
}

/**
 * The suppressions of a text that is no program, but in which comments begin as in Python. One that stands alone counts
 * for the next line, and for those that it goes on in after a backslash.
 */
export function textSuppressions(source: Source): readonly Suppression[] {
  if (!mentionsSuppression(source)) return [];
  const { original } = source;
  const comments = commentsIn(original, { start: 0, end: original.length });
  return comments.flatMap((comment, i): Suppression[] => {
    const { at, verb, rules, reason } = comment;
    if (verb === 'ignore-end') return [];
    const covers = coverage(comment, comments.slice(i + 1), source, []).map(({ start, end }) => {
      let last = end;
      while (verb === 'ignore' && last < original.length && /\\[ \t\r]*$/.test(original.slice(start, last))) {
        last = lineAt(original, last + 1).end;
      }
      return { start, end: last };
    });
    return [{ at, covers, rules, reason }];
  });
}

/** All statements, outer ones before those in their blocks. */
function statementsOf(tree: PyTree): readonly PyNode[] {
  const statements: PyNode[] = [];
  for (const module of tree.modules) {
    walk(module, (node) => {
      if (node.parent?.type === 'block' || node.parent?.type === 'module') statements.push(node);
    });
  }
  return statements;
}

function coverage(
  { at, verb }: Comment,
  later: readonly Comment[],
  { original, chunks }: Source,
  statements: readonly PyNode[],
): readonly TextRange[] {
  if (verb === 'ignore-file') return [{ start: 0, end: original.length }];
  if (verb === 'ignore-start') {
    const end = later.find((comment) => comment.verb === 'ignore-end')?.at.start ?? original.length;
    return [{ start: at.start, end }];
  }
  const line = lineAt(original, at.start);
  if (!/^\s*#/.test(original.slice(line.start, at.start + 1))) {
    const ending = statements.filter(({ end }) => line.start <= end && end <= at.start);
    return [line, ...ending.filter(({ type }) => !type.endsWith('_definition'))];
  }
  const chunk = chunks.find(({ start, end }) => start <= at.start && at.start <= end);
  const next = nextCodeLine(original, line.end, chunk?.end ?? original.length);
  if (next === undefined) return [];
  const statement = statements.find(({ start }) => next.start <= start && start <= next.end);
  return statement === undefined ? [next] : [next, statement];
}

/** The first line after the offset that holds more than blanks and comments. */
function nextCodeLine(text: string, from: number, end: number): TextRange | undefined {
  for (let start = from + 1; start < end; ) {
    const line = lineAt(text, start);
    if (!/^\s*(?:#|$)/.test(text.slice(line.start, line.end))) return line;
    start = line.end + 1;
  }
  return undefined;
}

/** The line that the offset is in, without its line feed. */
export function lineAt(text: string, offset: number): TextRange {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end };
}

function tagged({ chunks }: Source): Suppression[] {
  return chunks.flatMap(({ start, end, tags = [] }) =>
    tags.flatMap((tag) => {
      const match = TAG.exec(tag);
      if (match === null) return [];
      const rules = match[1] === undefined ? undefined : splitNames(match[1]);
      return [{ at: { start, end: start }, covers: [{ start, end }], rules, reason: '' }];
    }),
  );
}
