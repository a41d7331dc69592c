import { describe, expect, it } from 'vitest';
import { migrateSource } from '../../src/engine/migrate.js';
import type { ReportedFinding } from '../../src/engine/outcome.js';
import { isPython } from '../../src/python/parser.js';
import type { Rule } from '../../src/rules/rule.js';
import { pythonSource, type Source } from '../../src/text/source.js';
import { applyEdits } from '../../src/text/text-edit.js';

/** Code that must stay as it is, and why. */
export interface Unchanged {
  readonly why: string;
  readonly code: string;
}

/** Code and what all rules together make of it. */
export interface Changed {
  readonly name?: string;
  readonly before: string;
  readonly after: string;
}

/** Code with a finding of the rule that is left to a person. */
export interface Reported {
  readonly code: string;
  /** 1-based line of the finding. */
  readonly line: number;
  readonly state: ReportedFinding['state'];
  /** Part of the message or suggestion. */
  readonly says?: string;
  /** What the other rules make of the code; default: nothing. */
  readonly after?: string;
}

/** The cases of one rule, as data. */
export interface RuleCases {
  readonly unchanged: readonly Unchanged[];
  readonly changed: readonly Changed[];
  readonly reported?: readonly Reported[];
}

/**
 * Runs the cases of a rule and, for each changed one, what every fix must keep: the output parses, a second run changes
 * nothing, CRLF gives the same, so does standing inside a function or in a notebook cell, and no comment is lost.
 */
export function testRule(rule: Rule, { unchanged, changed, reported = [] }: RuleCases): void {
  const { name } = rule.docs;
  const examples = rule.docs.examples.filter(({ file }) => file === undefined);
  describe(name, () => {
    it.each(unchanged)('leaves alone: $why', ({ code }) => {
      const { after, findings } = run(code);
      expect(after).toBe(code);
      expect(findings.filter((finding) => finding.rule === name && finding.state !== 'guarded')).toEqual([]);
    });
    it.each(changed.map((each) => ({ ...each, name: each.name ?? firstDifference(each.before, each.after) })))(
      'changes: $name',
      ({ before, after }) => {
        const result = run(before);
        expect(result.after).toBe(after);
        expect(result.findings.some((finding) => finding.rule === name)).toBe(true);
        proveVariants(before, after);
      },
    );
    it.each(reported)('reports: $code', ({ code, line, state, says, after }) => {
      const result = run(code);
      expect(result.after).toBe(after ?? code);
      const own = result.findings.filter((finding) => finding.rule === name);
      expect(own.map((finding) => ({ line: finding.line, state: finding.state }))).toContainEqual({ line, state });
      if (says !== undefined)
        expect(own.map((finding) => `${finding.message} ${finding.suggestion ?? ''}`).join('\n')).toContain(says);
    });
    it.each(examples)('shows: $before', ({ before, after }) => {
      expect(run(before).after).toBe(after);
    });
  });
}

function proveVariants(before: string, after: string): void {
  expect(isPython(after), 'the output parses').toBe(true);
  expect(run(after).after, 'a second run changes nothing').toBe(after);
  expect(run(before.replaceAll('\n', '\r\n')).after.replaceAll('\r\n', '\n'), 'CRLF').toBe(after);
  for (const comment of before.match(/#[^\n'"]*$/gm) ?? []) expect(after, 'no comment is lost').toContain(comment);
  expect(runCells([before]).after, 'in a notebook cell').toBe(after);
  if (!/["']{3}|^from \S+ import \*|__future__|\\\n/m.test(before)) {
    const indented = run(inFunction(before)).after;
    expect(indented, 'inside a function').toBe(inFunction(after));
  }
}

function inFunction(code: string): string {
  return `def main():\n${code.replace(/^(?=.)/gm, '    ')}`;
}

/** Migrates Python text with all rules. */
export function run(code: string): { after: string; findings: readonly ReportedFinding[] } {
  const { edits, findings } = migrateSource(pythonSource('input.py', code));
  return { after: applyEdits(code, edits), findings };
}

/** Migrates the code cells of a notebook; the result is joined as they are. */
export function runCells(cells: readonly string[]): { after: string; findings: readonly ReportedFinding[] } {
  const text = cells.join('\n');
  let start = 0;
  const chunks = cells.map((code, cell) => {
    const chunk = { start, end: start + code.length, cell };
    start = chunk.end + 1;
    return chunk;
  });
  const source: Source = { ...pythonSource('input.ipynb', text), chunks };
  const { edits, findings } = migrateSource(source);
  return { after: applyEdits(text, edits), findings };
}

function firstDifference(before: string, after: string): string {
  const lines = after.split('\n');
  return before.split('\n').find((line) => !lines.includes(line)) ?? before;
}
