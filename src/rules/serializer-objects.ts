import { appendArgument, insert, moveImport, rename, replace, symbol } from '../edits/builders.js';
import type { Edit } from '../edits/edit.js';
import { calleeOf, writtenArguments } from '../python/arguments.js';
import { findNodes } from '../python/node.js';
import { instanceSymbols } from '../sdk/moved-symbols.js';
import { isDeserializer, isSerializer } from '../sdk/roles.js';
import { v1 } from '../sdk/tables.js';
import type { ReferenceFact } from '../semantic/facts.js';
import { keepsName } from '../semantic/kept-names.js';
import { isFromGuardedImport, type Program, valueAt } from '../semantic/program.js';
import { alternatives, type ImportBinding, type Value } from '../semantic/values.js';
import type { Finding, Rule } from './rule.js';
import { namesObject, type Side, sides } from './shared/serde.js';
import { serdePlan } from './shared/serde-plan.js';

/** `csv_serializer`, `json_deserializer` …: objects that v2 has only as classes. */
export const serializerObjects: Rule = {
  docs: {
    name: 'serializer-objects',
    summary: 'csv_serializer and its relatives are classes: CSVSerializer()',
    why: 'v2 has the objects no more (2.154 and later raise ImportError), and an object of the new classes is not called: it has serialize() or deserialize().',
    since: '2.0.0',
    guide: 'Serializer and Deserializer Classes',
    examples: [
      {
        before:
          'from sagemaker.predictor import csv_serializer, json_deserializer\npredictor.serializer = csv_serializer\npredictor.deserializer = json_deserializer\n',
        after:
          'from sagemaker.deserializers import JSONDeserializer\nfrom sagemaker.serializers import CSVSerializer\npredictor.serializer = CSVSerializer()\npredictor.deserializer = JSONDeserializer()\n',
      },
      {
        before: 'from sagemaker.predictor import json_deserializer\nresult = json_deserializer(stream, content_type)\n',
        after:
          'from sagemaker.deserializers import JSONDeserializer\nresult = JSONDeserializer().deserialize(stream, content_type)\n',
      },
    ],
  },
  reference(reference, program) {
    const { node, sdk, isImport } = reference;
    const to = instanceSymbols.get(v1.resolve(sdk.path)?.path ?? '');
    if (to === undefined) return undefined;
    const name = to.slice(to.lastIndexOf('.') + 1);
    const { evidence } = sdk;
    const message = `${sdk.path.slice(sdk.path.lastIndexOf('.') + 1)} is an object of the class ${name} in v2`;
    if (isFromGuardedImport(program, sdk)) return { at: node, evidence, message, state: 'guarded' };
    // A member of a module leaves the module's name as it is.
    const isOwnName = node.type !== 'attribute';
    if (sdk.binding !== undefined && isOwnName && keepsName(program, { ...sdk.binding, hasAlias: false })) {
      return isImport
        ? {
            at: node,
            evidence,
            message: `${message}: keep the name as a variable`,
            suggestion: `${sdk.binding.name} = ${name}()`,
          }
        : undefined;
    }
    if (isImport && sdk.binding !== undefined && needsOld(sdk.binding, to, program))
      return { at: node, evidence, message: `${message}: one use is left to you` };
    if (isImport)
      return { at: node, evidence, message, edits: [moveImport(node, sdk.binding?.hasAlias ? undefined : to)] };
    if (!namesObject(reference, program) || serdePlan(program).claimed.has(node)) return undefined;
    return rewrite(reference, to, message);
  },
  *program(program) {
    // A variable (or an attribute) that holds one of the objects is called.
    for (const call of findNodes(program.tree, 'call')) {
      const node = calleeOf(call);
      const value = node === undefined ? undefined : valueAt(program, node);
      if (node === undefined || value === undefined) continue;
      const reference = program.facts.references.get(node);
      if (reference !== undefined && namesObject(reference, program)) continue;
      const side = sides.find((each) => alternatives(value).every((one) => isConverter(one, each)));
      const first = alternatives(value)[0];
      if (side === undefined || first === undefined || !('evidence' in first)) continue;
      const message = `a ${side.role} is not called in v2, it has ${side.method}()`;
      yield { at: node, evidence: first.evidence, message, edits: [insert(node.end, `.${side.method}`)] };
    }
  },
};

/** Whether the value is one of the SDK's serializers (or deserializers). */
function isConverter(value: Value, side: Side): boolean {
  if (value.kind === 'instance')
    return (
      value.userClass === undefined && (side.role === 'serializer' ? isSerializer : isDeserializer)(value.classPath)
    );
  const to = value.kind === 'sdk' ? instanceSymbols.get(v1.resolve(value.path)?.path ?? '') : undefined;
  return to?.startsWith(`sagemaker.${side.role}s.`) === true;
}

/** Whether a use of the import is left to a person, so that the import stays. */
function needsOld(binding: ImportBinding, to: string, program: Program): boolean {
  return [...binding.references].some((node) => {
    const reference = program.facts.references.get(node);
    return reference !== undefined && namesObject(reference, program) && rewrite(reference, to, '').edits === undefined;
  });
}

function rewrite({ node, sdk }: ReferenceFact, to: string, message: string): Finding {
  const { evidence } = sdk;
  const at = node;
  const { parent } = node;
  const made = symbol(to, node);
  const isOutgoing = to.startsWith('sagemaker.serializers.');
  if (parent?.type === 'call' && parent.children[0] === node) {
    const count = writtenArguments(parent).length;
    if (isOutgoing && count > 1)
      return {
        at,
        evidence,
        message: `${message}, which takes the dtype itself`,
        suggestion: `${nameOf(to)}(dtype=…).serialize(…)`,
      };
    const edits: Edit[] = [replace(node, made, isOutgoing ? '().serialize' : '().deserialize')];
    // numpy_deserializer(stream) took the stream for NPY (v1 predictor.py, _NumpyDeserializer.__call__).
    if (!isOutgoing && count === 1) edits.push(appendArgument(parent, 'content_type', "'application/x-npy'"));
    return { at, evidence, message, edits };
  }
  if (parent?.type === 'attribute' && parent.children[0] === node) {
    const attribute = parent.children[1];
    // The accept of a deserializer is text under that name again, from 2.18 on.
    if (attribute?.text === 'content_type')
      return { at, evidence, message, edits: [replace(node, made, '()'), rename(attribute, 'CONTENT_TYPE')] };
  }
  if (parent?.type === 'comparison_operator') {
    return {
      at,
      evidence,
      message: `${message}: no two objects of it are equal, ask for the class`,
      suggestion: `isinstance(…, ${nameOf(to)})`,
    };
  }
  return { at, evidence, message, edits: [replace(node, made, '()')] };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
