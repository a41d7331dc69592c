import type { Rule } from './rule.js';
import { findArgument } from './sdk-call.js';
import { replaceCall, retrieveCall, stringFor, writtenValues } from './shared/image-call.js';
import { stringLike } from './shared/literals.js';
import { removedFunction } from './shared/removed-function.js';

const ADVICE = 'registry() is gone: take the part of image_uris.retrieve(algorithm, region, "1") before the first "/"';

/** `sagemaker.amazon.amazon_estimator.registry(region, algorithm)`. */
export const amazonRegistry: Rule = {
  docs: {
    name: 'amazon-registry',
    summary: 'registry(region, algorithm) of the Amazon algorithms is the start of what image_uris.retrieve gives',
    why: 'The import fails in v2. The accounts are in the image URIs that v2 knows.',
    since: '2.0.0',
    guide: 'Image URI Functions',
    examples: [
      {
        before: "from sagemaker.amazon.amazon_estimator import registry\nhost = registry('us-west-2', 'kmeans')\n",
        after:
          "from sagemaker import image_uris\nhost = image_uris.retrieve('kmeans', 'us-west-2', '1').split('/')[0]\n",
      },
    ],
  },
  ...removedFunction({
    paths: ['sagemaker.amazon.amazon_estimator.registry'],
    advice: ADVICE,
    rewrite(call, callee, program) {
      const values = writtenValues(call, 'region_name', 'algorithm');
      const region = values?.get('region_name');
      const algorithm = values?.get('algorithm');
      // An algorithm that may be None is k-means for v1.
      const isNamed =
        algorithm === undefined ||
        stringFor(call, 'algorithm') !== undefined ||
        findArgument(call, 'algorithm')?.value.kind === 'text';
      const text = (value: string): string => stringLike(value, call.node);
      const edits =
        region &&
        replaceCall(
          call.node,
          program,
          ...retrieveCall(
            callee,
            algorithm === undefined ? [text('kmeans')] : isNamed ? [algorithm] : [algorithm, ` or ${text('kmeans')}`],
            [region],
            [text('1')],
          ),
          `.split(${text('/')})[0]`,
        );
      return edits === undefined
        ? { message: ADVICE }
        : { edits, message: 'registry is the start of the URI that image_uris.retrieve gives in v2' };
    },
  }),
};
