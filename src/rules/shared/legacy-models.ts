import { appendArgument } from '../../edits/builders.js';
import { calleeOf } from '../../python/arguments.js';
import type { CallFact } from '../../semantic/facts.js';
import type { Program } from '../../semantic/program.js';
import { alternatives, isNone, stringOf } from '../../semantic/values.js';
import { type Finding, manual } from '../rule.js';
import type { SdkCall } from '../sdk-call.js';
import { callsOn, passes } from './deployments.js';
import { givenFor, isUnset } from './given.js';

/** Methods of the estimator that make a model, and whether they hand `image_uri` on to v2's `create_model`. */
const SERVING: readonly (readonly [method: string, handsOn: boolean])[] = [
  ['deploy', true],
  ['create_model', true],
  ['compile_model', true],
  ['transformer', false],
];

/**
 * What becomes of the models of a legacy estimator. With `endpoint_type='tensorflow-serving'` v2 chooses the same image
 * unless the estimator's own comes in between; the model of the legacy image itself has no class in v2.
 */
export function* legacyModels(call: SdkCall, program: Program): Generator<Finding> {
  const { result } = call.fact;
  if (result?.kind !== 'instance') return;
  for (const [method, handsOn] of SERVING) {
    for (const made of callsOn(program, result, method)) {
      if (passes(made, 'image_uri') || passes(made, 'image')) continue;
      const at = calleeOf(made.node)?.children.at(-1) ?? made.node;
      const { evidence } = made.target;
      if (!isForServing(made)) {
        yield manual(at, evidence, ADVICE[method] ?? '', withImage(call, made));
      } else if (isUnset(givenFor(call, 'image_name')) && handsOn && !made.isPartial) {
        const message = 'TensorFlow Serving has an image of its own, which is not that of the estimator';
        yield { at, evidence, message, edits: [appendArgument(made.node, 'image_uri', 'None')] };
      } else if (!handsOn) {
        const message = `${method}() takes the image of the estimator in v2: make the model with create_model(image_uri=None) and call its ${method}()`;
        yield manual(at, evidence, message);
      }
    }
  }
}

/** Jobs that `fit()` names: v1 put their checkpoints into a folder of that name. */
export function* namedCheckpoints(call: SdkCall, program: Program): Generator<Finding> {
  const { result } = call.fact;
  const checkpoints = givenFor(call, 'checkpoint_path').kind;
  if (result?.kind !== 'instance' || checkpoints === 'value') return;
  for (const { arguments: list, target } of callsOn(program, result, 'fit')) {
    const name = list.find((argument) => argument.name === 'job_name');
    const at = name?.nameNode;
    if (name === undefined || at === undefined || isNone(name.value)) continue;
    const message =
      'v1 put the checkpoints into a folder that was named after this job, now their folder has a name of its own: give checkpoint_path among the hyperparameters where something looks for them';
    yield manual(at, target.evidence, message);
  }
}

const GONE =
  'v2 makes a TensorFlow Serving model of this: the legacy image would get neither the script nor the settings that it needs';
const ADVICE: Readonly<Record<string, string>> = {
  deploy: `${GONE}. Make a plain Model of it, with a predictor that speaks JSON (v1 also took tensors), or port the script`,
  create_model: `${GONE}. Make a plain Model of it, or port the script`,
  transformer: `${GONE}. Make a plain Model of it and call its transformer(), or port the script`,
  compile_model:
    'v2 makes a TensorFlow Serving model of this: it compiles as before, and is deployed without the script and the settings that v1 passed on. Try the compiled model before it is used',
};

function isForServing({ arguments: list }: CallFact): boolean {
  const type = list.find(({ name }) => name === 'endpoint_type')?.value;
  return type !== undefined && alternatives(type).every((value) => stringOf(value) === 'tensorflow-serving');
}

/** The model that v1 made (estimator.py `_create_default_model`, model.py `_framework_env_vars`), as v2 can write it. */
function withImage(call: SdkCall, { node }: CallFact): string {
  const receiver = calleeOf(node)?.children[0]?.text ?? 'estimator';
  const script = textOf(call, 'entry_point') ?? `${receiver}.entry_point`;
  const env = [
    `'SAGEMAKER_PROGRAM': ${script}`,
    `'SAGEMAKER_SUBMIT_DIRECTORY': ${receiver}.uploaded_code.s3_prefix`,
    `'SAGEMAKER_REQUIREMENTS': ${textOf(call, 'requirements_file') ?? "''"}`,
    `'SAGEMAKER_CONTAINER_LOG_LEVEL': str(${receiver}.container_log_level)`,
    `'SAGEMAKER_REGION': ${receiver}.sagemaker_session.boto_region_name`,
  ];
  return `sagemaker.model.Model(${receiver}.image_uri, model_data=${receiver}.model_data, role=${receiver}.role, env={${env.join(', ')}}, sagemaker_session=${receiver}.sagemaker_session)`;
}

function textOf(call: SdkCall, name: string): string | undefined {
  const given = givenFor(call, name);
  return given.kind === 'value' ? given.argument.valueNode?.text : undefined;
}
