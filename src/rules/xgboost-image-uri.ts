import { xgboostVersion } from '../sdk/image-functions.js';
import { imageVersion } from '../sdk/image-versions.js';
import type { Rule } from './rule.js';
import { findArgument } from './sdk-call.js';
import { replaceCall, retrieveCall, stringFor, writtenValues } from './shared/image-call.js';
import { stringLike } from './shared/literals.js';
import { removedFunction } from './shared/removed-function.js';

const ADVICE =
  'get_xgboost_image_uri is image_uris.retrieve("xgboost", region, version) in v2, with a full version such as "0.90-2"';

/** `sagemaker.xgboost.estimator.get_xgboost_image_uri(region, version)`. */
export const xgboostImageUri: Rule = {
  docs: {
    name: 'xgboost-image-uri',
    summary: 'get_xgboost_image_uri(region, version) is image_uris.retrieve("xgboost", region, version)',
    why: 'The import fails in v2.',
    since: '2.0.0',
    guide: 'Image URI Functions',
    examples: [
      {
        before:
          "from sagemaker.xgboost.estimator import get_xgboost_image_uri\nimage = get_xgboost_image_uri(region, '0.90-2')\n",
        after: "from sagemaker import image_uris\nimage = image_uris.retrieve('xgboost', region, '0.90-2')\n",
      },
    ],
  },
  ...removedFunction({
    paths: ['sagemaker.xgboost.estimator.get_xgboost_image_uri'],
    advice: ADVICE,
    rewrite(call, callee, program) {
      const values = writtenValues(call, 'region', 'framework_version', 'py_version');
      const [region, version] = [values?.get('region'), values?.get('framework_version')];
      const number = stringFor(call, 'framework_version');
      const isPython3 = findArgument(call, 'py_version') === undefined || stringFor(call, 'py_version') === 'py3';
      // v1 made a tag of any text; v2 knows the ones that exist.
      const isKnown =
        number === undefined ||
        (xgboostVersion(number) === number && imageVersion('xgboost', number)?.isAccepted === true);
      if (region === undefined || version === undefined || !isPython3 || !isKnown) return { message: ADVICE };
      const edits = replaceCall(
        call.node,
        program,
        ...retrieveCall(callee, [stringLike('xgboost', call.node)], [region], [version]),
      );
      if (edits === undefined) return { message: ADVICE };
      return { edits, message: 'get_xgboost_image_uri is image_uris.retrieve in v2', isAssumed: number === undefined };
    },
  }),
};
