import { isPredictor } from '../sdk/roles.js';
import { findMethod } from '../semantic/attributes.js';
import type { Rule } from './rule.js';
import { renamedAttribute } from './shared/renamed-attribute.js';

/** `predictor.endpoint`. */
export const predictorEndpointAttribute: Rule = {
  docs: {
    name: 'predictor-endpoint-attribute',
    summary: 'the attribute endpoint of predictors is called endpoint_name',
    why: 'Reading it warns in v2, writing it raises an AttributeError.',
    since: '2.0.0',
    guide: 'Parameter and Class Name Changes / Predictors',
    examples: [
      {
        before: 'import sagemaker\nsagemaker.Session().delete_endpoint(predictor.endpoint)\n',
        after: 'import sagemaker\nsagemaker.Session().delete_endpoint(predictor.endpoint_name)\n',
      },
      { before: "predictor.endpoint = 'other'\n", after: "predictor.endpoint_name = 'other'\n" },
    ],
  },
  attribute(use) {
    if (use.name !== 'endpoint' || use.receivers.length === 0) return undefined;
    const isOwn = use.receivers.some(
      (receiver) =>
        receiver.kind === 'instance' &&
        receiver.userClass !== undefined &&
        findMethod(receiver.userClass, 'endpoint') !== undefined,
    );
    return isOwn ? undefined : renamedAttribute(use, 'endpoint_name', isPredictor);
  },
};
