import { describe, expect, test } from 'vitest';
import { runInMemory } from './memory-host.js';

const program = `import os
import sagemaker
from sagemaker.pytorch import PyTorch

for rate in [0.1, 0.01]:
    PyTorch('train.py', role=sagemaker.get_execution_role(), instance_count=1, instance_type=os.environ['TYPE'],
            framework_version='1.8', py_version='py3', hyperparameters={'lr': rate}).fit('s3://b/train')
`;
const files = { 'a.py': program };

async function json(args: readonly string[], given = files) {
  const { code, stdout } = await runInMemory(['dry-run', '--output-format', 'json', ...args], { files: given });
  return { code, report: JSON.parse(stdout) };
}

describe('dry-run', () => {
  test('lists every job with its request, and what is unknown', async () => {
    const { code, report } = await json(['a.py']);
    expect(code).toBe(0);
    expect(report.jobs).toHaveLength(2);
    expect(report.jobs[1]).toMatchObject({
      path: 'a.py',
      cell: null,
      line: 6,
      operation: 'CreateTrainingJob',
      request: { HyperParameters: { lr: '0.01' } },
      violations: [],
    });
    expect(report.jobs[0].request.ResourceConfig.InstanceType).toEqual({ $unknown: 'the environment variable TYPE' });
    expect(report.jobs[0].unknown).toContainEqual({
      path: 'ResourceConfig.InstanceType',
      reason: 'the environment variable TYPE',
    });
    expect(report.summary).toEqual({ files: 1, failed: 0, jobs: 2, invalid: 0, withUnknown: 2, different: 0 });
  });

  test('takes what stands for the world outside', async () => {
    const settings = ['--set', 'TYPE=ml.p3.2xlarge', '--region', 'eu-west-1', '--account', '111122223333'];
    const { report } = await json([...settings, '--now', '2024-02-29T12:00:00Z', 'a.py']);
    expect(report.jobs[0].request).toMatchObject({
      RoleArn: 'arn:aws:iam::111122223333:role/SageMakerRole',
      TrainingJobName: 'pytorch-training-2024-02-29-12-00-00-000',
      AlgorithmSpecification: {
        TrainingImage: '763104351884.dkr.ecr.eu-west-1.amazonaws.com/pytorch-training:1.8-gpu-py3',
      },
      OutputDataConfig: { S3OutputPath: 's3://sagemaker-eu-west-1-111122223333/' },
    });
  });

  test('a violation stands under its field, and makes the exit code 1', async () => {
    const spelt = {
      'a.py': program.replace("os.environ['TYPE']", "'ml.p3.2xlarge'").replace('instance_count=1', 'instance_count=-1'),
    };
    const { code, stdout } = await runInMemory(['dry-run', 'a.py'], { files: spelt });
    expect(code).toBe(1);
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => line.includes('"InstanceCount": -1'));
    expect(lines[at + 1]).toContain(
      '^ ResourceConfig.InstanceCount: -1: at least 0 needed (refused before it is sent)',
    );
    expect(stdout).toContain('a.py:6: CreateTrainingJob');
    expect(stdout).toContain('1 job in 1 file, 1 with violations');
  });

  test('what the SDK refuses is a job without a request', async () => {
    const { code, report } = await json(['--set', 'TYPE=ml.m5.xlarge', 'a.py'], {
      'a.py': program.replace("'1.8'", "'9.9'"),
    });
    expect(code).toBe(1);
    expect(report.jobs).toMatchObject([{ operation: null, request: null, violations: [{ grade: 'client', line: 6 }] }]);
  });

  test('--compare shows what v1 would have sent', async () => {
    const v1 = program
      .replace('instance_count', 'train_instance_count')
      .replace('instance_type', 'train_instance_type');
    const { code, report } = await json(['--compare', 'a.py'], { 'a.py': v1 });
    expect(code).toBe(0);
    // The same environment variable on both sides is the same value.
    expect(report.jobs[0].comparison.verdict).toBe('documented');
    const { report: known } = await json(['--compare', '--set', 'TYPE=ml.m5.xlarge', 'a.py'], { 'a.py': v1 });
    expect(known.jobs[0].comparison).toMatchObject({ verdict: 'documented', v1: { HyperParameters: { lr: '0.1' } } });
  });

  test('a file that is not there is one line, and the others go on', async () => {
    const { code, stdout, stderr } = await runInMemory(['dry-run', 'a.py', 'gone.py'], { files });
    expect(code).toBe(2);
    expect(stderr).toBe('error: gone.py: no such file\n');
    expect(stdout).toContain('2 jobs in 2 files');
  });

  test.each([
    [['--now', 'yesterday', 'a.py'], "error: --now: 'yesterday' is no date; write it like 2020-01-31T12:00:00Z\n"],
    [['--set', 'x', 'a.py'], "error: --set: 'x' is no NAME=VALUE\n"],
  ])('%s is refused', async (args, message) => {
    expect(await runInMemory(['dry-run', ...args], { files })).toMatchObject({ code: 2, stderr: message });
  });

  test('reads standard input', async () => {
    const { code, stdout } = await runInMemory(['dry-run', '-', '--stdin-filename', 'b.py'], { stdin: program });
    expect(code).toBe(0);
    expect(stdout).toContain('b.py:6: CreateTrainingJob');
  });
});
