import type { Rule } from './rule.js';
import { serdePlan } from './shared/serde-plan.js';

/** `content_type` and `accept` of predictor constructors, and of `deploy()` and `create_model()` that hand them on. */
export const predictorContentTypeParam: Rule = {
  docs: {
    name: 'predictor-content-type-param',
    summary: 'content_type= and accept= of predictors belong to the serializer and the deserializer',
    why:
      'v2 warns and ignores them in a constructor, so that the request goes out as application/octet-stream; the 5th ' +
      'positional argument became the component name; deploy() and create_model() raise a TypeError.',
    since: '2.0.0',
    guide: 'Serializer and Deserializer Classes',
    examples: [
      {
        before:
          "from sagemaker.predictor import RealTimePredictor\np = RealTimePredictor('ep', content_type='image/jpeg')\n",
        after:
          "from sagemaker.predictor import Predictor\nfrom sagemaker.serializers import IdentitySerializer\np = Predictor('ep', serializer=IdentitySerializer(content_type='image/jpeg'))\n",
      },
      {
        before:
          "from sagemaker.predictor import RealTimePredictor, csv_serializer\np = RealTimePredictor('ep', serializer=csv_serializer, content_type='text/csv')\n",
        after:
          "from sagemaker.predictor import Predictor\nfrom sagemaker.serializers import CSVSerializer\np = Predictor('ep', serializer=CSVSerializer())\n",
      },
    ],
  },
  *call(call, program) {
    for (const { argument, edits, message, isAssumed, suggestion } of serdePlan(program).calls.get(call.fact) ?? []) {
      const at = argument.nameNode ?? argument.written ?? call.node;
      const { evidence } = call;
      if (edits === undefined) yield { at, evidence, message, ...(suggestion !== undefined && { suggestion }) };
      else yield { at, evidence, message, edits, isAssumed: isAssumed || program.dialect === 'v2' };
    }
  },
};
