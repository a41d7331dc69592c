import { appendArgument, removeArgument, symbol } from '../edits/builders.js';
import type { Edit, Piece } from '../edits/edit.js';
import type { PyNode } from '../python/node.js';
import type { CallFact } from '../semantic/facts.js';
import type { Program } from '../semantic/program.js';
import { isNone } from '../semantic/values.js';
import type { Finding, Rule } from './rule.js';
import { callsMethod, findArgument, type SdkCall } from './sdk-call.js';
import { movedText } from './shared/header-text.js';
import { headerText, type Side, serdeOf, sides } from './shared/serde.js';

/** `estimator.create_model(serializer=…)`. */
export const createModelSerializer: Rule = {
  docs: {
    name: 'create-model-serializer',
    summary: 'create_model() of Estimator takes no serializer: deploy() of the model does',
    why: 'v2 hands the keywords to Model, which raises a TypeError.',
    since: '2.0.0',
    guide: 'Serializer and Deserializer Classes',
    examples: [
      {
        before:
          "from sagemaker.predictor import csv_serializer\nmodel = estimator.create_model(serializer=csv_serializer)\npredictor = model.deploy(1, 'ml.m4.xlarge')\n",
        after:
          "from sagemaker.serializers import CSVSerializer\nmodel = estimator.create_model()\npredictor = model.deploy(1, 'ml.m4.xlarge', serializer=CSVSerializer())\n",
      },
    ],
  },
  *call(call, program) {
    if (!callsMethod(call, 'create_model', 'sagemaker.estimator.Estimator')) return;
    const deploy = onlyDeploy(call, program);
    for (const side of sides) {
      const finding = move(call, side, deploy, program);
      if (finding !== undefined) yield finding;
    }
  },
};

function move(call: SdkCall, side: Side, deploy: PyNode | undefined, program: Program): Finding | undefined {
  const given = findArgument(call, side.role);
  const header = findArgument(call, side.header);
  const own = [given, header].filter((argument) => argument !== undefined);
  const [first] = own;
  if (first === undefined) return undefined;
  const at = first.nameNode ?? first.written ?? call.node;
  const message = `create_model() has no ${own.map(({ parameter }) => parameter).join(' and ')} in v2: give deploy() the ${side.role}`;
  const { evidence } = call;
  const written = own.map((argument) => argument.written);
  const pieces = made(
    given?.value === undefined || isNone(given.value) ? undefined : given,
    header,
    side,
    call,
    program,
  );
  if (
    deploy === undefined ||
    pieces === undefined ||
    !written.every((node) => node !== undefined) ||
    findArgument(call, 'predictor_cls') !== undefined
  ) {
    return { at, evidence, message, suggestion: `model.deploy(…, ${side.role}=${given?.valueNode?.text ?? '…'})` };
  }
  const edits: Edit[] = written.map((node) => removeArgument(node));
  if (pieces.length > 0) edits.push(appendArgument(deploy, side.role, ...pieces));
  return { at, evidence, message, edits };
}

type Argument = ReturnType<typeof findArgument>;

/** The serializer as new code at the call of `deploy()`; no piece at all where that needs none. */
function made(
  given: Argument,
  header: Argument,
  side: Side,
  call: SdkCall,
  program: Program,
): readonly Piece[] | undefined {
  const serde = given === undefined ? undefined : serdeOf(given.value, given.valueNode, side, program);
  if (serde !== undefined && (serde.kind !== 'sdk' || serde.node === undefined)) return undefined;
  const to = serde?.kind === 'sdk' ? serde.to : side.plain;
  const near = serde?.kind === 'sdk' ? (serde.node ?? call.node) : call.node;
  if (header === undefined || isNone(header.value)) return serde === undefined ? [] : [symbol(to, near), '()'];
  const type = headerText(header.value);
  if (serde?.kind === 'sdk' && type !== undefined && type === serde.type) return [symbol(to, near), '()'];
  const text = header.valueNode === undefined ? undefined : movedText(header.valueNode, header.value, false);
  return text === undefined ? undefined : [symbol(to, near), `(${side.header}=${text})`];
}

/** The one `deploy()` of the model that the call gives, where the model goes nowhere else. */
function onlyDeploy(call: SdkCall, program: Program): PyNode | undefined {
  const { result } = call.fact;
  if (result?.kind !== 'instance') return undefined;
  const all = [...program.facts.calls.values()]
    .flat()
    .filter(
      (fact: CallFact) =>
        fact.target.kind === 'method' && fact.target.receiver === result && fact.target.name === 'deploy',
    );
  const [deploy] = all;
  const isAlone = all.length === 1 && deploy !== undefined && deploy.opaqueKeywords === undefined;
  return isAlone && !deploy.arguments.some(({ name }) => name === 'serializer' || name === 'deserializer')
    ? deploy.node
    : undefined;
}
