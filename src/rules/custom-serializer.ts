import type { PyNode } from '../python/node.js';
import { isPredictor } from '../sdk/roles.js';
import type { Program } from '../semantic/program.js';
import { stringOf, type Value } from '../semantic/values.js';
import type { Rule } from './rule.js';
import { findArgument } from './sdk-call.js';
import { makesPlainPredictor } from './shared/header-arguments.js';
import { type Side, serdeOf, sides } from './shared/serde.js';
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
    const place = { side, node: use.valueNode, target: `${use.node.text} = `, type: header?.valueNode?.text };
    return { at: use.valueNode ?? use.nameNode, evidence: predictor.evidence, ...advice(use.value, place) };
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
      const place = { side, node: argument.valueNode, target: `${side.role}=`, type: header?.valueNode?.text };
      yield { at: argument.valueNode ?? call.node, evidence: call.evidence, ...advice(argument.value, place) };
    }
  },
};

function isCustom(value: Value, node: PyNode | undefined, side: Side, program: Program): boolean {
  return serdeOf(value, node, side, program).kind === 'custom';
}

interface Place {
  readonly side: Side;
  readonly node: PyNode | undefined;
  /** What the class is put into: `predictor.serializer = ` or `serializer=`. */
  readonly target: string;
  /** The type that v1 sent with it. */
  readonly type: string | undefined;
}

function advice(value: Value, { side, node, target, type }: Place): { message: string; suggestion: string } {
  const text = node?.text ?? '…';
  if (stringOf(value) !== undefined || value.kind === 'text') {
    const plain = side.plain.slice(side.plain.lastIndexOf('.') + 1);
    return {
      message: `a string is no ${side.role}, in v1 neither: was it meant as ${side.header}?`,
      suggestion: `${target}${plain}(${side.header}=${text})`,
    };
  }
  const isOutgoing = side.role === 'serializer';
  const base = isOutgoing ? 'SimpleBaseSerializer' : 'SimpleBaseDeserializer';
  const parameters = isOutgoing ? 'data' : 'stream, content_type';
  const call = node === undefined || node.type === 'lambda' ? '…' : `${text}(${parameters})`;
  const name = `_${camelCase(node?.type === 'lambda' ? 'custom' : text)}${isOutgoing ? 'Serializer' : 'Deserializer'}`;
  const header = type === undefined ? '' : `${side.header}=${type}`;
  const also = type === undefined ? '' : `, and give it the ${side.header}`;
  return {
    message: `a ${side.role} of v2 is an object with ${side.method}(): wrap the function in a class${also}`,
    suggestion: [
      `from sagemaker.${side.role}s import ${base}`,
      '',
      `class ${name}(${base}):`,
      `    def ${side.method}(self, ${parameters}):`,
      `        return ${call}`,
      '',
      `${target}${name}(${header})`,
    ].join('\n'),
  };
}

function camelCase(text: string): string {
  const words = text.match(/[A-Za-z0-9]+/g) ?? [];
  return words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .replace(/(Des|S)erializer$/, '');
}
