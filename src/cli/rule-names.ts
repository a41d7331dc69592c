import { printableLine } from '../report/terminal-text.js';
import type { RuleDocs } from '../rules/rule-docs.js';

/** Adds the names of one `--select` or `--ignore` (`a` or `a,b`) to those given before. */
export function collectNames(value: string, before: readonly string[] = []): readonly string[] {
  const names = value.split(',').map((name) => name.trim());
  return [...before, ...names.filter((name) => name !== '')];
}

/** Says in one line that there is no such rule, with the nearest name that there is. */
export async function describeUnknownRule(name: string, rules: readonly RuleDocs[]): Promise<string> {
  const { closestMatch } = await import('leven');
  const closest = closestMatch(
    name,
    rules.map((rule) => rule.name),
    { maxDistance: Math.max(3, Math.ceil(name.length / 2)) },
  );
  const hint = closest === undefined ? "'sagemaker-upgrade-v2 rules' lists them" : `did you mean '${closest}'?`;
  return `unknown rule '${printableLine(name)}': ${hint}`;
}
