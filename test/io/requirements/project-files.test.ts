import { describe } from 'vitest';
import { testDependencies } from '../../support/dependency-tester.js';

describe('pyproject.toml', () => {
  testDependencies('pyproject.toml', [
    {
      name: 'PEP 621 and PEP 735',
      before:
        '# sagemaker==1\n[project]\ndependencies = [\n  "boto3",   # aws\n  \'sagemaker == 1.72\',  # ours\n]\n[project.optional-dependencies]\nml = ["sagemaker[local]<2 ; python_version > \'3\'"]\n[dependency-groups]\ndev = ["sagemaker~=1.5", {include-group = "x"}]\n',
      after:
        '# sagemaker==1\n[project]\ndependencies = [\n  "boto3",   # aws\n  \'sagemaker >= 2, < 3\',  # ours\n]\n[project.optional-dependencies]\nml = ["sagemaker[local]>=2,<3 ; python_version > \'3\'"]\n[dependency-groups]\ndev = ["sagemaker>=2,<3", {include-group = "x"}]\n',
    },
    {
      name: 'an extra that is gone',
      before: 'project.dependencies = ["sagemaker[tensorflow]==1.72.0;python_version>\'3\'"]\n',
      after: 'project.dependencies = ["sagemaker>=2,<3;python_version>\'3\'", "tensorflow;python_version>\'3\'"]\n',
    },
    { name: 'the build itself', before: '[build-system]\nrequires = ["sagemaker==1.72.0"]\n' },
    {
      name: 'Poetry',
      before:
        '[tool.poetry.dependencies]\npython = "^3.9"\nsagemaker = "^1.72"  # x\n[tool.poetry.dev-dependencies]\nsagemaker = \'1.*\'\n[tool.poetry.group.a.dependencies]\nsagemaker = {version = "~1.72", extras = ["local"]}\n[tool.poetry.group.b.dependencies.sagemaker]\nversion = "1.72.0"\noptional = true\n[tool.poetry.group.c.dependencies]\nsagemaker = [{version = ">=1.50 <2.0", python = "<3.7"}, {version = "^2.0", python = ">=3.7"}]\n',
      after:
        '[tool.poetry.dependencies]\npython = "^3.9"\nsagemaker = ">=2,<3"  # x\n[tool.poetry.dev-dependencies]\nsagemaker = \'>=2,<3\'\n[tool.poetry.group.a.dependencies]\nsagemaker = {version = ">=2,<3", extras = ["local"]}\n[tool.poetry.group.b.dependencies.sagemaker]\nversion = ">=2,<3"\noptional = true\n[tool.poetry.group.c.dependencies]\nsagemaker = [{version = ">=2,<3", python = "<3.7"}, {version = "^2.0", python = ">=3.7"}]\n',
    },
    {
      name: 'Poetry: what is right, and what is open',
      before:
        '[tool.poetry.dependencies]\nsagemaker = "^1.72 || ^2.0"\n[tool.poetry.dev-dependencies]\nsagemaker = "*"\n',
    },
    {
      name: 'Poetry: open, where the code is v1',
      before: '[tool.poetry.dependencies]\nsagemaker = "*"\n',
      after: '[tool.poetry.dependencies]\nsagemaker = ">=2,<3"\n',
      options: { limitsOpen: true },
    },
    {
      name: 'Poetry: extras, repositories and old Pythons are for a person',
      before:
        '[tool.poetry.dependencies]\npython = "^2.7 || ^3.6"\nsagemaker = {git = "https://x.test/sdk.git", tag = "v1.72.0"}\n[tool.poetry.group.a.dependencies]\nsagemaker = {version = "^2.1", extras = ["tensorflow"]}\n',
      manual: ['2: python-requires', '3: sdk-requirement', '5: sdk-requirement'],
    },
    {
      name: 'PDM, uv, Hatch',
      before:
        '[tool.pdm.dev-dependencies]\ntest = ["sagemaker<2"]\n[tool.uv]\ndev-dependencies = ["sagemaker<2"]\n[tool.hatch.envs.x]\ndependencies = ["sagemaker<2"]\n',
      after:
        '[tool.pdm.dev-dependencies]\ntest = ["sagemaker>=2,<3"]\n[tool.uv]\ndev-dependencies = ["sagemaker>=2,<3"]\n[tool.hatch.envs.x]\ndependencies = ["sagemaker>=2,<3"]\n',
    },
    {
      name: 'an old Python',
      before: '[project]\nrequires-python = ">=3.5"\ndependencies = ["sagemaker>=2,<3"]\n',
      manual: ['2: python-requires'],
    },
    {
      name: 'an old Python that is not about the SDK',
      before: '[project]\nname = "sagemaker-x"\nrequires-python = ">=2.7"\n',
    },
    { name: 'no TOML', before: '[project\ndependencies = ["sagemaker==1.72.0"]\n', manual: ['2: sdk-requirement'] },
  ]);
});

