import { rename } from '../../edits/builders.js';
import type { PyNode } from '../../python/node.js';
import type { AttributeFact } from '../../semantic/facts.js';
import { symbolAt } from '../../semantic/sdk-objects.js';
import type { Finding } from '../rule.js';

/**
 * The finding for an attribute that v2 calls `name`, read, written, called, deleted or named in a string. Undefined
 * where the object is, or can be, of a class that has no such attribute.
 *
 * @param isOwner whether objects of the class (by canonical path) have the attribute
 */
export function renamedAttribute(
  use: AttributeFact,
  name: string,
  isOwner: (classPath: string) => boolean,
): Finding | undefined {
  const owner = ownerOf(use, isOwner);
  if (owner === undefined) return undefined;
  const message = `the attribute ${use.name} is called ${name} in v2`;
  const at = use.nameNode;
  // A name that is not spelt here but computed (a loop over names) is respelt by a person.
  if (!isSpelt(at))
    return { at, evidence: owner.evidence, message: `${message}: change the string`, suggestion: `'${name}'` };
  return { at, evidence: use.isCertain ? owner.evidence : 'name', message, edits: [rename(at, name)] };
}

/** What the attribute belongs to, when all that the object may be has it; undefined otherwise. */
export function ownerOf(
  use: AttributeFact,
  isOwner: (classPath: string) => boolean,
): AttributeFact['receivers'][number] | undefined {
  const isKnown = use.receivers.every((receiver) =>
    isOwner(receiver.kind === 'instance' ? receiver.classPath : (symbolAt(receiver.path)?.path ?? '')),
  );
  return isKnown ? use.receivers[0] : undefined;
}

/** Whether a name is written where it is used: not in a string that a variable brings. */
export function isSpelt(nameNode: PyNode): boolean {
  const isVariable = nameNode.type === 'identifier' && nameNode.parent?.type === 'argument_list';
  return nameNode.type === 'string' || (nameNode.type === 'identifier' && !isVariable);
}
