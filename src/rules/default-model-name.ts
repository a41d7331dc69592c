import { isType } from '../python/node.js';
import { isEstimator } from '../sdk/roles.js';
import { manual, type Rule } from './rule.js';
import { callsOn } from './shared/deployments.js';
import { type Naming, usesAs } from './shared/name-uses.js';

const MODEL: Naming = { holder: /^ModelName$|^(sagemaker_)?model_name$/, taker: /^(delete|describe)_model$/ };

/** The name of a training job that is used as the name of the model. */
export const defaultModelName: Rule = {
  docs: {
    name: 'default-model-name',
    summary: 'the model of an estimator is not named after the training job any more',
    why:
      'v1 gives the model that deploy() or transformer() makes the name of the training job; v2 makes a new name with a ' +
      'new time stamp. Code that takes the one for the other finds no model.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "transformer = estimator.transformer(1, 'ml.m4.xlarge')\nsess.delete_model(estimator.latest_training_job.name)\n",
        after:
          "transformer = estimator.transformer(1, 'ml.m4.xlarge')\nsess.delete_model(estimator.latest_training_job.name)\n",
      },
    ],
  },
  *attribute(use, program) {
    const [receiver] = use.receivers;
    if (program.dialect === 'v2' || use.name !== 'latest_training_job' || receiver === undefined) return;
    if (!use.receivers.every((each) => each.kind === 'instance' && isEstimator(each.classPath))) return;
    const { parent } = use.node;
    if (
      parent?.type !== 'attribute' ||
      !isType(parent.children[1], 'identifier') ||
      !/^(job_)?name$/.test(parent.children[1].text)
    )
      return;
    // Whoever creates the model through boto3 names it as they like.
    const makers = ['deploy', 'transformer', 'create_model'].filter(
      (method) => callsOn(program, receiver, method).length > 0,
    );
    const [maker] = makers;
    if (maker === undefined || /\bcreate_model\(\s*ModelName/.test(program.source.text)) return;
    const suggestion =
      maker === 'transformer'
        ? 'transformer.model_name'
        : maker === 'create_model'
          ? 'model.name'
          : `${parent.children[0]?.children[0]?.text ?? 'estimator'}.deploy(…, model_name=${parent.text})`;
    for (const at of usesAs(MODEL, parent, program)) {
      yield manual(
        at,
        receiver.evidence,
        'the model is not named after the training job in v2: take its name from the object, or pass one',
        suggestion,
      );
    }
  },
};
