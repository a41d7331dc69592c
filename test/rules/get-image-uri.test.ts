import { getImageUri } from '../../src/rules/get-image-uri.js';
import { testRule } from '../support/rule-tester.js';

const old = 'from sagemaker.amazon.amazon_estimator import get_image_uri\n';
const current = 'from sagemaker import image_uris\n';

function rewritten(before: string, after: string): { name: string; before: string; after: string } {
  return { name: before, before: `${old}c = ${before}\n`, after: `${current}c = ${after}\n` };
}

testRule(getImageUri, {
  unchanged: [
    {
      why: "the program's own function",
      code: "def get_image_uri(tag):\n    return 'repo:' + tag\n\nc = get_image_uri('x')\n",
    },
    { why: 'another module', code: "from mine import get_image_uri\nc = get_image_uri('us-west-2', 'kmeans')\n" },
    {
      why: 'already v2',
      code: "from sagemaker import image_uris\nc = image_uris.retrieve('kmeans', 'us-west-2', '1')\n",
    },
    {
      why: 'the imports serve both versions',
      code: "try:\n    from sagemaker import image_uris\nexcept ImportError:\n    from sagemaker.amazon.amazon_estimator import get_image_uri\n    image_uris = None\nif image_uris is None:\n    c = get_image_uri('us-west-2', 'kmeans')\n",
    },
  ],
  changed: [
    {
      name: 'a version of the environment, which is text by its default',
      before: `import os\n${old}c = get_image_uri(r, 'xgboost', os.environ.get('TAG', '1.0-1'))\nd = get_image_uri(r, 'xgboost', os.environ.get('TAG', 1))\n`,
      after: `import os\n${current}c = image_uris.retrieve('xgboost', r, os.environ.get('TAG', '1.0-1'))\nd = image_uris.retrieve('xgboost', r, str(os.environ.get('TAG', 1)))\n`,
    },
    rewritten("get_image_uri('us-west-2', 'pca')", "image_uris.retrieve('pca', 'us-west-2', '1')"),
    rewritten("get_image_uri(f(1)[0].name, 'pca', 1)", "image_uris.retrieve('pca', f(1)[0].name, '1')"),
    rewritten("get_image_uri('us-west-2', 'xgboost')", "image_uris.retrieve('xgboost', 'us-west-2', '1')"),
    rewritten(
      "get_image_uri('us-west-2', 'xgboost', 'latest')",
      "image_uris.retrieve('xgboost', 'us-west-2', 'latest')",
    ),
    rewritten("get_image_uri('us-west-2', 'xgboost', '0.90')", "image_uris.retrieve('xgboost', 'us-west-2', '0.90-1')"),
    rewritten("get_image_uri('us-west-2', 'xgboost', '1.0')", "image_uris.retrieve('xgboost', 'us-west-2', '1.0-1')"),
    rewritten("get_image_uri('us-west-2', 'xgboost', 1.0)", "image_uris.retrieve('xgboost', 'us-west-2', '1.0-1')"),
    rewritten(
      "get_image_uri('us-west-2', 'xgboost', '0.90-2-cpu-py3')",
      "image_uris.retrieve('xgboost', 'us-west-2', '0.90-2')",
    ),
    rewritten(
      "get_image_uri('us-west-2', 'xgboost', repo_version='0.90-1')",
      "image_uris.retrieve('xgboost', 'us-west-2', version='0.90-1')",
    ),
    rewritten(
      "get_image_uri('us-west-2', repo_name='xgboost')",
      "image_uris.retrieve(region='us-west-2', framework='xgboost', version='1')",
    ),
    rewritten(
      "get_image_uri(repo_name='xgboost', region_name='us-west-2', repo_version='1.0-1')",
      "image_uris.retrieve(framework='xgboost', region='us-west-2', version='1.0-1')",
    ),
    rewritten('get_image_uri(region, "pca")', 'image_uris.retrieve("pca", region, "1")'),
    rewritten("get_image_uri(region, f'{algo}')", "image_uris.retrieve(f'{algo}', region, '1')"),
    {
      name: 'edits of other rules in the arguments survive the swap',
      before: `from sagemaker import s3_input\n${old}c = get_image_uri(where(s3_input('a'), get_image_uri('us-west-2', 'pca')), 'knn')\n`,
      after: `from sagemaker import TrainingInput, image_uris\nc = image_uris.retrieve('knn', where(TrainingInput('a'), image_uris.retrieve('pca', 'us-west-2', '1')), '1')\n`,
    },
    {
      name: 'one argument a line',
      before: `${old}c = get_image_uri(\n    boto3.Session().region_name,\n    "kmeans",\n)\n`,
      after: `${current}c = image_uris.retrieve(\n    "kmeans",\n    boto3.Session().region_name,\n    "1",\n)\n`,
    },
    {
      name: 'comments stay with their arguments',
      before: `${old}c = get_image_uri(\n    region,  # where\n    'kmeans'  # what\n)\n`,
      after: `${current}c = image_uris.retrieve(\n    region=region,  # where\n    framework='kmeans',  # what\n    version='1'\n)\n`,
    },
    {
      name: 'keywords of a dictionary',
      before: `${old}kw = {'region_name': 'us-west-2', 'repo_name': 'xgboost', 'repo_version': '0.90'}\nc = get_image_uri(**kw)\n`,
      after: `${current}kw = {'region': 'us-west-2', 'framework': 'xgboost', 'version': '0.90-1'}\nc = image_uris.retrieve(**kw)\n`,
    },
    {
      name: 'an alias',
      before: 'from sagemaker.amazon.amazon_estimator import get_image_uri as giu\nc = giu(region, "pca")\n',
      after: `${current}c = image_uris.retrieve("pca", region, "1")\n`,
    },
    {
      name: 'qualified',
      before: "import sagemaker as sm\nc = sm.amazon.amazon_estimator.get_image_uri('us-west-2', 'ntm')\n",
      after: "import sagemaker as sm\nc = sm.image_uris.retrieve('ntm', 'us-west-2', '1')\n",
    },
    {
      name: 'a variable of that name',
      before: `${old}image_uris = [get_image_uri('us-west-2', 'ntm')]\n`,
      after:
        "from sagemaker import image_uris as sagemaker_image_uris\nimage_uris = [sagemaker_image_uris.retrieve('ntm', 'us-west-2', '1')]\n",
    },
    {
      name: 'versions that differ from call to call',
      before: `${old}def image(algorithm, version):\n    return get_image_uri('us-west-2', algorithm, version)\na = image('xgboost', '0.90-1')\nb = image('pca', 1)\n`,
      after: `${current}def image(algorithm, version):\n    return image_uris.retrieve(algorithm, 'us-west-2', str(version))\na = image('xgboost', '0.90-1')\nb = image('pca', 1)\n`,
    },
  ],
  reported: [
    { code: `${old}c = get_image_uri(*args)\n`, line: 2, state: 'manual', says: 'image_uris.retrieve' },
    { code: `${old}c = get_image_uri(region, **kw)\n`, line: 2, state: 'manual' },
    { code: `${old}v = '0.90'\nc = get_image_uri(region, 'xgboost', v)\n`, line: 3, state: 'manual', says: '0.90-1' },
    { code: `${old}f = get_image_uri\nc = f(region, 'xgboost')\n`, line: 2, state: 'manual' },
    { code: `${old}__all__ = ['get_image_uri']\n`, line: 1, state: 'manual' },
    {
      code: `${old}c = get_image_uri(region, 'kmeans', 'latest')\n`,
      line: 2,
      state: 'assumed',
      says: 'version 1',
      after: `${current}c = image_uris.retrieve('kmeans', region, 'latest')\n`,
    },
    {
      code: `${old}c = get_image_uri(region, 'xgboost-neo')\n`,
      line: 2,
      state: 'assumed',
      says: 'latest',
      after: `${current}c = image_uris.retrieve('xgboost-neo', region, '1')\n`,
    },
    {
      code: `${old}c = get_image_uri(region, 'xgboost', version)\n`,
      line: 2,
      state: 'assumed',
      says: '0.90-1',
      after: `${current}c = image_uris.retrieve('xgboost', region, str(version))\n`,
    },
  ],
});
