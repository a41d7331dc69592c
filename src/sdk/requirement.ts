/** Any 2.x: 3.x has neither estimators nor predictors (tag v3.20.0 of the SDK). */
export const DEFAULT_PIN = '>=2,<3';

/** A pip requirement that installs an SDK for which migrated code is right. */
export interface UpgradedRequirement {
  /** `sagemaker>=2,<3`, with the extras that v2 still has. */
  readonly requirement: string;
  /** What an extra that is gone installed: `tensorflow`. */
  readonly alsoInstall: readonly string[];
  /** Whether the old one named a version of its own choice; one that names none follows whatever is newest. */
  readonly wasPinned: boolean;
}

/** A range of versions that takes the place of another. */
export interface UpgradedRange {
  readonly range: string;
  /** As in {@link UpgradedRequirement}. */
  readonly wasPinned: boolean;
}

/** How a tool writes ranges of versions: pip (PEP 440), Poetry (`^1.2`, `1.*`, `||`), conda (`=1.2`, `1.2=build`, `|`). */
export type RangeSyntax = 'pip' | 'poetry' | 'conda';

/** Longer ones no one writes, and to look at them could take long. */
const LONGEST = 500;

interface Clause {
  readonly operator: string;
  readonly version: string;
}

/** Extras of v1 that v2 hasn't (setup.py at v1.72.0, metadata of 2.257.6), and what to install in their place: pandas is always there. */
const GONE_EXTRAS: ReadonlyMap<string, readonly string[]> = new Map([
  ['tensorflow', ['tensorflow']],
  ['analytics', []],
]);

/**
 * The requirement that takes the place of one on `sagemaker` that asks for 1.x, or lets 3.x in. Undefined for other
 * packages, for one that keeps to 2.x (or chooses 3.x) already, and for what is no requirement. Blanks stay as they are
 * used in the old one.
 *
 * @param text `sagemaker==1.72.0`, `sagemaker[local] >= 1.50`, with neither quotes nor an environment marker
 * @param pin the range to ask for
 */
export function upgradedRequirement(text: string, pin = DEFAULT_PIN): UpgradedRequirement | undefined {
  if (text.length > LONGEST) return undefined;
  const [, name, before = '', extraList, gap = '', open = '', rest = '', close = ''] =
    /^(sagemaker)(\s*)(?:\[([^\]]*)\])?(\s*)(\(?)([^;()[\]]*)(\)?)$/i.exec(text.trim()) ?? [];
  if (name === undefined) return undefined;
  const upgraded = upgradedRange(rest, 'pip', pin);
  const extras = (extraList ?? '').split(',').flatMap((extra) => extra.trim() || []);
  const kept = extras.filter((extra) => !GONE_EXTRAS.has(extra.toLowerCase()));
  const isSame = upgraded === 'right' && kept.length === extras.length;
  if (upgraded === undefined || isSame) return undefined;
  const list = kept.length === extras.length ? (extraList ?? '') : kept.join(',');
  const space = rest === '' ? '' : extraList === undefined ? before : gap;
  return {
    requirement: [
      name,
      ...(list.trim() === '' ? [] : [before, `[${list}]`]),
      space,
      open,
      upgraded === 'right' ? rest : upgraded.range,
      close,
    ].join(''),
    alsoInstall: extras.flatMap((extra) => GONE_EXTRAS.get(extra.toLowerCase()) ?? []),
    wasPinned: upgraded === 'right' || upgraded.wasPinned,
  };
}

/**
 * The conda dependency that takes the place of one on the SDK, which conda-forge calls `sagemaker-python-sdk`; undefined
 * as in {@link upgradedRequirement}.
 *
 * @param text `sagemaker-python-sdk=1.72.0`, `conda-forge::sagemaker-python-sdk 1.72.* py_0`
 */
