import { serializerObjects } from '../../src/rules/serializer-objects.js';
import { testRule } from '../support/rule-tester.js';

const old = 'from sagemaker.predictor import csv_serializer\n';
const csv = 'from sagemaker.serializers import CSVSerializer\n';

testRule(serializerObjects, {
  unchanged: [
    {
      why: "the user's own function",
      code: "import sagemaker\ndef csv_serializer(rows):\n    return '\\n'.join(rows)\n\nbody = csv_serializer(['a'])\n",
    },
    { why: 'another library', code: 'from mine import csv_serializer\ncsv_serializer([1])\n' },
    { why: 'already v2', code: `${csv}s = CSVSerializer()\ns.serialize([1])\n` },
    {
      why: 'the import serves both versions',
      code: 'try:\n    from sagemaker.predictor import csv_serializer\nexcept ImportError:\n    from sagemaker.serializers import CSVSerializer\n    csv_serializer = CSVSerializer()\n',
    },
  ],
  changed: [
    {
      name: 'what v1 names a type by: on 2.257.6 both are the text that 1.72.0 has',
      before: `from sagemaker.predictor import csv_serializer, json_deserializer\na = json_deserializer.accept, csv_serializer.content_type\n`,
      after:
        'from sagemaker.deserializers import JSONDeserializer\nfrom sagemaker.serializers import CSVSerializer\na = JSONDeserializer().accept, CSVSerializer().CONTENT_TYPE\n',
    },
    {
      name: 'imported by a function, under a name that others use too',
      before: `def get():\n    from sagemaker.predictor import csv_serializer as cs\n    return cs\n\n\ncs = 1\nprint(cs)\n`,
      after:
        'def get():\n    from sagemaker.serializers import CSVSerializer\n    return CSVSerializer()\n\n\ncs = 1\nprint(cs)\n',
    },
    {
      name: 'of a module whose name serves for more',
      before: 'from sagemaker import predictor\ns = predictor.csv_serializer\ndel predictor\n',
      after: `from sagemaker import predictor\n${csv}s = CSVSerializer()\ndel predictor\n`,
    },
    {
      name: 'an alias',
      before: 'from sagemaker.predictor import csv_serializer as ser\npredictor.serializer = ser\n',
      after: `${csv}predictor.serializer = CSVSerializer()\n`,
    },
    {
      name: 'all six, qualified',
      before:
        'import sagemaker as sm\na = [sm.predictor.csv_serializer, sm.predictor.json_serializer, sm.predictor.npy_serializer]\nb = (sm.predictor.csv_deserializer, sm.predictor.json_deserializer, sm.predictor.numpy_deserializer)\n',
      after:
        'import sagemaker as sm\na = [sm.serializers.CSVSerializer(), sm.serializers.JSONSerializer(), sm.serializers.NumpySerializer()]\nb = (sm.deserializers.CSVDeserializer(), sm.deserializers.JSONDeserializer(), sm.deserializers.NumpyDeserializer())\n',
    },
    {
      name: 'a call',
      before: `${old}body = csv_serializer([1, 2])\n`,
      after: `${csv}body = CSVSerializer().serialize([1, 2])\n`,
    },
    {
      name: 'a call of what v1 took for NPY',
      before: 'from sagemaker.predictor import numpy_deserializer\na = numpy_deserializer(stream)\n',
      after:
        "from sagemaker.deserializers import NumpyDeserializer\na = NumpyDeserializer().deserialize(stream, content_type='application/x-npy')\n",
    },
    {
      name: 'a variable that is called',
      before: `${old}ser = csv_serializer\nbody = ser([1])\n`,
      after: `${csv}ser = CSVSerializer()\nbody = ser.serialize([1])\n`,
    },
    {
      name: 'the serializer of a predictor that is called',
      before: `${old}predictor.serializer = csv_serializer\nbody = predictor.serializer([1])\n`,
      after: `${csv}predictor.serializer = CSVSerializer()\nbody = predictor.serializer.serialize([1])\n`,
    },
    {
      name: 'its content type',
      before: `${old}ct = csv_serializer.content_type\n`,
      after: `${csv}ct = CSVSerializer().CONTENT_TYPE\n`,
    },
    {
      name: 'a default argument',
      before: `${old}def ask(x, ser=csv_serializer):\n    pass\n`,
      after: `${csv}def ask(x, ser=CSVSerializer()):\n    pass\n`,
    },
    {
      name: 'a re-export',
      before: 'from sagemaker.mxnet.model import json_serializer\ns = json_serializer\n',
      after: 'from sagemaker.serializers import JSONSerializer\ns = JSONSerializer()\n',
    },
    {
      name: 'in the body of a class',
      before: 'class A(object):\n    from sagemaker.predictor import json_serializer\n    s = json_serializer\n',
      after: 'class A(object):\n    from sagemaker.serializers import JSONSerializer\n    s = JSONSerializer()\n',
    },
    {
      name: 'after a future import',
      before: `from __future__ import print_function\n${old}s = csv_serializer\n`,
      after: `from __future__ import print_function\n${csv}s = CSVSerializer()\n`,
    },
    {
      name: 'an import that nothing uses',
      before: 'from sagemaker.predictor import csv_serializer, Predictor\nPredictor("ep")\n',
      after: `from sagemaker.predictor import Predictor\n${csv}Predictor("ep")\n`,
    },
  ],
  reported: [
    {
      code: 'try:\n    from sagemaker.predictor import csv_serializer\nexcept ImportError:\n    csv_serializer = None\ns = csv_serializer\n',
      line: 2,
      state: 'manual',
      says: 'csv_serializer = CSVSerializer()',
    },
    {
      code: `${old}if predictor.serializer is csv_serializer:\n    pass\n`,
      line: 2,
      state: 'manual',
      says: 'isinstance',
    },
    {
      code: 'from sagemaker.predictor import npy_serializer\nb = npy_serializer(x, "float32")\n',
      line: 2,
      state: 'manual',
      says: 'dtype',
    },
  ],
});
