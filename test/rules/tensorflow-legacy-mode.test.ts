import { describe, expect, it } from 'vitest';
import { tensorflowLegacyMode } from '../../src/rules/tensorflow-legacy-mode.js';
import { run, testRule } from '../support/rule-tester.js';

const tensorflow = 'from sagemaker.tensorflow import TensorFlow\n';
const imports = `${tensorflow}from sagemaker import image_uris\n`;
const name = 'from sagemaker.utils import name_from_base\n';
const session = 'from sagemaker import Session\nsess = Session()\n';

/** What v2 makes into v1's legacy image: the registry and the tag are those of the script mode one. */
function image(version: string, instance: string, at = 'sess'): string {
  const suffix = /^'1\.1[12]/.test(version) ? ".replace('-scriptmode', '')" : '';
  return `image_uri=image_uris.retrieve('tensorflow', ${at}.boto_region_name, version=${version}, py_version='py2', instance_type=${instance}, image_scope='training')${suffix}`;
}

testRule(tensorflowLegacyMode, {
  unchanged: [
    { why: 'another library', code: "from mine import TensorFlow\nTensorFlow('t.py', training_steps=1)\n" },
    {
      why: 'Python 3',
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.12.0', py_version='py3')\n`,
    },
    {
      why: 'script mode only',
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.13.1', py_version='py2')\n`,
    },
    {
      why: 'moved by hand to the legacy image',
      code: `${tensorflow}est = TensorFlow(entry_point='t.py', role=role, framework_version='1.11', py_version='py2', image_uri=image, model_dir=False)\nest.deploy(1, 'ml.m4.xlarge')\n`,
    },
    {
      why: 'v2 all over',
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, instance_count=1, framework_version='1.12.0', py_version='py2')\n`,
    },
  ],
  changed: [
    {
      name: 'empty arguments of legacy mode in script mode',
      before: `${tensorflow}TensorFlow(entry_point='t.py', training_steps=None, role=role, framework_version='1.13.1', py_version='py3')\n`,
      after: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.13.1', py_version='py3')\n`,
    },
    {
      name: "nothing but v1's defaults",
      before: `${tensorflow}${session}TensorFlow(entry_point='t.py', role=role, train_instance_type=kind)\n`,
      after: `${imports}${name}${session}TensorFlow(entry_point='t.py', role=role, instance_type=kind, hyperparameters={'training_steps': None, 'evaluation_steps': None, 'checkpoint_path': 's3://{}/{}/checkpoints'.format(sess.default_bucket(), name_from_base('sagemaker-tensorflow')), 'sagemaker_requirements': ''}, framework_version='1.11', py_version='py2', ${image("'1.11'", 'kind')}, model_dir=False)\n`,
    },
    {
      name: "the estimator's own session, one argument a line, hyperparameters in a variable",
      before: `${tensorflow}hp = {'lr': 0.1}\nTensorFlow(\n    entry_point='t.py',\n    role=role,\n    framework_version='1.10.0',\n    training_steps=steps,  # enough\n    checkpoint_path='s3://b/c',\n    hyperparameters=hp,\n    train_instance_type='ml.c4.xlarge',\n    sagemaker_session=self.session,\n)\n`,
      after: `${imports}hp = {'lr': 0.1}\nTensorFlow(\n    entry_point='t.py',\n    role=role,\n    framework_version='1.10.0',\n    # enough\n    hyperparameters=dict(hp, training_steps=steps, evaluation_steps=None, checkpoint_path='s3://b/c', sagemaker_requirements=''),\n    instance_type='ml.c4.xlarge',\n    sagemaker_session=self.session,\n    py_version='py2',\n    ${image("'1.10.0'", "'ml.c4.xlarge'", 'self.session')},\n    model_dir=False,\n)\n`,
    },
    {
      name: 'by position, hyperparameters written in the call',
      before: `${tensorflow}${session}TensorFlow(1000, 100, 's3://b/c', 'py2', '1.9', 's3://b/model', 'req.txt', None, False, hyperparameters={'lr': 0.1}, train_instance_type='local')\n`,
      after: `${imports}${session}TensorFlow(py_version='py2', framework_version='1.9', model_dir=False, ${image("'1.9'", "'local'")}, hyperparameters={'lr': 0.1, 'training_steps': 1000, 'evaluation_steps': 100, 'checkpoint_path': 's3://b/c', 'sagemaker_requirements': 'req.txt'}, instance_type='local')\n`,
    },
    {
      name: 'hyperparameters with comments, a line each',
      before: `${tensorflow}TensorFlow(image_name='tf', checkpoint_path='s3://b/c', model_dir=False, hyperparameters={\n    'a': 1,  # one\n    'b': 2  # two\n})\n`,
      after: `${tensorflow}TensorFlow(image_uri='tf', model_dir=False, hyperparameters={\n    'a': 1,  # one\n    'b': 2,  # two\n    'training_steps': None,\n    'evaluation_steps': None,\n    'checkpoint_path': 's3://b/c',\n    'sagemaker_requirements': ''\n})\n`,
    },
    {
      name: 'an image of one’s own keeps its versions and names the jobs',
      before: `${tensorflow}${session}TensorFlow(entry_point='t.py', role=role, image_name='1.dkr.ecr.us-west-2.amazonaws.com/my-tf:1')\n`,
      after: `${tensorflow}${name}${session}TensorFlow(entry_point='t.py', role=role, image_uri='1.dkr.ecr.us-west-2.amazonaws.com/my-tf:1', hyperparameters={'training_steps': None, 'evaluation_steps': None, 'checkpoint_path': 's3://{}/{}/checkpoints'.format(sess.default_bucket(), name_from_base('my-tf')), 'sagemaker_requirements': ''}, model_dir=False)\n`,
    },
    {
      name: 'checkpoints lie under the output path',
      before: `${tensorflow}out = 's3://b/out/'\nTensorFlow(entry_point='t.py', image_name='tf', training_steps=1, output_path=out, base_job_name='mine', hyperparameters={}, model_dir=False)\n`,
      after: `${tensorflow}${name}out = 's3://b/out/'\nTensorFlow(entry_point='t.py', image_uri='tf', output_path=out, base_job_name='mine', hyperparameters={'training_steps': 1, 'evaluation_steps': None, 'checkpoint_path': '{}/{}/checkpoints'.format(out.rstrip('/'), name_from_base('mine')), 'sagemaker_requirements': ''}, model_dir=False)\n`,
    },
    {
      name: 'a checkpoint path that may be None, and a key of a dictionary',
      before: `${tensorflow}${session}kw = {'evaluation_steps': 5, 'role': role}\ndef make(path=None):\n    return TensorFlow(entry_point='t.py', image_name='tf', training_steps=1, checkpoint_path=path, hyperparameters={}, model_dir=False, **kw)\nmake()\nmake('s3://b/c')\n`,
      after: `${tensorflow}${name}from sagemaker import Session\nsess = Session()\nkw = {'role': role}\ndef make(path=None):\n    return TensorFlow(entry_point='t.py', image_uri='tf', hyperparameters={'training_steps': 1, 'evaluation_steps': 5, 'checkpoint_path': path or 's3://{}/{}/checkpoints'.format(Session().default_bucket(), name_from_base('tf')), 'sagemaker_requirements': ''}, model_dir=False, **kw)\nmake()\nmake('s3://b/c')\n`,
    },
    {
      name: 'TensorFlow Serving has an image of its own',
      before: `${tensorflow}${session}est = TensorFlow(entry_point='t.py', training_steps=1, checkpoint_path='s3://b/c', hyperparameters={}, framework_version='1.8', py_version='py2', model_dir=False, train_instance_type='local')\nest.deploy(1, 'ml.c4.xlarge', endpoint_type='tensorflow-serving')\n`,
      after: `${imports}${session}est = TensorFlow(entry_point='t.py', hyperparameters={'training_steps': 1, 'evaluation_steps': None, 'checkpoint_path': 's3://b/c', 'sagemaker_requirements': ''}, framework_version='1.8', py_version='py2', model_dir=False, instance_type='local', ${image("'1.8'", "'local'")})\nest.deploy(1, 'ml.c4.xlarge', image_uri=None)\n`,
    },
  ],
  reported: [
    {
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role)\n`,
      line: 2,
      state: 'manual',
      says: "image_uri=image_uris.retrieve('tensorflow', region, version='1.11', py_version='py2'",
    },
    {
      code: `${tensorflow}TensorFlow(entry_point='t.py', framework_version='1.12.0', py_version='py2', script_mode=False, training_steps=100, **more)\n`,
      line: 2,
      state: 'manual',
      says: "hyperparameters={'training_steps': 100,",
    },
    {
      code: `${tensorflow}TensorFlow(entry_point='t.py', framework_version='1.4.0', instance_type='local')\n`,
      line: 2,
      state: 'manual',
    },
    {
      code: `${tensorflow}TensorFlow(entry_point='t.py', training_steps=1, train_instance_type=choose())\n`,
      after: `${tensorflow}TensorFlow(entry_point='t.py', training_steps=1, instance_type=choose())\n`,
      line: 2,
      state: 'manual',
    },
    {
      code: `${tensorflow}TensorFlow(entry_point='t.py', image_name='i', training_steps=1, distributions={'mpi': {'enabled': True}})\n`,
      after: `${tensorflow}TensorFlow(entry_point='t.py', image_uri='i', training_steps=1, distribution={'mpi': {'enabled': True}})\n`,
      line: 2,
      state: 'manual',
    },
    {
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version='1.13.1', py_version='py3', training_steps=100)\n`,
      line: 2,
      state: 'manual',
      says: 'v2 ignores it',
    },
    {
      code: `${tensorflow}TensorFlow(entry_point='t.py', role=role, framework_version=v, py_version='py2')\n`,
      line: 2,
      state: 'unproven',
    },
  ],
});

