/** Any 2.x: 3.x has neither estimators nor predictors (tag v3.20.0 of the SDK). */
const RANGE = '>=2,<3';

/** A pip requirement that installs an SDK for which migrated code is right. */
export interface UpgradedRequirement {
  /** `sagemaker>=2,<3`, with the extras that v2 still has. */
  readonly requirement: string;
  /** What an extra that is gone installed: `tensorflow`. */
  readonly alsoInstall: readonly string[];
  /** Whether the old one named a version of its own choice; one that names none follows whatever is newest. */
  readonly wasPinned: boolean;
}

interface Clause {
  readonly operator: string;
  readonly version: string;
}

/**
 * The requirement that takes the place of one on `sagemaker` that asks for 1.x, or lets 3.x in. Undefined for other
 * packages, for one that keeps to 2.x (or chooses 3.x) already, and for what is no requirement.
 *
 * @param text `sagemaker==1.72.0`, `sagemaker[local] >= 1.50`, with neither quotes nor an environment marker
 */
export function upgradedRequirement(text: string): UpgradedRequirement | undefined {
  const [, name, extraList = '', rest = ''] =
    /^(sagemaker)\s*(?:\[([^\]]*)\])?\s*\(?([^;()]*)\)?$/i.exec(text.trim()) ?? [];
  if (name === undefined) return undefined;
  const clauses = clausesOf(rest);
  if (clauses === undefined) return undefined;
  const extras = extraList.split(',').flatMap((extra) => extra.trim() || []);
  const kept = extras.filter((extra) => extra !== 'tensorflow');
  const range = rangeFor(clauses);
  if (range === undefined && kept.length === extras.length) return undefined;
  return {
    requirement: `${name}${kept.length > 0 ? `[${kept.join(',')}]` : ''}${range ?? rest.trim()}`,
    alsoInstall: kept.length < extras.length ? ['tensorflow'] : [],
    wasPinned: clauses.some(({ operator }) => operator !== '>=' && operator !== '>' && operator !== '!='),
  };
}

function clausesOf(text: string): Clause[] | undefined {
  const clauses: Clause[] = [];
  for (const part of text.split(',').map((each) => each.trim())) {
    if (part === '') continue;
    const [, operator, version] = /^(===|==|~=|!=|<=|>=|<|>)\s*v?([\w.*+!-]+)$/.exec(part) ?? [];
    if (operator === undefined || version === undefined) return undefined;
    clauses.push({ operator, version });
  }
  return clauses;
}

/** The new range; undefined where the old one is right. */
function rangeFor(clauses: readonly Clause[]): string | undefined {
  const from = clauses.find(({ operator }) => operator === '>=' || operator === '>');
  const exact = clauses.find(({ operator }) => ['==', '===', '~='].includes(operator));
  const below = clauses.find(({ operator }) => operator === '<' || operator === '<=');
  if (exact !== undefined) return majorOf(exact.version) === 1 ? RANGE : undefined;
  if (below !== undefined) return endsBeforeV2(below) ? RANGE : undefined;
  if (from === undefined || majorOf(from.version) < 2) return RANGE;
  return majorOf(from.version) === 2 ? `${from.operator}${from.version},<3` : undefined;
}

function endsBeforeV2({ operator, version }: Clause): boolean {
  return majorOf(version) < 2 || (operator === '<' && /^2(?:\.0)*(?:\.?(?:dev|a|b|rc)\d*)?$/.test(version));
}

function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}
