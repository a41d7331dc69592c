import { appendArgument, replace } from '../edits/builders.js';
import { findIdentifiers, isType, type PyNode } from '../python/node.js';
import { isEstimator } from '../sdk/roles.js';
import { type Program, valueAt } from '../semantic/program.js';
import { manual, type Rule } from './rule.js';
import { callsMethod, findArgument } from './sdk-call.js';
import { givenFor } from './shared/given.js';
import { stringLike } from './shared/literals.js';
import { methodName, receiverNode } from './shared/method-name.js';

/** `Session.create_model_from_job()` without `model_data_url`, in a program that transforms batches. */
export const createModelFromJob: Rule = {
  docs: {
    name: 'create-model-from-job',
    summary: 'create_model_from_job() hands the artifacts over in a field that batch transform does not take',
    why:
      'v1 sends their address as ModelDataUrl, v2 as ModelDataSource. By the documentation of CreateModel that cannot be ' +
      'used with batch transform; for an endpoint it is the same. With model_data_url the address goes where v1 put it, ' +
      'which is done in programs that have a Transformer.',
    since: '2.174.0',
    guide: null,
    examples: [
      {
        before:
          "import sagemaker\nsess = sagemaker.Session()\nmodel_name = sess.create_model_from_job(job_name, name='churn')\nsagemaker.transformer.Transformer(model_name, 1, 'ml.c5.xlarge')\n",
        after:
          "import sagemaker\nsess = sagemaker.Session()\nmodel_name = sess.create_model_from_job(job_name, name='churn', model_data_url=sess.sagemaker_client.describe_training_job(TrainingJobName=job_name)['ModelArtifacts']['S3ModelArtifacts'])\nsagemaker.transformer.Transformer(model_name, 1, 'ml.c5.xlarge')\n",
      },
      {
        before:
          "import sagemaker\nfrom sagemaker.estimator import Estimator\nsess = sagemaker.Session()\nest = Estimator(image, role, train_instance_count=1)\nsess.create_model_from_job(est.latest_training_job.name)\nsagemaker.transformer.Transformer(name, 1, 'ml.c5.xlarge')\n",
        after:
          "import sagemaker\nfrom sagemaker.estimator import Estimator\nsess = sagemaker.Session()\nest = Estimator(image, role, instance_count=1)\nsess.create_model_from_job(est.latest_training_job.name, model_data_url=est.model_data)\nsagemaker.transformer.Transformer(name, 1, 'ml.c5.xlarge')\n",
      },
    ],
  },
  call(call, program) {
    if (program.dialect === 'v2' || !callsMethod(call, 'create_model_from_job', 'sagemaker.session.Session'))
      return undefined;
    if (!TRANSFORMS.some((name) => findIdentifiers(program.tree, name).length > 0)) return undefined;
    const given = givenFor(call, 'model_data_url');
    const none = given.kind === 'none' ? given.argument.valueNode : undefined;
    if (given.kind !== 'absent' && none?.type !== 'none') return undefined;
    const { evidence, node } = call;
    const at = methodName(call);
    const message =
      'v2 sends the artifacts as ModelDataSource, which batch transform does not take: pass their address';
    const receiver = receiverNode(call);
    const job = findArgument(call, 'training_job_name')?.valueNode;
    const estimator = job === undefined ? undefined : estimatorOf(job, program);
    const quoted = (text: string): string => stringLike(text, node);
    const described = `${receiver?.text ?? 'session'}.sagemaker_client.describe_training_job(TrainingJobName=${job?.text ?? '…'})[${quoted('ModelArtifacts')}][${quoted('S3ModelArtifacts')}]`;
    const url = estimator === undefined ? described : `${estimator.text}.model_data`;
    if (!isType(receiver, 'identifier', 'attribute') || !isType(job, 'identifier', 'attribute', 'string'))
      return manual(at, evidence, message, `model_data_url=${url}`);
    const edit = none === undefined ? appendArgument(node, 'model_data_url', url) : replace(none, url);
    return { at, evidence, message, edits: [edit] };
  },
};

/** Names of what starts a transform job of a model that is known by its name. */
const TRANSFORMS: readonly string[] = ['Transformer', 'create_transform_job', 'transform_config'];

/** The estimator whose last job the expression names: `est.latest_training_job.name`, `est._current_job_name`. */
function estimatorOf(job: PyNode, program: Program): PyNode | undefined {
  const [object, name] = job.type === 'attribute' ? job.children : [];
  const isOfJob = isType(object, 'attribute') && object.children[1]?.text === 'latest_training_job';
  const named = isOfJob && (name?.text === 'name' || name?.text === 'job_name') ? object.children[0] : undefined;
  const estimator = name?.text === '_current_job_name' ? object : named;
  if (!isType(estimator, 'identifier', 'attribute')) return undefined;
  const value = valueAt(program, estimator);
  return value?.kind === 'instance' && isEstimator(value.classPath) ? estimator : undefined;
}
