import { lineageOf } from '../sdk/roles.js';
import type { Rule } from './rule.js';
import { keywordsRenamedHere } from './shared/call-change.js';
import { renamedAttribute } from './shared/renamed-attribute.js';

const OWNERS: readonly string[] = ['sagemaker.estimator.Estimator', 'sagemaker.estimator.Framework'];

/** `Estimator` and the framework estimators: first-party algorithms and `AlgorithmEstimator` choose their own image. */
const hasImage = (classPath: string): boolean => lineageOf(classPath).some((path) => OWNERS.includes(path));

/** `image_name=` of estimators, and the attribute. */
export const imageNameParam: Rule = {
  docs: {
    name: 'image-name-param',
    summary: 'image_name of estimators is called image_uri',
    why:
      'Estimator fails without image_uri; SKLearn and XGBoost ignore image_name silently and train in the image of AWS ' +
      'instead; an assignment to the old attribute changes nothing.',
    since: '2.0.0',
    guide: 'Parameter and Class Name Changes / Estimators',
    examples: [
      {
        before:
          "from sagemaker.sklearn import SKLearn\nest = SKLearn('train.py', image_name=image, role=role, framework_version='0.20.0')\n",
        after:
          "from sagemaker.sklearn import SKLearn\nest = SKLearn('train.py', image_uri=image, role=role, framework_version='0.20.0')\n",
      },
      { before: 'estimator.image_name = image\n', after: 'estimator.image_uri = image\n' },
    ],
  },
  call: (call) => keywordsRenamedHere(call, 'image_name'),
  attribute: (use) => (use.name === 'image_name' ? renamedAttribute(use, 'image_uri', hasImage) : undefined),
};
