import { pythonMessage } from '../../rules/python-requires.js';
import type { RequirementPolicy } from '../../rules/sdk-requirement.js';
import { beginsBelowSdk } from '../../sdk/python-range.js';
import { isSdkAddress } from '../../sdk/requirement.js';
import { type DependencyFinding, judge } from './finding.js';
import { type YamlString, yamlStrings } from './yaml.js';

/** A conda environment: its own packages, and those of its `pip` section. */
export function findInCondaFile(text: string, policy: RequirementPolicy): readonly DependencyFinding[] {
  const strings = yamlStrings(text).filter(
    ({ path, isItem }) => isItem && /^dependencies(?:\/pip)?$/.test(path.join('/')),
  );
  const findings = strings.flatMap((string) => inItem(string, text, policy));
  if (!strings.some(({ value }) => /^(?:[\w.-]+::)?sagemaker(?:-python-sdk)?(?![\w.-])/i.test(value))) return findings;
  return [...findings, ...strings.flatMap(oldPython)];
}

function inItem(string: YamlString, text: string, policy: RequirementPolicy): readonly DependencyFinding[] {
  const { value, start, end, style, path, isInFlow } = string;
  const syntax = path.length === 1 ? 'conda' : 'pip';
  const isWritten = text.slice(start, end) === value && style !== 'literal' && style !== 'folded';
  const at = { start, end };
  if (syntax === 'pip' && isSdkAddress(value)) {
    return judge({ at, text: value.replace(/^-e\s+/, ''), syntax, write: () => undefined }, policy);
  }
  const semicolon = syntax === 'pip' ? value.indexOf(';') : -1;
  const requirement = (semicolon < 0 ? value : value.slice(0, semicolon)).trim();
  const marker = value.slice(requirement.length);
  const write = (words: readonly string[]) => {
    if (!isWritten) return undefined;
    const quote = style === 'single' ? "'" : style === 'double' ? '"' : isInFlow ? '"' : '';
    const isBare = style === 'plain' && quote !== '';
    const between = isInFlow ? `${quote}, ${quote}` : `${quote}${lineBreak(text, start)}${quote}`;
    const items = words.map((word) => `${word}${marker}`).join(between);
    return [{ ...at, text: isBare ? `${quote}${items}${quote}` : items }];
  };
  return judge({ at, text: requirement, syntax, write }, policy);
}

/** Begins the next member of the list that one stands in. */
function lineBreak(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return `\n${/^[\s-]*/.exec(text.slice(lineStart, offset))?.[0] ?? ''}`;
}

function oldPython({ value, start, end, path }: YamlString): readonly DependencyFinding[] {
  const range = /^(?:[\w.-]+::)?python\s*([=<>!~\s].*|)$/.exec(value)?.[1]?.trim() ?? '';
  if (path.length !== 1 || range === '' || !beginsBelowSdk(/^\d/.test(range) ? `=${range}` : range)) return [];
  return [{ rule: 'python-requires', at: { start, end }, message: pythonMessage(value) }];
}
