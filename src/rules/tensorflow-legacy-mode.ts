import { removeArgument } from '../edits/builders.js';
import { calleeOf } from '../python/arguments.js';
import { TENSORFLOW } from '../sdk/framework-defaults.js';
import { type Finding, fix, manual, type Rule } from './rule.js';
import { constructs, findArgument, type SdkCall } from './sdk-call.js';
import { inAllFlows } from './shared/all-flows.js';
import { givenFor, hasImage } from './shared/given.js';
import { legacyModels, namedCheckpoints } from './shared/legacy-models.js';
import { legacyEdits } from './shared/legacy-rewrite.js';
import { LEGACY_ARGUMENTS, legacyConstructor } from './shared/legacy-tensorflow.js';
import { removedKeyword } from './shared/removed-keyword.js';
import { tensorFlowMode } from './shared/tensorflow-mode.js';

/** TensorFlow estimators that v1 runs in legacy mode (Python 2, below 1.13, not in script mode), and its arguments. */
export const tensorflowLegacyMode: Rule = {
  docs: {
    name: 'tensorflow-legacy-mode',
    summary: 'legacy mode of the TensorFlow estimator is gone',
    why:
      'v2 runs every script in script mode and ignores training_steps and its relatives without a word: a legacy ' +
      'script would train something else, or nothing. With the old image by its URI, and those arguments among the ' +
      'hyperparameters, the job stays what it was. The images stay at Python 2, so the finding for a person stays too; ' +
      'and v2 has no class for models that are served by them.',
    since: '2.0.0',
    guide: 'Deprecate Legacy TensorFlow',
    examples: [
      {
        before:
          "from sagemaker.tensorflow import TensorFlow\nest = TensorFlow(entry_point='train.py', role=role, framework_version='1.12.0', py_version='py2', training_steps=100, train_instance_type='ml.p2.xlarge')\n",
        after:
          "from sagemaker.tensorflow import TensorFlow\nfrom sagemaker import Session, image_uris\nfrom sagemaker.utils import name_from_base\nest = TensorFlow(entry_point='train.py', role=role, framework_version='1.12.0', py_version='py2', instance_type='ml.p2.xlarge', hyperparameters={'training_steps': 100, 'evaluation_steps': None, 'checkpoint_path': 's3://{}/{}/checkpoints'.format(Session().default_bucket(), name_from_base('sagemaker-tensorflow')), 'sagemaker_requirements': ''}, image_uri=image_uris.retrieve('tensorflow', Session().boto_region_name, version='1.12.0', py_version='py2', instance_type='ml.p2.xlarge', image_scope='training').replace('-scriptmode', ''), model_dir=False)\n",
      },
    ],
  },
  *call(call, program) {
    if (!constructs(call, TENSORFLOW)) return;
    const old = LEGACY_ARGUMENTS.map((name) => findArgument(call, name)).filter((argument) => argument !== undefined);
    const at = old[0]?.nameNode ?? old[0]?.written ?? calleeOf(call.node) ?? call.node;
    const whole = inAllFlows(call, program);
    const { mode, versions } = tensorFlowMode(whole ?? call);
    if (mode === 'script') {
      yield* withoutEffect(call);
      return;
    }
    // An image_uri is v2's, and so are both versions in a program that is v2 all over.
    const isNew =
      findArgument(call, 'image_uri') !== undefined ||
      (program.dialect === 'v2' && givenFor(call, 'py_version').kind === 'value');
    if (isNew && old.length === 0) return;
    if (mode !== 'legacy') {
      const message =
        'v1 runs this in legacy mode if py_version is py2, framework_version is below 1.13 and script_mode is not set; v2 has no legacy mode';
      yield { at, evidence: call.evidence, message, state: 'unproven' };
      return;
    }
    const which = versions?.length === 1 ? ` (TensorFlow ${versions[0]}, Python 2)` : '';
    const edits = versions && whole && legacyEdits(whole, versions, program);
    if (edits === undefined) {
      const message = `this runs in legacy mode in v1${which}, which v2 does not have: port the script to script mode, or run it in the legacy image`;
      yield manual(at, call.evidence, message, legacyConstructor(call));
    } else {
      const kept = `this runs in legacy mode in v1${which}: the job keeps its image and its hyperparameters`;
      yield { at, evidence: call.evidence, message: kept, isAssumed: true, edits };
      const message = hasImage(call)
        ? 'v2 has no legacy mode: port the script to script mode, unless the image is one of your own'
        : 'v2 has no legacy mode, whose images stay at Python 2 for good: port the script to script mode';
      yield manual(at, call.evidence, message);
      yield* namedCheckpoints(call, program);
    }
    yield* legacyModels(call, program);
  },
};

/** In script mode v1 refuses the arguments of legacy mode, unless they are empty; v2 ignores them. */
function* withoutEffect(call: SdkCall): Generator<Finding> {
  for (const name of LEGACY_ARGUMENTS) {
    const argument = findArgument(call, name);
    if (argument === undefined) continue;
    const isEmpty = argument.value.kind === 'constant' && !argument.value.value;
    if (isEmpty && argument.name !== undefined) yield removedKeyword(call, argument, 'is gone with legacy mode');
    else if (isEmpty && argument.written !== undefined)
      yield fix(argument.written, call.evidence, `${name} is gone with legacy mode`, removeArgument(argument.written));
    else
      yield manual(
        argument.nameNode ?? argument.written ?? call.node,
        call.evidence,
        `${name} belongs to legacy mode: v1 refuses it here, v2 ignores it. Take it out`,
      );
  }
}
