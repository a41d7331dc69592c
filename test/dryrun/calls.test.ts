import { expect, test } from 'vitest';
import { dryRun } from '../../src/index.js';

const estimator = "role='arn:aws:iam::123456789012:role/R', instance_count=1, instance_type='ml.m5.large'";

test('a keyword that is passed twice is refused where the call stands', async () => {
  const { jobs } = await dryRun(
    `from sagemaker.estimator import Estimator\nmore = {'instance_count': 2}\nest = Estimator('i', ${estimator}, **more)\n`,
    { path: 'a.py' },
  );
  expect(jobs.map(({ line, request }) => ({ line, request }))).toEqual([{ line: 3, request: null }]);
  // What Python 3.11 says, less the name of the function.
  expect(jobs[0]?.violations).toMatchObject([
    {
      grade: 'client',
      message: expect.stringContaining("got multiple values for keyword argument 'instance_count'"),
    },
  ]);
});

test('the region is the fourth argument of a session of boto3', async () => {
  const { jobs } = await dryRun(
    `import boto3, sagemaker\nfrom sagemaker.estimator import Estimator\nsess = sagemaker.Session(boto3.Session(None, None, None, 'eu-west-1'))\nEstimator('i', ${estimator}, sagemaker_session=sess).fit('s3://b/x')\n`,
    { path: 'a.py' },
  );
  expect(jobs[0]?.request).toMatchObject({
    OutputDataConfig: { S3OutputPath: 's3://sagemaker-eu-west-1-123456789012/' },
  });
});

test.each(["boto3.Session(default_bucket='b')", "boto3.client('sagemaker', region='eu-west-1')"])(
  'boto3 refuses %s, as it does in Python',
  async (call) => {
    const { jobs } = await dryRun(`import boto3, sagemaker\nx = ${call}\nsagemaker.Session()\n`, { path: 'a.py' });
    expect(jobs.flatMap(({ line, violations }) => [line, ...violations.map(({ grade }) => grade)])).toEqual([
      2,
      'client',
    ]);
  },
);

test('modules that are imported by a computed name', async () => {
  const { jobs } = await dryRun(
    `import importlib\nmodule = importlib.import_module('sagemaker.' + 'estimator')\nmodule.Estimator('i', ${estimator}).fit('s3://b/x')\n`,
    { path: 'a.py' },
  );
  expect(jobs.map(({ operation }) => operation)).toEqual(['CreateTrainingJob']);
});

test('cells are counted from 0, in reasons too', async () => {
  const cell = (source: string): object => ({
    cell_type: 'code',
    metadata: {},
    outputs: [],
    execution_count: null,
    source,
  });
  const notebook = {
    cells: [
      cell('import pandas\nfrom sagemaker.estimator import Estimator'),
      cell("x = 1\nimage = pandas.read_csv('a')"),
      cell(`Estimator(image, ${estimator}).fit('s3://b/x')`),
    ],
    metadata: { kernelspec: { language: 'python', name: 'python3' } },
    nbformat: 4,
    nbformat_minor: 2,
  };
  const { jobs } = await dryRun(JSON.stringify(notebook), { path: 'a.ipynb' });
  expect(jobs.map(({ cell: at, line }) => [at, line])).toEqual([[2, 1]]);
  expect(jobs[0]?.unknown.map(({ reason }) => reason)).toContain('returned by pandas.read_csv at cell 1, line 2');
});

test('settings in a YAML text', async () => {
  const code = `import yaml\nfrom sagemaker.estimator import Estimator\nmore = yaml.safe_load('volume_size: 77')\nEstimator('i', ${estimator}, **more).fit('s3://b/x')\n`;
  const { jobs } = await dryRun(code, { path: 'a.py' });
  expect(jobs[0]?.request).toMatchObject({ ResourceConfig: { VolumeSizeInGB: 77 } });
});

