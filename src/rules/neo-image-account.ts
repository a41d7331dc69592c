import { v1 } from '../sdk/tables.js';
import { isFromGuardedImport } from '../semantic/program.js';
import { fix, manual, type Rule } from './rule.js';
import { replaceCall, retrieveCall } from './shared/image-call.js';
import { stringLike } from './shared/literals.js';
import { isNamed } from './shared/moved-symbol.js';
import { isInNeoImage } from './shared/neo-image.js';
import { leaving } from './shared/removed-function.js';

const ADVICE =
  'NEO_IMAGE_ACCOUNT is gone: take the part of image_uris.retrieve("xgboost-neo", region) before the first "."';

/** `NEO_IMAGE_ACCOUNT[region]`. */
export const neoImageAccount: Rule = {
  docs: {
    name: 'neo-image-account',
    summary: 'NEO_IMAGE_ACCOUNT[region] is the start of image_uris.retrieve("xgboost-neo", region)',
    why: 'The import fails in v2. The URI of a Neo image starts with the same account, in each of the 21 regions that v1 lists.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before: "from sagemaker.model import NEO_IMAGE_ACCOUNT\naccount = NEO_IMAGE_ACCOUNT['us-west-2']\n",
        after:
          "from sagemaker import image_uris\naccount = image_uris.retrieve('xgboost-neo', 'us-west-2').split('.')[0]\n",
      },
    ],
  },
  reference(reference, program) {
    const { node, sdk, isImport } = reference;
    if (v1.resolve(sdk.path)?.path !== 'sagemaker.model.NEO_IMAGE_ACCOUNT') return undefined;
    if (isImport) return leaving(reference, program, ADVICE);
    if (isFromGuardedImport(program, sdk))
      return { at: node, evidence: sdk.evidence, message: ADVICE, state: 'guarded' };
    if (!isNamed(reference, program) || isInNeoImage(node, program)) return undefined;
    const subscript = node.parent;
    const [object, region, ...rest] = subscript?.type === 'subscript' ? subscript.children : [];
    if (subscript === undefined || object !== node || region === undefined || rest.length > 0)
      return manual(node, sdk.evidence, ADVICE);
    const text = (value: string): string => stringLike(value, subscript);
    const edits = replaceCall(
      subscript,
      program,
      ...retrieveCall(node, [text('xgboost-neo')], [region]),
      `.split(${text('.')})[0]`,
    );
    return edits === undefined
      ? manual(node, sdk.evidence, ADVICE)
      : fix(
          node,
          sdk.evidence,
          'NEO_IMAGE_ACCOUNT is the start of the URI that image_uris.retrieve gives in v2',
          ...edits,
        );
  },
};
