import type { ShellWord } from './shell-words.js';

/** A word of an installing command that may name a package. */
export interface InstalledWord {
  readonly word: ShellWord;
  /** How the word is to be read. */
  readonly syntax: 'pip' | 'conda';
  /** Whether it is the value of `-e`. */
  readonly isEditable: boolean;
}

const PIP = /(?:^|[/!%])(?:pip[\d.]*|pipx)$/;
const CONDA = /(?:^|[/!%])(?:conda|mamba|micromamba)$/;
/** Tools that install what they add to a project; their requirements are pip's. */
const ADDERS = /(?:^|[/!%])(?:uv|pdm|poetry|pipenv|rye|hatch)$/;

const PIP_VERBS: ReadonlySet<string> = new Set(['install', 'download', 'wheel']);
const CONDA_VERBS: ReadonlySet<string> = new Set(['install', 'create', 'update', 'upgrade']);
const ADDER_VERBS: ReadonlySet<string> = new Set(['add', 'install']);

/** Options whose value is the next word (`pip install --help`, `conda install --help`). */
const WITH_VALUE: ReadonlySet<string> = new Set([
  ...['-r', '--requirement', '-c', '--constraint', '-t', '--target', '-i', '--index-url', '--extra-index-url', '-f'],
  ...['--find-links', '--prefix', '--root', '--src', '-d', '--dest', '-w', '--wheel-dir', '--platform', '--abi'],
  ...['--python-version', '--implementation', '--no-binary', '--only-binary', '--proxy', '--timeout', '--retries'],
  ...['--trusted-host', '--cert', '--client-cert', '--cache-dir', '--log', '--progress-bar', '--upgrade-strategy'],
  ...['--global-option', '--install-option', '--report', '--python', '--group', '-G'],
]);
const CONDA_WITH_VALUE: ReadonlySet<string> = new Set([
  ...['-n', '--name', '-p', '--prefix', '-c', '--channel', '--file', '--solver', '--revision', '--repodata-fn'],
]);

/** The words of a shell command that name what `pip install`, `conda install`, `uv add` and the like install. */
export function installedWords(words: readonly ShellWord[]): InstalledWord[] {
  const found = findInstaller(words);
  if (found === undefined) return [];
  const { at, syntax } = found;
  const withValue = syntax === 'pip' ? WITH_VALUE : CONDA_WITH_VALUE;
  const installed: InstalledWord[] = [];
  for (let i = at + 1; i < words.length; i += 1) {
    const word = words[i];
    if (word === undefined) break;
    const isEditable = syntax === 'pip' && (word.value === '-e' || word.value === '--editable');
    const value = words[i + 1];
    if (isEditable && value !== undefined) installed.push({ word: value, syntax, isEditable });
    if (isEditable || withValue.has(word.value)) i += 1;
    else if (!word.value.startsWith('-')) installed.push({ word, syntax, isEditable: false });
  }
  return installed;
}

/** A word of a command in its quotes, or in those of the mark where the shell would take it for something else. */
export function quotedWord(text: string, quote: string, mark: string): string {
  const quotes = quote || (/[^\w=.,[\]:/@+-]/.test(text) ? mark : '');
  return `${quotes}${text}${quotes}`;
}

/** The verb of the first installing command among the words: a list of words may begin with anything. */
function findInstaller(words: readonly ShellWord[]): { at: number; syntax: 'pip' | 'conda' } | undefined {
  let tool: RegExp | undefined;
  for (const [at, { value }] of words.entries()) {
    if (tool === PIP && PIP_VERBS.has(value)) return { at, syntax: 'pip' };
    if (tool === CONDA && CONDA_VERBS.has(value)) return { at, syntax: 'conda' };
    if (tool === ADDERS && ADDER_VERBS.has(value)) return { at, syntax: 'pip' };
    // The last one before the verb counts: `conda run pip install`, `uv pip install`.
    tool = [PIP, CONDA, ADDERS].find((each) => each.test(value)) ?? tool;
  }
  return undefined;
}
