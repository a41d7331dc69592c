import { tensorflowServingSymbols } from '../../src/rules/tensorflow-serving-symbols.js';
import { testRule } from '../support/rule-tester.js';

const after =
  "from sagemaker.tensorflow import TensorFlowModel\nm = TensorFlowModel('s3://b/m', role, framework_version='1.15')\n";

testRule(tensorflowServingSymbols, {
  unchanged: [
    {
      why: 'the Model of another module',
      code: "from sagemaker.model import Model\nm = Model(image_uri='i', model_data='d')\n",
    },
    { why: 'already v2', code: after },
    { why: 'a package of the same name', code: "from tensorflow.serving import Model\nm = Model('x')\n" },
  ],
  changed: [
    {
      name: 'an alias of the module',
      before: "import sagemaker.tensorflow.serving as tfs\nm = tfs.Model('s3://b/m', role, framework_version='1.15')\n",
      after,
    },
    {
      name: 'an alias of the class',
      before:
        "from sagemaker.tensorflow.serving import Model as TFModel\nm = TFModel('s3://b/m', role, framework_version='1.15')\n",
      after:
        "from sagemaker.tensorflow import TensorFlowModel as TFModel\nm = TFModel('s3://b/m', role, framework_version='1.15')\n",
    },
    {
      name: 'through the package',
      before:
        "from sagemaker import tensorflow\nm = tensorflow.serving.Model('s3://b/m', role, framework_version='1.15')\n",
      after:
        "from sagemaker import tensorflow\nm = tensorflow.TensorFlowModel('s3://b/m', role, framework_version='1.15')\n",
    },
    {
      name: 'the whole path',
      before:
        "import sagemaker.tensorflow.serving\nm = sagemaker.tensorflow.serving.Model('s3://b/m', role, framework_version='1.15')\n",
      after:
        "import sagemaker.tensorflow\nm = sagemaker.tensorflow.TensorFlowModel('s3://b/m', role, framework_version='1.15')\n",
    },
    {
      name: 'beside the other Model',
      before:
        "from sagemaker.model import Model\nfrom sagemaker.tensorflow import serving\na = Model(image_uri='i', model_data='d')\nm = serving.Model('s3://b/m', role, framework_version='1.15')\n",
      after:
        "from sagemaker.model import Model\nfrom sagemaker.tensorflow import TensorFlowModel\na = Model(image_uri='i', model_data='d')\nm = TensorFlowModel('s3://b/m', role, framework_version='1.15')\n",
    },
    {
      name: 'imported for type checks, with the predictor',
      before:
        'from sagemaker.tensorflow.serving import Model, Predictor\nx = [p for p in things if isinstance(p, (Model, Predictor))]\n',
      after:
        'from sagemaker.tensorflow import TensorFlowModel, TensorFlowPredictor\nx = [p for p in things if isinstance(p, (TensorFlowModel, TensorFlowPredictor))]\n',
    },
  ],
});
