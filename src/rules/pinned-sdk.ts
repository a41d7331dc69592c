import { replace } from '../edits/builders.js';
import { calleeOf, writtenArguments } from '../python/arguments.js';
import { findNodes, type PyNode } from '../python/node.js';
import { stringContent, stringValue } from '../python/strings.js';
import { DEFAULT_PIN } from '../sdk/requirement.js';
import type { Program } from '../semantic/program.js';
import type { Magic } from '../text/source.js';
import type { TextRange } from '../text/text-range.js';
import type { Finding, Rule } from './rule.js';
import type { RuleDocs } from './rule-docs.js';
import { installedWords, quotedWord } from './shared/install-commands.js';
import { requirementChange } from './shared/requirement-change.js';
import { type ShellWord, shellCommands } from './shared/shell-words.js';

const docs: RuleDocs = {
  name: 'pinned-sdk',
  summary: 'pip install of the SDK: 1.x and open upgrades become sagemaker>=2,<3',
  why: 'migrated code does not run on 1.x, and an upgrade without a limit installs 3.x, which has no estimators.',
  since: '2.0.0',
  guide: 'Installation',
  examples: [
    {
      before: "import os\nos.system('pip install sagemaker==1.72.0')\n",
      after: 'import os\nos.system(\'pip install "sagemaker>=2,<3"\')\n',
    },
    {
      before:
        "import subprocess, sys\nsubprocess.check_call([sys.executable, '-m', 'pip', 'install', '-U', 'sagemaker<2'])\n",
      after:
        "import subprocess, sys\nsubprocess.check_call([sys.executable, '-m', 'pip', 'install', '-U', 'sagemaker>=2,<3'])\n",
    },
  ],
};

/** `pip install sagemaker==1.72.0` in magics, shell cells, `os.system` and `subprocess`. */
export const pinnedSdk: Rule = pinnedSdkTo(DEFAULT_PIN);

/** The rule, asking for another range than the default: `==2.257.6`. */
export function pinnedSdkTo(pin: string): Rule {
  return {
    docs,
    *program(program) {
      const { original, magics } = program.source;
      for (const magic of magics) yield* inMagic(original, magic, { program, pin });
      for (const call of findNodes(program.tree, 'call')) {
        if (RUNS_COMMANDS.test(lastName(calleeOf(call)))) yield* inCall(call, { program, pin });
      }
    },
  };
}

interface Context {
  readonly program: Program;
  readonly pin: string;
}

const RUNS_COMMANDS =
  /^(?:system|popen|Popen|run|call|check_call|check_output|getoutput|getstatusoutput|main|pipmain|run_line_magic|run_cell_magic)$/;
