import { describe } from 'vitest';
import { testDependencies } from '../../support/dependency-tester.js';

describe('Dockerfiles', () => {
  testDependencies('Dockerfile', [
    {
      name: 'with continued lines, comments and other commands',
      before:
        '# RUN pip install sagemaker==1.0\nFROM python:3.9-slim\nRUN apt-get update && \\\n    # sagemaker==1.0\n    pip3 install --no-cache-dir \\\n\n      sagemaker==1.* \\\n      "boto3<2" && rm -rf /x\nENV sagemaker==1.72.0\n',
      after:
        '# RUN pip install sagemaker==1.0\nFROM python:3.9-slim\nRUN apt-get update && \\\n    # sagemaker==1.0\n    pip3 install --no-cache-dir \\\n\n      "sagemaker>=2,<3" \\\n      "boto3<2" && rm -rf /x\nENV sagemaker==1.72.0\n',
    },
    {
      name: 'the form of words, shells in it, heredocs, mounts',
      path: 'docker/gpu.Dockerfile',
      before:
        'RUN ["pip", "install", "sagemaker[tensorflow]==1.72"]\nRUN ["bash", "-c", "pip install sagemaker==1.72"]\nRUN <<EOF\npip install sagemaker==1.72\nEOF\nrun --mount=type=cache,target=/c python -m pip install \'sagemaker<2\'\n',
      after:
        'RUN ["pip", "install", "sagemaker>=2,<3", "tensorflow"]\nRUN ["bash", "-c", "pip install \'sagemaker>=2,<3\'"]\nRUN <<EOF\npip install "sagemaker>=2,<3"\nEOF\nrun --mount=type=cache,target=/c python -m pip install \'sagemaker>=2,<3\'\n',
    },
    {
      name: 'an old Python, a version from outside, the old command',
      before:
        'FROM python:2.7\nARG V=1.72.0\nRUN pip install sagemaker==$V\nENTRYPOINT ["sagemaker", "mxnet", "train"]\n',
      manual: ['1: python-requires', '3: sdk-requirement', '4: sagemaker-cli'],
    },
    { name: 'an old Python without the SDK', before: 'FROM python:2.7\nRUN pip install sagemaker-training\n' },
    { name: 'open', before: 'FROM python:3.9\nRUN pip install -U sagemaker\n' },
    {
      name: 'open, where the code is v1',
      before: 'FROM python:3.9\nRUN pip install -U sagemaker\n',
      after: 'FROM python:3.9\nRUN pip install -U "sagemaker>=2,<3"\n',
      options: { limitsOpen: true },
    },
    {
      name: 'with the escape character of Windows',
      before: '# escape=`\nFROM python:3.9\nRUN pip install `\n    sagemaker==1.72.0 `\n    boto3\n',
      after: '# escape=`\nFROM python:3.9\nRUN pip install `\n    "sagemaker>=2,<3" `\n    boto3\n',
    },
  ]);
});

describe('shell scripts', () => {
  testDependencies('setup.sh', [
    {
      name: 'pip in its forms',
      before:
        '#!/bin/sh\nset -e\npip install sagemaker==1.72.0\nsudo -H python3 -m pip install -q \'sagemaker>=1.5,<2\' \\\n  boto3  # sagemaker==1.0\n"$VENV/bin/pip" install "sagemaker[local]==1.72" || exit 1\nif true; then pip3 install sagemaker~=1.2; fi\nuv pip install sagemaker==1.72 && conda install -y sagemaker-python-sdk=1.72\nuv add sagemaker==1.72\npoetry add sagemaker@^1.72 boto3@^1\n',
      after:
        '#!/bin/sh\nset -e\npip install "sagemaker>=2,<3"\nsudo -H python3 -m pip install -q \'sagemaker>=2,<3\' \\\n  boto3  # sagemaker==1.0\n"$VENV/bin/pip" install "sagemaker[local]>=2,<3" || exit 1\nif true; then pip3 install "sagemaker>=2,<3"; fi\nuv pip install "sagemaker>=2,<3" && conda install -y "sagemaker-python-sdk>=2,<3"\nuv add "sagemaker>=2,<3"\npoetry add "sagemaker@>=2,<3" boto3@^1\n',
    },
    {
      name: 'a pin that needs no quotes',
      before: 'pip install sagemaker==1.72.0\n',
      after: 'pip install sagemaker==2.257.6\n',
      options: { pin: '==2.257.6' },
    },
    {
      name: 'what installs nothing',
      before:
        'echo sagemaker==1.72.0\npip show sagemaker\npip install -t sagemaker boto3\npip install -r sagemaker==1.txt\naws sagemaker list-models\n',
    },
    {
      name: 'the old command',
      before:
        'sagemaker mxnet train --role-name r\nAWS_REGION=x sagemaker tensorflow host \\\n  --data d\naws sagemaker train\nsagemaker --version\n',
      manual: ['1: sagemaker-cli', '2: sagemaker-cli'],
    },
  ]);
});

