import type { Rule } from './rule.js';
import { predictorsOf, sideOf } from './shared/serde.js';
import { serdePlan } from './shared/serde-plan.js';

/** `predictor.content_type = …` and `predictor.accept = …` after construction. */
export const predictorContentTypeAttribute: Rule = {
  docs: {
    name: 'predictor-content-type-attribute',
    summary: 'content_type and accept of a predictor belong to its serializer and deserializer',
    why:
      'From 2.0 to 2.153 the attributes cannot be set at all. Where the serializer says the same type the line goes; a ' +
      'predictor without serializer gets one that passes the bytes on with that type.',
    since: '2.0.0',
    guide: 'Serializer and Deserializer Classes',
    examples: [
      {
        before:
          "from sagemaker.predictor import csv_serializer\npredictor.content_type = 'text/csv'\npredictor.serializer = csv_serializer\n",
        after: 'from sagemaker.serializers import CSVSerializer\npredictor.serializer = CSVSerializer()\n',
      },
      {
        before:
          "import sagemaker\npredictor = estimator.deploy(1, 'ml.m4.xlarge')\npredictor.content_type = 'application/x-image'\n",
        after:
          "import sagemaker\npredictor = estimator.deploy(1, 'ml.m4.xlarge')\npredictor.serializer = sagemaker.serializers.IdentitySerializer(content_type='application/x-image')\n",
      },
    ],
  },
  attribute(use, program) {
    const side = sideOf(use.name, 'header');
    const [predictor] = predictorsOf(use);
    if (side === undefined || predictor === undefined || program.dialect === 'v2') return undefined;
    const { evidence } = predictor;
    if (use.access === 'read' && side.header === 'accept') {
      return {
        at: use.nameNode,
        evidence,
        message: 'accept is a tuple in v2, the types one after the other',
        suggestion: `${use.node.text}[0]`,
      };
    }
    const plan = serdePlan(program).writes.get(use.nameNode);
    if (plan === undefined || plan.isCovered === true) return undefined;
    const { edits, isAssumed, suggestion } = plan;
    const message = `${use.name} is no longer the predictor's own: ${plan.message}`;
    if (edits === undefined)
      return { at: use.nameNode, evidence, message, ...(suggestion !== undefined && { suggestion }) };
    return { at: use.nameNode, evidence: use.isCertain ? evidence : 'name', message, edits, isAssumed };
  },
};
