import { findNodes, type PyNode } from '../../python/node.js';
import type { Evidence } from '../../semantic/evidence.js';
import { type Program, valueAt } from '../../semantic/program.js';
import { classPathOf } from '../../semantic/sdk-objects.js';

/** A name that the body of a user's class binds. */
export interface ClassMember {
  /** The name's token: of a method, or on the left of an assignment. */
  readonly nameNode: PyNode;
  readonly kind: 'method' | 'attribute';
  /** Canonical path of the SDK class that the class extends. */
  readonly classPath: string;
  readonly evidence: Evidence;
}

/** Members of that name in the classes of the program that extend an SDK class, for names that override the SDK's. */
export function* overridingMembers(
  program: Program,
  name: string,
  isBase: (classPath: string) => boolean,
): Generator<ClassMember> {
  for (const definition of findNodes(program.tree, 'class_definition')) {
    const base = sdkBaseOf(definition, program);
    const body = definition.children.find((child) => child.type === 'block');
    if (base === undefined || body === undefined || !isBase(base.classPath)) continue;
    for (const statement of body.children) {
      const member = memberOf(statement);
      if (member?.nameNode.text === name) yield { ...member, ...base };
    }
  }
}

function sdkBaseOf(definition: PyNode, program: Program): Pick<ClassMember, 'classPath' | 'evidence'> | undefined {
  const bases = definition.children.find((child) => child.type === 'argument_list')?.children ?? [];
  for (const base of bases) {
    const value = valueAt(program, base) ?? program.facts.references.get(base)?.sdk;
    const classPath = value === undefined ? undefined : classPathOf(value);
    if (classPath !== undefined && (value?.kind === 'sdk' || value?.kind === 'class'))
      return { classPath, evidence: value.evidence };
  }
  return undefined;
}

function memberOf(statement: PyNode): Pick<ClassMember, 'nameNode' | 'kind'> | undefined {
  const inner = statement.type === 'decorated_definition' ? statement.children.at(-1) : statement;
  if (inner?.type === 'function_definition') {
    const nameNode = inner.children.find((child) => child.type === 'identifier');
    return nameNode && { nameNode, kind: 'method' };
  }
  const assignment = inner?.type === 'expression_statement' ? inner.children[0] : inner;
  const target = assignment?.type === 'assignment' ? assignment.children[0] : undefined;
  return target?.type === 'identifier' ? { nameNode: target, kind: 'attribute' } : undefined;
}
