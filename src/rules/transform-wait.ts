import { appendArgument } from '../edits/builders.js';
import { alternatives, type Value } from '../semantic/values.js';
import type { Finding, Rule } from './rule.js';
import { callsMethod, findArgument } from './sdk-call.js';
import { methodName } from './shared/method-name.js';

/** `transformer.transform()`, which in v1 comes back at once and prints no logs. */
export const transformWait: Rule = {
  docs: {
    name: 'transform-wait',
    summary: 'Transformer.transform waits and prints logs in v2, unless told not to',
    why: "v1 has wait=False and logs=False, v2 True for both. Remove what was added where v2's way is welcome.",
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.transformer import Transformer\njob = Transformer('model', 1, 'ml.m4.xlarge')\njob.transform(data)\njob.wait()\n",
        after:
          "from sagemaker.transformer import Transformer\njob = Transformer('model', 1, 'ml.m4.xlarge')\njob.transform(data, wait=False)\njob.wait()\n",
      },
      {
        before: 'transformer.transform(data, wait=True)\n',
        after: 'transformer.transform(data, wait=True, logs=False)\n',
      },
    ],
  },
  call(call, program): Finding | undefined {
    if (program.dialect === 'v2' || !callsMethod(call, 'transform', 'sagemaker.transformer.Transformer'))
      return undefined;
    const wait = findArgument(call, 'wait');
    const name = wait === undefined ? 'wait' : 'logs';
    if (wait !== undefined && (findArgument(call, 'logs') !== undefined || isFalse(wait.value))) return undefined;
    const { evidence, node } = call;
    const at = methodName(call);
    const message =
      name === 'wait'
        ? 'transform() waits for the job in v2, in v1 it does not'
        : 'transform() prints the logs of the job in v2, in v1 it does not';
    if (call.hasOpaqueKeywords || call.hasOpaquePositional) {
      return {
        at,
        evidence,
        message: `${message}: pass ${name}=False, if * or ** does not hold it`,
        suggestion: `${name}=False`,
        state: 'unproven',
      };
    }
    return {
      at,
      evidence,
      message,
      isAssumed: program.dialect === 'mixed',
      edits: [appendArgument(node, name, 'False')],
    };
  },
};

function isFalse(value: Value): boolean {
  return alternatives(value).every((each) => each.kind === 'constant' && !each.value);
}
