import { expect, test } from 'vitest';
import { dryRunSource } from '../../src/engine/dry-run.js';
import type { FindModule } from '../../src/engine/options.js';
import { pythonSource } from '../../src/text/source.js';

/** Files of one folder, found by their name. */
function finderOf(files: Readonly<Record<string, string>>): FindModule {
  return (dotted) => {
    const text = files[dotted];
    return text === undefined ? undefined : { path: `${dotted}.py`, text };
  };
}

function dryRun(files: Readonly<Record<string, string>>) {
  return dryRunSource(pythonSource('main.py', files.main ?? ''), {
    findModule: finderOf(files),
    compare: false,
    settings: {},
    given: new Map(),
  });
}

const CONFIG = "BUCKET = 'team'\nHP = {'epochs': 3}\n";
const HELPERS = `
import sagemaker
from sagemaker.estimator import Estimator
import config
COUNT = 0
def make(name, **options):
    global COUNT
    COUNT += 1
    hp = dict(config.HP, run=COUNT)
    return Estimator('1.dkr.ecr.us-west-2.amazonaws.com/' + name, role='arn:aws:iam::123456789012:role/R',
                     train_instance_count=1, train_instance_type='ml.m5.xlarge', hyperparameters=hp, **options)
def train(estimator):
    estimator.fit('s3://%s/data' % config.BUCKET)
if __name__ == '__main__':
    train(make('never'))
`;

test('what the user calls in another file is told where the call stands', () => {
  const main = `from helpers import make
import helpers

helpers.train(make('a'))
helpers.COUNT = 6
helpers.train(make('b', output_path='s3://out/'))
`;
  const { jobs, notes } = dryRun({ main, helpers: HELPERS, config: CONFIG });
  expect(notes).toEqual([]);
  expect(jobs.map(({ line, operation }) => [line, operation])).toEqual([
    [4, 'CreateTrainingJob'],
    [6, 'CreateTrainingJob'],
  ]);
  expect(jobs.map(({ request }) => request)).toMatchObject([
    {
      HyperParameters: { epochs: '3', run: '1' },
      InputDataConfig: [{ DataSource: { S3DataSource: { S3Uri: 's3://team/data' } } }],
    },
    { HyperParameters: { epochs: '3', run: '7' }, OutputDataConfig: { S3OutputPath: 's3://out/' } },
  ]);
});

test('a file is run once, and what it starts at its top is told at the import', () => {
  const starts = `${HELPERS}\ntrain(make('top'))\n`;
  const main = 'import sagemaker\nimport helpers\nfrom helpers import make\nimport other\n';
  const { jobs } = dryRun({ main, helpers: starts, config: CONFIG, other: 'import helpers\nhelpers.make("x")\n' });
  expect(jobs.map(({ line, operation }) => [line, operation])).toEqual([[2, 'CreateTrainingJob']]);
});

test('files that import each other see what is bound so far', () => {
  const main =
    "import a\nfrom sagemaker.model import Model\nModel(model_data=a.URI, image='i', role='arn:aws:iam::1:role/R').deploy(1, 'ml.m5.large')\n";
  const { jobs } = dryRun({
    main,
    a: "START = 's3://'\nimport b\nURI = b.URI + 'm'\n",
    b: "from a import START\nURI = START + 'x/'\n",
  });
  expect(jobs[0]?.request).toMatchObject({ PrimaryContainer: { ModelDataUrl: 's3://x/m' } });
});

test('what the SDK refuses in another file is a violation of the call that led there', () => {
  const main = "import sagemaker\nimport helpers\n\nhelpers.make('a', role2=3, image_name='b')\n";
  const { jobs } = dryRun({ main, helpers: HELPERS, config: CONFIG });
  expect(jobs.map(({ line, operation, violations }) => [line, operation, violations.length])).toEqual([[4, null, 1]]);
});

test('names of a star import, and the reasons of what is not known, tell the file', () => {
  const main =
    "from settings import *\nfrom sagemaker.transformer import Transformer\nt = Transformer('m', 1, 'ml.m5.large', output_path=OUT)\nt.transform(IN)\n";
  const settings = "import pandas\n_hidden = 1\nOUT = 's3://b/o'\nIN = pandas.read_csv('x')\n";
  const { jobs } = dryRun({ main, settings });
  expect(jobs[0]?.request).toMatchObject({ TransformOutput: { S3OutputPath: 's3://b/o' } });
  expect(jobs[0]?.unknown.map(({ reason }) => reason)).toContain('returned by pandas.read_csv at line 4 of settings');
});
