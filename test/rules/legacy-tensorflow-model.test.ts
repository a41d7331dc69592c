import { legacyTensorflowModel } from '../../src/rules/legacy-tensorflow-model.js';
import { testRule } from '../support/rule-tester.js';

const model = 'from sagemaker.tensorflow import TensorFlowModel\n';
const framework = 'from sagemaker.tensorflow import TensorFlowPredictor\nfrom sagemaker.model import FrameworkModel\n';

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
  // That v2 sends the same CreateModel for these was seen on both SDKs; with a source_dir it does not.
  changed: [
    {
      name: 'an image of its own',
      before: `${model}m = TensorFlowModel(model_data=data, role=role, entry_point='i.py', framework_version='1.12',\n                    py_version='py2', image='i:1', name='churn')\n`,
      after: `${framework}m = FrameworkModel(model_data=data, role=role, entry_point='i.py', image_uri='i:1', name='churn', predictor_cls=TensorFlowPredictor)\n`,
    },
    {
      name: 'the legacy image, for the type that it is deployed on',
      before: `${model}sess = Session()\nm = TensorFlowModel(model_data=d, role=role, entry_point='i.py', framework_version='1.12', sagemaker_session=sess)\nm.deploy(1, 'ml.p2.xlarge')\n`,
      after: `from sagemaker.tensorflow import TensorFlowPredictor\nfrom sagemaker import image_uris\nfrom sagemaker.model import FrameworkModel\nsess = Session()\nm = FrameworkModel(model_data=d, role=role, entry_point='i.py', sagemaker_session=sess, predictor_cls=TensorFlowPredictor, image_uri=image_uris.retrieve('tensorflow', sess.boto_region_name, version='1.12', py_version='py2', instance_type='ml.p2.xlarge', image_scope='training').replace('-scriptmode', ''))\nm.deploy(1, 'ml.p2.xlarge')\n`,
    },
    {
      name: 'a predictor of its own',
      before: `${model}m = TensorFlowModel(data, role, 'i.py', image=image, predictor_cls=Mine)\n`,
      after:
        "from sagemaker.model import FrameworkModel\nm = FrameworkModel(data, role=role, entry_point='i.py', image_uri=image, predictor_cls=Mine)\n",
    },
  ],
  reported: [
    {
      code: `${model}TensorFlowModel(model_data=data, role=role, entry_point='i.py', source_dir='src', py_version='py2', image_uri=image)\n`,
      line: 2,
      state: 'manual',
      says: "source_dir='src', image_uri=image, code_location=",
    },
    {
      code: `${model}m = TensorFlowModel(data, role, 'i.py', framework_version='1.12')\nm.deploy(1, kind)\n`,
      line: 2,
      state: 'manual',
    },
    {
      code: `${model}m = TensorFlowModel(data, role, 'i.py', framework_version='1.12')\nm.deploy(1, 'ml.m4.xlarge')\nm.deploy(1, 'ml.p2.xlarge')\n`,
      line: 2,
      state: 'manual',
    },
    {
      code: `${model}m = TensorFlowModel(data, role, 'i.py', framework_version='1.12')\nm.deploy(1, 'ml.m4.xlarge', accelerator_type='ml.eia1.medium')\n`,
      line: 2,
      state: 'manual',
    },
    {
      code: `${model}TensorFlowModel(data, role, 'i.py', image_uri=image, model_server_workers=2)\n`,
      line: 2,
      state: 'manual',
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
