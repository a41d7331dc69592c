import { replace } from '../edits/builders.js';
import { contentTypes } from '../sdk/content-types.js';
import { v1 } from '../sdk/tables.js';
import { isFromGuardedImport } from '../semantic/program.js';
import type { Rule } from './rule.js';
import { stringLike } from './shared/literals.js';
import { isNamed } from './shared/moved-symbol.js';
import { leaving } from './shared/removed-function.js';

const MODULE = 'sagemaker.content_types';

/** `CONTENT_TYPE_CSV` and its three relatives, in `sagemaker.content_types` and the modules that let them leak. */
export const contentTypeConstants: Rule = {
  docs: {
    name: 'content-type-constants',
    summary: 'the constants CONTENT_TYPE_CSV, _JSON, _NPY and _OCTET_STREAM are written as strings',
    why: 'The module is missing from v2.0 to v2.14 and cannot be imported up to v2.153; the paths through sagemaker.predictor and others are gone for good.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before: "from sagemaker.content_types import CONTENT_TYPE_CSV\nheaders = {'ContentType': CONTENT_TYPE_CSV}\n",
        after: "headers = {'ContentType': 'text/csv'}\n",
      },
    ],
  },
  reference(reference, program) {
    const { node, sdk, isImport } = reference;
    const canonical = v1.resolve(sdk.path)?.path;
    if (isImport && canonical === MODULE)
      return leaving(
        reference,
        program,
        'sagemaker.content_types cannot be imported in most v2 versions: write the content types as strings',
      );
    const value = canonical === undefined ? undefined : contentTypes[canonical];
    if (value === undefined) return undefined;
    const name = sdk.path.slice(sdk.path.lastIndexOf('.') + 1);
    const message = `${name} is written ${stringLike(value, node)}: no path to the constant works in all of v2`;
    if (isImport) return leaving(reference, program, message);
    if (isFromGuardedImport(program, sdk)) return { at: node, evidence: sdk.evidence, message, state: 'guarded' };
    if (!isNamed(reference, program)) return undefined;
    return { at: node, evidence: sdk.evidence, message, edits: [replace(node, stringLike(value, node))] };
  },
};
