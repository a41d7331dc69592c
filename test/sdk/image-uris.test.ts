import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Answer, answerOf } from '../../scripts/judge/image-uris-answers.js';
import type { ImageCall } from '../../scripts/judge/image-uris-calls.js';
import { PythonError } from '../../src/data/errors.js';
import { retrieveImageUri } from '../../src/sdk/image-uris.js';

/** Recorded on the real SDKs by `npm run judge -- image-uris`, which compares some 200,000 calls. */
function recorded(version: string): [ImageCall, Answer][] {
  const text = readFileSync(new URL(`image-uris-${version}.jsonl`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe.each(['1.72.0', '2.257.6'])('the images of %s', (version) => {
  const rows = recorded(version);

  test('are those that the SDK chose, and what it refused is refused', () => {
    const wrong = rows.filter(([call, answer]) => JSON.stringify(answerOf(call)) !== JSON.stringify(answer));
    expect(wrong).toEqual([]);
  });

  test('the sample holds images and refusals', () => {
    expect(rows.filter(([, answer]) => answer.uri !== undefined).length).toBeGreaterThan(100);
    expect(rows.filter(([, answer]) => answer.error !== undefined).length).toBeGreaterThan(100);
  });
});

describe('an image by hand', () => {
  // Each asked of image_uris.py in 2.257.6.
  test.each<[string, string, ImageCall['arguments'], string]>([
    [
      'Inferentia 2, a Hugging Face model',
      'retrieve',
      {
        framework: 'huggingface',
        region: 'us-west-2',
        version: '4.28',
        base_framework_version: 'pytorch1.13',
        image_scope: 'inference',
        instance_type: 'ml.inf2.xlarge',
        inference_tool: 'neuronx',
      },
      '763104351884.dkr.ecr.us-west-2.amazonaws.com/huggingface-pytorch-inference-neuronx:1.13.0-transformers4.28.1-neuronx-py38-sdk2.9.1-ubuntu20.04',
    ],
    [
      'Inferentia, told by the instance type',
      'retrieve',
      {
        framework: 'huggingface',
        region: 'us-west-2',
        version: '4.12',
        base_framework_version: 'pytorch1.9',
        image_scope: 'inference',
        instance_type: 'ml.inf1.xlarge',
      },
      '763104351884.dkr.ecr.us-west-2.amazonaws.com/huggingface-pytorch-inference-neuron:1.9.1-transformers4.12.3-neuron-py37-sdk1.17.1-ubuntu18.04',
    ],
    [
      'the training compiler',
      'retrieve',
      {
        framework: 'huggingface',
        region: 'us-west-2',
        version: '4.17.0',
        base_framework_version: 'pytorch1.10.2',
        image_scope: 'training',
        instance_type: 'ml.p3.2xlarge',
        training_compiler_config: true,
      },
      '763104351884.dkr.ecr.us-west-2.amazonaws.com/huggingface-pytorch-trcomp-training:1.10.2-transformers4.17.0-gpu-py38-cu113-ubuntu20.04',
    ],
    [
      'Trainium',
      'retrieve',
      {
        framework: 'pytorch',
        region: 'us-west-2',
        version: '1.11.0',
        image_scope: 'training',
        instance_type: 'ml.trn1.2xlarge',
      },
      '763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-training-neuron:1.11.0-neuron-py38-sdk2.4.0-ubuntu20.04',
    ],
    [
      'Graviton, a Deep Learning Container',
      'retrieve',
      {
        framework: 'pytorch',
        region: 'us-west-2',
        version: '1.12.1',
        image_scope: 'inference',
        instance_type: 'ml.c7g.xlarge',
      },
      '763104351884.dkr.ecr.us-west-2.amazonaws.com/pytorch-inference-graviton:1.12.1-cpu-py38-ubuntu20.04-sagemaker',
    ],
    [
      'Graviton, XGBoost',
      'retrieve',
      { framework: 'xgboost', region: 'us-west-2', version: '1.5-1', instance_type: 'ml.m6g.xlarge' },
      '246618743249.dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:1.5-1-arm64',
    ],
    [
      'CUDA 11 on p4d',
      'retrieve',
      {
        framework: 'tensorflow',
        region: 'us-west-2',
        version: '2.3.1',
        py_version: 'py37',
        image_scope: 'training',
        instance_type: 'ml.p4d.24xlarge',
      },
      '763104351884.dkr.ecr.us-west-2.amazonaws.com/tensorflow-training:2.3.1-gpu-py37-cu110-ubuntu18.04',
    ],
    [
      'Elastic Inference, in China',
      'retrieve',
      {
        framework: 'mxnet',
        region: 'cn-north-1',
        version: '1.5',
        py_version: 'py3',
        instance_type: 'ml.m5.xlarge',
        accelerator_type: 'ml.eia1.medium',
      },
      '727897471807.dkr.ecr.cn-north-1.amazonaws.com.cn/mxnet-inference-eia:1.5-cpu-py3',
    ],
    [
      'Triton on a GPU',
      'retrieve',
      { framework: 'sagemaker-tritonserver', region: 'us-west-2', version: '23.12', instance_type: 'ml.g4dn.xlarge' },
      '763104351884.dkr.ecr.us-west-2.amazonaws.com/sagemaker-tritonserver:23.12-py3',
    ],
    [
      'Triton on a CPU',
      'retrieve',
      { framework: 'sagemaker-tritonserver', region: 'us-west-2', version: '23.12', instance_type: 'ml.c5.xlarge' },
      '763104351884.dkr.ecr.us-west-2.amazonaws.com/sagemaker-tritonserver:23.12-py3-cpu',
    ],
    [
      'a one-version algorithm takes any version',
      'retrieve',
      { framework: 'kmeans', region: 'us-west-2', version: 'latest' },
      '174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:1',
    ],
    [
      'reinforcement learning',
      'retrieve',
      { framework: 'coach-tensorflow', region: 'us-west-2', version: '0.10.1', instance_type: 'ml.m5.xlarge' },
      '520713654638.dkr.ecr.us-west-2.amazonaws.com/sagemaker-rl-tensorflow:coach0.10.1-cpu-py3',
    ],
    [
      'model parallelism of PyTorch',
      'get_training_image_uri',
      {
        framework: 'pytorch',
        region: 'us-west-2',
        framework_version: '2.2',
        py_version: 'py310',
        instance_type: 'ml.p5.48xlarge',
        distribution: { torch_distributed: { enabled: true }, smdistributed: { modelparallel: { enabled: true } } },
      },
      '658645717510.dkr.ecr.us-west-2.amazonaws.com/smdistributed-modelparallel:2.2-gpu-py310-cu121',
    ],
  ])('%s', (_what, name, given, uri) => {
    expect(answerOf({ function: name, arguments: given })).toEqual({ uri });
  });
});

describe('a refusal', () => {
  test.each([
    [
      'the version',
      { framework: 'pytorch', region: 'us-west-2', version: '9.9', imageScope: 'training' },
      /9\.9.*2\.8\.0/,
    ],
    ['the region', { framework: 'kmeans', region: 'nowhere' }, /nowhere/],
    ['the scope', { framework: 'pytorch', region: 'us-west-2', version: '1.6' }, /image_scope/],
    [
      'the instance type',
      { framework: 'pytorch', region: 'us-west-2', version: '1.6', pyVersion: 'py3', imageScope: 'training' },
      /instance type/,
    ],
  ])('names %s', (_what, request, message) => {
    expect(() => retrieveImageUri(request)).toThrow(PythonError);
    expect(() => retrieveImageUri(request)).toThrow(message);
  });
});
