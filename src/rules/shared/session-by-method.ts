import { nameArgument } from '../../edits/builders.js';
import type { Edit } from '../../edits/edit.js';
import { writtenArguments } from '../../python/arguments.js';
import { callChange } from '../../sdk/call-changes.js';
import { v1 } from '../../sdk/tables.js';
import type { AttributeFact } from '../../semantic/facts.js';
import type { Program } from '../../semantic/program.js';

const SESSION = 'sagemaker.session.Session';

/**
 * The edits that name the arguments of a method call of an unknown object, where the method and the number of its
 * positional arguments are those of a `Session` and the program uses that class: `def up(s): s.upload_data(a, b, c, d)`.
 * Undefined for every other call.
 */
export function nameSessionArguments(use: AttributeFact, program: Program): readonly Edit[] | undefined {
  const call = use.node.parent;
  const safe = callChange(SESSION, use.name)?.positionalSafe;
  const names = v1.method(SESSION, use.name)?.parameters ?? [];
  if (use.receivers.length > 0 || use.access !== 'call' || call?.type !== 'call' || safe === undefined)
    return undefined;
  const written = writtenArguments(call);
  const positional = written.filter(({ kind }) => kind === 'positional');
  const isPlain = written.every(({ kind }) => kind === 'positional' || kind === 'keyword');
  if (!isPlain || positional.length <= safe || positional.length > names.length || !usesSession(program))
    return undefined;
  return positional
    .slice(safe)
    .map(({ node }, i) => nameArgument(node, renamedAt(use.name, names[safe + i]?.name ?? '')));
}

function renamedAt(method: string, name: string): string {
  return callChange(SESSION, method)?.renamed[name] ?? name;
}

function usesSession(program: Program): boolean {
  return [...program.facts.references.values()].some(({ sdk }) => v1.resolve(sdk.path)?.path === SESSION);
}
