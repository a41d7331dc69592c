import { appendArgument, moveImport, nameArgument, removeArgument, replace, symbol } from '../edits/builders.js';
import type { Edit, Piece } from '../edits/edit.js';
import { calleeOf } from '../python/arguments.js';
import { isScriptModeOnly, TENSORFLOW_VERSION } from '../sdk/framework-defaults.js';
import { isFromGuardedImport, type Program } from '../semantic/program.js';
import { manual, type Rule } from './rule.js';
import { bindCall, constructs, findArgument, type SdkCall } from './sdk-call.js';
import { callsOn, passes } from './shared/deployments.js';
import { givenFor, isUnset, onlyString } from './shared/given.js';
import { legacyImage } from './shared/legacy-rewrite.js';
import { sessionOf } from './shared/legacy-values.js';
import { isNamed } from './shared/moved-symbol.js';

const MODEL = 'sagemaker.tensorflow.model.TensorFlowModel';
const PREDICTOR = 'sagemaker.tensorflow.model.TensorFlowPredictor';

/** v1's own `TensorFlowModel` and `TensorFlowPredictor`, which in v2 are other classes of the same name. */
export const legacyTensorflowModel: Rule = {
  docs: {
    name: 'legacy-tensorflow-model',
    summary: 'TensorFlowModel and TensorFlowPredictor are the TensorFlow Serving classes in v2',
    why:
      'The names are the same, the containers are not: v1 serves with the legacy Python 2 image and its protobuf ' +
      'requests, v2 with TensorFlow Serving and REST. Nothing raises until a request fails. Where the image is ' +
      'known, and v2 would not pack a source_dir into the model, it becomes the FrameworkModel that v1 made of it.',
    since: '2.0.0',
    guide: 'TensorFlow Serving Model',
    examples: [
      {
        before:
          "from sagemaker.tensorflow import TensorFlowModel\nmodel = TensorFlowModel(data, role, 'inference.py', framework_version='1.12.0')\n",
        after:
          "from sagemaker.tensorflow import TensorFlowModel\nmodel = TensorFlowModel(data, role, 'inference.py', framework_version='1.12.0')\n",
      },
      {
        before:
          "from sagemaker.tensorflow import TensorFlowModel\nmodel = TensorFlowModel(data, role, 'inference.py', image=image)\n",
        after:
          "from sagemaker.tensorflow import TensorFlowPredictor\nfrom sagemaker.model import FrameworkModel\nmodel = FrameworkModel(data, role=role, entry_point='inference.py', image_uri=image, predictor_cls=TensorFlowPredictor)\n",
      },
    ],
  },
  *call(call, program) {
    const at = calleeOf(call.node) ?? call.node;
    const { evidence } = call;
    if (constructs(call, MODEL) && isLegacyModel(call, program)) {
      const edits = frameworkModelEdits(call, program);
      if (edits === undefined) {
        yield manual(at, evidence, GONE, withImage(call));
      } else {
        const kept = 'a FrameworkModel keeps the container, the script and the settings';
        yield { at, evidence, message: kept, isAssumed: true, edits };
        yield manual(
          at,
          evidence,
          'its predictor sends and reads plain JSON: v1 also took tensors, and parsed answers',
        );
      }
    }
    // With these arguments the predictor of both versions looks the same: only v1 code around it tells.
    if (constructs(call, PREDICTOR) && program.dialect === 'v1') {
      const message =
        'TensorFlowPredictor talks to TensorFlow Serving in v2; v1 talks to a legacy container with it. Redeploy the model with TensorFlow Serving';
      yield manual(at, evidence, message);
    }
  },
};

const GONE =
  'TensorFlowModel is the TensorFlow Serving model in v2; the legacy container that v1 serves this with has no class any more. Export the model for TensorFlow Serving, or keep the container by its image URI';

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

/** Parameters of v1's class that v2's FrameworkModel has as well, by these names. */
const SHARED: readonly string[] = [
  ...['model_data', 'role', 'entry_point', 'image', 'image_uri', 'predictor_cls', 'env', 'name', 'git_config'],
  ...['container_log_level', 'code_location', 'sagemaker_session', 'dependencies', 'vpc_config', 'model_kms_key'],
];
const DROPPED: readonly string[] = ['py_version', 'framework_version'];

