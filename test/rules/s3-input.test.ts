import { s3Input } from '../../src/rules/s3-input.js';
import { testRule } from '../support/rule-tester.js';

testRule(s3Input, {
  unchanged: [
    { why: 'the module is another one', code: "from mine import s3_input\ns3_input('s3://b/d')\n" },
    { why: 'nothing of the SDK is imported', code: 's3_input = dict\ns3_input(a=1)\n' },
    { why: 'already v2', code: "from sagemaker.inputs import TrainingInput\nTrainingInput('s3://b/d')\n" },
    { why: 'the name is rebound', code: "import sagemaker\nsagemaker = mine()\nsagemaker.s3_input('s3://b/d')\n" },
    {
      why: 'the imports serve both versions',
      code: 'try:\n    from sagemaker.inputs import TrainingInput\nexcept ImportError:\n    from sagemaker.session import s3_input as TrainingInput\nTrainingInput(1)\n',
    },
  ],
  changed: [
    ...[
      'sagemaker',
      'sagemaker.session',
      'sagemaker.inputs',
      'sagemaker.estimator',
      'sagemaker.tuner',
      'sagemaker.job',
      'sagemaker.amazon.amazon_estimator',
    ].map((module) => ({
      name: `import from ${module}`,
      before: `from ${module} import s3_input\nx = s3_input('s3://b/d')\n`,
      after: `from ${module === 'sagemaker' ? 'sagemaker' : 'sagemaker.inputs'} import TrainingInput\nx = TrainingInput('s3://b/d')\n`,
    })),
    {
      name: 'every kind of reference, a variable that holds the class stays',
      before:
        "from sagemaker.session import Session, s3_input\n\n\nclass Mine(s3_input):\n    pass\n\n\ndef make(x: s3_input = None, kind=s3_input) -> s3_input:\n    assert isinstance(x, (str, s3_input))\n    return f'{s3_input(x)}'\n\n\nS = s3_input\nS('s3://b/d')\nchannels = {'train': S('s3://b/t'), 'test': s3_input('s3://b/e')}\n",
      after:
        "from sagemaker.session import Session\nfrom sagemaker.inputs import TrainingInput\n\n\nclass Mine(TrainingInput):\n    pass\n\n\ndef make(x: TrainingInput = None, kind=TrainingInput) -> TrainingInput:\n    assert isinstance(x, (str, TrainingInput))\n    return f'{TrainingInput(x)}'\n\n\nS = TrainingInput\nS('s3://b/d')\nchannels = {'train': S('s3://b/t'), 'test': TrainingInput('s3://b/e')}\n",
    },
    {
      name: 'an alias of the name',
      before: "from sagemaker.session import s3_input as S3In\nx = S3In('s3://b/d').config\n",
      after: "from sagemaker.inputs import TrainingInput as S3In\nx = S3In('s3://b/d').config\n",
    },
    {
      name: 'an alias of the package, and a variable that holds a module of it',
      before: "import sagemaker as sm\nses = sm.session\na = sm.s3_input('s3://b/d')\nb = ses.s3_input('s3://b/d')\n",
      after:
        "import sagemaker as sm\nses = sm.session\na = sm.inputs.TrainingInput('s3://b/d')\nb = sm.inputs.TrainingInput('s3://b/d')\n",
    },
    {
      name: 'a parameter of the same name is not the import',
      before:
        "from sagemaker.session import s3_input\ndef build(s3_input):\n    return s3_input('s3://b/d')\nx = build(s3_input)\n",
      after:
        "from sagemaker.inputs import TrainingInput\ndef build(s3_input):\n    return s3_input('s3://b/d')\nx = build(TrainingInput)\n",
    },
    {
      name: 'a name that is also something else stays',
      before:
        "try:\n    from sagemaker.session import s3_input\nexcept ImportError:\n    s3_input = None\nx = s3_input('s3://b/d')\n",
      after:
        "try:\n    from sagemaker.inputs import TrainingInput as s3_input\nexcept ImportError:\n    s3_input = None\nx = s3_input('s3://b/d')\n",
    },
    {
      name: 'the new name is taken',
      before: "from sagemaker.session import s3_input\nTrainingInput = 3\nx = s3_input('s3://b/d')\n",
      after:
        "from sagemaker.inputs import TrainingInput as SageMakerTrainingInput\nTrainingInput = 3\nx = SageMakerTrainingInput('s3://b/d')\n",
    },
    {
      name: 'the package is rebound below',
      before:
        "import boto3\nfrom sagemaker import Session, s3_input\nsagemaker = boto3.client('sagemaker')\nx = s3_input('s3://b/d')\n",
      after:
        "import boto3\nfrom sagemaker import Session, TrainingInput\nsagemaker = boto3.client('sagemaker')\nx = TrainingInput('s3://b/d')\n",
    },
  ],
  reported: [
    {
      code: 'from sagemaker.session import *\nx = s3_input(1)\n',
      line: 2,
      state: 'assumed',
      after: 'from sagemaker.session import *\nfrom sagemaker.inputs import TrainingInput\nx = TrainingInput(1)\n',
    },
  ],
});
