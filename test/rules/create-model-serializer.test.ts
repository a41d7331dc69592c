import { createModelSerializer } from '../../src/rules/create-model-serializer.js';
import { testRule } from '../support/rule-tester.js';

const old = 'from sagemaker.predictor import csv_serializer\n';
const csv = 'from sagemaker.serializers import CSVSerializer\n';

testRule(createModelSerializer, {
  unchanged: [
    {
      why: 'an object that is no estimator',
      code: "job = estimator.create_model(name='n')\nclient = thing\nclient.create_model(serializer='keep-me')\n",
    },
    { why: 'an algorithm keeps it', code: `${csv}m = algo.create_model(serializer=CSVSerializer())\n` },
  ],
  changed: [
    {
      name: 'in one chain, with the type',
      before: `${old}p = estimator.create_model(role=role, serializer=csv_serializer, content_type='text/x').deploy(1, 'x')\n`,
      after: `${csv}p = estimator.create_model(role=role).deploy(1, 'x', serializer=CSVSerializer(content_type='text/x'))\n`,
    },
    {
      name: 'nothing but None',
      before: "m = estimator.create_model(serializer=None, accept=None)\np = m.deploy(1, 'x')\n",
      after: "m = estimator.create_model()\np = m.deploy(1, 'x')\n",
    },
    {
      name: 'a type alone',
      before: "import sagemaker\nm = estimator.create_model(content_type='image/png')\np = m.deploy(1, 'x')\n",
      after:
        "import sagemaker\nm = estimator.create_model()\np = m.deploy(1, 'x', serializer=sagemaker.serializers.IdentitySerializer(content_type='image/png'))\n",
    },
  ],
  reported: [
    {
      code: `${csv}m = estimator.create_model(serializer=CSVSerializer())\n`,
      line: 2,
      state: 'manual',
      says: 'deploy',
    },
    {
      code: "m = estimator.create_model(content_type='a', predictor_cls=X)\nm.deploy(1, 'x')\n",
      line: 1,
      state: 'manual',
    },
  ],
});
