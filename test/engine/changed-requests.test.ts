import { describe, expect, test } from 'vitest';
import { addChangedRequests } from '../../src/engine/changed-requests.js';
import { migrateSource } from '../../src/engine/migrate.js';
import { CHANGED_REQUEST, type ReportedFinding } from '../../src/engine/outcome.js';
import { migrate } from '../../src/index.js';
import { pythonSource } from '../../src/text/source.js';

function changed(code: string): readonly ReportedFinding[] {
  const source = pythonSource('train.py', code);
  return addChangedRequests(source, migrateSource(source)).findings.filter(({ rule }) => rule === CHANGED_REQUEST);
}

const estimator = `import sagemaker
from sagemaker.pytorch import PyTorch

est = PyTorch(
    'train.py',
    role='arn:aws:iam::123456789012:role/Train',
    train_instance_count=1,
    train_instance_type='ml.m5.xlarge',
    framework_version='1.4.0',
    py_version='py3',
)
est.fit('s3://my-ml-bucket/train')
`;

// On 1.72.0 this sends no FrameworkVersion, on 2.257.6 "1.4": both seen by running it on the SDKs.
const compiled = `${estimator}est.compile_model(target_instance_family='ml_c5', input_shape={'x': [1, 3]}, output_path='s3://b/c',
    framework='pytorch', framework_version='1.4.0')
`;

describe('requests of the jobs of a changed program', () => {
  test('that stay the same, but for what v2 does to every job, are no finding', () => {
    expect(changed(estimator)).toEqual([]);
  });

  test('that differ are one, at the fix', () => {
    const [finding, ...others] = changed(compiled);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ state: 'manual', cell: null, line: 8 });
    expect(finding?.message).toContain('at line 13');
    expect(finding?.message).toContain('InputConfig.FrameworkVersion "1.4", v1 sent nothing');
  });

  // 2.257.6 raises this RuntimeError and starts no job; 1.72.0 starts one.
  test.each([
    ["if sagemaker.__version__ >= '2':\n    raise RuntimeError('needs v1')\n", 'RuntimeError: needs v1', 3],
    ["assert sagemaker.__version__.startswith('1.')\n", 'AssertionError', 2],
    ["import sys\nif int(sagemaker.__version__.split('.')[0]) > 1:\n    sys.exit()\n", 'exit', 4],
  ])('that v2 never comes to are reported where the program ends: %j', (check, says, line) => {
    const found = changed(estimator.replace('import sagemaker\n', `import sagemaker\n${check}`));
    expect(found).toMatchObject([{ state: 'manual', line }]);
    expect(found[0]?.message).toContain(`on v2 the program ends here (${says})`);
  });

  test('that differ where something is left to a person are not told again', () => {
    const code = `${estimator}est.deploy(1, 'ml.m5.xlarge', update_endpoint=True, endpoint_name='e')\n`;
    expect(changed(code)).toEqual([]);
    expect(migrateSource(pythonSource('train.py', code)).findings.filter(({ line }) => line === 13)).toMatchObject([
      { rule: 'update-endpoint', state: 'manual' },
    ]);
  });

  test('that differ only in what is not known are none', () => {
    expect(changed(estimator.replace("'ml.m5.xlarge'", 'choose()'))).toEqual([]);
  });

  test('can be suppressed at the call', () => {
    const [finding] = changed(
      compiled.replace("'1.4.0')\n", "'1.4.0')  # sagemaker-upgrade: ignore[changed-request] known\n"),
    );
    expect(finding?.state).toBe('suppressed');
  });

  test('are not asked about where the name is ignored', async () => {
    const names = async (ignore: string[]) =>
      (await migrate(compiled, { ignore })).findings.map(({ rule }) => rule).filter((rule) => rule === CHANGED_REQUEST);
    expect(await names([])).toEqual([CHANGED_REQUEST]);
    expect(await names([CHANGED_REQUEST])).toEqual([]);
  });

  test('are no reason to call their suppression unused', async () => {
    const code = 'import sagemaker  # sagemaker-upgrade: ignore[changed-request] known\n';
    expect((await migrate(code, { reportUnusedSuppressions: true })).findings).toEqual([]);
  });

  test('are not looked at where nothing changes', () => {
    expect(changed(compiled.replaceAll('train_instance', 'instance'))).toEqual([]);
  });
});
