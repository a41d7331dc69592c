import { calleeOf } from '../python/arguments.js';
import { isScriptModeOnly } from '../sdk/framework-defaults.js';
import type { Program } from '../semantic/program.js';
import { manual, type Rule } from './rule.js';
import { constructs, findArgument, type SdkCall } from './sdk-call.js';
import { givenFor, onlyString } from './shared/given.js';

const MODEL = 'sagemaker.tensorflow.model.TensorFlowModel';
const PREDICTOR = 'sagemaker.tensorflow.model.TensorFlowPredictor';

/** v1's own `TensorFlowModel` and `TensorFlowPredictor`, which in v2 are other classes of the same name. */
export const legacyTensorflowModel: Rule = {
  docs: {
    name: 'legacy-tensorflow-model',
    summary: 'TensorFlowModel and TensorFlowPredictor are the TensorFlow Serving classes in v2',
    why:
      'The names are the same, the containers are not: v1 serves with the legacy Python 2 image and its protobuf ' +
      'requests, v2 with TensorFlow Serving and REST. Nothing raises until a request fails.',
    since: '2.0.0',
    guide: 'TensorFlow Serving Model',
    examples: [
      {
        before:
          "from sagemaker.tensorflow import TensorFlowModel\nmodel = TensorFlowModel(data, role, 'inference.py', framework_version='1.12.0')\n",
        after:
          "from sagemaker.tensorflow import TensorFlowModel\nmodel = TensorFlowModel(data, role, 'inference.py', framework_version='1.12.0')\n",
      },
    ],
  },
  call(call, program) {
    const at = calleeOf(call.node) ?? call.node;
    if (constructs(call, MODEL) && isLegacyModel(call, program)) {
      const message =
        'TensorFlowModel is the TensorFlow Serving model in v2; the legacy container that v1 serves this with has no class any more. Export the model for TensorFlow Serving, or keep the container by its image URI';
      return manual(at, call.evidence, message, withImage(call));
    }
    // With these arguments the predictor of both versions looks the same: only v1 code around it tells.
    if (constructs(call, PREDICTOR) && program.dialect === 'v1') {
      const message =
        'TensorFlowPredictor talks to TensorFlow Serving in v2; v1 talks to a legacy container with it. Redeploy the model with TensorFlow Serving';
      return manual(at, call.evidence, message);
    }
    return undefined;
  },
};

/** Parameters that v2's class does not have. */
const ONLY_V1: readonly string[] = ['py_version', 'model_server_workers'];

/** v1's class cannot do without an entry point, and its containers end before 1.13; an image_uri is v2's. */
function isLegacyModel(call: SdkCall, program: Program): boolean {
  if (call.arguments.some(({ name }) => name !== undefined && ONLY_V1.includes(name))) return true;
  if (program.dialect === 'v2' || findArgument(call, 'image_uri') !== undefined) return false;
  if (givenFor(call, 'entry_point').kind === 'absent') return false;
  const version = onlyString(givenFor(call, 'framework_version'));
  return version === undefined || !isScriptModeOnly(version);
}

/** The model of v2 that serves the same container (v1 tensorflow/model.py, `prepare_container_def`). */
function withImage(call: SdkCall): string {
  const dropped = ['framework_version', 'image', 'image_uri', 'enable_cloudwatch_metrics', ...ONLY_V1];
  const version = onlyString(givenFor(call, 'framework_version')) ?? '1.11';
  const image = findArgument(call, 'image', 'image_uri');
  const uri =
    image?.valueNode?.text ?? `f'520713654638.dkr.ecr.{region}.amazonaws.com/sagemaker-tensorflow:${version}-cpu-py2'`;
  const kept = call.arguments.filter(({ parameter }) => parameter !== undefined && !dropped.includes(parameter));
  const texts = kept.map(({ parameter = '', valueNode }) => `${parameter}=${valueNode?.text ?? '…'}`);
  return `sagemaker.model.FrameworkModel(${[...texts, `image_uri=${uri}`].join(', ')})`;
}
