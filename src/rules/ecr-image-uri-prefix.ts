import type { Rule } from './rule.js';
import { replaceCall, retrieveCall, stringFor, writtenValues } from './shared/image-call.js';
import { stringLike } from './shared/literals.js';
import { removedFunction } from './shared/removed-function.js';

const ADVICE =
  'get_ecr_image_uri_prefix does nothing in v2 and returns None: write the host, in the domain of the region (amazonaws.com, amazonaws.com.cn in China, c2s.ic.gov in us-iso-east-1)';
const SUGGESTION = "'{}.dkr.ecr.{}.amazonaws.com'.format(account, region)";

/** `sagemaker.utils.get_ecr_image_uri_prefix`, through whichever of its import paths. */
export const ecrImageUriPrefix: Rule = {
  docs: {
    name: 'ecr-image-uri-prefix',
    summary: 'get_ecr_image_uri_prefix(account, region) is written out as the host of the registry',
    why: 'The function that v2 keeps under this name returns None: image URIs built with it start with "None/".',
    since: '2.0.0',
    guide: 'Image URI Functions',
    examples: [
      {
        before:
          "from sagemaker.utils import get_ecr_image_uri_prefix\nhost = get_ecr_image_uri_prefix(account, 'us-west-2')\n",
        after: "host = '{}.dkr.ecr.{}.amazonaws.com'.format(account, 'us-west-2')\n",
      },
      {
        before:
          'from sagemaker.utils import get_ecr_image_uri_prefix\nhost = get_ecr_image_uri_prefix(account, region)\n',
        after:
          "from sagemaker import image_uris\nhost = '{}.{}'.format(account, image_uris.retrieve('xgboost', region, '1.0-1').split('/')[0].split('.', 1)[1])\n",
      },
    ],
  },
  ...removedFunction({
    paths: ['sagemaker.utils.get_ecr_image_uri_prefix'],
    advice: ADVICE,
    rewrite(call, callee, program) {
      const values = writtenValues(call, 'account', 'region');
      const [account, region] = [values?.get('account'), values?.get('region')];
      if (account === undefined || region === undefined) return { message: ADVICE, suggestion: SUGGESTION };
      const text = (value: string): string => stringLike(value, call.node);
      const name = stringFor(call, 'region');
      // Only of the common partition is the domain certain; for the others v2 is asked, by an image that all regions have.
      const isCommon = name !== undefined && /^[a-z]{2}-[a-z]+-\d$/.test(name) && !name.startsWith('cn-');
      const pieces = isCommon
        ? [text('{}.dkr.ecr.{}.amazonaws.com'), '.format(', account, ', ', region, ')']
        : [
            ...[text('{}.{}'), '.format(', account, ', '],
            ...retrieveCall(callee, [text('xgboost')], [region], [text('1.0-1')]),
            `.split(${text('/')})[0].split(${text('.')}, 1)[1])`,
          ];
      const edits = replaceCall(call.node, program, ...pieces);
      return edits === undefined
        ? { message: ADVICE, suggestion: SUGGESTION }
        : {
            edits,
            message: 'get_ecr_image_uri_prefix returns None in v2: the host is written out',
            isAssumed: !isCommon,
          };
    },
  }),
};
