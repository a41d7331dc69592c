import { isSession } from '../sdk/roles.js';
import type { Rule } from './rule.js';
import { keywordsRenamedHere } from './shared/call-change.js';

/** `primary_container_image`, `deployment_image` and `train_use_spot_instances` of session methods. */
export const sessionImageParams: Rule = {
  docs: {
    name: 'session-image-params',
    summary:
      'primary_container_image and deployment_image of sessions are called image_uri, train_use_spot_instances lost its prefix',
    why: 'v2 refuses the keywords with a TypeError.',
    since: '2.0.0',
    guide: 'Parameter and Class Name Changes / Session',
    examples: [
      {
        before:
          "import sagemaker\nsession = sagemaker.Session()\nsession.endpoint_from_job('job', 1, 'ml.m4.xlarge', deployment_image=image)\n",
        after:
          "import sagemaker\nsession = sagemaker.Session()\nsession.endpoint_from_job('job', 1, 'ml.m4.xlarge', image_uri=image)\n",
      },
    ],
  },
  *call(call) {
    if (!isSession(call.classPath)) return;
    yield* keywordsRenamedHere(call, 'primary_container_image', 'deployment_image', 'train_use_spot_instances');
  },
};
