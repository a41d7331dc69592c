import { legacyTensorflowModel } from '../../src/rules/legacy-tensorflow-model.js';
import { testRule } from '../support/rule-tester.js';

const model = 'from sagemaker.tensorflow import TensorFlowModel\n';

testRule(legacyTensorflowModel, {
  unchanged: [
    {
      why: "what the migration of TensorFlow Serving's Model writes",
      code: `${model}TensorFlowModel(model_data=data, role=role, framework_version='1.11')\n`,
    },
    {
      why: 'no legacy container is that new',
      code: `${model}TensorFlowModel(data, role, 'inference.py', framework_version='1.14')\n`,
    },
    { why: 'an image by its v2 name', code: `${model}TensorFlowModel(data, role, 'inference.py', image_uri=image)\n` },
    {
      why: 'v2 all over',
      code: `${model}from sagemaker.inputs import TrainingInput\nTensorFlowModel(data, role, 'inference.py', framework_version='1.12')\nTrainingInput(data)\n`,
    },
    {
      why: 'the predictors of both versions look the same',
      code: "from sagemaker.tensorflow import TensorFlowPredictor\nTensorFlowPredictor('endpoint', session)\n",
    },
  ],
  changed: [],
  reported: [
    {
      code: `${model}TensorFlowModel(model_data=data, role=role, entry_point='i.py', py_version='py2', image_uri=image)\n`,
      line: 2,
      state: 'manual',
      says: "sagemaker.model.FrameworkModel(model_data=data, role=role, entry_point='i.py', image_uri=image)",
    },
    {
      code: `${model}TensorFlowModel(data, role, 'inference.py', framework_version='1.12.0')\n`,
      line: 2,
      state: 'manual',
      says: 'TensorFlow Serving',
    },
    { code: `${model}TensorFlowModel(data, role, entry_point='inference.py')\n`, line: 2, state: 'manual' },
    {
      code: "from sagemaker.tensorflow import TensorFlowPredictor\nestimator.train_max_run = 1\nTensorFlowPredictor('endpoint', session)\n",
      after:
        "from sagemaker.tensorflow import TensorFlowPredictor\nestimator.max_run = 1\nTensorFlowPredictor('endpoint', session)\n",
      line: 3,
      state: 'manual',
    },
  ],
});