describe('workflows', () => {
  testDependencies('.github/workflows/test.yml', [
    {
      name: 'of GitHub, in each style of YAML',
      before:
        'on: push\njobs:\n  a:\n    steps:\n      - run: pip install sagemaker==1.72.0  # x\n      - run: |\n          pip install \\\n            sagemaker==1.72.0\n      - run: >-\n          pip install boto3\n          sagemaker<2\n      - run: "pip install sagemaker==1.72.0"\n      - run: \'pip install "sagemaker==1.72.0"\'\n      - {run: pip install sagemaker==1.72.0}\n      - name: pip install sagemaker==1.72.0\n',
      after:
        'on: push\njobs:\n  a:\n    steps:\n      - run: pip install "sagemaker>=2,<3"  # x\n      - run: |\n          pip install \\\n            "sagemaker>=2,<3"\n      - run: >-\n          pip install boto3\n          "sagemaker>=2,<3"\n      - run: "pip install \'sagemaker>=2,<3\'"\n      - run: \'pip install "sagemaker>=2,<3"\'\n      - {run: \'pip install "sagemaker>=2,<3"\'}\n      - name: pip install sagemaker==1.72.0\n',
    },
    {
      name: 'of GitHub: what is left for a person',
      before:
        'jobs:\n  a:\n    steps:\n      - run: pip install sagemaker==\u0024{{ matrix.sdk }}\n      - run: "pip install \\"sagemaker==1.72.0\\""\n      - run: |\n          sagemaker mxnet train\n',
      manual: ['4: sdk-requirement', '5: sdk-requirement', '7: sagemaker-cli'],
    },
    {
      name: 'of GitLab',
      path: '.gitlab-ci.yml',
      before:
        'test:\n  before_script: [pip install sagemaker==1.72, pytest]\n  script:\n    - pip install sagemaker==1.72\n    - !reference [a, b]\n  variables:\n    X: pip install sagemaker==1.72\n',
      after:
        'test:\n  before_script: [\'pip install "sagemaker>=2,<3"\', pytest]\n  script:\n    - pip install "sagemaker>=2,<3"\n    - !reference [a, b]\n  variables:\n    X: pip install sagemaker==1.72\n',
    },
    {
      name: 'of CodeBuild',
      path: 'ci/buildspec.yml',
      before: 'phases:\n  install:\n    commands:\n      - pip install sagemaker==1.72\n',
      after: 'phases:\n  install:\n    commands:\n      - pip install "sagemaker>=2,<3"\n',
    },
  ]);
});

describe('tox', () => {
  testDependencies('tox.ini', [
    {
      name: 'dependencies and commands',
      before:
        '[tox]\nenvlist = py39\n[testenv]\ndeps =\n    py36,py37: sagemaker==1.72.0  # x\n    -rrequirements.txt\ncommands =\n    pip install sagemaker<2\n    pytest {posargs}\n[testenv:doc]\ndeps = sagemaker[local]~=1.5\n[other]\ndeps = sagemaker==1.72\n',
      after:
        '[tox]\nenvlist = py39\n[testenv]\ndeps =\n    py36,py37: sagemaker>=2,<3  # x\n    -rrequirements.txt\ncommands =\n    pip install "sagemaker>=2,<3"\n    pytest {posargs}\n[testenv:doc]\ndeps = sagemaker[local]>=2,<3\n[other]\ndeps = sagemaker==1.72\n',
    },
  ]);
});