// What SDK 2.257.6 gives in us-west-2.
test.each([
  [
    "'huggingface'",
    '763104351884.dkr.ecr.us-west-2.amazonaws.com/huggingface-pytorch-tgi-inference:2.7.0-tgi3.3.6-gpu-py311-cu124-ubuntu22.04',
  ],
  [
    "'huggingface', version='1.1.0'",
    '763104351884.dkr.ecr.us-west-2.amazonaws.com/huggingface-pytorch-tgi-inference:2.0.1-tgi1.1.0-gpu-py39-cu118-ubuntu20.04',
  ],
  [
    "'huggingface-neuronx', sagemaker.Session()",
    '763104351884.dkr.ecr.us-west-2.amazonaws.com/huggingface-pytorch-tgi-inference:2.7.0-optimum3.3.6-neuronx-py310-ubuntu22.04',
  ],
  [
    "'huggingface-tei-cpu', version='1.2.3'",
    '246618743249.dkr.ecr.us-west-2.amazonaws.com/tei-cpu:2.0.1-tei1.2.3-cpu-py310-ubuntu22.04',
  ],
  [
    "'lmi', region='eu-west-1'",
    '763104351884.dkr.ecr.eu-west-1.amazonaws.com/djl-inference:0.24.0-deepspeed0.10.0-cu118',
  ],
])('the image for a language model: %s', async (call, image) => {
  const { jobs } = await dryRun(
    `import sagemaker\nfrom sagemaker.huggingface import get_huggingface_llm_image_uri\nfrom sagemaker.estimator import Estimator\nEstimator(get_huggingface_llm_image_uri(${call}), ${estimator}).fit('s3://b/x')\n`,
    { path: 'a.py' },
  );
  expect(jobs[0]?.request).toMatchObject({ AlgorithmSpecification: { TrainingImage: image } });
});

// Both run so on SDK 2.257.6.
test.each([
  [
    'is in {PyTorch: 1}, by whatever path it is imported',
    "'b' if {PyTorch: 1}.get(sagemaker.pytorch.estimator.PyTorch) == 1 else 'c'",
  ],
  [
    'is one of two',
    "'b' if PyTorch in (Estimator, sagemaker.pytorch.PyTorch) and PyTorch not in (Estimator,) else 'c'",
  ],
  ['is that of an object', "'b' if isinstance(TrainingInput('s3://b/x'), (str, TrainingInput)) else 'c'"],
  ['extends that of an object', "'b' if isinstance(torch, Framework) and not isinstance(torch, Estimator) else 'c'"],
  [
    "is extended by a class of the program's own",
    "'b' if isinstance(Mine('t.py', **kw), PyTorch) and not isinstance(Other(), PyTorch) else 'c'",
  ],
  ['has a name', "{'PyTorch': 'b'}.get(type(torch).__name__, 'c') if type(torch) is PyTorch else 'c'"],
])('a class of the SDK %s', async (_, bucket) => {
  const { jobs } = await dryRun(
    `import sagemaker\nfrom sagemaker.pytorch import PyTorch\nfrom sagemaker.inputs import TrainingInput\nfrom sagemaker.estimator import Estimator, Framework\nclass Mine(PyTorch): pass\nclass Other: pass\nkw = dict(${estimator}, framework_version='1.8', py_version='py3')\ntorch = PyTorch('t.py', **kw)\nbucket = ${bucket}\nEstimator('i', ${estimator}).fit('s3://' + bucket)\n`,
    { path: 'a.py' },
  );
  expect(
    jobs.map(({ condition, request }) => [condition, JSON.stringify(request).includes('"S3Uri":"s3://b"')]),
  ).toEqual([[null, true]]);
});

test('a version of a model package is approved before a model is made of it, unless it is', async () => {
  const arn = 'arn:aws:sagemaker:us-west-2:123456789012:model-package/foo';
  const { jobs } = await dryRun(
    `from sagemaker.model import ModelPackage\nfor arn in ('${arn}/3', '${arn}'):\n    ModelPackage(role='r', model_package_arn=arn).deploy(1, 'ml.m5.large')\n`,
    { path: 'a.py' },
  );
  // What 2.257.6 sends where the service tells no status of the package.
  expect(jobs.slice(0, 2).map(({ operation, request, condition }) => [operation, request, condition === null])).toEqual(
    [
      ['UpdateModelPackage', { ModelPackageArn: `${arn}/3`, ModelApprovalStatus: 'Approved' }, false],
      ['CreateModel', expect.objectContaining({ Containers: [{ ModelPackageName: `${arn}/3` }] }), true],
    ],
  );
  expect(jobs.filter(({ operation }) => operation === 'UpdateModelPackage')).toHaveLength(1);
});

