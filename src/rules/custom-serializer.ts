import type { PyNode } from '../python/node.js';
import type { Program } from '../semantic/program.js';
import { stringOf, type Value } from '../semantic/values.js';
import type { Finding, Rule } from './rule.js';
import { findArgument } from './sdk-call.js';
import { takesSerde } from './shared/callable-uses.js';
import { predictorsOf, type Side, serdeOf, sideOf, sides } from './shared/serde.js';
import { serdePlan } from './shared/serde-plan.js';

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
        before:
          "import sagemaker\n\ndef to_text(rows):\n    return str(rows)\n\npredictor.content_type = 'text/plain'\npredictor.serializer = to_text\n",
        after:
          "import sagemaker\n\ndef to_text(rows):\n    return str(rows)\n\nclass _ToTextSerializer(sagemaker.serializers.SimpleBaseSerializer):\n    def serialize(self, data):\n        return to_text(data)\n\npredictor.serializer = _ToTextSerializer(content_type='text/plain')\n",
      },
      {
        before:
          "import json\nfrom sagemaker.predictor import RealTimePredictor\np = RealTimePredictor('ep', serializer=json.dumps)\n",
        after:
          "import json\nfrom sagemaker.predictor import Predictor\nfrom sagemaker.serializers import JSONSerializer\np = Predictor('ep', serializer=JSONSerializer())\n",
      },
    ],
  },
  attribute(use, program) {
    const side = use.access === 'write' ? sideOf(use.name, 'role') : undefined;
    const [predictor] = predictorsOf(use);
    const { valueNode, value } = use;
    if (side === undefined || predictor === undefined || value === undefined) return undefined;
    if (!isCustom(value, valueNode, side, program)) return undefined;
    const header = predictor.writes.find((write) => write.name === side.header);
    const place = { side, node: valueNode, target: `${use.node.text} = `, type: header?.valueNode?.text };
    const finding = { at: valueNode ?? use.nameNode, evidence: use.isCertain ? predictor.evidence : 'name' } as const;
    return { ...finding, ...(wrapped(value, valueNode, side, program) ?? advice(value, place)) };
  },
  *call(call, program) {
    if (!takesSerde(call)) return;
    for (const side of sides) {
      const argument = findArgument(call, side.role);
      if (argument === undefined || !isCustom(argument.value, argument.valueNode, side, program)) continue;
      const { value, valueNode } = argument;
      const header = findArgument(call, side.header);
      const place = { side, node: valueNode, target: `${side.role}=`, type: header?.valueNode?.text };
      const finding = { at: valueNode ?? call.node, evidence: call.evidence };
      yield { ...finding, ...(wrapped(value, valueNode, side, program) ?? advice(value, place)) };
    }
  },
};

function isCustom(value: Value, node: PyNode | undefined, side: Side, program: Program): boolean {
  return serdeOf(value, node, side, program).kind === 'custom';
}

/** The fix where the class can be written; the body stays the same, but nobody else may look at the function's place. */
function wrapped(
  value: Value,
  node: PyNode | undefined,
  side: Side,
  program: Program,
): Pick<Finding, 'message' | 'edits' | 'isAssumed'> | undefined {
  const edits = node === undefined ? undefined : serdePlan(program).wrapped.get(node);
  if (edits === undefined) return undefined;
  const what =
    value.kind === 'foreign' && value.path === 'json.dumps'
      ? 'JSONSerializer sends the same'
      : 'a class wraps the function';
  return { message: `a ${side.role} of v2 is an object with ${side.method}(): ${what}`, edits, isAssumed: true };
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
  if (value.kind === 'foreign' && /^json\.loads?$/.test(value.path)) {
    return {
      message: `a deserializer of v2 is an object with deserialize(); ${text}(stream, content_type) failed in v1 too`,
      suggestion: `${target}JSONDeserializer()`,
    };
  }
  if (value.kind === 'instance' && value.userClass !== undefined) {
    const { name } = value.userClass;
    const [old, now] = isOutgoing ? ['content_type', 'CONTENT_TYPE'] : ['accept', 'ACCEPT'];
    return {
      message: `a ${side.role} of v2 has ${side.method}() instead of __call__() and ${now} instead of ${old}: change the class ${name}`,
      suggestion: [
        `from sagemaker.${side.role}s import Base${isOutgoing ? 'Serializer' : 'Deserializer'}`,
        '',
        `class ${name}(Base${isOutgoing ? 'Serializer' : 'Deserializer'}):`,
        `    ${now} = ${type ?? '…'}`,
        '',
        `    def ${side.method}(self, ${isOutgoing ? 'data' : 'stream, content_type'}):`,
        '        …',
      ].join('\n'),
    };
  }
  const base = isOutgoing ? 'SimpleBaseSerializer' : 'SimpleBaseDeserializer';
  const parameters = isOutgoing ? 'data' : 'stream, content_type';
  const call = node === undefined || node.type === 'lambda' ? '…' : `${text}(${parameters})`;
  const name = `_${camelCase(node?.type === 'lambda' ? 'custom' : text)}${isOutgoing ? 'Serializer' : 'Deserializer'}`;
  const header = type === undefined ? '' : `${side.header}=${type}`;
  const also = type === undefined ? '' : `, and give it the ${side.header}`;
  const message = `a ${side.role} of v2 is an object with ${side.method}(): wrap the function in a class${also}`;
  const opening = [`from sagemaker.${side.role}s import ${base}`, '', `class ${name}(${base}):`];
  // In the class, self is another object than the one that has the method.
  const lines = text.startsWith('self.')
    ? [
        `    def __init__(self, function${type === undefined ? '' : `, ${side.header}`}):`,
        `        super().__init__(${type === undefined ? '' : side.header})`,
        '        self.function = function',
        '',
        `    def ${side.method}(self, ${parameters}):`,
        `        return self.function(${parameters})`,
        '',
        `${target}${name}(${type === undefined ? text : `${text}, ${header}`})`,
      ]
    : [`    def ${side.method}(self, ${parameters}):`, `        return ${call}`, '', `${target}${name}(${header})`];
  return { message, suggestion: [...opening, ...lines].join('\n') };
}

function camelCase(text: string): string {
  const words = text.replace(/^self\./, '').match(/[A-Za-z0-9]+/g) ?? [];
  return words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .replace(/(Des|S)erializer$/, '');
}
