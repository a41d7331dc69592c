import { findInCiFile } from './ci.js';
import { findInCondaFile } from './conda.js';
import { findInDockerfile } from './dockerfile.js';
import type { FindDependencies } from './finding.js';
import { findInSetupCfg, findInToxIni } from './ini-files.js';
import type { DependencyFormat } from './kinds.js';
import { findInCondaLock, findInPdmLock, findInPipfileLock, findInPoetryLock, findInUvLock } from './lock-files.js';
import { findInPipFile } from './pip-file.js';
import { findInPipfile, findInPyproject } from './pyproject.js';
import { findInScript } from './shell.js';

/** How each format is read. */
export const finders: Readonly<Record<DependencyFormat, FindDependencies>> = {
  pip: findInPipFile,
  pyproject: findInPyproject,
  'setup-cfg': findInSetupCfg,
  pipfile: findInPipfile,
  conda: findInCondaFile,
  dockerfile: findInDockerfile,
  shell: findInScript,
  tox: findInToxIni,
  ci: findInCiFile,
  'poetry-lock': findInPoetryLock,
  'pipfile-lock': findInPipfileLock,
  'pdm-lock': findInPdmLock,
  'uv-lock': findInUvLock,
  'conda-lock': findInCondaLock,
};
