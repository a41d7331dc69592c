import { appendArgument, symbol } from '../edits/builders.js';
import { lineageOf } from '../sdk/roles.js';
import { alternatives, type Value } from '../semantic/values.js';
import type { Rule } from './rule.js';
import { constructs, findArgument } from './sdk-call.js';

const PREDICTOR = 'sagemaker.xgboost.model.XGBoostPredictor';

/** The default serializer of `XGBoostPredictor`. */
export const xgboostPredictorSerializer: Rule = {
  docs: {
    name: 'xgboost-predictor-serializer',
    summary: 'XGBoostPredictor sends LibSVM by default, in v1 it sent NPY',
    why: 'The same predict() call sends other bytes with another content type; the model may answer something else.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before: "from sagemaker.xgboost import XGBoostPredictor\np = XGBoostPredictor('ep')\n",
        after:
          "from sagemaker.xgboost import XGBoostPredictor\nfrom sagemaker.serializers import NumpySerializer\np = XGBoostPredictor('ep', serializer=NumpySerializer())\n",
      },
    ],
  },
  call(call, program) {
    if (program.dialect === 'v2' || call.fact.isPartial) return undefined;
    const made = call.fact.result;
    const isMaker =
      constructs(call, PREDICTOR) ||
      (call.target.kind === 'method' && call.name === 'deploy' && made !== undefined && isXgboost(made));
    if (!isMaker || findArgument(call, 'serializer', 'predictor_cls') !== undefined) return undefined;
    const isChosenLater =
      made !== undefined &&
      alternatives(made).some(
        (each) =>
          each.kind === 'instance' && each.writes.some(({ name }) => name === 'serializer' || name === 'content_type'),
      );
    if (isChosenLater) return undefined;
    const message = 'the default serializer is LibSVM in v2, it was NPY';
    const { evidence, node } = call;
    if (call.hasOpaqueKeywords || call.hasOpaquePositional)
      return {
        at: node,
        evidence,
        message: `${message}: pass it if nothing else does`,
        suggestion: 'serializer=NumpySerializer()',
      };
    const edits = [appendArgument(node, 'serializer', symbol('sagemaker.serializers.NumpySerializer', node), '()')];
    return { at: node, evidence, message, edits, isAssumed: program.dialect === 'unknown' };
  },
};

function isXgboost(value: Value): boolean {
  return alternatives(value).every(
    (each) => each.kind === 'instance' && each.userClass === undefined && lineageOf(each.classPath)[0] === PREDICTOR,
  );
}
