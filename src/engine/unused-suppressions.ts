import { CHANGED_REQUEST } from './outcome.js';
import type { RuleFinding } from './run-rules.js';
import { type Suppression, suppressionOf } from './suppress.js';

/** Name under which a suppression that switches nothing off is reported; no rule has it. */
export const UNUSED_SUPPRESSION = 'unused-suppression';

/**
 * What `--report-unused-suppressions` reports: suppressions, or names in their brackets, for which nothing was found.
 *
 * @param findings everything that was found, suppressed or not
 * @param known names of the rules that ran; what other rules would have found is not known
 * @param all names of all rules
 */
export function findUnused(
  suppressions: readonly Suppression[],
  findings: readonly RuleFinding[],
  known: ReadonlySet<string>,
  all: ReadonlySet<string>,
): RuleFinding[] {
  const used = new Map<Suppression, Set<string>>();
  for (const finding of findings) {
    const suppression = suppressionOf(suppressions, finding);
    if (suppression === undefined) continue;
    const names = used.get(suppression) ?? new Set();
    used.set(suppression, names.add(finding.rule));
  }
  return suppressions.flatMap((suppression) => {
    const problem = describe(suppression, used.get(suppression) ?? new Set(), known, all);
    if (problem === undefined) return [];
    return [{ rule: UNUSED_SUPPRESSION, at: suppression.at, evidence: 'import', message: problem }];
  });
}

function describe(
  { rules }: Suppression,
  used: ReadonlySet<string>,
  known: ReadonlySet<string>,
  all: ReadonlySet<string>,
): string | undefined {
  if (rules === undefined) {
    return used.size > 0 || known.size < all.size ? undefined : 'This suppression switches nothing off; remove it';
  }
  // What the comparison of requests finds is not known here, and found only while something is migrated.
  const isAsked = (name: string): boolean => name !== CHANGED_REQUEST && (known.has(name) || !all.has(name));
  const unused = rules.filter((name) => !used.has(name) && isAsked(name));
  if (unused.length === 0) return undefined;
  const names = unused.map((name) => (all.has(name) ? name : `${name} (no such rule)`)).join(', ');
  return `This suppression switches nothing off for ${names}; remove ${unused.length === rules.length ? 'it' : 'the name'}`;
}
