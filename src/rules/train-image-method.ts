import { rename } from '../edits/builders.js';
import { isEstimator } from '../sdk/roles.js';
import type { Rule } from './rule.js';
import { overridingMembers } from './shared/class-members.js';
import { renamedAttribute } from './shared/renamed-attribute.js';

/** `train_image()` of estimators. */
export const trainImageMethod: Rule = {
  docs: {
    name: 'train-image-method',
    summary: 'train_image() of estimators is called training_image_uri()',
    why: 'v2 has no train_image(), and never calls the one that a subclass overrides: the job runs in another image.',
    since: '2.0.0',
    guide: 'Parameter and Class Name Changes / Estimators',
    examples: [
      { before: 'image = estimator.train_image()\n', after: 'image = estimator.training_image_uri()\n' },
      {
        before:
          'from sagemaker.estimator import Estimator\n\nclass Mine(Estimator):\n    def train_image(self):\n        return image\n',
        after:
          'from sagemaker.estimator import Estimator\n\nclass Mine(Estimator):\n    def training_image_uri(self):\n        return image\n',
      },
    ],
  },
  attribute(use) {
    if (use.name !== 'train_image') return undefined;
    if (use.receivers.length > 0) return renamedAttribute(use, 'training_image_uri', isEstimator);
    if (use.access !== 'call') return undefined;
    return {
      at: use.nameNode,
      evidence: 'name',
      message: 'train_image() is called training_image_uri() in v2, if this is an estimator',
      state: 'unproven',
    };
  },
  *program(program) {
    for (const { nameNode, evidence } of overridingMembers(program, 'train_image', isEstimator)) {
      yield {
        at: nameNode,
        evidence,
        message: 'train_image() is called training_image_uri() in v2',
        edits: [rename(nameNode, 'training_image_uri')],
      };
    }
  },
};