export function upgradedCondaRequirement(text: string, pin = DEFAULT_PIN): UpgradedRequirement | undefined {
  if (text.length > LONGEST) return undefined;
  const [, name, gap = '', rest = ''] =
    /^((?:[\w.-]+::)?sagemaker(?:-python-sdk)?)(?![\w.-])(\s*)(.*)$/is.exec(text.trim()) ?? [];
  if (rest !== '' && !/^[=<>!~]/.test(rest) && !(gap !== '' && /^[\d*]/.test(rest))) return undefined;
  if (name === undefined) return undefined;
  const upgraded = upgradedRange(rest, 'conda', pin);
  if (upgraded === undefined || upgraded === 'right') return undefined;
  return { requirement: `${name}${gap}${upgraded.range}`, alsoInstall: [], wasPinned: upgraded.wasPinned };
}

/**
 * What takes the place of `sagemaker@^1.72`, as `poetry add` has it; `right` where that keeps to 2.x; undefined for what
 * is none, such as an address behind the `@`.
 */
export function upgradedPoetryWord(text: string, pin = DEFAULT_PIN): UpgradedRequirement | 'right' | undefined {
  if (text.length > LONGEST) return undefined;
  const [, name, range] = /^(sagemaker)@([\^~<>=!]*\d[^\s/:]*)$/i.exec(text) ?? [];
  if (name === undefined || range === undefined) return undefined;
  const upgraded = upgradedRange(range, 'poetry', pin);
  if (upgraded === undefined || upgraded === 'right') return upgraded;
  return { requirement: `${name}@${upgraded.range}`, alsoInstall: [], wasPinned: upgraded.wasPinned };
}

/**
 * The range that takes the place of one that asks for 1.x, or lets 3.x in; `right` where it keeps to 2.x, admits it
 * beside 1.x, or chooses 3.x; undefined for what is no range.
 *
 * @param text without the package's name; '' for any version
 */
export function upgradedRange(
  text: string,
  syntax: RangeSyntax,
  pin = DEFAULT_PIN,
): UpgradedRange | 'right' | undefined {
  if (text.length > LONGEST) return undefined;
  const alternatives = splitAlternatives(text, syntax).map((each) => clausesOf(each, syntax));
  const known = alternatives.filter((clauses) => clauses !== undefined);
  if (known.length < alternatives.length) return undefined;
  const ends = known.map(endOf);
  // Of several, one that admits 2.x is enough, unless one lets 3.x in.
  if (ends.includes('right') && !ends.includes('open') && !ends.includes('open from 2')) return 'right';
  const wasPinned = known.every((clauses) => clauses.some(({ operator }) => !['>=', '>', '!='].includes(operator)));
  const isOpenV2 = ends.length === 1 && ends[0] === 'open from 2' && pin === DEFAULT_PIN;
  const range = isOpenV2
    ? `${text.trim()}${/,\s|\d\s/.test(text) ? ', ' : ','}<3`
    : likeOld([pin, ...stillExcluded(known, pin)].join(','), text);
  return { range, wasPinned };
}

/** Versions of 2.x that the old range keeps out, which a range of 2.x lets in again. */
function stillExcluded(alternatives: readonly (readonly Clause[])[], pin: string): readonly string[] {
  const [clauses = [], ...others] = alternatives;
  if (others.length > 0 || pin !== DEFAULT_PIN) return [];
  return clauses.flatMap(({ operator, version }) =>
    operator === '!=' && majorOf(version) === 2 ? `!=${version}` : [],
  );
}

/** Whether a text is a range of versions that keeps to 2.x, so that it can be asked for. */
export function isPin(text: string): boolean {
  const keepsTo2 = clausesOf(text, 'pip')?.some(({ operator, version }) =>
    operator === '<' ? majorOf(version) <= 3 : ['==', '===', '~=', '<='].includes(operator) && majorOf(version) === 2,
  );
  return keepsTo2 === true && upgradedRange(text, 'pip') === 'right';
}

