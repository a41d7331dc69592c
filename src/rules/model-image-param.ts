import { isModel } from '../sdk/roles.js';
import type { Rule } from './rule.js';
import { keywordsRenamedHere } from './shared/call-change.js';
import { renamedAttribute } from './shared/renamed-attribute.js';

/** `image=` of models and of whatever makes one, and the attribute. */
export const modelImageParam: Rule = {
  docs: {
    name: 'model-image-param',
    summary:
      'image of models, create_model(), container_def(), Session.train() and the Airflow helpers is called image_uri',
    why: 'v2 refuses the keyword with a TypeError; an assignment to the old attribute changes nothing.',
    since: '2.0.0',
    guide: 'Parameter and Class Name Changes / Models',
    examples: [
      {
        before:
          'from sagemaker.model import Model\nmodel = Model(model_data=data, image=image, role=role)\nprint(model.image)\n',
        after:
          'from sagemaker.model import Model\nmodel = Model(model_data=data, image_uri=image, role=role)\nprint(model.image_uri)\n',
      },
      {
        before: 'model = estimator.create_model(image=image)\n',
        after: 'model = estimator.create_model(image_uri=image)\n',
      },
    ],
  },
  call: (call) => keywordsRenamedHere(call, 'image'),
  attribute: (use) => (use.name === 'image' ? renamedAttribute(use, 'image_uri', isModel) : undefined),
};