const SHELL_CELL = /^%%(?:bash|sh|!|system|sx|script\s+(?:bash|sh|zsh)\b.*)\s*$/;
/** The words of a Dockerfile's `RUN` are those of a command, too. */
const SCRIPT_CELL = /^%%(?:writefile|file)\s.*(?:Dockerfile[\w.-]*|\.(?:sh|bash|dockerfile))['"]?\s*$/;
const REQUIREMENTS_CELL = /^%%(?:writefile|file)\s.*requirements\S*\.txt['"]?\s*$/;

function* inMagic(text: string, magic: Magic, context: Context): Generator<Finding> {
  if (magic.kind === 'help') return;
  if (magic.kind !== 'cell') {
    yield* inShell(text, magic, '"', context);
    return;
  }
  const headerEnd = text.indexOf('\n', magic.start);
  const header = text.slice(magic.start, headerEnd < 0 ? magic.end : Math.min(headerEnd, magic.end)).trim();
  const body = { start: magic.start + header.length, end: magic.end };
  if (SHELL_CELL.test(header) || SCRIPT_CELL.test(header)) yield* inShell(text, body, '"', context);
  else if (REQUIREMENTS_CELL.test(header)) {
    for (const line of text.slice(body.start, body.end).matchAll(/^[^\S\n]*(sagemaker\b[^#;\n]*?)\s*(?:[#;].*)?$/gim)) {
      const value = line[1] ?? '';
      const start = body.start + line.index + line[0].indexOf(value);
      const word = { start, end: start + value.length, value, quote: '' };
      yield* upgraded(word, 'pip', (words) => words.join('\n'), context);
    }
  }
}

/** @param mark quotes for what the shell would otherwise take for a redirection */
function* inShell(text: string, range: TextRange, mark: string, context: Context): Generator<Finding> {
  for (const words of shellCommands(text, range)) yield* inCommand(words, mark, context);
}

function* inCommand(words: readonly ShellWord[], mark: string, context: Context): Generator<Finding> {
  for (const { word, syntax } of installedWords(words)) {
    const write = ([first = '', ...more]: readonly string[]) =>
      [quotedWord(first, word.quote, mark), ...more].join(' ');
    yield* upgraded(word, syntax, write, context);
  }
}

/** `run` of `subprocess.run`. */
function lastName(callee: PyNode | undefined): string {
  const name = callee?.type === 'attribute' ? callee.children[1] : callee;
  return name?.type === 'identifier' ? name.text : '';
}

/** A command in a string, or a list of its words. */
function* inCall(call: PyNode, context: Context): Generator<Finding> {
  const [first, ...others] = writtenArguments(call).map(({ value }) => value);
  const callee = calleeOf(call);
  const before = /\bpip(?:\._internal)?\.main$|\bpipmain$/.test(callee?.text ?? '') ? [PIP] : [];
  if (lastName(callee).startsWith('run_')) {
    // What nbconvert makes of `%pip install …` and `%%bash`.
    const magic = first === undefined ? undefined : stringValue(first);
    const code = others.at(-1);
    if (magic === undefined || code === undefined || !isPlain(code)) return;
    if (/^(?:pip|conda|mamba)$/.test(magic)) yield* inString(code, [{ ...PIP, value: magic }], context);
    else if (/^(?:bash|sh|!|sx|system)$/.test(magic)) yield* inString(code, [], context);
    return;
  }
  const command = first === undefined ? undefined : withoutSplit(first);
  if (command?.type === 'string' && isPlain(command)) yield* inString(command, before, context);
  if (command?.type === 'list' || command?.type === 'tuple') yield* inList(command, before, context);
}

/** Stands before words that a function of pip's own is given. */
const PIP: ShellWord = { start: 0, end: 0, value: 'pip', quote: '' };

/** The string in `"pip install x".split()` and `"{} -m pip install x".format(sys.executable)`. */
function withoutSplit(node: PyNode): PyNode {
  const callee = node.type === 'call' ? calleeOf(node) : undefined;
  const [object, method] = callee?.type === 'attribute' ? callee.children : [];
  const isText = object !== undefined && method !== undefined && /^(?:split|format)$/.test(method.text);
  return isText ? withoutSplit(object) : node;
}

function* inString(node: PyNode, before: readonly ShellWord[], context: Context): Generator<Finding> {
  const isSplit = /^\s*\.\s*split\b/.test(node.document.text.slice(node.end, node.end + 40));
  const mark = isSplit ? '' : node.text.includes('"') && node.text.endsWith('"') ? "'" : '"';
  const [first = [], ...others] = shellCommands(node.document.text, stringContent(node));
  for (const words of [[...before, ...first], ...others]) yield* inCommand(words, mark, context);
}

function* inList(list: PyNode, before: readonly ShellWord[], context: Context): Generator<Finding> {
  const words = list.children.map((child): ShellWord => {
    const value = child.type === 'string' && isPlain(child) ? (stringValue(child) ?? '') : '';
    return { start: child.start, end: child.end, value, quote: child.text.at(-1) ?? "'" };
  });
  for (const { word, syntax } of installedWords([...before, ...words])) {
    const inner = { ...word, start: word.start + 1, end: word.end - 1 };
    yield* upgraded(inner, syntax, (parts) => parts.join(`${word.quote}, ${word.quote}`), context);
  }
}

/** Whether the string is written as what it is: no escapes; an f-string's holes are words like others. */
function isPlain(node: PyNode): boolean {
  if (node.type !== 'string') return false;
  const { start, end } = stringContent(node);
  const written = node.document.text.slice(start, end);
  return stringValue(node) === written || (/^f/i.test(node.text) && !/[\\"']/.test(written));
}

function* upgraded(
  word: ShellWord,
  syntax: 'pip' | 'conda',
  write: (words: readonly string[]) => string,
  { program, pin }: Context,
): Generator<Finding> {
  const change = requirementChange(word.value, syntax, pin);
  if (change === undefined || (program.dialect === 'v2' && !change.wasPinned)) return;
  const { message, words } = change;
  const at = { start: word.start, end: word.end };
  yield { at, evidence: 'import', message, ...(words !== undefined && { edits: [replace(at, write(words))] }) };
}
