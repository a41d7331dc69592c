import type { RequirementPolicy } from '../../rules/sdk-requirement.js';
import type { ShellWord } from '../../rules/shared/shell-words.js';
import { beginsBelowSdk, PYTHON_NEEDED } from '../../sdk/python-range.js';
import type { TextRange } from '../../text/text-range.js';
import type { DependencyFinding } from './finding.js';
import { findInShell, inCommand, oldProgram } from './shell.js';

/** An instruction with all its lines. */
interface Instruction {
  readonly name: string;
  /** What follows the name. */
  readonly body: TextRange;
}

/** Instructions whose body is a command, as text for a shell or as a JSON list of words. */
const COMMANDS = /^(?:RUN|CMD|ENTRYPOINT|ONBUILD)$/;

/** What a Dockerfile installs, where it starts from an old Python, and where it calls the SDK's own command. */
export function findInDockerfile(text: string, policy: RequirementPolicy): readonly DependencyFinding[] {
  const joiner = /^(?:\s*#[^\n]*\n)*?\s*#\s*escape\s*=\s*`/i.test(text.slice(0, 500)) ? '`' : '\\';
  const plain = joinLines(text, joiner);
  const instructions = splitInstructions(plain);
  const findings = instructions
    .filter(({ name }) => COMMANDS.test(name))
    .flatMap(({ body }) => inBody(plain, withoutFlags(plain, body), policy));
  const installsSdk = /\bsagemaker(?![\w-])/i.test(plain) && instructions.some(({ body }) => installs(plain, body));
  return installsSdk ? [...findings, ...instructions.flatMap((each) => oldBase(plain, each))] : findings;
}

/** Comment lines inside an instruction are none of its text, and are blanked out with their line ends. */
function joinLines(text: string, joiner: string): string {
  let isOpen = false;
  return text.replace(/[^\n]*(?:\n|$)/g, (line) => {
    const isComment = /^\s*#/.test(line);
    if (isOpen && (isComment || line.trim() === '')) return ' '.repeat(line.length);
    isOpen = !isComment && line.trimEnd().endsWith(joiner);
    // Other escape characters are made the shell's own, which joins lines in the same way.
    return isOpen && joiner !== '\\' ? line.replace(/`(\s*)$/, '\\$1') : line;
  });
}

function splitInstructions(text: string): readonly Instruction[] {
  const instructions: Instruction[] = [];
  let at = 0;
  while (at < text.length) {
    let end = lineEnd(text, at);
    while (end < text.length && isContinued(text.slice(Math.max(at, end - 80), end))) end = lineEnd(text, end + 1);
    const heredoc = /<<-?\s*(["']?)([A-Za-z_]\w*)\1/.exec(text.slice(at, end))?.[2];
    const [, space = '', name = ''] = /^(\s*)([A-Za-z]+)/.exec(text.slice(at, end)) ?? [];
    const start = at + space.length + name.length;
    if (heredoc !== undefined) end = heredocEnd(text, end, heredoc);
    if (name !== '' && !/^\s*#/.test(text.slice(at, end)))
      instructions.push({ name: name.toUpperCase(), body: { start, end } });
    at = end + 1;
  }
  return instructions;
}

function isContinued(line: string): boolean {
  return line.trimEnd().endsWith('\\');
}

function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}

/** Where the line that ends the document begins; the end of the text where there is none. */
function heredocEnd(text: string, from: number, word: string): number {
  for (let at = from; at < text.length; at = lineEnd(text, at) + 1) {
    const end = lineEnd(text, at);
    if (text.slice(at, end).replace(/^\t*/, '').replace(/\r$/, '') === word) return end;
  }
  return text.length;
}

/** `--mount=type=cache,target=/root/.cache` and the like stand before a command. */
function withoutFlags(text: string, { start, end }: TextRange): TextRange {
  let at = start;
  for (;;) {
    const flag = /^(?:\s|\\\r?\n)*--[a-z]+=\S+/.exec(text.slice(at, Math.min(end, at + 1000)))?.[0];
    if (flag === undefined) return { start: at, end };
    at += flag.length;
  }
}

function inBody(text: string, body: TextRange, policy: RequirementPolicy): readonly DependencyFinding[] {
  const words = jsonWords(text, body);
  if (words === undefined) return findInShell(text, body, '"', policy);
  const shell = words.findIndex(({ value }) => value === '-c' || value === '-lc');
  const script = shell < 0 ? undefined : words[shell + 1];
  if (script !== undefined) return findInShell(text, script, "'", policy);
  return [...inCommand(words, '', policy), ...oldProgram(words)];
}

/** The words of the JSON form; undefined for the shell form. */
function jsonWords(text: string, { start, end }: TextRange): readonly ShellWord[] | undefined {
  const body = text.slice(start, end);
  if (!/^\s*\[/.test(body)) return undefined;
  try {
    const value: unknown = JSON.parse(body.replace(/\\\r?\n/g, ' '));
    if (!Array.isArray(value) || !value.every((word) => typeof word === 'string')) return undefined;
  } catch {
    return undefined;
  }
  return [...body.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => {
    const from = start + match.index + 1;
    return { start: from, end: from + (match[1] ?? '').length, value: match[1] ?? '', quote: '' };
  });
}

function installs(text: string, { start, end }: TextRange): boolean {
  return /\b(?:install|add)\b[\s\S]*\bsagemaker(?![\w.-])/i.test(text.slice(start, Math.min(end, start + 20_000)));
}

/** `FROM python:2.7` */
function oldBase(text: string, { name, body }: Instruction): readonly DependencyFinding[] {
  const image = name === 'FROM' ? /(?:^|[\s/])python:(\d+(?:\.\d+)?)/.exec(text.slice(body.start, body.end)) : null;
  const version = image?.[1];
  if (image === null || version === undefined || !beginsBelowSdk(`==${version}`)) return [];
  const end = body.start + image.index + image[0].length;
  const at = { start: end - image[0].trimStart().replace(/^\//, '').length, end };
  return [{ rule: 'python-requires', at, message: `the image has Python ${version}: ${PYTHON_NEEDED}` }];
}
