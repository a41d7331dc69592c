import type { Program } from '../semantic/program.js';
import type { TextRange } from '../text/text-range.js';
import type { Finding, Rule } from './rule.js';

/** Statements that are not Python: nothing in them is read, so v1 code in them would go unnoticed. */
export const unparsedCode: Rule = {
  docs: {
    name: 'unparsed-code',
    summary:
      'a statement does not parse, and is left as it is: each one that may hold v1 code, and the first of the others',
    why: 'Half-typed code, placeholders and merge markers cannot be read. The rest of the file is migrated; what is in such a statement is for a person.',
    since: '2.0.0',
    guide: null,
    examples: [
      { before: 'import sagemaker\n\nbucket = # your bucket\n', after: 'import sagemaker\n\nbucket = # your bucket\n' },
    ],
  },
  *program(program): Generator<Finding> {
    const all = stretches(program);
    const isSuspect = ({ start, end }: TextRange): boolean => SUSPECT.test(program.source.text.slice(start, end));
    const [first, ...others] = all.filter((at) => !isSuspect(at));
    for (const at of all.filter(isSuspect)) yield { at, ...finding, message: `${WHAT}: look for v1 code in it` };
    if (first === undefined) return;
    const message = others.length === 0 ? WHAT : `${WHAT}; ${others.length} more below`;
    yield { at: first, ...finding, message };
  },
};

const WHAT = 'this does not parse as Python, so it was left as it is';
const finding = { evidence: 'name', state: 'unproven' } as const;

/** Words that make a statement more than a placeholder: it may hold v1 code. */
const SUSPECT =
  /\b(?:sagemaker(?!-upgrade:)|sm|train_\w+|image_name|distributions|s3_input|get_image_uri|content_type|endpoint)\b|(?:[Ee]stimator|[Pp]redictor|[Tt]uner|[Tt]ransformer)\b|\.(?:deploy|fit|transform)\b/;

/** Broken statements, those of neighbouring lines as one. */
function stretches({ tree, source }: Program): TextRange[] {
  const found: TextRange[] = [];
  for (const { start, end } of [...tree.broken].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const text = source.text.slice(start, end);
    const range = { start: end - text.trimStart().length, end: start + text.trimEnd().length };
    const last = found.at(-1);
    const isNear =
      last !== undefined &&
      (range.start <= last.end || /^[ \t]*\r?\n[ \t]*$/.test(source.text.slice(last.end, range.start)));
    if (last !== undefined && isNear)
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else found.push(range);
  }
  return found;
}
