import { serializerClasses } from '../../src/rules/serializer-classes.js';
import { testRule } from '../support/rule-tester.js';

testRule(serializerClasses, {
  unchanged: [
    {
      why: 'already v2',
      code: "from sagemaker.deserializers import NumpyDeserializer, StringDeserializer\nNumpyDeserializer('float32')\nStringDeserializer()\n",
    },
    { why: 'another library', code: 'from mine import StringDeserializer\nStringDeserializer()\n' },
  ],
  changed: [
    {
      name: 'private classes',
      before:
        'import sagemaker\na = sagemaker.predictor._CsvSerializer()\nb = sagemaker.predictor._JsonSerializer()\nc = sagemaker.predictor._NPYSerializer()\n',
      after:
        'import sagemaker\na = sagemaker.serializers.CSVSerializer()\nb = sagemaker.serializers.JSONSerializer()\nc = sagemaker.serializers.NumpySerializer()\n',
    },
    {
      name: 'the encoding stays',
      before: "from sagemaker.predictor import _CsvDeserializer\nd = _CsvDeserializer('latin-1')\n",
      after: "from sagemaker.deserializers import CSVDeserializer\nd = CSVDeserializer('latin-1')\n",
    },
    {
      name: 'a string without Accept',
      before: 'from sagemaker.predictor import StringDeserializer\npredictor.deserializer = StringDeserializer()\n',
      after:
        "from sagemaker.deserializers import StringDeserializer\npredictor.deserializer = StringDeserializer(accept='*/*')\n",
    },
    {
      name: 'a string, with Accept assigned beside it',
      before:
        "from sagemaker.predictor import StringDeserializer\npredictor.deserializer = StringDeserializer()\npredictor.accept = 'text/csv'\n",
      after:
        "from sagemaker.deserializers import StringDeserializer\npredictor.deserializer = StringDeserializer(accept='text/csv')\n",
    },
    {
      name: 'both record functions, with arguments',
      before:
        "from sagemaker.amazon.common import numpy_to_record_serializer, record_deserializer\ns = numpy_to_record_serializer(content_type='x')\nd = record_deserializer(accept='y')\nbody = s(array)\n",
      after:
        "from sagemaker.amazon.common import RecordDeserializer, RecordSerializer\ns = RecordSerializer(content_type='x')\nd = RecordDeserializer(accept='y')\nbody = s.serialize(array)\n",
    },
    {
      name: 'a re-export of a record function',
      before: 'from sagemaker.amazon.kmeans import record_deserializer\nd = record_deserializer()\n',
      after: 'from sagemaker.amazon.common import RecordDeserializer\nd = RecordDeserializer()\n',
    },
  ],
  reported: [
    {
      code: 'import sagemaker\nd = sagemaker.predictor._NumpyDeserializer(*args)\n',
      line: 2,
      state: 'manual',
      says: 'by name',
      after: 'import sagemaker\nd = sagemaker.deserializers.NumpyDeserializer(*args)\n',
    },
  ],
});
