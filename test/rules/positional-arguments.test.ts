import { positionalArguments } from '../../src/rules/positional-arguments.js';
import { testRule } from '../support/rule-tester.js';

const model = 'from sagemaker.model import Model\n';
const estimator = 'from sagemaker.estimator import Estimator\n';

testRule(positionalArguments, {
  unchanged: [
    {
      why: "a function of one's own",
      code: "import sagemaker\ndef model_config(a, b):\n    return a\nmodel_config('x', 'y')\n",
    },
    { why: 'another Model', code: 'import sagemaker\nfrom keras.models import Model\nModel(a, b)\n' },
    {
      why: 'a program of v2',
      code: `${model}from sagemaker import image_uris\nModel(image, data, role)\nimage_uris.retrieve('kmeans', 'us-west-2')\n`,
    },
    {
      why: 'the order of v2 by what the values look like',
      code: `${model}Model('1.dkr.ecr.us-west-2.amazonaws.com/a:1', data)\nModel(image_uri, est.model_data)\n`,
    },
    {
      why: 'the order of v2 in a processor',
      code: "from sagemaker.sklearn.processing import SKLearnProcessor\nSKLearnProcessor('0.20.0', role, 1, 'ml.m5.xlarge')\n",
    },
    {
      why: 'the order of v2 in a framework',
      code: "from sagemaker.pytorch import PyTorch\nPyTorch('t.py', '1.5.0', 'py3', role=role)\n",
    },
    {
      why: 'a method of that name in a program without sessions',
      code: "import sagemaker\ndef up(s):\n    return s.upload_data('t.py', 'b', 'data', {})\n",
    },
    {
      why: 'a method of that name with fewer arguments',
      code: "from sagemaker.session import Session\ndef up(s):\n    return s.transform('t.py', 'b')\n",
    },
    { why: 'below the safe index', code: `${estimator}est = Estimator(image, role, 1, 'x')\nest.deploy(1, 'x')\n` },
    {
      why: 'first-party algorithms kept their order',
      code: "import sagemaker\nsagemaker.LinearLearner(role, 1, 'x', 'regressor')\n",
    },
    {
      why: 'XGBoostModel kept its order',
      code: "from sagemaker.xgboost.model import XGBoostModel\nXGBoostModel(data, role, 'e.py', '0.90-1', 'img:1')\n",
    },
    { why: 'a short list', code: `${estimator}args = (image, role)\nEstimator(*args)\n` },
    {
      why: 'all callers of a constructor are known, and short',
      code: `${estimator}class Mine(Estimator):\n    def __init__(self, *args):\n        super().__init__(*args)\n\nMine(image, role)\n`,
    },
    { why: 'nothing by position', code: `${model}Model(model_data=data, image_uri=image, role=role)\n` },
  ],
  changed: [
    {
      name: 'a class that is None where the SDK is missing',
      before:
        'try:\n    from sagemaker.model import Model\nexcept ImportError:\n    Model = None\nm = Model(data, image_uri=image)\n',
      after:
        'try:\n    from sagemaker.model import Model\nexcept ImportError:\n    Model = None\nm = Model(model_data=data, image_uri=image)\n',
    },
    {
      before: `${model}m = Model(data, image_uri=image, role=role)\n`,
      after: `${model}m = Model(model_data=data, image_uri=image, role=role)\n`,
    },
    {
      name: 'one argument a line, comments and parentheses',
      before: `${model}Model(\n    (data),  # the data\n    'a'\n    'b',  # the image\n    role\n)\n`,
      after: `${model}Model(\n    model_data=(data),  # the data\n    image_uri='a'\n    'b',  # the image\n    role=role\n)\n`,
    },
    {
      name: 'renamed ones take their new names',
      before: `${estimator}Estimator(image, role, 1, 'x', 50, None, 3600, 'Pipe', 's3://b/out')\n`,
      after: `${estimator}Estimator(image, role, 1, 'x', volume_size=50, volume_kms_key=None, max_run=3600, input_mode='Pipe', output_path='s3://b/out')\n`,
    },
    {
      name: 'models of frameworks',
      before:
        "from sagemaker.pytorch import PyTorchModel\nm = PyTorchModel(data, role, 'e.py', None, 'py3', '1.5.0')\n",
      after:
        "from sagemaker.pytorch import PyTorchModel\nm = PyTorchModel(data, role, 'e.py', image_uri=None, py_version='py3', framework_version='1.5.0')\n",
    },
    {
      name: 'estimators of frameworks',
      before: "from sagemaker.pytorch import PyTorch\nPyTorch('t.py', 'src', {'a': 1}, 'py3', '1.5.0', role=role)\n",
      after:
        "from sagemaker.pytorch import PyTorch\nPyTorch('t.py', source_dir='src', hyperparameters={'a': 1}, py_version='py3', framework_version='1.5.0', role=role)\n",
    },
    {
      name: 'deploy() of everything',
      before:
        "import sagemaker\nfrom sagemaker.pipeline import PipelineModel\nest = sagemaker.estimator.Estimator(image, role)\nest.deploy(1, 'x', None, 'e')\nest.create_model().deploy(1, 'x', 'a')\nPipelineModel([], role).deploy(1, 'x', 'e')\nsagemaker.AutoML(role, 'y').deploy(1, 'x', best)\nsagemaker.tuner.HyperparameterTuner(est, 'm', {}).deploy(1, 'x', None, 'e')\n",
      after:
        "import sagemaker\nfrom sagemaker.pipeline import PipelineModel\nest = sagemaker.estimator.Estimator(image, role)\nest.deploy(1, 'x', accelerator_type=None, endpoint_name='e')\nest.create_model().deploy(1, 'x', accelerator_type='a')\nPipelineModel([], role).deploy(1, 'x', endpoint_name='e')\nsagemaker.AutoML(role, 'y').deploy(1, 'x', candidate=best)\nsagemaker.tuner.HyperparameterTuner(est, 'm', {}).deploy(1, 'x', accelerator_type=None, endpoint_name='e')\n",
    },
    {
      name: 'what is gone and has no effect goes',
      before: `${estimator}est = Estimator(image, role)\nest.deploy(1, 'x', None, 'e', False, False, True)\n`,
      after: `${estimator}est = Estimator(image, role)\nest.deploy(1, 'x', accelerator_type=None, endpoint_name='e', use_compiled_model=False, wait=True)\n`,
    },
    {
      name: 'what has no use any more goes',
      before:
        "from sagemaker.tensorflow import TensorFlow\nest = TensorFlow(entry_point='t.py', framework_version='2.1.0', py_version='py3')\nest.create_model(None, role, None, 'tensorflow-serving', 'inference.py')\n",
      after:
        "from sagemaker.tensorflow import TensorFlow\nest = TensorFlow(entry_point='t.py', framework_version='2.1.0', py_version='py3')\nest.create_model(role=role, vpc_config_override=None, entry_point='inference.py')\n",
    },
    {
      name: 'enable_cloudwatch_metrics by position',
      before:
        "from sagemaker.estimator import Framework\nclass Mine(Framework):\n    def __init__(self):\n        super().__init__('t.py', None, {}, True, 20)\n",
      after:
        "from sagemaker.estimator import Framework\nclass Mine(Framework):\n    def __init__(self):\n        super().__init__('t.py', None, {}, container_log_level=20)\n",
    },
    {
      name: 'the tuner',
      before:
        "from sagemaker.tuner import HyperparameterTuner\nHyperparameterTuner(est, 'm', {}, [], 'Bayesian', 'Maximize', 2, 1, tags, 'base')\n",
      after:
        "from sagemaker.tuner import HyperparameterTuner\nHyperparameterTuner(est, 'm', {}, [], 'Bayesian', 'Maximize', 2, 1, tags=tags, base_tuning_job_name='base')\n",
    },
    {
      name: 'a class method of the tuner',
      before:
        "from sagemaker.tuner import HyperparameterTuner\nHyperparameterTuner.create('n', {}, {}, {}, {}, 'Bayesian', {}, 4)\n",
      after:
        "from sagemaker.tuner import HyperparameterTuner\nHyperparameterTuner.create('n', {}, {}, {}, {}, 'Bayesian', objective_type={}, max_jobs=4)\n",
    },
    {
      name: 'processors',
      before:
        "from sagemaker.sklearn.processing import SKLearnProcessor\np = SKLearnProcessor('0.20.0', role, 'ml.m5.xlarge', 1)\n",
      after:
        "from sagemaker.sklearn.processing import SKLearnProcessor\np = SKLearnProcessor('0.20.0', role, instance_type='ml.m5.xlarge', instance_count=1)\n",
    },
    {
      name: 'sessions',
      before:
        "import sagemaker\nfrom sagemaker.local import LocalSession\ns = sagemaker.Session(None, None, None, 'bucket')\ns.upload_data('t.py', 'b', 'data', {'a': 'b'})\nLocalSession(None, 'http://localhost:9000')\ns.transform('j', 'm', 'SingleRecord', 1, 1, {'E': '1'})\ns.create_model_from_job('j', 'n', role, image, data, {}, vpc)\n",
      after:
        "import sagemaker\nfrom sagemaker.local import LocalSession\ns = sagemaker.Session(None, None, None, default_bucket='bucket')\ns.upload_data('t.py', 'b', 'data', extra_args={'a': 'b'})\nLocalSession(None, s3_endpoint_url='http://localhost:9000')\ns.transform('j', 'm', 'SingleRecord', 1, 1, env={'E': '1'})\ns.create_model_from_job('j', 'n', role, image, data, {}, vpc_config_override=vpc)\n",
    },
    {
      name: 'a rest of v1 in a program of v2',
      before: `${model}from sagemaker import image_uris\nimage = image_uris.retrieve('kmeans', 'us-west-2')\nModel('s3://b/m.tar.gz', image)\n`,
      after: `${model}from sagemaker import image_uris\nimage = image_uris.retrieve('kmeans', 'us-west-2')\nModel(model_data='s3://b/m.tar.gz', image_uri=image)\n`,
    },
    {
      name: 'what can only be a session',
      before:
        "from sagemaker.session import Session\ndef up(s):\n    return s.upload_data('t.py', 'b', 'data', {'a': 'b'})\n",
      after:
        "from sagemaker.session import Session\ndef up(s):\n    return s.upload_data('t.py', 'b', 'data', extra_args={'a': 'b'})\n",
    },
    {
      name: 'an assignment expression',
      before: `${model}Model(data := 'x', image)\n`,
      after: `${model}Model(model_data=(data := 'x'), image_uri=image)\n`,
    },
    {
      name: 'airflow',
      before:
        "from sagemaker.workflow.airflow import model_config, model_config_from_estimator\nmodel_config('x', model, role, image)\nmodel_config_from_estimator('x', estimator, 'task', 'training', name='n')\n",
      after:
        "from sagemaker.workflow.airflow import model_config, model_config_from_estimator\nmodel_config(instance_type='x', model=model, role=role, image_uri=image)\nmodel_config_from_estimator(instance_type='x', estimator=estimator, task_id='task', task_type='training', name='n')\n",
    },
    {
      name: 'a tuple and a list of known length',
      before: `${model}${estimator}args = (data, image)\nModel(*args, role=role)\nModel(*[data, image])\nmore = (image, role, 1, 'x', 50)\nEstimator(*more)\n`,
      after: `${model}${estimator}args = (data, image)\nModel(model_data=args[0], image_uri=args[1], role=role)\nModel(model_data=data, image_uri=image)\nmore = (image, role, 1, 'x', 50)\nEstimator(*more[:4], volume_size=more[4])\n`,
    },
    {
      name: 'a partial and the call that completes it',
      before: `from functools import partial\n${model}make = partial(Model, data, image)\nmake(role)\n`,
      after: `from functools import partial\n${model}make = partial(Model, model_data=data, image_uri=image)\nmake(role=role)\n`,
    },
    {
      name: 'a subclass without a constructor, and one that calls its base by name',
      before: `${estimator}class Plain(Estimator):\n    pass\n\nPlain(image, role, 1, 'x', 30)\n\nclass Named(Estimator):\n    def __init__(self):\n        Estimator.__init__(self, image, role, 1, 'x', 30)\n\n    def deploy(self):\n        return Estimator.deploy(self, 1, 'x', None, 'e')\n`,
      after: `${estimator}class Plain(Estimator):\n    pass\n\nPlain(image, role, 1, 'x', volume_size=30)\n\nclass Named(Estimator):\n    def __init__(self):\n        Estimator.__init__(self, image, role, 1, 'x', volume_size=30)\n\n    def deploy(self):\n        return Estimator.deploy(self, 1, 'x', accelerator_type=None, endpoint_name='e')\n`,
    },
    {
      name: 'an argument that another rule rewrites',
      before:
        "import sagemaker\ntransformer = sagemaker.transformer.Transformer('m', 1, 'x')\nsagemaker.Model(data, sagemaker.s3_input('s3://b/x').config)\n",
      after:
        "import sagemaker\ntransformer = sagemaker.transformer.Transformer('m', 1, 'x')\nsagemaker.Model(model_data=data, image_uri=sagemaker.inputs.TrainingInput('s3://b/x').config)\n",
    },
  ],
  reported: [
    { code: `${model}Model(x for x in y)\n`, line: 2, state: 'manual' },
    { code: `${model}Model(*[\n    data,  # the data\n    image,\n])\n`, line: 2, state: 'manual' },
    {
      code: `${estimator}class Mine(Estimator):\n    def __init__(self, *args):\n        super().__init__(*args)\n\nMine(image, role, 1, 'x', 50)\n`,
      line: 4,
      state: 'manual',
      says: 'volume_size',
    },
    { code: `${estimator}Estimator(*load())\n`, line: 2, state: 'manual', says: 'volume_size' },
    {
      code: `${estimator}class Mine(Estimator):\n    def __init__(self, *args):\n        super().__init__(*args)\n`,
      line: 4,
      state: 'unproven',
      says: 'volume_size',
    },
    {
      code: `${estimator}Estimator(image, role, 1, 'x', 50, train_volume_size=5)\n`,
      line: 2,
      state: 'manual',
      says: 'twice',
      after: `${estimator}Estimator(image, role, 1, 'x', 50, volume_size=5)\n`,
    },
  ],
});