test('hasattr knows what objects of the SDK have', async () => {
  const code = `from sagemaker.estimator import Estimator
est = Estimator('i', ${estimator})
names = ['instance_count', 'fit', 'latest_training_job', 'train_instance_count', 'predict']
est.fit('s3://b/' + '-'.join(n for n in names if hasattr(est, n)))
`;
  const { jobs } = await dryRun(code, { path: 'a.py' });
  // What 2.257.6 has of these.
  expect(jobs[0]?.request).toMatchObject({
    InputDataConfig: [{ DataSource: { S3DataSource: { S3Uri: 's3://b/instance_count-fit-latest_training_job' } } }],
  });
});

test('the order of several parents of a warm start is not known: the SDK goes through a set', async () => {
  const code = `from sagemaker.estimator import Estimator
from sagemaker.tuner import HyperparameterTuner, IntegerParameter, WarmStartConfig, WarmStartTypes
warm = WarmStartConfig(WarmStartTypes.TRANSFER_LEARNING, parents=['a', 'b'])
HyperparameterTuner(Estimator('i', ${estimator}), 'm', {'z': IntegerParameter(1, 3)}, warm_start_config=warm,
                    metric_definitions=[{'Name': 'm', 'Regex': 'r'}]).fit('s3://b/x')
`;
  const { jobs } = await dryRun(code, { path: 'a.py' });
  expect(jobs[0]?.unknown.map(({ path }) => path)).toEqual([
    'WarmStartConfig.ParentHyperParameterTuningJobs[0].HyperParameterTuningJobName',
    'WarmStartConfig.ParentHyperParameterTuningJobs[1].HyperParameterTuningJobName',
  ]);
});

test('what vpc_utils gives', async () => {
  const code = `from sagemaker import vpc_utils
from sagemaker.estimator import Estimator
vpc = {'Subnets': ['s'], 'SecurityGroupIds': ['g'], 'Other': 1}
subnets, groups = vpc_utils.from_dict(vpc, do_sanitize=True)
assert vpc_utils.from_dict(None) == (None, None) and vpc_utils.to_dict(['s'], None) is None
Estimator('i', ${estimator}, subnets=subnets, security_group_ids=groups, hyperparameters=vpc_utils.sanitize(vpc)).fit('s3://b/x')
`;
  const { jobs } = await dryRun(code, { path: 'a.py' });
  // What SDK 2.257.6 sends.
  expect(jobs[0]?.request).toMatchObject({
    VpcConfig: { Subnets: ['s'], SecurityGroupIds: ['g'] },
    HyperParameters: { Subnets: "['s']", SecurityGroupIds: "['g']" },
  });
});

test('an attribute that only the other SDK version has is refused', async () => {
  const code = `from sagemaker.estimator import Estimator
jobs = [Estimator('i', role='arn:aws:iam::123456789012:role/R', train_instance_count=n, train_instance_type='ml.m5.large') for n in (1, 2)]
max(jobs, key=lambda each: each.train_instance_count).fit('s3://b/x')
`;
  const { jobs } = await dryRun(code, { path: 'a.py', compare: true });
  // 1.72.0 starts the job of two instances; 2.257.6 says AttributeError.
  expect(jobs.map(({ request, violations, comparison }) => [request, violations.length, comparison?.verdict])).toEqual([
    [null, 0, 'differs'],
    [null, 1, undefined],
  ]);
});

test('what is not known to the dry run, and starts a job, is a note', async () => {
  const code = `import sagemaker
sagemaker.Session().auto_ml([], {}, {}, role='arn:aws:iam::123456789012:role/R', job_name='j')
`;
  const { jobs, notes } = await dryRun(code, { path: 'a.py' });
  expect(jobs).toEqual([]);
  expect(notes.map(({ line, message }) => [line, message])).toEqual([
    [2, expect.stringContaining('not followed: auto_ml()')],
  ]);
});
