import { serializerNone } from '../../src/rules/serializer-none.js';
import { testRule } from '../support/rule-tester.js';

const from = 'from sagemaker.predictor import Predictor\n';

testRule(serializerNone, {
  unchanged: [
    { why: 'an unknown object', code: 'import sagemaker\nfield.serializer = None\n' },
    { why: 'deploy() takes None for the default', code: "estimator.deploy(1, 'ml.m4.xlarge', serializer=None)\n" },
  ],
  changed: [
    {
      name: 'arguments of a constructor',
      before: `${from}p = Predictor('ep', serializer=None, deserializer=None)\n`,
      after: `${from}from sagemaker.deserializers import BytesDeserializer\nfrom sagemaker.serializers import IdentitySerializer\np = Predictor('ep', serializer=IdentitySerializer(), deserializer=BytesDeserializer())\n`,
    },
    {
      name: 'an algorithm makes the predictor itself',
      before: 'import sagemaker\nm = algo.create_model(serializer=None)\n',
      after: 'import sagemaker\nm = algo.create_model(serializer=sagemaker.serializers.IdentitySerializer())\n',
    },
  ],
  reported: [
    {
      code: `${from}nothing = None\nPredictor('ep', serializer=nothing)\n`,
      line: 3,
      state: 'manual',
      says: 'IdentitySerializer()',
    },
  ],
});
