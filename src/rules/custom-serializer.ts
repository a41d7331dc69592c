import type { PyNode } from '../python/node.js';
import { isPredictor } from '../sdk/roles.js';
import type { Program } from '../semantic/program.js';
import type { Value } from '../semantic/values.js';
import type { Rule } from './rule.js';
import { findArgument } from './sdk-call.js';
import { makesPlainPredictor } from './shared/header-arguments.js';
import { headerText, type Side, serdeOf, sides } from './shared/serde.js';
import { predictorsOf, sideOf } from './shared/serde-plan.js';

/** A function, lambda or callable object as serializer or deserializer. */
export const customSerializer: Rule = {
  docs: {
    name: 'custom-serializer',
    summary: 'a function is no serializer any more: write a class with serialize()',
    why: 'v2 calls serializer.serialize() and reads serializer.CONTENT_TYPE; a function raises an AttributeError at predict().',
    since: '2.0.0',
    guide: 'Serializer and Deserializer Classes',
    examples: [
      {
        before: 'def to_text(rows):\n    return str(rows)\n\npredictor.serializer = to_text\n',
        after: 'def to_text(rows):\n    return str(rows)\n\npredictor.serializer = to_text\n',
      },
    ],
  },
  attribute(use, program) {
    const side = use.access === 'write' ? sideOf(use.name, 'role') : undefined;
    const [predictor] = predictorsOf(use);
    if (
      side === undefined ||
      predictor === undefined ||
      use.value === undefined ||
      !isCustom(use.value, use.valueNode, side, program)
    )
      return undefined;
    const header = predictor.writes.find((write) => write.name === side.header);
    const type = header === undefined ? undefined : (headerText(header.value) ?? header.valueNode?.text);
    return { at: use.valueNode ?? use.nameNode, evidence: predictor.evidence, ...advice(side, use.valueNode, type) };
  },
  *call(call, program) {
    const isTaker =
      call.target.kind === 'constructor'
        ? isPredictor(call.classPath)
        : ['deploy', 'create_model'].includes(call.name) && makesPlainPredictor(call.classPath);
    if (!isTaker) return;
    for (const side of sides) {
      const argument = findArgument(call, side.role);
      if (argument === undefined || !isCustom(argument.value, argument.valueNode, side, program)) continue;
      const header = findArgument(call, side.header);
      const type = header === undefined ? undefined : (headerText(header.value) ?? header.valueNode?.text);
      yield { at: argument.valueNode ?? call.node, evidence: call.evidence, ...advice(side, argument.valueNode, type) };
    }
  },
};

function isCustom(value: Value, node: PyNode | undefined, side: Side, program: Program): boolean {
  return serdeOf(value, node, side, program).kind === 'custom';
}

function advice(
  side: Side,
  node: PyNode | undefined,
  type: string | undefined,
): { message: string; suggestion: string } {
  const isOutgoing = side.role === 'serializer';
  const base = isOutgoing ? 'SimpleBaseSerializer' : 'SimpleBaseDeserializer';
  const parameters = isOutgoing ? 'data' : 'stream, content_type';
  const call = node === undefined || node.type === 'lambda' ? '…' : `${node.text}(${parameters})`;
  const header = type === undefined ? '' : `${side.header}='${type}'`;
  return {
    message: `a ${side.role} of v2 is an object with ${side.method}(): wrap the function in a class`,
    suggestion: `class Custom(${base}):\n    def ${side.method}(self, ${parameters}):\n        return ${call}\n\n${side.role} = Custom(${header})`,
  };
}
