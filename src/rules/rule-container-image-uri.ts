import { insert, replace, symbol } from '../edits/builders.js';
import type { Rule } from './rule.js';
import { findArgument } from './sdk-call.js';
import { stringLike } from './shared/literals.js';
import { removedFunction } from './shared/removed-function.js';

const ADVICE = 'get_rule_container_image_uri(region) is image_uris.retrieve("debugger", region) in v2';

/** `sagemaker.debugger.get_rule_container_image_uri(region)`. */
export const ruleContainerImageUri: Rule = {
  docs: {
    name: 'rule-container-image-uri',
    summary: 'get_rule_container_image_uri(region) is image_uris.retrieve("debugger", region)',
    why: 'Since v2.180 the function wants the name of the image before the region, so that the call of v1 raises TypeError.',
    since: '2.180.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.debugger import get_rule_container_image_uri\nimage = get_rule_container_image_uri('us-west-2')\n",
        after: "from sagemaker import image_uris\nimage = image_uris.retrieve('debugger', 'us-west-2')\n",
      },
    ],
  },
  ...removedFunction({
    paths: ['sagemaker.debugger.get_rule_container_image_uri'],
    advice: ADVICE,
    rewrite(call, callee) {
      // With a name and a region the call is v2's.
      if (call.arguments.length > 1 || findArgument(call, 'name') !== undefined) return undefined;
      const region = call.arguments[0]?.written;
      if (region === undefined || call.hasOpaqueKeywords || call.hasOpaquePositional) return { message: ADVICE };
      const edits = [
        replace(callee, symbol('sagemaker.image_uris.retrieve', callee)),
        insert(region.start, `${stringLike('debugger', call.node)}, `),
      ];
      return {
        edits,
        message: 'get_rule_container_image_uri wants another argument in v2: image_uris.retrieve gives the same image',
      };
    },
  }),
};
