import { toJson } from '../../report/json.js';
import { wrap } from '../../report/terminal-text.js';
import type { RuleDocs } from '../../rules/rule-docs.js';
import { type Host, widthOf } from '../host.js';
import type { Settings } from '../settings.js';

/** Lists the rules: a name and a sentence each. */
export async function rulesCommand({ outputFormat }: Pick<Settings, 'outputFormat'>, host: Host): Promise<void> {
  const rules = await host.work.rules();
  if (outputFormat === 'json') {
    host.stdout.write(toJson(rules.map(({ name, summary, since }) => ({ name, summary, since }))));
  } else {
    host.stdout.write(formatRules(rules, widthOf(host.stdout)));
  }
}

function formatRules(rules: readonly RuleDocs[], width: number): string {
  const column = Math.max(...rules.map(({ name }) => name.length)) + 2;
  const indent = ' '.repeat(column);
  const line = ({ name, summary }: RuleDocs) => `${name.padEnd(column)}${wrap(summary, width, indent, column)}\n`;
  return rules.map(line).join('');
}