describe('a legacy estimator that is migrated', () => {
  const code = `${tensorflow}est = TensorFlow(entry_point='t.py', training_steps=1, train_instance_type='ml.c4.xlarge')\nest.fit(data, job_name=name)\nest.deploy(1, 'ml.m4.xlarge')\nest.transformer(1, 'ml.m4.xlarge', endpoint_type='tensorflow-serving')\nest.compile_model('ml_c5', shape, out)\n`;
  const found = run(code).findings.filter((finding) => finding.rule === 'tensorflow-legacy-mode');
  const states = (line: number): string[] => found.filter((each) => each.line === line).map((each) => each.state);

  it('still has to be ported by a person', () => {
    expect(states(2)).toEqual(['assumed', 'manual']);
  });

  it.each([
    [3, 'folder that was named after this job'],
    [4, 'plain Model'],
    [5, 'create_model(image_uri=None)'],
    [6, 'compiles as before'],
  ])('says what becomes of line %i', (line, text) => {
    expect(states(line)).toEqual(['manual']);
    expect(found.find((each) => each.line === line)?.message).toContain(text);
  });

  it('has nothing left for a second run', () => {
    const second = run(run(code).after);
    expect(second.findings.filter((finding) => finding.rule === 'tensorflow-legacy-mode')).toEqual([]);
  });
});
