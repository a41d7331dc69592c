import { lineageOf } from '../sdk/roles.js';
import type { Rule } from './rule.js';
import { ownerOf } from './shared/renamed-attribute.js';

/** The attributes that v2's `TensorFlow` has no more, and what stands for them where there is anything. */
const GONE: Readonly<Record<string, string>> = {
  script_mode: 'True',
  training_steps: "hyperparameters()['training_steps']",
  evaluation_steps: "hyperparameters()['evaluation_steps']",
  checkpoint_path: "hyperparameters()['checkpoint_path']",
  requirements_file: "hyperparameters()['sagemaker_requirements']",
};

const isTensorFlow = (classPath: string): boolean =>
  lineageOf(classPath).includes('sagemaker.tensorflow.estimator.TensorFlow');

/** `script_mode` and the attributes of the legacy mode of TensorFlow estimators. */
export const scriptModeAttributes: Rule = {
  docs: {
    name: 'script-mode-attributes',
    summary:
      'script_mode, training_steps, evaluation_steps, checkpoint_path and requirements_file of TensorFlow estimators are gone',
    why: 'reading them raises an AttributeError, and an assignment changes nothing: script mode is the only mode of v2.',
    since: '2.0.0',
    guide: 'Deprecations / Legacy TensorFlow',
    examples: [{ before: 'print(tf_estimator.script_mode)\n', after: 'print(tf_estimator.script_mode)\n' }],
  },
  attribute(use) {
    const suggestion = GONE[use.name];
    const owner = suggestion === undefined ? undefined : ownerOf(use, isTensorFlow);
    if (owner === undefined) return undefined;
    const message = `the attribute ${use.name} is gone in v2, where script mode is the only mode`;
    if (use.access !== 'read')
      return {
        at: use.nameNode,
        evidence: owner.evidence,
        message: `${message}: the assignment changes nothing, take it out`,
      };
    return { at: use.nameNode, evidence: owner.evidence, message, ...(suggestion === undefined ? {} : { suggestion }) };
  },
};
