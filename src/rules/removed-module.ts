import { removedSymbol } from '../sdk/removed-symbols.js';
import { v1, v2 } from '../sdk/tables.js';
import { isFromGuardedImport } from '../semantic/program.js';
import { manual, type Rule } from './rule.js';
import { hasOwnRule } from './shared/own-rules.js';

/** Imports of whole modules that v2 does not have: `sagemaker.cli`, `sagemaker.tensorflow.predictor`. */
export const removedModule: Rule = {
  docs: {
    name: 'removed-module',
    summary: 'modules that v2 does not have: sagemaker.cli, sagemaker.tensorflow.predictor and its protocol buffers',
    why: 'The import raises ModuleNotFoundError.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before: 'import sagemaker.tensorflow.predictor\n',
        after: 'import sagemaker.tensorflow.predictor\n',
      },
    ],
  },
  reference({ node, sdk, isImport }, program) {
    if (
      !isImport ||
      v1.resolve(sdk.path)?.kind !== 'module' ||
      v2.resolve(sdk.path)?.kind === 'module' ||
      hasOwnRule(sdk.path)
    )
      return undefined;
    const advice = removedSymbol(sdk.path)?.advice;
    if (advice === undefined) return undefined;
    const message = `v2 has no module ${sdk.path}. ${advice.replace(/\.$/, '')}`;
    return isFromGuardedImport(program, sdk)
      ? { at: node, evidence: sdk.evidence, message, state: 'guarded' }
      : manual(node, sdk.evidence, message);
  },
};