/**
 * The edits that make a `FrameworkModel` of a model with an image of its own, which is what v1's class then is (v1
 * tensorflow/model.py `prepare_container_def`). Undefined where v2 would pack the script into the model: with a
 * `source_dir` (v2 model.py `FrameworkModel.is_repack`).
 */
function frameworkModelEdits(call: SdkCall, program: Program): readonly Edit[] | undefined {
  const callee = calleeOf(call.node);
  const reference = callee === undefined ? undefined : program.facts.references.get(callee);
  if (callee === undefined || reference === undefined || call.classPath !== MODEL || !isNamed(reference, program))
    return undefined;
  if (call.fact.isPartial || call.hasOpaqueKeywords || call.hasOpaquePositional) return undefined;
  const image = imageEdits(call, program);
  if (image === undefined || isFromGuardedImport(program, reference.sdk)) return undefined;
  const edits: Edit[] = [replace(callee, symbol('sagemaker.model.FrameworkModel', callee))];
  const { binding } = reference.sdk;
  if (callee.type === 'identifier' && binding !== undefined) edits.push(moveImport(binding.clause, undefined));
  for (const { parameter = '', index, written } of call.arguments) {
    if (written === undefined) return undefined;
    if (DROPPED.includes(parameter) && index === undefined) edits.push(removeArgument(written));
    else if (!SHARED.includes(parameter) || (index !== undefined && index > 2)) return undefined;
    else if (index === 1 || index === 2) edits.push(nameArgument(written, parameter));
  }
  if (isUnset(givenFor(call, 'predictor_cls'))) {
    if (findArgument(call, 'predictor_cls') !== undefined) return undefined;
    edits.push(appendArgument(call.node, 'predictor_cls', symbol('sagemaker.tensorflow.TensorFlowPredictor', callee)));
  }
  return [...edits, ...image];
}

/** Without an image of its own the model is served by the legacy one, which v1 chose when the model was deployed. */
function imageEdits(call: SdkCall, program: Program): readonly Edit[] | undefined {
  const given = givenFor(call, 'image', 'image_uri');
  if (given.kind === 'value') return [];
  const type = given.kind === 'absent' ? instanceTypeOf(call, program) : undefined;
  const session = sessionOf(call, program);
  const python = givenFor(call, 'py_version');
  const version = givenFor(call, 'framework_version');
  const known = isUnset(version) ? TENSORFLOW_VERSION : onlyString(version);
  if (type === undefined || session === undefined || known === undefined) return undefined;
  if (python.kind !== 'absent' && onlyString(python) !== 'py2') return undefined;
  const image: readonly Piece[] | undefined = legacyImage(call, [known], session, type);
  return image && [appendArgument(call.node, 'image_uri', ...image)];
}

/** The instance type of the model's only deployment, as it is written there: it decides between CPU and GPU. */
function instanceTypeOf(call: SdkCall, program: Program): string | undefined {
  const { result } = call.fact;
  if (result?.kind !== 'instance') return undefined;
  const uses = ['deploy', 'transformer', 'compile'].flatMap((method) => callsOn(program, result, method));
  const [only] = uses;
  if (only === undefined || uses.length > 1 || only.target.kind !== 'method' || only.target.name !== 'deploy')
    return undefined;
  if (only.opaqueKeywords !== undefined || only.opaquePositional !== undefined || passes(only, 'accelerator_type'))
    return undefined;
  const type = findArgument(bindCall(only, program.dialect), 'instance_type');
  const isLiteral = type?.valueNode?.type === 'string' && type.valueNode.text.includes('ml.');
  return isLiteral ? type.valueNode?.text : undefined;
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
  // Without it v2 packs the folder into the model, where the legacy container does not look.
  const isPacked = !isUnset(givenFor(call, 'source_dir')) && isUnset(givenFor(call, 'code_location'));
  const code = isPacked ? ["code_location='s3://BUCKET/PREFIX'"] : [];
  return `sagemaker.model.FrameworkModel(${[...texts, `image_uri=${uri}`, ...code].join(', ')})`;
}
