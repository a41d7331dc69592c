import { toJson } from '../../report/json.js';
import { formatRulePage } from '../../report/rule-page.js';
import { type Host, widthOf } from '../host.js';
import { styleFor } from '../reporter.js';
import { describeUnknownRule } from '../rule-names.js';
import type { Settings } from '../settings.js';

/** Explains one rule. Returns what is wrong with the name, or undefined. */
export async function ruleCommand(
  name: string,
  { outputFormat, color }: Pick<Settings, 'outputFormat' | 'color'>,
  host: Host,
): Promise<string | undefined> {
  const rules = await host.work.rules();
  const rule = rules.find((candidate) => candidate.name === name);
  if (rule === undefined) return describeUnknownRule(name, rules);
  if (outputFormat === 'json') {
    host.stdout.write(toJson(rule));
  } else {
    host.stdout.write(formatRulePage(rule, widthOf(host.stdout), await styleFor(host.stdout, color, host.env)));
  }
  return undefined;
}
