import { removeArgument } from '../edits/builders.js';
import { TENSORFLOW } from '../sdk/framework-defaults.js';
import { manual, type Rule } from './rule.js';
import { constructs, findArgument } from './sdk-call.js';
import { removedKeyword } from './shared/removed-keyword.js';
import { tensorFlowMode } from './shared/tensorflow-mode.js';

/** `script_mode=` of the TensorFlow estimator: script mode is the only one. */
export const tensorflowScriptMode: Rule = {
  docs: {
    name: 'tensorflow-script-mode',
    summary: 'script_mode is gone: the TensorFlow estimator knows no other mode',
    why: 'v2 swallows the keyword without a word.',
    since: '2.0.0',
    guide: 'Deprecate Legacy TensorFlow',
    examples: [
      {
        before:
          "from sagemaker.tensorflow import TensorFlow\nest = TensorFlow(entry_point='train.py', role=role, framework_version='1.14.0', py_version='py3', script_mode=True)\n",
        after:
          "from sagemaker.tensorflow import TensorFlow\nest = TensorFlow(entry_point='train.py', role=role, framework_version='1.14.0', py_version='py3')\n",
      },
    ],
  },
  call(call) {
    const argument = constructs(call, TENSORFLOW) ? findArgument(call, 'script_mode') : undefined;
    if (argument === undefined) return undefined;
    const { mode } = tensorFlowMode(call);
    if (mode === 'legacy') return undefined;
    const at = argument.nameNode ?? argument.written ?? call.node;
    if (mode === 'unknown') {
      const message =
        'script_mode is gone: v2 has no legacy mode. Take the argument out once the script is written for script mode, with a framework_version and a py_version that have a script mode image';
      return manual(at, call.evidence, message);
    }
    if (argument.index !== undefined && argument.written !== undefined) {
      return {
        at,
        evidence: call.evidence,
        message: 'script_mode is gone: v2 has no other mode',
        edits: [removeArgument(argument.written)],
      };
    }
    return removedKeyword(call, argument, 'is gone: v2 has no other mode');
  },
};