/** Whether a requirement's name is the SDK's and its version a variable: `sagemaker==$VERSION`. */
export function hasVariableVersion(text: string): boolean {
  if (text.length > LONGEST) return false;
  return /^sagemaker(?:-python-sdk)?\s*(?:\[[^\]]*\])?\s*[=<>~!]{1,3}\s*["']?[^\s,]*[${%]/i.test(text);
}

/** Whether the text names an archive or a repository of the SDK: `git+https://…/sagemaker-python-sdk.git@v1.72.0`. */
export function isSdkAddress(text: string): boolean {
  if (text.length > LONGEST) return false;
  return (
    /(?:^|[/\\])sagemaker-(?:python-sdk(?![\w-])|\d[\w.]*(?:\.tar\.gz|\.zip|-[\w.-]*\.whl))/i.test(text) ||
    /^sagemaker\s*(?:\[[^\]]*\])?\s*@/i.test(text) ||
    /[#&]egg=sagemaker(?![\w-])/i.test(text)
  );
}

function splitAlternatives(text: string, syntax: RangeSyntax): readonly string[] {
  if (syntax === 'poetry') return text.split(/\|\|?/);
  return syntax === 'conda' ? text.split('|') : [text];
}

function clausesOf(text: string, syntax: RangeSyntax): Clause[] | undefined {
  const clauses: Clause[] = [];
  for (const part of splitClauses(text.trim(), syntax)) {
    if (part === '' || (part === '*' && text.trim() === '*')) continue;
    const [, operator, version] = CLAUSES[syntax].exec(part) ?? [];
    if (operator === undefined || version === undefined) return undefined;
    clauses.push({ operator: operator === '' ? '==' : operator, version });
  }
  return clauses;
}

/** One clause; in Poetry and conda a version alone is exact, and conda's may end in a build. */
const CLAUSES: Readonly<Record<RangeSyntax, RegExp>> = {
  pip: /^(===|==|~=|!=|<=|>=|<|>)\s*v?(\d[\w.*+!-]*)$/,
  poetry: /^(===|==|~=|!=|<=|>=|<|>|\^|~|=|)\s*v?(\d[\w.*+!-]*)$/,
  conda: /^(==|~=|!=|<=|>=|<|>|=|)\s*v?(\d[\w.*+!]*)(?:[=\s]\s*[\w.*]+)?$/,
};

function splitClauses(text: string, syntax: RangeSyntax): readonly string[] {
  const separator = syntax === 'poetry' ? /\s*,\s*|(?<=[\w*])\s+(?=[\^~=!<>])/ : /\s*,\s*/;
  return text.split(separator).map((each) => each.trim());
}

/** What a range says of 2.x and what follows. */
function endOf(clauses: readonly Clause[]): 'v1' | 'open' | 'open from 2' | 'right' {
  const from = clauses.find(({ operator }) => operator === '>=' || operator === '>');
  const exact = clauses.find(({ operator }) => ['==', '===', '~=', '=', '^', '~'].includes(operator));
  const below = clauses.find(({ operator }) => operator === '<' || operator === '<=');
  if (exact !== undefined) return majorOf(exact.version) < 2 ? 'v1' : 'right';
  if (below !== undefined) return endsBeforeV2(below) ? 'v1' : 'right';
  if (from === undefined || majorOf(from.version) < 2) return 'open';
  return majorOf(from.version) === 2 ? 'open from 2' : 'right';
}

function endsBeforeV2({ operator, version }: Clause): boolean {
  return majorOf(version) < 2 || (operator === '<' && /^2(?:\.0)*(?:\.?(?:dev|a|b|rc)\d*)?$/.test(version));
}

/** The range with blanks after operators and commas where the old one has them. */
function likeOld(pin: string, old: string): string {
  const afterOperator = /[=<>~!^]\s+\d/.test(old) ? ' ' : '';
  const afterComma = afterOperator !== '' || /,\s/.test(old) ? ', ' : ',';
  const clauses = pin.split(',').map((each) => each.trim().replace(/^([=<>~!]+)\s*/, `$1${afterOperator}`));
  return clauses.join(afterComma);
}

function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}
