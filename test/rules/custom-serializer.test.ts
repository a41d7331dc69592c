import { customSerializer } from '../../src/rules/custom-serializer.js';
import { testRule } from '../support/rule-tester.js';

testRule(customSerializer, {
  unchanged: [
    { why: 'an unknown object', code: 'import sagemaker\nfield.serializer = str\n' },
    {
      why: 'a class of v2',
      code: 'from sagemaker.serializers import SimpleBaseSerializer\n\nclass Mine(SimpleBaseSerializer):\n    def serialize(self, data):\n        return str(data)\n\npredictor.serializer = Mine()\n',
    },
    {
      why: 'a serializer of v2',
      code: 'from sagemaker.serializers import CSVSerializer\npredictor.serializer = CSVSerializer()\n',
    },
  ],
  changed: [],
  reported: [
    {
      code: "def my_ser(x):\n    return str(x)\n\npredictor.content_type = 'text/plain'\npredictor.serializer = my_ser\n",
      line: 5,
      state: 'manual',
      says: "_MySerSerializer(content_type='text/plain')",
    },
    { code: 'predictor.serializer = str\n', line: 1, state: 'manual', says: 'return str(data)' },
    {
      code: 'import json\npredictor.deserializer = lambda stream, ct: json.load(stream)\n',
      line: 2,
      state: 'manual',
      says: 'deserialize(self, stream, content_type)',
    },
    {
      code: 'class Rows:\n    def __call__(self, data):\n        return str(data)\n\npredictor.serializer = Rows()\n',
      line: 5,
      state: 'manual',
    },
    {
      code: 'import json\nfrom sagemaker.predictor import Predictor\nPredictor("ep", serializer=json.dumps)\n',
      line: 3,
      state: 'manual',
      says: 'json.dumps(data)',
    },
    {
      code: "from sagemaker.predictor import Predictor\nPredictor('ep', sess, 'text/csv')\n",
      line: 2,
      state: 'manual',
      says: "IdentitySerializer(content_type='text/csv')",
    },
  ],
});
