import { pythonMessage } from '../../rules/python-requires.js';
import type { RequirementPolicy } from '../../rules/sdk-requirement.js';
import { beginsBelowSdk } from '../../sdk/python-range.js';
import { isSdkAddress } from '../../sdk/requirement.js';
import { type DependencyFinding, judge } from './finding.js';
import { type IniLine, iniLines } from './ini.js';
import { findInShell } from './shell.js';

/** `setup.cfg`: the requirements of setuptools, and of tox where it stands there. */
export function findInSetupCfg(text: string, policy: RequirementPolicy): readonly DependencyFinding[] {
  const lines = iniLines(text);
  const requirements = lines.filter(isRequirement);
  const findings = requirements.flatMap((line) => inLine(line, policy));
  if (!requirements.some((line) => /^sagemaker(?![\w.-])/i.test(line.text)))
    return [...findings, ...inTox(lines, text, policy)];
  const pythons = lines
    .filter(
      ({ section, key, text: range }) => section === 'options' && key === 'python_requires' && beginsBelowSdk(range),
    )
    .map(({ at, text: range }) => ({ rule: 'python-requires', at, message: pythonMessage(range) }) as const);
  return [...findings, ...pythons, ...inTox(lines, text, policy)];
}

/** `tox.ini`. */
export function findInToxIni(text: string, policy: RequirementPolicy): readonly DependencyFinding[] {
  return inTox(iniLines(text), text, policy);
}

function isRequirement({ section, key }: IniLine): boolean {
  if (section === 'options.extras_require') return true;
  return section === 'options' && /^(?:install_requires|tests_require|setup_requires)$/.test(key);
}

function inTox(lines: readonly IniLine[], text: string, policy: RequirementPolicy): readonly DependencyFinding[] {
  return lines
    .filter(({ section }) => /^(?:tox(?::tox)?|testenv(?::.*)?)$/.test(section))
    .flatMap((line) => {
      if (/^(?:deps|requires|extra_deps)$/.test(line.key)) return inLine(withoutFactors(line), policy);
      return /^commands(?:_pre|_post)?$/.test(line.key) ? findInShell(text, line.at, '"', policy) : [];
    });
}

/** The requirement in `py36,py37: sagemaker==1.72.0`. */
function withoutFactors(line: IniLine): IniLine {
  const factors = /^[\w!,{}.\s-]+:\s+/.exec(line.text.slice(0, 200))?.[0].length ?? 0;
  return { ...line, at: { ...line.at, start: line.at.start + factors }, text: line.text.slice(factors) };
}

function inLine(line: IniLine, policy: RequirementPolicy): readonly DependencyFinding[] {
  // setuptools reads no comments behind a requirement, tox does.
  const comment = line.text.search(/\s#/);
  const code = (comment < 0 ? line.text : line.text.slice(0, comment)).trimEnd();
  const at = { start: line.at.start, end: line.at.start + code.length };
  if (isSdkAddress(code))
    return judge({ at, text: code.replace(/^-e\s+/, ''), syntax: 'pip', write: () => undefined }, policy);
  const semicolon = code.indexOf(';');
  const requirement = (semicolon < 0 ? code : code.slice(0, semicolon)).trimEnd();
  const marker = code.slice(requirement.length);
  const place = { start: at.start, end: at.start + requirement.length };
  const write = ([first = '', ...more]: readonly string[]) => {
    if (more.length > 0 && line.indent === undefined) return undefined;
    const added = more.map((word) => `\n${line.indent ?? ''}${word}${marker}`).join('');
    const end = { start: line.lineEnd, end: line.lineEnd, text: added };
    return [{ ...place, text: first }, ...(added === '' ? [] : [end])];
  };
  return judge({ at: place, text: requirement, syntax: 'pip', write }, policy);
}
