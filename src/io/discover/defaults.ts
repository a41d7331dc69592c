/** Folders that hold no code of the tree's own, whatever `--exclude` says: the repository's and this program's records. */
export const NEVER_ENTERED: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', '.bzr', '.jj', '.sagemaker-upgrade']);

/** What `--exclude` replaces: virtual environments, installed packages, caches, build results. Lines of a `.gitignore`. */
export const DEFAULT_EXCLUDES: readonly string[] = [
  ...['.venv/', 'venv/', 'virtualenv/', '.virtualenv/', '.direnv/', '.pyenv/', '.conda/', 'site-packages/'],
  ...['__pypackages__/', 'node_modules/', '__pycache__/', '.ipynb_checkpoints/', '*.egg-info/', '.eggs/'],
  ...['.mypy_cache/', '.pytest_cache/', '.pytype/', '.ruff_cache/', '.nox/', '.tox/', '.pants.d/', 'buck-out/'],
  ...['build/', 'dist/', '_build/', '.idea/', '.vscode/'],
];
