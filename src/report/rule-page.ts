import type { RuleDocs } from '../rules/rule-docs.js';
import type { Style } from './style.js';
import { indentLines, wrap } from './terminal-text.js';

/** The page of one rule for a terminal: what it finds, why, since when, and its examples. */
export function formatRulePage(rule: RuleDocs, width: number, style: Style): string {
  const guide = rule.guide === null ? '' : ` Guide: ${rule.guide}.`;
  const parts = [
    style.bold(rule.name),
    wrap(rule.summary, width, ''),
    wrap(rule.why, width, ''),
    wrap(`Since SDK ${rule.since}.${guide}`, width, ''),
    ...rule.examples.flatMap(({ file, option, before, after }) => {
      const where = (file === undefined ? '' : ` (${file})`) + (option === undefined ? '' : ` (with --${option})`);
      return before === after
        ? [style.bold(`Reported, not rewritten${where}:`), indentLines(before.trimEnd(), '  ')]
        : [
            style.bold(`Before${where}:`),
            indentLines(before.trimEnd(), '  '),
            style.bold('After:'),
            indentLines(after.trimEnd(), '  '),
          ];
    }),
  ];
  return `${parts.join('\n\n')}\n`;
}
