import type { RequirementPolicy } from '../../rules/sdk-requirement.js';
import { installedWords, quotedWord } from '../../rules/shared/install-commands.js';
import { requirementChange } from '../../rules/shared/requirement-change.js';
import { type ShellWord, shellCommands } from '../../rules/shared/shell-words.js';
import type { TextRange } from '../../text/text-range.js';
import type { DependencyFinding } from './finding.js';

/**
 * What shell commands install, and where they call the SDK's own command.
 * @param mark the quotes for what the shell would otherwise take for a redirection
 */
export function findInShell(
  text: string,
  range: TextRange,
  mark: '"' | "'",
  policy: RequirementPolicy,
): readonly DependencyFinding[] {
  return shellCommands(text, range).flatMap((words) => [...inCommand(words, mark, policy), ...oldProgram(words)]);
}

/** A shell script. */
export function findInScript(text: string, policy: RequirementPolicy): readonly DependencyFinding[] {
  return findInShell(text, { start: 0, end: text.length }, '"', policy);
}

/** The requirements in the words of one command. @param mark as above; '' where each word stands for itself */
export function inCommand(
  words: readonly ShellWord[],
  mark: string,
  policy: RequirementPolicy,
): readonly DependencyFinding[] {
  return installedWords(words).flatMap(({ word, syntax }): readonly DependencyFinding[] => {
    const change = requirementChange(word.value, syntax, policy.pin);
    if (change === undefined || (!change.wasPinned && !policy.limitsOpen)) return [];
    const at = { start: word.start, end: word.end };
    const finding = { rule: 'sdk-requirement', at, message: change.message } as const;
    if (change.words === undefined) return [finding];
    const [first = '', ...more] = change.words;
    const replacement =
      mark === '' ? change.words.join('", "') : [quotedWord(first, word.quote, mark), ...more].join(' ');
    return [{ ...finding, edits: [{ ...at, text: replacement }] }];
  });
}

/** What may stand before the name of a program. */
const PREFIXES: ReadonlySet<string> = new Set([
  'sudo',
  'exec',
  'time',
  'env',
  'nohup',
  'command',
  '!',
  'then',
  'do',
  '-',
]);

/** `sagemaker mxnet train …`: the program of v1 (cli/main.py), which v2 doesn't install. */
export function oldProgram(words: readonly ShellWord[]): readonly DependencyFinding[] {
  const at = words.findIndex(({ value }) => !PREFIXES.has(value) && !/^\w+=/.test(value));
  const [program, framework, verb] = at < 0 ? [] : words.slice(at, at + 3);
  if (program === undefined || framework === undefined || verb === undefined) return [];
  if (!/(?:^|\/)sagemaker$/.test(program.value)) return [];
  if (!/^(?:mxnet|tensorflow)$/.test(framework.value) || !/^(?:train|host)$/.test(verb.value)) return [];
  const message = 'the command "sagemaker" is gone in v2: start the job with an estimator, or use the AWS CLI';
  return [{ rule: 'sagemaker-cli', at: { start: program.start, end: verb.end }, message }];
}
