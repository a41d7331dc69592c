/** Formats in which a project says what it needs, installs it, or has it installed. */
export type DependencyFormat =
  | 'pip'
  | 'pyproject'
  | 'setup-cfg'
  | 'pipfile'
  | 'conda'
  | 'dockerfile'
  | 'shell'
  | 'tox'
  | 'ci'
  | 'poetry-lock'
  | 'pipfile-lock'
  | 'pdm-lock'
  | 'uv-lock'
  | 'conda-lock';

/** Names of files by format; the first that fits counts. A name with a slash is the end of a path. */
const NAMES: readonly (readonly [RegExp, DependencyFormat])[] = [
  [/^poetry\.lock$/, 'poetry-lock'],
  [/^Pipfile\.lock$/, 'pipfile-lock'],
  [/^pdm\.lock$/, 'pdm-lock'],
  [/^uv\.lock$/, 'uv-lock'],
  [/^conda-lock\.ya?ml$/, 'conda-lock'],
  [/^pyproject\.toml$/, 'pyproject'],
  [/^setup\.cfg$/, 'setup-cfg'],
  [/^tox\.ini$/, 'tox'],
  [/^Pipfile$/, 'pipfile'],
  [/^(?:[\w.-]*[-_.])?(?:requirements|constraints)(?:[-_.\d][\w.-]*)?\.(?:txt|in|pip)$/i, 'pip'],
  // What autotools and setuptools call so has another suffix before it, or is written in capitals.
  [/^[a-z][\w-]*\.in$/, 'pip'],
  [/(?:^|\/)requirements\/[^/]+\.(?:txt|in)$/, 'pip'],
  [/^(?:[\w-]+[-_.])?environment(?:[-_.][\w.-]*)?\.ya?ml$/i, 'conda'],
  [/^conda(?:[-_.]env)?(?:[-_.][\w.-]*)?\.ya?ml$/i, 'conda'],
  [/^(?:Dockerfile|Containerfile)(?:[-_.].*)?$/, 'dockerfile'],
  [/\.dockerfile$/i, 'dockerfile'],
  [/\.(?:sh|bash|zsh)$/, 'shell'],
  [/(?:^|\/)\.github\/(?:workflows|actions)\/(?:[^/]+\/)*[^/]+\.ya?ml$/, 'ci'],
  [/^action\.ya?ml$/, 'ci'],
  [/\.gitlab-ci\.ya?ml$/, 'ci'],
  [/(?:^|\/)\.gitlab\/(?:[^/]+\/)*[^/]+\.ya?ml$/, 'ci'],
  [/(?:^|\/)\.circleci\/config\.ya?ml$/, 'ci'],
  [/^(?:buildspec[\w.-]*|azure-pipelines[\w.-]*|bitbucket-pipelines|docker-compose[\w.-]*)\.ya?ml$/, 'ci'],
];

/** The format that a path tells; undefined for files of other kinds. */
export function dependencyFormatOf(path: string): DependencyFormat | undefined {
  const normal = path.replaceAll('\\', '/');
  const name = normal.slice(normal.lastIndexOf('/') + 1);
  const near = normal.slice(-300);
  return NAMES.find(([pattern]) => pattern.test(pattern.source.includes('\\/') ? near : name))?.[1];
}

/** Formats in which a project lists what it needs; constraints only limit it. */
const LISTS: ReadonlySet<string> = new Set(['pip', 'pyproject', 'setup-cfg', 'pipfile', 'conda']);

/** Whether what a file of that name lists is all that is installed. */
export function holdsRequirements(path: string): boolean {
  return LISTS.has(dependencyFormatOf(path) ?? '') && !/constraints[^/]*$/i.test(path);
}
