import { describe, expect, it } from 'vitest';
import { migrateSource } from '../../src/engine/migrate.js';
import { parseNotebook } from '../../src/io/notebook/notebook-file.js';
import { pinnedSdk } from '../../src/rules/pinned-sdk.js';
import { applyEdits } from '../../src/text/text-edit.js';
import { testRule } from '../support/rule-tester.js';

testRule(pinnedSdk, {
  unchanged: [
    { why: 'a comment', code: 'import sagemaker\n# pip install sagemaker==1.72.0\n' },
    { why: 'no command', code: "print('pip install sagemaker==1.72.0')\n" },
    {
      why: 'another package',
      code: "import os\nos.system('pip install sagemaker-experiments sagemaker_containers')\n",
    },
    { why: 'version 2 already', code: 'import os\nos.system(\'pip install "sagemaker>=2,<3" sagemaker==2.15.2\')\n' },
    { why: 'not an installation', code: "import os\nos.system('pip show sagemaker; echo install sagemaker')\n" },
    {
      why: 'an open upgrade in a program of v2',
      code: "import os\nfrom sagemaker.inputs import TrainingInput\nos.system('pip install -U sagemaker')\n",
    },
    {
      why: 'the package comes from a variable',
      code: "import subprocess\nsubprocess.run(['pip', 'install', sagemaker])\n",
    },
  ],
  changed: [
    {
      name: 'os.system in double quotes',
      before: 'import os\nos.system("python -m pip install -q sagemaker==1.72.0 boto3 && echo sagemaker==1.72.0")\n',
      after: 'import os\nos.system("python -m pip install -q \'sagemaker>=2,<3\' boto3 && echo sagemaker==1.72.0")\n',
    },
    {
      name: 'a list of words, with an extra that is gone',
      before: "import subprocess\nsubprocess.run(['pip3', 'install', 'sagemaker[tensorflow]'])\n",
      after: "import subprocess\nsubprocess.run(['pip3', 'install', 'sagemaker>=2,<3', 'tensorflow'])\n",
    },
    {
      name: 'an f-string',
      before: "import os, sys\nos.system(f'{sys.executable} -m pip install sagemaker==1.72.0')\n",
      after: 'import os, sys\nos.system(f\'{sys.executable} -m pip install "sagemaker>=2,<3"\')\n',
    },
    {
      name: 'a split string',
      before: "import subprocess\nsubprocess.check_call('pip install -q sagemaker==1.72.0'.split())\n",
      after: "import subprocess\nsubprocess.check_call('pip install -q sagemaker>=2,<3'.split())\n",
    },
    {
      name: 'a formatted string',
      before: "import os, sys\nos.system('{} -m pip install sagemaker==1.72.0'.format(sys.executable))\n",
      after: 'import os, sys\nos.system(\'{} -m pip install "sagemaker>=2,<3"\'.format(sys.executable))\n',
    },
    {
      name: "pip's own function",
      before: "import pip\npip.main(['install', 'sagemaker==1.72.0'])\n",
      after: "import pip\npip.main(['install', 'sagemaker>=2,<3'])\n",
    },
    {
      name: 'what nbconvert makes of magics',
      before:
        "get_ipython().system('pip install sagemaker==1.72.0')\nget_ipython().run_line_magic('pip', 'install sagemaker==1.72.0')\n",
      after:
        "get_ipython().system('pip install \"sagemaker>=2,<3\"')\nget_ipython().run_line_magic('pip', 'install \"sagemaker>=2,<3\"')\n",
    },
    {
      name: 'conda',
      before: "import os\nos.system('conda install -y -c conda-forge sagemaker-python-sdk=1.72.0')\n",
      after: 'import os\nos.system(\'conda install -y -c conda-forge "sagemaker-python-sdk>=2,<3"\')\n',
    },
  ],
  reported: [
    {
      code: "import os\nos.system('pip install sagemaker==$SDK_VERSION')\n",
      line: 2,
      state: 'manual',
      says: 'set elsewhere',
    },
    {
      code: "import os\nos.system('pip install git+https://github.com/aws/sagemaker-python-sdk.git@v1.72.0')\n",
      line: 2,
      state: 'manual',
      says: 'place of its own',
    },
  ],
});

