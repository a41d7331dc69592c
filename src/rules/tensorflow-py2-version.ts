import { calleeOf } from '../python/arguments.js';
import { TENSORFLOW } from '../sdk/framework-defaults.js';
import { imageVersion } from '../sdk/image-versions.js';
import { manual, type Rule } from './rule.js';
import { constructs, findArgument } from './sdk-call.js';
import { hasImage } from './shared/given.js';
import { stringLike } from './shared/literals.js';
import { tensorFlowMode } from './shared/tensorflow-mode.js';

/** The last patch with a Python 2 image, for short versions whose v2 alias is a later one. */
const LAST_PYTHON_2: Readonly<Record<string, string>> = { '1.15': '1.15.3', '2.0': '2.0.2', '2.1': '2.1.1' };

/** TensorFlow versions for which v2 has no image with the Python version that v1 takes. */
export const tensorflowPy2Version: Rule = {
  docs: {
    name: 'tensorflow-py2-version',
    summary: 'short TensorFlow versions stand for patches without Python 2 in v2',
    why: "v1 asks for the tag 1.15-cpu-py2; v2 reads '1.15' as 1.15.5, which has Python 3 only, and fit() raises ValueError.",
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.tensorflow import TensorFlow\nest = TensorFlow(entry_point='train.py', role=role, framework_version='1.15', py_version='py2')\n",
        after:
          "from sagemaker.tensorflow import TensorFlow\nest = TensorFlow(entry_point='train.py', role=role, framework_version='1.15', py_version='py2')\n",
      },
    ],
  },
  call(call) {
    if (!constructs(call, TENSORFLOW) || hasImage(call)) return undefined;
    const { mode, versions, pyVersion } = tensorFlowMode(call);
    const [version] = versions ?? [];
    if (mode !== 'script' || version === undefined || versions?.length !== 1 || pyVersion === undefined)
      return undefined;
    const image = imageVersion('tensorflow', version, pyVersion);
    if (image === undefined || image.isAccepted) return undefined;
    const argument = findArgument(call, 'framework_version');
    const at = argument?.written ?? argument?.nameNode ?? calleeOf(call.node) ?? call.node;
    const patch = pyVersion === 'py2' ? LAST_PYTHON_2[version] : undefined;
    const python = patch === undefined ? image.pyVersions.at(-1) : pyVersion;
    const message = `v2 has no image for TensorFlow ${version} with ${pyVersion}, which v1 takes here`;
    if (python === undefined) return manual(at, call.evidence, `${message}; choose a version that v2 knows`);
    const advice =
      patch === undefined ? `move to ${python}` : `pin ${patch}, the last patch with Python 2, or move to Python 3`;
    const literal = (value: string): string => stringLike(value, call.node);
    return manual(
      at,
      call.evidence,
      `${message}: ${advice}`,
      `framework_version=${literal(patch ?? version)}, py_version=${literal(python)}`,
    );
  },
};
