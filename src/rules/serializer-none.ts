import { replace, symbol } from '../edits/builders.js';
import { isPredictor } from '../sdk/roles.js';
import { isNone } from '../semantic/values.js';
import type { Rule } from './rule.js';
import { callsMethod, findArgument } from './sdk-call.js';
import { predictorsOf, sideOf, sides } from './shared/serde.js';
import { serdePlan } from './shared/serde-plan.js';

/** `predictor.serializer = None` and `serializer=None`: bytes as they are. */
export const serializerNone: Rule = {
  docs: {
    name: 'serializer-none',
    summary: 'None is no serializer any more: IdentitySerializer() and BytesDeserializer() pass bytes on as they are',
    why: 'v2 asks the serializer for its type and raises an AttributeError at predict().',
    since: '2.0.0',
    guide: 'Serializer and Deserializer Classes',
    examples: [
      {
        before: 'predictor.serializer = None\npredictor.deserializer = None\n',
        after:
          'from sagemaker.deserializers import BytesDeserializer\nfrom sagemaker.serializers import IdentitySerializer\npredictor.serializer = IdentitySerializer()\npredictor.deserializer = BytesDeserializer()\n',
      },
    ],
  },
  attribute(use, program) {
    const side = use.access === 'write' ? sideOf(use.name, 'role') : undefined;
    const [predictor] = predictorsOf(use);
    const { valueNode, value } = use;
    if (
      side === undefined ||
      predictor === undefined ||
      valueNode?.type !== 'none' ||
      value === undefined ||
      !isNone(value)
    )
      return undefined;
    if (serdePlan(program).claimed.has(valueNode)) return undefined;
    const message = `None is no ${side.role} in v2`;
    return {
      at: valueNode,
      evidence: use.isCertain ? predictor.evidence : 'name',
      message,
      edits: [replace(valueNode, symbol(side.plain, use.node), '()')],
    };
  },
  *call(call, program) {
    // deploy() itself takes None for "the default".
    const isTaker =
      call.target.kind === 'constructor'
        ? isPredictor(call.classPath)
        : callsMethod(call, 'create_model', 'sagemaker.algorithm.AlgorithmEstimator');
    if (!isTaker) return;
    for (const side of sides) {
      const argument = findArgument(call, side.role);
      if (argument === undefined || !isNone(argument.value)) continue;
      const { valueNode } = argument;
      if (valueNode !== undefined && serdePlan(program).claimed.has(valueNode)) continue;
      const at = valueNode ?? call.node;
      const message = `None is no ${side.role} in v2`;
      if (valueNode?.type === 'none')
        yield {
          at,
          evidence: call.evidence,
          message,
          edits: [replace(valueNode, symbol(side.plain, call.node.children[0] ?? call.node), '()')],
        };
      else
        yield {
          at,
          evidence: call.evidence,
          message,
          suggestion: `${side.role}=${side.plain.slice(side.plain.lastIndexOf('.') + 1)}()`,
        };
    }
  },
};
