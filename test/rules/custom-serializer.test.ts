import { customSerializer } from '../../src/rules/custom-serializer.js';
import { testRule } from '../support/rule-tester.js';

const HEAD = 'from sagemaker.predictor import RealTimePredictor\n';
const HEAD_V2 = 'from sagemaker.predictor import Predictor\nfrom sagemaker.serializers import SimpleBaseSerializer\n';

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
  changed: [
    {
      name: 'a function, with the type beside it',
      before: `${HEAD}\ndef my_ser(x):\n    return str(x)\n\np = RealTimePredictor('ep')\np.content_type = 'text/plain'\np.serializer = my_ser\np.predict([1])\n`,
      after: `${HEAD_V2}\ndef my_ser(x):\n    return str(x)\n\np = Predictor('ep')\n\nclass _MySerSerializer(SimpleBaseSerializer):\n    def serialize(self, data):\n        return my_ser(data)\n\np.serializer = _MySerSerializer(content_type='text/plain')\np.predict([1])\n`,
    },
    {
      name: 'the type after the serializer, under a comment, in a block of two blanks',
      before: `${HEAD}\ndef my_ser(x):\n  return str(x)\n\nif ready:\n  p = RealTimePredictor('ep')\n\n  # text\n  p.serializer = my_ser\n  p.content_type = 'text/plain' # plain\n`,
      after: `${HEAD_V2}\ndef my_ser(x):\n  return str(x)\n\nif ready:\n  p = Predictor('ep')\n\n  class _MySerSerializer(SimpleBaseSerializer):\n    def serialize(self, data):\n      return my_ser(data)\n\n  # text\n  p.serializer = _MySerSerializer(content_type='text/plain')\n  # plain\n`,
    },
    {
      name: 'the only two statements of a block',
      before: `${HEAD}\ndef my_ser(x):\n    return str(x)\n\np = RealTimePredictor('ep')\nif ready:\n    p.content_type = 'text/plain'\n    p.serializer = my_ser\n`,
      after: `${HEAD_V2}\ndef my_ser(x):\n    return str(x)\n\np = Predictor('ep')\nif ready:\n    class _MySerSerializer(SimpleBaseSerializer):\n        def serialize(self, data):\n            return my_ser(data)\n\n    p.serializer = _MySerSerializer(content_type='text/plain')\n`,
    },
    {
      name: 'arguments of a constructor, a lambda and a function for the response',
      before: `${HEAD}\ndef lines(stream, content_type):\n    return stream.read().split()\n\np = RealTimePredictor('ep', serializer=lambda rows: '\\n'.join(rows), deserializer=lines, content_type='text/csv')\n`,
      after: `from sagemaker.predictor import Predictor\nfrom sagemaker.deserializers import SimpleBaseDeserializer\nfrom sagemaker.serializers import SimpleBaseSerializer\n\ndef lines(stream, content_type):\n    return stream.read().split()\n\nclass _CustomSerializer(SimpleBaseSerializer):\n    def serialize(self, rows):\n        return '\\n'.join(rows)\n\nclass _LinesDeserializer(SimpleBaseDeserializer):\n    def deserialize(self, stream, content_type):\n        return lines(stream, content_type)\n\np = Predictor('ep', serializer=_CustomSerializer(content_type='text/csv'), deserializer=_LinesDeserializer())\n`,
    },
    {
      name: 'one class for two predictors',
      before: `${HEAD}\ndef enc(x):\n    return str(x)\n\np = RealTimePredictor('a', serializer=enc, content_type='text/plain')\nq = RealTimePredictor('b', serializer=enc, content_type='text/csv')\n`,
      after: `${HEAD_V2}\ndef enc(x):\n    return str(x)\n\nclass _EncSerializer(SimpleBaseSerializer):\n    def serialize(self, data):\n        return enc(data)\n\np = Predictor('a', serializer=_EncSerializer(content_type='text/plain'))\nq = Predictor('b', serializer=_EncSerializer(content_type='text/csv'))\n`,
    },
    {
      name: 'the name of the class is taken',
      before: `${HEAD}\n_EncSerializer = 1\n\ndef enc(x):\n    return str(x)\n\np = RealTimePredictor('a', serializer=enc, content_type='text/plain')\n`,
      after: `${HEAD_V2}\n_EncSerializer = 1\n\ndef enc(x):\n    return str(x)\n\nclass _Enc2Serializer(SimpleBaseSerializer):\n    def serialize(self, data):\n        return enc(data)\n\np = Predictor('a', serializer=_Enc2Serializer(content_type='text/plain'))\n`,
    },
    {
      name: 'json.dumps',
      before: `import json\n${HEAD}p = RealTimePredictor('ep', serializer=json.dumps)\np.content_type = 'application/json'\n`,
      after: `import json\nfrom sagemaker.predictor import Predictor\nfrom sagemaker.serializers import JSONSerializer\np = Predictor('ep', serializer=JSONSerializer())\n`,
    },
    {
      name: 'json.dumps with another type',
      before: `from json import dumps\n${HEAD}p = RealTimePredictor('ep')\np.serializer = dumps\np.content_type = 'application/x-json'\n`,
      after: `from json import dumps\nfrom sagemaker.predictor import Predictor\nfrom sagemaker.serializers import JSONSerializer\np = Predictor('ep')\np.serializer = JSONSerializer(content_type='application/x-json')\n`,
    },
    {
      // v1 xgboost/model.py: the predictor keeps the type of the serializer that it was made with.
      name: 'the type of the predictor, where none is set',
      before:
        "from sagemaker.xgboost import XGBoostModel\nmodel = XGBoostModel(data, role, 'a.py', framework_version='1.0-1')\np = model.deploy(1, 'ml.m4.xlarge')\np.serializer = str\n",
      after:
        "from sagemaker.xgboost import XGBoostModel\nfrom sagemaker.serializers import SimpleBaseSerializer\nmodel = XGBoostModel(data, role, 'a.py', framework_version='1.0-1')\np = model.deploy(1, 'ml.m4.xlarge')\n\nclass _StrSerializer(SimpleBaseSerializer):\n    def serialize(self, data):\n        return str(data)\n\np.serializer = _StrSerializer(content_type='application/x-npy')\n",
    },
    {
      name: 'deploy() of an estimator, each class where both functions can see it',
      before:
        "from sagemaker.estimator import Estimator\n\ndef enc(x):\n    return str(x)\n\ndef first():\n    return Estimator(image, role).deploy(1, 'ml.m4.xlarge', serializer=enc, content_type='text/csv')\n\ndef second():\n    return Estimator(image, role).deploy(1, 'ml.m4.xlarge', serializer=enc, content_type='text/csv')\n",
      after:
        "from sagemaker.estimator import Estimator\nfrom sagemaker.serializers import SimpleBaseSerializer\n\ndef enc(x):\n    return str(x)\n\ndef first():\n    class _EncSerializer(SimpleBaseSerializer):\n        def serialize(self, data):\n            return enc(data)\n\n    return Estimator(image, role).deploy(1, 'ml.m4.xlarge', serializer=_EncSerializer(content_type='text/csv'))\n\ndef second():\n    class _EncSerializer(SimpleBaseSerializer):\n        def serialize(self, data):\n            return enc(data)\n\n    return Estimator(image, role).deploy(1, 'ml.m4.xlarge', serializer=_EncSerializer(content_type='text/csv'))\n",
    },
    {
      name: 'an object that is called',
      before: `${HEAD}\nclass Rows:\n    def __call__(self, data):\n        return str(data)\n\nrows = Rows()\np = RealTimePredictor('ep', serializer=rows, content_type='text/csv')\n`,
      after: `${HEAD_V2}\nclass Rows:\n    def __call__(self, data):\n        return str(data)\n\nrows = Rows()\n\nclass _RowsSerializer(SimpleBaseSerializer):\n    def serialize(self, data):\n        return rows(data)\n\np = Predictor('ep', serializer=_RowsSerializer(content_type='text/csv'))\n`,
    },
  ],
  reported: [
    // The class and the call were run on 2.257.6: the method gets the data, the content type is sent.
    {
      code: 'from sagemaker.predictor import RealTimePredictor\nclass Mine(RealTimePredictor):\n    def __init__(self, name):\n        super().__init__(name, None, self._to_text, content_type="text/x")\n    def _to_text(self, rows):\n        return str(rows)\n',
      after:
        'from sagemaker.predictor import Predictor\nclass Mine(Predictor):\n    def __init__(self, name):\n        super().__init__(name, None, self._to_text, content_type="text/x")\n    def _to_text(self, rows):\n        return str(rows)\n',
      line: 4,
      state: 'manual',
      says: 'return self.function(data)',
    },
    { code: 'predictor.serializer = str\n', line: 1, state: 'manual', says: 'return str(data)' },
    {
      code: 'import json\npredictor.deserializer = lambda stream, ct: json.load(stream)\n',
      line: 2,
      state: 'manual',
      says: 'deserialize(self, stream, content_type)',
    },
    {
      // v1 called deserializer(stream, content_type): a TypeError.
      code: 'import json\npredictor.deserializer = json.load\n',
      line: 2,
      state: 'manual',
      says: 'JSONDeserializer()',
    },
    {
      code: 'def one(stream):\n    return stream.read()\n\npredictor.deserializer = one\n',
      line: 4,
      state: 'manual',
    },
    {
      code: "def enc(x):\n    return str(x)\n\ndef enc(x):\n    return repr(x)\n\npredictor.content_type = 'text/csv'\npredictor.serializer = enc\n",
      line: 8,
      state: 'manual',
    },
    {
      code: "def enc(x):\n    return str(x)\n\nenc.content_type = 'text/csv'\npredictor.content_type = 'text/csv'\npredictor.serializer = enc\n",
      line: 6,
      state: 'manual',
    },
    {
      code: "predictor.content_type = 'text/csv'; predictor.serializer = str\n",
      line: 1,
      state: 'manual',
    },
    {
      code: "class Rows:\n    content_type = 'text/csv'\n\n    def __call__(self, data):\n        return str(data)\n\npredictor.serializer = Rows()\n",
      line: 7,
      state: 'manual',
      says: 'change the class Rows',
    },
    {
      code: "from sagemaker.predictor import Predictor\nPredictor('ep', sess, 'text/csv')\n",
      line: 2,
      state: 'manual',
      says: "IdentitySerializer(content_type='text/csv')",
    },
  ],
});
