import type { RuleDocs } from '../src/rules/rule-docs.js';

/** The files of docs/rules by name: `README.md` with the list, and `<rule>.md` for each rule. */
export function rulePages(rules: readonly RuleDocs[]): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', listPage(rules)],
    ...rules.map((rule): [string, string] => [`${rule.name}.md`, rulePage(rule)]),
  ]);
}

const notice =
  '<!-- Generated from src/rules by scripts/generate-docs.ts: change the rule, then `npm run generate`. -->';

function listPage(rules: readonly RuleDocs[]): string {
  const rows = rules.map(({ name, summary, since }) => `| [${name}](${name}.md) | ${cell(summary)} | ${since} |`);
  return `${[notice, '', '# Rules', '', '| rule | what it finds | since |', '| --- | --- | --- |', ...rows].join('\n')}\n`;
}

function rulePage({ name, summary, why, since, guide, examples }: RuleDocs): string {
  const source = guide === null ? '' : ` The SDK's guide tells of it under “${guide}”.`;
  const sections = [notice, `# ${name}`, summary, why, `Since SDK ${since}.${source}`];
  for (const { file, option, before, after } of examples) {
    const where =
      (file === undefined ? '' : ` (\`${file}\`)`) + (option === undefined ? '' : ` (with \`--${option}\`)`);
    const block = (code: string): string => codeBlock(code, file);
    if (before === after) sections.push(`Reported, not rewritten${where}:`, block(before));
    else sections.push(`Before${where}:`, block(before), 'After:', block(after));
  }
  return `${sections.join('\n\n')}\n`;
}

/** Only the language of programs is named: the name of another file says what it is. */
function codeBlock(code: string, file: string | undefined): string {
  return `\`\`\`${file === undefined ? 'python' : 'text'}\n${code.trimEnd()}\n\`\`\``;
}

/** A pipe would end the cell of a table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
