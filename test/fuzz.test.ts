import fc from 'fast-check';
import { test } from 'vitest';
import { check, make, recipes } from '../scripts/fuzz/cases.js';
import { loadOriginals } from '../scripts/fuzz/programs.js';
import { checkBytes } from '../scripts/fuzz/properties.js';

// A share of `npm run fuzz`, the same one each time.
test('no mutated program breaks the engine or a file', { timeout: 60_000 }, async () => {
  const originals = loadOriginals();
  const property = fc.asyncProperty(recipes, (recipe) => check(recipe, make(recipe, originals)));
  await fc.assert(property, { numRuns: 400, seed: 2257 });
});

const unused = 'from sagemaker.amazon.amazon_estimator import get_image_uri';
const cells = (...sources: string[]) =>
  JSON.stringify({ cells: sources.map((source) => ({ cell_type: 'code', source })), nbformat: 4 });

// What longer runs found.
test.each([
  ['the last statements of a text without a line end', 'a.py', [unused, unused, unused].join('\n')],
  ['an error above which nothing stands but a line end', 'a.py', '\n .:\n    f(x)class'],
  [
    'a name that a script of the notebook uses too',
    'a.ipynb',
    cells(
      'from sagemaker.predictor import csv_serializer',
      '%%writefile a.py\nimport sagemaker\nfrom sagemaker.predictor import csv_serializer\nprint(csv_serializer)',
    ),
  ],
  [
    'an indented line that a removed import cuts from its block',
    'a.py',
    [
      '    params = dict(DEFAULTS)',
      'def build(**overrides):',
      unused,
      '    params.update(overrides)',
      '    return TensorFlow(entry_point="train.py", **params)',
      'build(train_max_run=3600).fit("s3://b/d")',
    ].join('\n'),
  ],
  [
    'a fix that is taken back and would do in a second run',
    'a.py',
    [
      'while 1:',
      '    import sagemaker',
      "    raw = RealTimePredictor('ep', serializer=csv_serializer, deserializer=json_deserializer, content_type='a/b')",
      '    predictor.deserializer = None',
      '    from sagemaker.predictor import csv_serializer, json_deserializer, RealTimePredictor',
    ].join('\n'),
  ],
  [
    'an SDK object of which nobody knows whether it was made',
    'a.py',
    [
      'from sagemaker.estimator import Estimator',
      'class Mine(Estimator):',
      '    def __init__(self, image, role):',
      '        super(Mine, self).__init__(image, role) if x else None',
      "Mine('c', 'role').train_image()",
    ].join('\n'),
  ],
])('holds for %s', (_, path, text) => checkBytes(Buffer.from(text), path));
