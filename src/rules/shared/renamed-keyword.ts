import { isType } from '../../python/node.js';
import type { Finding } from '../rule.js';
import type { BoundArgument, SdkCall } from '../sdk-call.js';
import { renameKeyword } from './arguments.js';

/** Findings for the arguments of a call that v2 takes under another name. */
export function* renamedKeywords(call: SdkCall, renames: Readonly<Record<string, string>>): Generator<Finding> {
  for (const argument of call.arguments) {
    const name = argument.name === undefined ? undefined : renames[argument.name];
    if (name !== undefined) yield renamedKeyword(call, argument, name);
  }
}

/** The finding for one argument; both names given is for a person. */
export function renamedKeyword(call: SdkCall, argument: BoundArgument, name: string): Finding {
  const at = argument.nameNode ?? argument.written ?? call.node;
  const old = argument.name ?? '';
  const message = `${old} is called ${name} in v2`;
  const value = argument.valueNode?.text ?? '…';
  const isKey = isType(argument.nameNode, 'string');
  const suggestion = isKey ? `${argument.nameNode.text.replace(old, name)}: ${value}` : `${name}=${value}`;
  if (call.arguments.some((other) => other.parameter === name)) {
    return {
      at,
      evidence: call.evidence,
      message: `${message}, which this call has too: keep one of them`,
      suggestion,
    };
  }
  const edits = renameKeyword(argument, name);
  if (edits === undefined) {
    return {
      at,
      evidence: call.evidence,
      message: `${message}: ${whereToRename(argument)}`,
      suggestion,
    };
  }
  return { at, evidence: call.evidence, message, edits };
}

function whereToRename({ elsewhere }: BoundArgument): string {
  if (elsewhere === undefined) return 'rename the key where the dictionary is made; it goes to other places too';
  return `it comes from the module ${elsewhere}; rename it there, and wherever else it is used`;
}
