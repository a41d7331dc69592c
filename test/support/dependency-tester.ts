import { expect, it } from 'vitest';
import type { MigrateOptions } from '../../src/engine/options.js';
import type { ReportedFinding } from '../../src/engine/outcome.js';
import { migrateDependencies } from '../../src/io/requirements/migrate-dependencies.js';
import { withSourceNewlines } from '../../src/io/text-edits.js';
import { pythonSource } from '../../src/text/source.js';
import { applyEdits } from '../../src/text/text-edit.js';

/** A text of a file and what it becomes. */
export interface DependencyCase {
  /** What is tried. */
  readonly name: string;
  /** The file's name; the tester's where it is left out. */
  readonly path?: string;
  readonly before: string;
  /** Left out where nothing changes. */
  readonly after?: string;
  /** What is left for a person: `line: rule`. */
  readonly manual?: readonly string[];
  readonly options?: MigrateOptions;
}

/** The text after migration, and what was found. */
export function migrateText(
  path: string,
  text: string,
  options: MigrateOptions = {},
): { readonly text: string; readonly findings: readonly ReportedFinding[] } {
  const source = pythonSource(path, text);
  const { edits, findings } = migrateDependencies(source, options);
  return { text: applyEdits(text, withSourceNewlines(source, edits)), findings };
}

/**
 * Tests the cases of one format. Proves besides, unasked, that a second run changes nothing and reports the same, and
 * that everything is the same with CRLF.
 */
export function testDependencies(path: string, cases: readonly DependencyCase[]): void {
  it.each(cases)('$name', ({ path: own = path, before, after = before, manual = [], options = {} }) => {
    const result = migrateText(own, before, options);
    expect(result.text).toBe(after);
    expect(leftIn(result.findings)).toEqual(manual);
    const again = migrateText(own, after, options);
    expect(again.text).toBe(after);
    expect(again.findings.filter(({ state }) => state === 'migrated')).toEqual([]);
    const windows = migrateText(own, before.replaceAll('\n', '\r\n'), options);
    expect(windows.text).toBe(after.replaceAll('\n', '\r\n'));
    expect(leftIn(windows.findings)).toEqual(manual);
  });
}

function leftIn(findings: readonly ReportedFinding[]): readonly string[] {
  return findings.filter(({ state }) => state === 'manual').map(({ line, rule }) => `${line}: ${rule}`);
}