/** The one code cell of a notebook, migrated. */
function migrateCell(cell: string): string {
  const notebook = { cells: [{ cell_type: 'code', source: cell }], nbformat: 4, nbformat_minor: 2, metadata: {} };
  const [source] = parseNotebook(Buffer.from(JSON.stringify(notebook)), 'a.ipynb').sources;
  if (source === undefined) throw new Error('a notebook has a source');
  const after = applyEdits(source.original, migrateSource(source).edits);
  return after;
}

describe('pinned-sdk in notebooks', () => {
  it.each([
    ['!pip install sagemaker==1.72.0', '!pip install "sagemaker>=2,<3"'],
    ['%pip install sagemaker<2', '%pip install "sagemaker>=2,<3"'],
    [
      "!{sys.executable} -m pip install -qU awscli 'sagemaker[local]==1.*' boto3",
      "!{sys.executable} -m pip install -qU awscli 'sagemaker[local]>=2,<3' boto3",
    ],
    ['!uv pip install sagemaker~=1.60', '!uv pip install "sagemaker>=2,<3"'],
    [
      '%conda install conda-forge::sagemaker-python-sdk=1.72',
      '%conda install "conda-forge::sagemaker-python-sdk>=2,<3"',
    ],
    ['!pip install -U sagemaker', '!pip install -U "sagemaker>=2,<3"'],
    [
      '!pip install --upgrade sagemaker  # newest sagemaker',
      '!pip install --upgrade "sagemaker>=2,<3"  # newest sagemaker',
    ],
    ['!pip install sagemaker[tensorflow]==1.60', '!pip install "sagemaker>=2,<3" tensorflow'],
    [
      '!cd x; /opt/bin/pip3 install boto3 \\\n  sagemaker==1.72.0',
      '!cd x; /opt/bin/pip3 install boto3 \\\n  "sagemaker>=2,<3"',
    ],
    ['pip install -U sagemaker==1.72.0\nimport os', 'pip install -U "sagemaker>=2,<3"\nimport os'],
    ['x = 1\nconda install sagemaker-python-sdk=1.72', 'x = 1\nconda install "sagemaker-python-sdk>=2,<3"'],
    ['%%bash\npip install sagemaker==1.72.0\necho done', '%%bash\npip install "sagemaker>=2,<3"\necho done'],
    ['%%sh\npip -q install --upgrade sagemaker', '%%sh\npip -q install --upgrade "sagemaker>=2,<3"'],
    [
      '%%writefile container/Dockerfile\nFROM python:3.9\nRUN pip install sagemaker==1.72.0',
      '%%writefile container/Dockerfile\nFROM python:3.9\nRUN pip install "sagemaker>=2,<3"',
    ],
    ['if old:\n    !pip install sagemaker==1.72.0', 'if old:\n    !pip install "sagemaker>=2,<3"'],
    ['out = !pip install sagemaker==1.72.0', 'out = !pip install "sagemaker>=2,<3"'],
    [
      '%%writefile src/requirements.txt\nboto3\nsagemaker==1.72.0  # ours\n',
      '%%writefile src/requirements.txt\nboto3\nsagemaker>=2,<3  # ours\n',
    ],
  ])('%s', (before, after) => {
    expect(migrateCell(before)).toBe(after);
    expect(migrateCell(after)).toBe(after);
  });

  it.each([
    '!pip install sagemaker-experiments',
    '!pip show sagemaker',
    '%%javascript\n"pip install sagemaker"',
    '!pip install "sagemaker>=2,<3"',
    '!pip install -r sagemaker.txt',
    '# !pip install sagemaker',
    '!pip install -t sagemaker boto3',
    '!pip install git+https://github.com/aws/sagemaker-python-sdk.git@v2.15.0',
    '!conda install sagemaker-python-sdk=2.15',
  ])('leaves %s', (cell) => {
    expect(migrateCell(cell)).toBe(cell);
  });
});
