import {
  hasVariableVersion,
  isSdkAddress,
  upgradedCondaRequirement,
  upgradedPoetryWord,
  upgradedRequirement,
} from '../../sdk/requirement.js';

/** What becomes of a requirement on the SDK. */
export interface RequirementChange {
  readonly message: string;
  /** The requirement that takes its place, and what to install besides; undefined where a person has to choose. */
  readonly words: readonly string[] | undefined;
  /** Whether the old one named a version of its own choice; one that names none is right in a program of v3. */
  readonly wasPinned: boolean;
}

/**
 * What to do about a requirement; undefined for other packages, and where it is right.
 * @param text without quotes and environment marker
 * @param pin the range to ask for
 */
export function requirementChange(text: string, syntax: 'pip' | 'conda', pin: string): RequirementChange | undefined {
  const atVersion = syntax === 'pip' ? upgradedPoetryWord(text, pin) : undefined;
  if (atVersion === 'right') return undefined;
  const found = atVersion ?? (syntax === 'pip' ? upgradedRequirement(text, pin) : upgradedCondaRequirement(text, pin));
  const shown = text.replace(/\s+/g, ' ');
  if (found !== undefined) {
    const { requirement, alsoInstall, wasPinned } = found;
    const message = wasPinned
      ? `${shown} is not the SDK that this is migrated to`
      : `${shown} installs the newest SDK, 3.x, which has no estimators: stay below 3`;
    return { message, words: [requirement, ...alsoInstall], wasPinned };
  }
  const byHand = (what: string): RequirementChange => ({ message: what, words: undefined, wasPinned: true });
  if (hasVariableVersion(text)) return byHand(`the version in ${shown} is set elsewhere: it has to be ${pin}`);
  const isAddress = syntax === 'pip' && isSdkAddress(text) && !namesV2(text);
  return isAddress ? byHand(`${shown} is the SDK at a place of its own: it has to be ${pin}`) : undefined;
}

/** Whether an address has a version 2 in it: `…@v2.15.0`, `sagemaker-2.15.0.tar.gz`. */
function namesV2(address: string): boolean {
  return /[@/-]v?2\.\d/.test(address);
}
