import type { RuleDocs } from '../rules/rule-docs.js';
import { CHANGED_REQUEST } from './outcome.js';
import { UNUSED_SUPPRESSION } from './unused-suppressions.js';

/** The pages of what the engine finds by itself, beside the rules. */
export const engineDocs: readonly RuleDocs[] = [
  {
    name: CHANGED_REQUEST,
    summary: 'the migrated program would start another job than v1 did, or v2 refuses one of its calls',
    why: 'The requests that the program would send are followed before and after each migration and compared field by field; what v2 does to every job is left out, and what is not known proves nothing. The changes stay, because the code needs them on v2: a person decides whether the job may be another one. Where a program ends itself on v2 only, because it asks for the version, that place is reported too. `dry-run --compare` shows both requests, `--no-verify` compares nothing.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.pytorch import PyTorch\n\nest = PyTorch('train.py', role='arn:aws:iam::123456789012:role/Train', train_instance_count=1,\n              train_instance_type='ml.m5.xlarge', framework_version='1.4.0', py_version='py3')\nest.fit('s3://my-ml-bucket/train')\nest.compile_model(target_instance_family='ml_c5', input_shape={'x': [1, 3]}, output_path='s3://b/c',\n                  framework='pytorch', framework_version='1.4.0')\n",
        after:
          "from sagemaker.pytorch import PyTorch\n\nest = PyTorch('train.py', role='arn:aws:iam::123456789012:role/Train', instance_count=1,\n              instance_type='ml.m5.xlarge', framework_version='1.4.0', py_version='py3')\nest.fit('s3://my-ml-bucket/train')\nest.compile_model(target_instance_family='ml_c5', input_shape={'x': [1, 3]}, output_path='s3://b/c',\n                  framework='pytorch', framework_version='1.4.0')\n",
      },
    ],
  },
  {
    name: UNUSED_SUPPRESSION,
    summary: 'a suppression switches nothing off: it can go',
    why: 'What it was written for is gone, or a name in its brackets is not a rule; left behind, it would hide the next finding of that name. Comments, cell tags and the names in their brackets are asked one by one.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        option: 'report-unused-suppressions',
        before: 'import sagemaker\n\nsession = sagemaker.Session()  # sagemaker-upgrade: ignore[image-name-param]\n',
        after: 'import sagemaker\n\nsession = sagemaker.Session()  # sagemaker-upgrade: ignore[image-name-param]\n',
      },
    ],
  },
];
