import { appendArgument, nameArgument } from '../edits/builders.js';
import { movedSymbols } from '../sdk/moved-symbols.js';
import { isDeserializer, isSerializer } from '../sdk/roles.js';
import { v1 } from '../sdk/tables.js';
import type { Finding, Rule } from './rule.js';
import { constructs, findArgument, type SdkCall } from './sdk-call.js';
import { movedTo } from './shared/moved-symbol.js';
import { serdePlan } from './shared/serde-plan.js';

/** `_CsvSerializer`, `StringDeserializer`, `numpy_to_record_serializer` …: classes that moved, some under another name. */
export const serializerClasses: Rule = {
  docs: {
    name: 'serializer-classes',
    summary: 'serializer and deserializer classes live in sagemaker.serializers and sagemaker.deserializers',
    why:
      'The old paths raise ImportError on 2.154 and later. NumpyDeserializer takes (dtype, accept) where v1 took (accept, ' +
      'dtype), and StringDeserializer asks for application/json where v1 asked for nothing.',
    since: '2.0.0',
    guide: 'Serializer and Deserializer Classes',
    examples: [
      {
        before:
          "from sagemaker.predictor import _NumpyDeserializer\nd = _NumpyDeserializer('application/json', 'float32')\n",
        after:
          "from sagemaker.deserializers import NumpyDeserializer\nd = NumpyDeserializer(accept='application/json', dtype='float32')\n",
      },
      {
        before:
          'from sagemaker.amazon.common import numpy_to_record_serializer\npredictor.serializer = numpy_to_record_serializer()\n',
        after: 'from sagemaker.amazon.common import RecordSerializer\npredictor.serializer = RecordSerializer()\n',
      },
    ],
  },
  reference(reference, program) {
    const path = v1.resolve(reference.sdk.path)?.path ?? '';
    if (!isSerializer(path) && !isDeserializer(path)) return undefined;
    const to = movedSymbols.get(path);
    return to === undefined || to === reference.sdk.path ? undefined : movedTo(reference, program, to);
  },
  *call(call, program) {
    if (constructs(call, 'sagemaker.predictor._NumpyDeserializer')) yield* swapped(call);
    if (constructs(call, 'sagemaker.predictor.StringDeserializer') && !serdePlan(program).claimed.has(call.node)) {
      const isOpen = call.hasOpaqueKeywords || call.hasOpaquePositional || call.fact.isPartial;
      if (findArgument(call, 'accept') !== undefined || isOpen) return;
      const message = 'StringDeserializer asks for application/json in v2, v1 left the choice to the endpoint';
      yield { at: call.node, evidence: call.evidence, message, edits: [appendArgument(call.node, 'accept', "'*/*'")] };
    }
  },
};

function* swapped(call: SdkCall): Generator<Finding> {
  const positional = call.arguments.filter((argument) => argument.index !== undefined);
  if (positional.length === 0 && !call.hasOpaquePositional) return;
  const message = 'NumpyDeserializer takes (dtype, accept) where v1 took (accept, dtype)';
  const at = positional[0]?.written ?? call.node;
  const edits = positional.map(
    ({ written, index }) => written && nameArgument(written, index === 0 ? 'accept' : 'dtype'),
  );
  if (call.hasOpaquePositional || !edits.every((edit) => edit !== undefined)) {
    yield { at, evidence: call.evidence, message: `${message}: pass them by name` };
  } else yield { at, evidence: call.evidence, message, edits };
}
