import { replace } from '../edits/builders.js';
import { calleeOf, writtenArguments } from '../python/arguments.js';
import { findNodes, type PyNode } from '../python/node.js';
import { stringContent, stringValue } from '../python/strings.js';
import { upgradedRequirement } from '../sdk/requirement.js';
import type { Program } from '../semantic/program.js';
import type { Magic } from '../text/source.js';
import type { TextRange } from '../text/text-range.js';
import type { Finding, Rule } from './rule.js';
import { type ShellWord, shellCommands } from './shared/shell-words.js';

/** `pip install sagemaker==1.72.0` in magics, shell cells, `os.system` and `subprocess`. */
export const pinnedSdk: Rule = {
  docs: {
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
  },
  *program(program) {
    const { original, magics } = program.source;
    for (const magic of magics) yield* inMagic(original, magic, program);
    for (const call of findNodes(program.tree, 'call')) {
      if (RUNS_COMMANDS.test(lastName(calleeOf(call)))) yield* inCall(call, program);
    }
  },
};

const RUNS_COMMANDS = /^(?:system|popen|Popen|run|call|check_call|check_output|getoutput|getstatusoutput)$/;
const SHELL_CELL = /^%%(?:bash|sh|!|system|sx|script\s+(?:bash|sh|zsh)\b.*)\s*$/;
const REQUIREMENTS_CELL = /^%%(?:writefile|file)\s.*requirements\S*\.txt['"]?\s*$/;

function* inMagic(text: string, magic: Magic, program: Program): Generator<Finding> {
  if (magic.kind === 'help') return;
  if (magic.kind !== 'cell') {
    yield* inShell(text, magic, '"', program);
    return;
  }
  const headerEnd = text.indexOf('\n', magic.start);
  const header = text.slice(magic.start, headerEnd < 0 ? magic.end : Math.min(headerEnd, magic.end)).trim();
  const body = { start: magic.start + header.length, end: magic.end };
  if (SHELL_CELL.test(header)) yield* inShell(text, body, '"', program);
  else if (REQUIREMENTS_CELL.test(header)) {
    for (const line of text.slice(body.start, body.end).matchAll(/^[^\S\n]*(sagemaker\b[^#;\n]*?)\s*(?:[#;].*)?$/gim)) {
      const start = body.start + line.index + line[0].indexOf(line[1] ?? '');
      yield* upgraded(
        { start, end: start + (line[1] ?? '').length, value: line[1] ?? '', quote: '' },
        (words) => words.join('\n'),
        program,
      );
    }
  }
}

/** @param mark quotes for what the shell would otherwise take for a redirection */
function* inShell(text: string, range: TextRange, mark: string, program: Program): Generator<Finding> {
  for (const words of shellCommands(text, range)) {
    const install = words.findIndex(
      ({ value }, i) =>
        value === 'install' && words.slice(0, i).some((word) => /(?:^|[/!%])pip[\d.]*$/.test(word.value)),
    );
    if (install < 0) continue;
    for (const word of words.slice(install + 1)) {
      yield* upgraded(
        word,
        ([first = '', ...more]) => [`${word.quote || mark}${first}${word.quote || mark}`, ...more].join(' '),
        program,
      );
    }
  }
}

/** `run` of `subprocess.run`. */
function lastName(callee: PyNode | undefined): string {
  const name = callee?.type === 'attribute' ? callee.children[1] : callee;
  return name?.type === 'identifier' ? name.text : '';
}

/** A command in a string, or a list of its words. */
function* inCall(call: PyNode, program: Program): Generator<Finding> {
  const command = writtenArguments(call)[0]?.value;
  if (command?.type === 'string' && isPlain(command)) {
    const inner = command.text.includes('"') && command.text.endsWith('"') ? "'" : '"';
    yield* inShell(command.document.text, stringContent(command), inner, program);
  }
  if (command?.type !== 'list' && command?.type !== 'tuple') return;
  const words = command.children.map((child) =>
    child.type === 'string' && isPlain(child) ? stringValue(child) : undefined,
  );
  const install = words.indexOf('install');
  if (install < 0 || !words.slice(0, install).some((word) => word !== undefined && /(?:^|\/)pip[\d.]*$/.test(word)))
    return;
  for (const [i, child] of command.children.entries()) {
    const value = words[i];
    if (i <= install || value === undefined) continue;
    const mark = child.text.at(-1) ?? "'";
    yield* upgraded({ ...stringContent(child), value, quote: '' }, (parts) => parts.join(`${mark}, ${mark}`), program);
  }
}

/** Whether the string is written as what it is: no escapes, no holes. */
function isPlain(node: PyNode): boolean {
  const { start, end } = stringContent(node);
  return stringValue(node) === node.document.text.slice(start, end);
}

function* upgraded(word: ShellWord, write: (words: readonly string[]) => string, program: Program): Generator<Finding> {
  const found = upgradedRequirement(word.value);
  if (found === undefined || (program.dialect === 'v2' && !found.wasPinned)) return;
  const message = found.wasPinned
    ? `${word.value} is not the SDK that this is migrated to`
    : `${word.value} installs the newest SDK, 3.x, which has no estimators: stay below 3`;
  yield {
    at: word,
    evidence: 'import',
    message,
    edits: [replace(word, write([found.requirement, ...found.alsoInstall]))],
  };
}
