import type { TextEdit } from '../../edits/edit.js';
import type { RequirementPolicy } from '../../rules/sdk-requirement.js';
import type { DependencyFinding } from './finding.js';
import { findInShell } from './shell.js';
import { type YamlString, yamlStrings } from './yaml.js';

/**
 * Keys whose texts a shell runs: `run` of GitHub, `script` and its like of GitLab, `commands` of CodeBuild, `command` of
 * CircleCI and compose files, `bash` of Azure.
 */
const COMMANDS = /^(?:run|(?:before_|after_|pre_)?script|commands?|bash|entrypoint)$/;

/** What workflows of GitHub, GitLab and the like install, and where they call the SDK's own command. */
export function findInCiFile(text: string, policy: RequirementPolicy): readonly DependencyFinding[] {
  return yamlStrings(text)
    .filter(({ path }) => COMMANDS.test(path.at(-1) ?? ''))
    .flatMap((string) => inString(string, text, policy));
}

function inString(string: YamlString, text: string, policy: RequirementPolicy): readonly DependencyFinding[] {
  const { value, start, end, style } = string;
  // A folded text is one line to the shell, wherever it is broken.
  const shown = style === 'folded' || style === 'plain' ? foldLines(text, start, end) : text;
  if (value !== text.slice(start, end) && (style === 'double' || style === 'single')) {
    // Places in the value are none in the text.
    const findings = findInShell(value, { start: 0, end: value.length }, '"', policy);
    return findings.map((finding) => withoutEdits({ ...finding, at: { start, end } }));
  }
  return findInShell(shown, { start, end }, style === 'double' ? "'" : '"', policy).map((finding) => {
    if (finding.edits === undefined) return finding;
    const edits = finding.edits.flatMap((edit) => asWritten(edit, string, text) ?? []);
    return edits.length > 0 ? { ...finding, edits } : withoutEdits(finding);
  });
}

function withoutEdits({ edits, ...kept }: DependencyFinding): DependencyFinding {
  return edits === undefined ? kept : { ...kept, suggestion: edits.map((edit) => edit.text).join('\n') };
}

/** The edit as the scalar can hold it; undefined where it can't. In `[…]` and `{…}` a comma needs quotes around the scalar. */
function asWritten(
  edit: TextEdit,
  { start, end, style, isInFlow }: YamlString,
  text: string,
): readonly TextEdit[] | undefined {
  if (style === 'double') return edit.text.includes('"') ? undefined : [edit];
  if (style === 'single') return edit.text.includes("'") ? undefined : [edit];
  if (style !== 'plain' || !isInFlow) return [edit];
  if (`${text.slice(start, end)}${edit.text}`.includes("'")) return undefined;
  return [{ start, end: start, text: "'" }, edit, { start: end, end, text: "'" }];
}

/** Single line breaks are blanks, empty lines stay. */
function foldLines(text: string, start: number, end: number): string {
  const body = text.slice(start, end);
  if (!body.includes('\n')) return text;
  const folded = body.replace(/\r?\n(?![ \t]*\r?\n)/g, (lineEnd) => ' '.repeat(lineEnd.length));
  return text.slice(0, start) + folded + text.slice(end);
}