describe('Pipfile', () => {
  testDependencies('Pipfile', [
    {
      name: 'ranges and tables',
      before:
        '[packages]\nsagemaker = "==1.72.0"\n[dev-packages]\nsagemaker = {version = "<2", extras = ["local"]}\n[requires]\npython_version = "3.9"\n',
      after:
        '[packages]\nsagemaker = ">=2,<3"\n[dev-packages]\nsagemaker = {version = ">=2,<3", extras = ["local"]}\n[requires]\npython_version = "3.9"\n',
    },
    {
      name: 'any version, and an old Python',
      before: '[packages]\nsagemaker = "*"\n[requires]\npython_version = "2.7"\n',
      after: '[packages]\nsagemaker = ">=2,<3"\n[requires]\npython_version = "2.7"\n',
      manual: ['4: python-requires'],
      options: { limitsOpen: true },
    },
  ]);
});

describe('setup.cfg', () => {
  testDependencies('setup.cfg', [
    {
      name: 'requirements of setuptools',
      before:
        '[metadata]\nname = sagemaker==1.72.0\n[options]\ninstall_requires =\n    boto3\n    # sagemaker==1.0\n    sagemaker[tensorflow]==1.72.0; python_version > "3"\n[options.extras_require]\nml = sagemaker<2\ndev: sagemaker ~= 1.5\n',
      after:
        '[metadata]\nname = sagemaker==1.72.0\n[options]\ninstall_requires =\n    boto3\n    # sagemaker==1.0\n    sagemaker>=2,<3; python_version > "3"\n    tensorflow; python_version > "3"\n[options.extras_require]\nml = sagemaker>=2,<3\ndev: sagemaker >= 2, < 3\n',
    },
    {
      name: 'an old Python, an extra without room',
      before: '[options]\npython_requires = >=2.7\ninstall_requires = sagemaker[tensorflow]<2\n',
      manual: ['2: python-requires', '3: sdk-requirement'],
    },
  ]);
});

describe('conda environments', () => {
  testDependencies('environment.yml', [
    {
      name: 'conda and pip',
      before:
        'name: ml  # x\nchannels: [conda-forge]\ndependencies:\n  - python=3.9\n  - sagemaker-python-sdk=1.72.0=py_0  # y\n  - "conda-forge::sagemaker-python-sdk 1.72.*"\n  - pip:\n      - sagemaker[tensorflow] == 1.72.0 ; python_version > "3"\n      - boto3\n',
      after:
        'name: ml  # x\nchannels: [conda-forge]\ndependencies:\n  - python=3.9\n  - sagemaker-python-sdk>=2,<3  # y\n  - "conda-forge::sagemaker-python-sdk >=2,<3"\n  - pip:\n      - sagemaker >= 2, < 3 ; python_version > "3"\n      - tensorflow ; python_version > "3"\n      - boto3\n',
    },
    {
      name: 'in one line',
      path: 'conda_env/environment-dev.yaml',
      before: "dependencies: [python=3.9, sagemaker-python-sdk=1.72, 'sagemaker-python-sdk<2']\n",
      after: 'dependencies: [python=3.9, "sagemaker-python-sdk>=2,<3", \'sagemaker-python-sdk>=2,<3\']\n',
    },
    {
      name: 'what is right, and other lists',
      before: 'x:\n  - sagemaker==1.72.0\ndependencies:\n  - sagemaker-python-sdk=2.15\n  - sagemaker-python-sdk\n',
    },
    {
      name: 'an old Python',
      before: 'dependencies:\n- python=2.7\n- sagemaker-python-sdk>=2,<3\n',
      manual: ['2: python-requires'],
    },
    { name: 'no YAML', before: 'dependencies:\n  - sagemaker-python-sdk=1.72\n - "\n', manual: ['2: sdk-requirement'] },
  ]);
});
