import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importsSdk } from '../../src/engine/local-imports.js';
import { migrateSource } from '../../src/engine/migrate.js';
import type { FindModule, MigrateOptions } from '../../src/engine/options.js';
import { migrate } from '../../src/index.js';
import { pythonSource } from '../../src/text/source.js';
import { applyEdits } from '../../src/text/text-edit.js';
import { modulesIn } from '../support/modules.js';

type Files = Record<string, string>;

const home = fileURLToPath(new URL('../../fixtures/packages/churn/', import.meta.url));

function readPackage(state: 'before' | 'after'): Files {
  const names = readdirSync(`${home}${state}`, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.py')).sort();
  return Object.fromEntries(
    files.map((name) => [name.replaceAll('\\', '/'), readFileSync(`${home}${state}/${name}`, 'utf8')]),
  );
}

/** Migrates files in place, one after the other; each sees what the ones before have become. */
function migrateAll(given: Files, order: readonly string[]): { files: Files; findings: string[] } {
  const files = { ...given };
  const findings: string[] = [];
  for (const path of order) {
    const outcome = migrateOne(path, files);
    files[path] = applyEdits(files[path] ?? '', outcome.edits);
    findings.push(...outcome.findings.map((each) => `${path} ${JSON.stringify(each)}`));
  }
  return { files, findings: findings.sort() };
}

function migrateOne(path: string, files: Files, options: MigrateOptions = {}) {
  // A finder of its own: nothing is remembered from the file before.
  return migrateSource(pythonSource(path, files[path] ?? ''), { ...options, findModule: modulesIn(files) });
}

describe('a package', () => {
  const before = readPackage('before');
  const after = readPackage('after');
  const paths = Object.keys(before);

  test('is migrated in any order with the same result', () => {
    const forward = migrateAll(before, paths);
    expect(forward.files).toEqual(after);
    const rotations = paths.map((_, i) => [...paths.slice(i), ...paths.slice(0, i)]);
    for (const order of [...rotations, ...rotations.map((each) => [...each].reverse())]) {
      expect(migrateAll(before, order)).toEqual(forward);
    }
  });

  test('stays as it is in a second run', () => {
    expect(migrateAll(after, paths).files).toEqual(after);
  });

  test('says of which file the keys are that are to be renamed', () => {
    const { findings } = migrateOne('churn/train.py', before);
    const open = findings.filter(({ state }) => state === 'manual');
    expect(open.map(({ line, rule }) => [line, rule])).toEqual([
      [27, 'train-prefixed-params'],
      [27, 'train-prefixed-params'],
    ]);
    for (const { message } of open) expect(message).toContain('module .config');
  });

  test('says so with the name that this file would use', () => {
    const consts = 'KEYS = {"train_instance_count": 1}\n';
    const build = 'from sagemaker.estimator import Estimator\nEstimator("i", "r", **KEYS)\n';
    const named = (files: Files, path = 'app/use.py'): unknown =>
      migrateOne(path, { 'pkg/__init__.py': '', 'pkg/sub/__init__.py': '', ...files }).findings.map(
        ({ message }) => /the module (\S+);/.exec(message)?.[1],
      );
    const make = 'from .consts import KEYS\n';
    const own = { 'pkg/consts.py': consts, 'pkg/make.py': make };
    expect(named({ ...own, 'app/use.py': `from pkg.make import KEYS\n${build}` })).toEqual(['pkg.consts']);
    expect(named({ ...own, 'pkg/use.py': `from .make import KEYS\n${build}` }, 'pkg/use.py')).toEqual(['.consts']);
    const above = { 'pkg/consts.py': consts, 'pkg/sub/__init__.py': 'from ..consts import KEYS\n' };
    expect(named({ ...above, 'app/use.py': `from pkg.sub import KEYS\n${build}` })).toEqual(['pkg.consts']);
    expect(named({ ...above, 'pkg/sub/use.py': `from . import KEYS\n${build}` }, 'pkg/sub/use.py')).toEqual([
      '..consts',
    ]);
  });

  test('is foreign to a file that is migrated alone', () => {
    const alone = migrateSource(pythonSource('report.py', before['report.py'] ?? ''));
    expect(alone.edits).toEqual([]);
  });
});

test('the public function takes the finder', async () => {
  const files = readPackage('before');
  const { text } = await migrate(files['report.py'] ?? '', { path: 'report.py', findModule: modulesIn(files) });
  expect(text).toBe(readPackage('after')['report.py']);
});

test('keys that another file reads too are not renamed', () => {
  const files = {
    'lib.py': 'def count(kw):\n    return kw["train_instance_count"]\n',
    'a.py': `from lib import count
from sagemaker.estimator import Estimator
kw = {"train_instance_count": 1}
count(kw)
Estimator("i", "r", **kw)
`,
  };
  const { edits, findings } = migrateOne('a.py', files);
  expect(edits).toEqual([]);
  expect(findings.map(({ state, rule }) => [state, rule])).toEqual([['manual', 'train-prefixed-params']]);
});

describe('keywords that another file hands on to the SDK', () => {
  const base = `from sagemaker.estimator import Estimator
class Base(Estimator):
    def __init__(self, image, **kwargs):
        super().__init__(image, **kwargs)
`;
  const use = 'from base import Base\nBase("i", role="r", train_instance_count=1, tags=[])\n';

  test('are renamed where they are written', () => {
    const files = { 'base.py': base, 'a.py': use };
    const { files: migrated } = migrateAll(files, ['a.py', 'base.py']);
    expect(migrated).toEqual({ 'base.py': base, 'a.py': use.replace('train_instance_count', 'instance_count') });
    expect(migrateAll(migrated, ['base.py', 'a.py']).files).toEqual(migrated);
  });

  test('are left where the other file reads them by name', () => {
    const reads = `${base}        print(kwargs["train_instance_count"])\n`;
    const { edits, findings } = migrateOne('a.py', { 'base.py': reads, 'a.py': use });
    expect(edits).toEqual([]);
    expect(findings.map(({ state, rule }) => [state, rule])).toEqual([['manual', 'train-prefixed-params']]);
    const names = base.replace('image, **kwargs', 'image, train_instance_count, **kwargs');
    expect(migrateOne('a.py', { 'base.py': names, 'a.py': use })).toMatchObject({ edits: [], findings: [] });
  });
});

test('a flag for the version that another file sets guards here too', () => {
  const files = {
    'compat.py': `import sagemaker
IS_V2 = sagemaker.__version__.startswith("2")
`,
    'a.py': `from compat import IS_V2
from sagemaker.estimator import Estimator
if IS_V2:
    e = Estimator("i", "r", instance_count=1)
else:
    e = Estimator("i", "r", train_instance_count=1)
`,
  };
  expect(migrateOne('a.py', files).edits).toEqual([]);
});

describe('a file without the SDK is looked into', () => {
  const files: Files = {
    'sdk.py': 'import sagemaker\n',
    'near.py': 'from sdk import x\n',
    'far.py': 'import near\n',
    'farther.py': 'import far\n',
    'loop.py': 'import pool\n',
    'pool.py': 'import loop\n',
    'pkg/__init__.py': '',
    'pkg/jobs.py': 'from sagemaker import Session\n',
  };
  const looks = (code: string, find: FindModule = modulesIn(files)): boolean =>
    importsSdk(pythonSource('main.py', code), find);

  test.each([
    'import sdk',
    'import os, sdk as s',
    'from sdk import x',
    'if True:\n    from sdk import (\n        x,\n    )',
    'from pkg import jobs',
    'from pkg import (os,  # what\n    jobs)',
    'import pkg.jobs',
    'from .pkg.jobs import x',
    'from . import sdk',
    'from .import sdk',
    'from.sdk import x',
    'import near',
    'import far',
  ])('%j', (code) => {
    expect(looks(code)).toBe(true);
  });

  test.each(['import os', 'import pkg', 'import farther', 'import loop', 'x = "import sdk"', '# import sdk', ''])(
    'but not for %j',
    (code) => {
      expect(looks(code)).toBe(false);
    },
  );

  test.each([
    ['brackets that stay open', 'from a import (\n'.repeat(60_000)],
    ['dots', `from ${'.'.repeat(500_000)}`],
    ['blanks', `from ${' '.repeat(500_000)}x`],
    ['blank lines', `${' '.repeat(500_000)}\n`.repeat(2)],
    ['names', `import ${'a,'.repeat(300_000)}`],
    ['lines', 'import a\n'.repeat(100_000)],
  ])('in little time: %s', (_what, code) => {
    const start = performance.now();
    expect(looks(code)).toBe(false);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('and what was seen of a module once is not read again', () => {
    let reads = 0;
    const inner = modulesIn(files);
    const find: FindModule = (...wanted) => {
      const found = inner(...wanted);
      return (
        found && {
          path: found.path,
          get text() {
            reads += 1;
            return found.text;
          },
        }
      );
    };
    for (let i = 0; i < 5; i += 1) expect(looks('import far\nimport loop\n', find)).toBe(true);
    // far, loop, near, pool and sdk.
    expect(reads).toBe(5);
  });
});

describe('v1 names that another file gives', () => {
  /** Migrates in every order, checks that it makes no difference and that a second run changes nothing. */
  function migrateAnyhow(files: Files): { files: Files; findings: string[] } {
    const paths = Object.keys(files);
    const forward = migrateAll(files, paths);
    expect(migrateAll(files, [...paths].reverse())).toEqual(forward);
    expect(migrateAll(forward.files, paths).files).toEqual(forward.files);
    return forward;
  }

  const helpers = `from sagemaker.predictor import RealTimePredictor, csv_serializer
from sagemaker.amazon.amazon_estimator import get_image_uri

def connect(name):
    return RealTimePredictor(name, serializer=csv_serializer)
`;

  test('are imported from the SDK where they are used', () => {
    const { files } = migrateAnyhow({
      'helpers.py': helpers,
      'main.py': `from helpers import RealTimePredictor, connect, csv_serializer, get_image_uri
p = RealTimePredictor("e", serializer=csv_serializer)
image = get_image_uri("us-east-1", "kmeans")
`,
    });
    expect(files['main.py']).toBe(`from helpers import connect
from sagemaker import image_uris
from sagemaker.predictor import Predictor
from sagemaker.serializers import CSVSerializer
p = Predictor("e", serializer=CSVSerializer())
image = image_uris.retrieve("kmeans", "us-east-1", "1")
`);
  });

  test('under another name, through the module, and at third hand', () => {
    const { files } = migrateAnyhow({
      'pkg/__init__.py': '',
      'pkg/helpers.py': helpers,
      'pkg/more.py': 'from .helpers import RealTimePredictor\n',
      'main.py': `from pkg.more import RealTimePredictor as RTP
from pkg import helpers
class Own(helpers.RealTimePredictor):
    pass
p = RTP("e")
`,
    });
    expect(files['pkg/more.py']).toBe('from sagemaker.predictor import Predictor\n');
    expect(files['main.py']).toBe(`from sagemaker.predictor import Predictor, Predictor as RTP
from pkg import helpers
class Own(Predictor):
    pass
p = RTP("e")
`);
  });

  test('below a module of the SDK that the other file imported', () => {
    const { files } = migrateAnyhow({
      'common.py': 'import sagemaker\nfrom sagemaker import session\nrole = sagemaker.get_execution_role()\n',
      'star.py': `from common import *
x = sagemaker.session.s3_input("s3://b/x")
e = sagemaker.estimator.Estimator("i", role, train_instance_count=1)
`,
      'name.py': 'from common import session\nx = session.s3_input("s3://b/x")\n',
      'attribute.py': 'import common\nx = common.sagemaker.session.s3_input("s3://b/x")\n',
    });
    expect(files['star.py']).toBe(`from common import *
x = sagemaker.inputs.TrainingInput("s3://b/x")
e = sagemaker.estimator.Estimator("i", role, instance_count=1)
`);
    expect(files['name.py']).toContain('x = TrainingInput("s3://b/x")\n');
    expect(files['attribute.py']).toContain('x = TrainingInput("s3://b/x")\n');
  });

  test('stay where the other file keeps or makes them', () => {
    const main = 'from helpers import RealTimePredictor\np = RealTimePredictor("e")\n';
    for (const kept of [
      `${helpers}__all__ = ["RealTimePredictor"]\n`,
      'class RealTimePredictor:\n    pass\n',
      'from elsewhere import *\n',
      'def __getattr__(name):\n    return object\n',
      'try:\n    from sagemaker.predictor import RealTimePredictor\nexcept ImportError:\n    from sagemaker.predictor import Predictor as RealTimePredictor\n',
    ])
      expect(migrateAnyhow({ 'helpers.py': kept, 'main.py': main }).files['main.py']).toBe(main);
  });

  test('that other libraries have too count only where v2 has them in the other file', () => {
    const main = 'from lib import Model\nm = Model("s3://b/m", "role")\n';
    const own = migrateAnyhow({ 'lib.py': 'import sagemaker\n', 'main.py': main });
    expect(own.files['main.py']).toBe(main);
    const serving = migrateAnyhow({ 'lib.py': 'from sagemaker.tensorflow.serving import Model\n', 'main.py': main });
    expect(serving.files['main.py']).toContain('from sagemaker.tensorflow import TensorFlowModel\n');
  });
});
