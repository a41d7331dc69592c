import { removedSymbol } from '../sdk/removed-symbols.js';
import { v1, v2 } from '../sdk/tables.js';
import { isFromGuardedImport } from '../semantic/program.js';
import { manual, type Rule } from './rule.js';
import { isNamed } from './shared/moved-symbol.js';
import { hasOwnRule } from './shared/own-rules.js';

/** Constants, helpers and classes of v1 that v2 has nowhere. */
export const removedSymbols: Rule = {
  docs: {
    name: 'removed-symbols',
    summary: 'version constants, helpers of fw_utils and other symbols that v2 has nowhere',
    why: 'The import or the attribute fails in v2. Most were internals of the SDK or plain values, which can be written out.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before: 'from sagemaker.pytorch.defaults import PYTORCH_VERSION\nprint(PYTORCH_VERSION)\n',
        after: 'from sagemaker.pytorch.defaults import PYTORCH_VERSION\nprint(PYTORCH_VERSION)\n',
      },
    ],
  },
  reference(reference, program) {
    const { node, sdk, isImport } = reference;
    const symbol = v1.resolve(sdk.path);
    if (symbol === undefined || symbol.kind === 'module' || hasOwnRule(symbol.path)) return undefined;
    const removed = removedSymbol(symbol.path);
    if (removed === undefined || (program.dialect === 'v2' && v2.resolve(sdk.path) !== undefined)) return undefined;
    // What is used is reported where it is used.
    if (isImport ? (sdk.binding?.references.size ?? 0) > 0 : !isNamed(reference, program)) return undefined;
    const name = symbol.path.slice(symbol.path.lastIndexOf('.') + 1);
    const message = `v2 has no ${name}. ${removed.advice.replace(/\.$/, '')}`;
    if (isFromGuardedImport(program, sdk)) return { at: node, evidence: sdk.evidence, message, state: 'guarded' };
    return manual(node, sdk.evidence, message, removed.replacement);
  },
};
