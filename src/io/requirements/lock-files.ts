import { upgradedRange } from '../../sdk/requirement.js';
import type { DependencyFinding, FindDependencies } from './finding.js';

/** How a lock file names the version of a package, and what makes the file anew. */
interface LockFormat {
  /** Its one group is the version. */
  readonly version: RegExp;
  readonly command: string;
}

const TOML_VERSION = /^name = "sagemaker"\r?\n(?:[a-z-]+ = [^\r\n]*\r?\n)*?version = "([^"]*)"/m;

const POETRY: LockFormat = { version: TOML_VERSION, command: 'poetry lock' };
const PDM: LockFormat = { version: TOML_VERSION, command: 'pdm update sagemaker' };
const UV: LockFormat = { version: TOML_VERSION, command: 'uv lock --upgrade-package sagemaker' };
const PIPENV: LockFormat = {
  version: /"sagemaker"\s*:\s*\{[^{}]*?"version"\s*:\s*"==([^"]*)"/,
  command: 'pipenv update sagemaker',
};
const CONDA: LockFormat = {
  version: /^(?:[ \t]*-)?[ \t]*name:[ \t]*sagemaker(?:-python-sdk)?[ \t]*\r?\n[ \t]*version:[ \t]*['"]?([\w.]+)/m,
  command: 'conda-lock --update sagemaker-python-sdk',
};

/** Lock files are never edited: their hashes and what the SDK itself requires would no longer fit. */
function findIn({ version, command }: LockFormat): FindDependencies {
  return (text): readonly DependencyFinding[] => {
    const match = version.exec(text);
    const locked = match?.[1];
    if (match === null || locked === undefined) return [];
    const upgraded = upgradedRange(`==${locked}`, 'pip');
    if (upgraded === undefined || upgraded === 'right') return [];
    const at = { start: match.index, end: match.index + match[0].length };
    const message = `the lock file holds sagemaker ${locked}: after the requirement has moved, run "${command}"`;
    return [{ rule: 'sdk-lock-file', at, message }];
  };
}

/** `poetry.lock` */
export const findInPoetryLock = findIn(POETRY);
/** `pdm.lock` */
export const findInPdmLock = findIn(PDM);
/** `uv.lock` */
export const findInUvLock = findIn(UV);
/** `Pipfile.lock` */
export const findInPipfileLock = findIn(PIPENV);
/** `conda-lock.yml` */
export const findInCondaLock = findIn(CONDA);
