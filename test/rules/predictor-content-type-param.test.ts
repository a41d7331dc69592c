import { predictorContentTypeParam } from '../../src/rules/predictor-content-type-param.js';
import { testRule } from '../support/rule-tester.js';

const from = 'from sagemaker.predictor import Predictor\n';
const identity = 'from sagemaker.serializers import IdentitySerializer\n';
const csv = 'from sagemaker.serializers import CSVSerializer\n';

testRule(predictorContentTypeParam, {
  unchanged: [
    { why: 'another library', code: "from mine import Predictor\nPredictor('ep', content_type='text/csv')\n" },
    { why: 'already v2', code: `${from}${csv}Predictor('ep', serializer=CSVSerializer(content_type='text/x'))\n` },
    {
      why: 'a tuner of an estimator whose models take no content type',
      code: "from sagemaker import KMeans\nfrom sagemaker.tuner import HyperparameterTuner\ntuner = HyperparameterTuner(KMeans(role, k=2), 'm', {})\ntuner.deploy(1, 'ml.m4.xlarge', content_type='text/csv', model_name='m')\n",
    },
    {
      why: 'the type of a training input',
      code: "from sagemaker.inputs import TrainingInput\nTrainingInput('s3://b', content_type='text/csv')\n",
    },
  ],
  changed: [
    {
      name: 'positional, equal to what the serializers say',
      before:
        "from sagemaker.predictor import RealTimePredictor, csv_serializer, json_deserializer\np = RealTimePredictor('ep', sess, csv_serializer, json_deserializer, 'text/csv', 'application/json')\n",
      after:
        "from sagemaker.predictor import Predictor\nfrom sagemaker.deserializers import JSONDeserializer\nfrom sagemaker.serializers import CSVSerializer\np = Predictor('ep', sess, CSVSerializer(), JSONDeserializer())\n",
    },
    {
      name: 'deploy() of a tuner, which hands them on to the predictor',
      before:
        "from sagemaker.predictor import csv_serializer\nfrom sagemaker.estimator import Estimator\nfrom sagemaker.tuner import HyperparameterTuner\ntuner = HyperparameterTuner(Estimator(image, role), 'm', {})\np = tuner.deploy(1, 'ml.m4.xlarge', content_type='text/csv', serializer=csv_serializer, accept='application/json', model_name='m')\n",
      after:
        "from sagemaker.serializers import CSVSerializer\nfrom sagemaker.estimator import Estimator\nfrom sagemaker.tuner import HyperparameterTuner\nfrom sagemaker.deserializers import BytesDeserializer\ntuner = HyperparameterTuner(Estimator(image, role), 'm', {})\np = tuner.deploy(1, 'ml.m4.xlarge', serializer=CSVSerializer(), deserializer=BytesDeserializer(accept='application/json'), model_name='m')\n",
    },
    {
      name: 'another type than the serializer says',
      before:
        "from sagemaker.predictor import RealTimePredictor, csv_serializer\np = RealTimePredictor('ep', serializer=csv_serializer, content_type='text/x-csv')\n",
      after:
        "from sagemaker.predictor import Predictor\nfrom sagemaker.serializers import CSVSerializer\np = Predictor('ep', serializer=CSVSerializer(content_type='text/x-csv'))\n",
    },
    {
      name: 'into the constructor of a serializer',
      before: `${from}${csv}p = Predictor('ep', serializer=CSVSerializer(), content_type='text/x')\n`,
      after: `${from}${csv}p = Predictor('ep', serializer=CSVSerializer(content_type='text/x'))\n`,
    },
    {
      name: 'no serializer at all',
      before: `${from}p = Predictor('ep', sagemaker_session=s,\n              content_type = ct,  # images\n              accept='application/json')\n`,
      after: `${from}from sagemaker.deserializers import BytesDeserializer\n${identity}p = Predictor('ep', sagemaker_session=s,\n              serializer = IdentitySerializer(content_type=ct),  # images\n              deserializer=BytesDeserializer(accept='application/json'))\n`,
    },
    {
      name: 'a parameter, which may bring another type than its default',
      before:
        "from sagemaker.predictor import RealTimePredictor, csv_serializer\n\n\ndef get(content_type='text/csv'):\n    return RealTimePredictor('ep', serializer=csv_serializer, content_type=content_type)\n\n\nget()\n",
      after:
        "from sagemaker.predictor import Predictor\nfrom sagemaker.serializers import CSVSerializer\n\n\ndef get(content_type='text/csv'):\n    return Predictor('ep', serializer=CSVSerializer(content_type=content_type))\n\n\nget()\n",
    },
    {
      name: "the serializer's own type, asked of v1's object",
      before:
        "from sagemaker.predictor import RealTimePredictor, csv_serializer\np = RealTimePredictor('ep', serializer=csv_serializer, content_type=csv_serializer.content_type)\n",
      after:
        "from sagemaker.predictor import Predictor\nfrom sagemaker.serializers import CSVSerializer\np = Predictor('ep', serializer=CSVSerializer())\n",
    },
    {
      name: 'one of several serializers, and the type that goes with it',
      before:
        "from sagemaker.predictor import RealTimePredictor, csv_serializer, json_serializer\nkinds = {'csv': (csv_serializer, 'text/csv'), 'json': (json_serializer, json_serializer.content_type)}\n\n\ndef get(kind):\n    serializer, content_type = kinds[kind]\n    return RealTimePredictor('ep', serializer=serializer, content_type=content_type)\n",
      after:
        "from sagemaker.predictor import Predictor\nfrom sagemaker.serializers import CSVSerializer, JSONSerializer\nkinds = {'csv': (CSVSerializer(), 'text/csv'), 'json': (JSONSerializer(), JSONSerializer().CONTENT_TYPE)}\n\n\ndef get(kind):\n    serializer, content_type = kinds[kind]\n    return Predictor('ep', serializer=serializer)\n",
    },
    { name: 'None', before: `${from}p = Predictor('ep', content_type=None)\n`, after: `${from}p = Predictor('ep')\n` },
    {
      name: 'serializer=None beside it',
      before: `${from}p = Predictor('ep', serializer=None, content_type='image/jpeg')\n`,
      after: `${from}${identity}p = Predictor('ep', serializer=IdentitySerializer(content_type='image/jpeg'))\n`,
    },
    {
      name: 'a subclass',
      before: `${from}class Images(Predictor):\n    def __init__(self, endpoint, session=None):\n        super().__init__(endpoint, session, content_type='image/jpeg')\n`,
      after: `${from}${identity}class Images(Predictor):\n    def __init__(self, endpoint, session=None):\n        super().__init__(endpoint, session, serializer=IdentitySerializer(content_type='image/jpeg'))\n`,
    },
    {
      name: 'a subclass that passes everything on',
      before: `${from}class Images(Predictor):\n    def __init__(self, *args, **kwargs):\n        super().__init__(*args, content_type='image/jpeg', **kwargs)\n`,
      after: `${from}${identity}class Images(Predictor):\n    def __init__(self, *args, **kwargs):\n        super().__init__(*args, serializer=IdentitySerializer(content_type='image/jpeg'), **kwargs)\n`,
    },
    {
      name: 'functools.partial',
      before:
        "from functools import partial\nfrom sagemaker.predictor import RealTimePredictor, csv_serializer\nmake = partial(RealTimePredictor, serializer=csv_serializer, content_type='text/csv')\np = make('ep')\n",
      after:
        "from functools import partial\nfrom sagemaker.predictor import Predictor\nfrom sagemaker.serializers import CSVSerializer\nmake = partial(Predictor, serializer=CSVSerializer())\np = make('ep')\n",
    },
    {
      name: 'keys of a dictionary',
      before: `${from}kw = {'content_type': 'image/png', 'accept': None}\nPredictor('ep', **kw)\n`,
      after: `${from}${identity}kw = {'serializer': IdentitySerializer(content_type='image/png')}\nPredictor('ep', **kw)\n`,
    },
    {
      name: 'deploy() of an estimator hands them on',
      before:
        "import sagemaker\np = estimator.deploy(1, 'ml.m4.xlarge', content_type='text/csv', serializer=sagemaker.predictor.csv_serializer)\n",
      after:
        "import sagemaker\np = estimator.deploy(1, 'ml.m4.xlarge', serializer=sagemaker.serializers.CSVSerializer())\n",
    },
    {
      name: 'create_model() of an algorithm keeps its serializer',
      before:
        "import sagemaker\nm = algo.create_model(content_type='text/csv', serializer=sagemaker.predictor.csv_serializer)\n",
      after: 'import sagemaker\nm = algo.create_model(serializer=sagemaker.serializers.CSVSerializer())\n',
    },
  ],
  reported: [
    {
      code: `${from}Predictor('ep', content_type='text/csv', **options)\n`,
      line: 2,
      state: 'manual',
      says: 'IdentitySerializer',
    },
    { code: `${from}Predictor('ep', serializer=str, content_type='text/csv')\n`, line: 2, state: 'manual' },
    { code: `${from}ct = 'image/png' if png else None\nPredictor('ep', content_type=ct)\n`, line: 3, state: 'manual' },
  ],
});
