import { modelServerWorkers } from '../../src/rules/model-server-workers.js';
import { testRule } from '../support/rule-tester.js';

const tf =
  "from sagemaker.tensorflow import TensorFlow\ne = TensorFlow(entry_point='t.py', role=role, framework_version='2.1.0', py_version='py3')\n";

testRule(modelServerWorkers, {
  unchanged: [
    {
      why: 'other frameworks keep it',
      code: "from sagemaker.pytorch import PyTorchModel\nPyTorchModel(data, role, 'e.py', framework_version='1.5.0', py_version='py3', model_server_workers=2)\n",
    },
    {
      why: 'create_model() of PyTorch keeps it',
      code: "from sagemaker.pytorch import PyTorch\nPyTorch('t.py', framework_version='1.5.0', py_version='py3').create_model(model_server_workers=2)\n",
    },
    { why: 'something else', code: "import sagemaker\nclient.create_model(endpoint_type='x')\n" },
  ],
  changed: [
    {
      before: `${tf}e.create_model(model_server_workers=2, endpoint_type='tensorflow-serving', role=role)\n`,
      after: `${tf}e.create_model(role=role)\n`,
    },
    { before: `${tf}e.deploy(1, 'x', endpoint_type='tensorflow-serving')\n`, after: `${tf}e.deploy(1, 'x')\n` },
    {
      before: `${tf}e.transformer(1, 'x', endpoint_type='tensorflow-serving', model_server_workers=2)\n`,
      after: `${tf}e.transformer(1, 'x')\n`,
    },
  ],
});
