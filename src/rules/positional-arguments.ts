import { nameArgument, removeArgument, replace } from '../edits/builders.js';
import type { Edit } from '../edits/edit.js';
import type { CallChange } from '../sdk/api.js';
import type { Program } from '../semantic/program.js';
import type { Finding, Rule } from './rule.js';
import { type BoundArgument, type SdkCall, signatureFor } from './sdk-call.js';
import { orderOf } from './shared/argument-shapes.js';
import { changeOf } from './shared/call-change.js';
import { LEGACY_ARGUMENTS } from './shared/legacy-tensorflow.js';
import { nameSessionArguments } from './shared/session-by-method.js';
import { nameItems, spreadsOf } from './shared/spread.js';

/** Arguments that their own rules move or take out, by position too. */
const LEFT_TO_OTHERS: readonly string[] = [
  ...['serializer', 'deserializer', 'content_type', 'accept'],
  ...LEGACY_ARGUMENTS,
];
/** Without effect in v1, or none in v2. */
const DROPPED: readonly string[] = [
  'enable_cloudwatch_metrics',
  'model_server_workers',
  'endpoint_type',
  'script_mode',
  'run_tensorboard_locally',
];
/** Replaced as a whole by `image_uris.retrieve`. */
const REPLACED = 'sagemaker.debugger.get_rule_container_image_uri';

/** Positional arguments at places that mean something else in v2. */
export const positionalArguments: Rule = {
  docs: {
    name: 'positional-arguments',
    summary: 'parameters were inserted, removed and swapped: arguments from the first such place on are passed by name',
    why:
      'Most calls run on v2 without an error and mean something else: Model(model_data, image) swaps the two, the volume ' +
      'size of an Estimator becomes its keep-alive period, the tags of a tuner its maximum run time.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before: "from sagemaker.model import Model\nmodel = Model('s3://bucket/model.tar.gz', image, role)\n",
        after:
          "from sagemaker.model import Model\nmodel = Model(model_data='s3://bucket/model.tar.gz', image_uri=image, role=role)\n",
      },
      {
        before: "predictor = estimator.deploy(1, 'ml.m4.xlarge', None, 'endpoint')\n",
        after: "predictor = estimator.deploy(1, 'ml.m4.xlarge', accelerator_type=None, endpoint_name='endpoint')\n",
      },
    ],
  },
  call(call, program) {
    const change = changeOf(call);
    if (change?.positionalSafe === undefined) return undefined;
    if (call.target.kind === 'function' && call.target.path === REPLACED) return undefined;
    const certainty = isOfV1(call, change, program);
    if (certainty === 'no') return undefined;
    return nameArguments(call, change, change.positionalSafe, { program, isAssumed: certainty === 'likely' });
  },
  attribute(use, program) {
    const edits = program.dialect === 'v2' ? undefined : nameSessionArguments(use, program);
    if (edits === undefined) return undefined;
    const message = `v2 has another order in ${use.name}() of a session: pass the last ${edits.length} by name`;
    return { at: use.nameNode, evidence: 'name', message, edits };
  },
};

/**
 * Whether a call was written for v1. The program says so or, where it has traces of both versions or of none, the
 * arguments do: by what they look like, or because v2 would get one of them twice (`Model(data, image_uri=image)`).
 */
function isOfV1(call: SdkCall, { removed, renamed }: CallChange, { dialect }: Program): 'yes' | 'likely' | 'no' {
  if (dialect === 'v1') return 'yes';
  const old = positionalNames(call, 'v1').map((name) => renamed[name] ?? name);
  const now = positionalNames(call, 'v2');
  const keywords = new Set(call.arguments.map(({ name }) => name));
  const failsInV2 = call.arguments.some(
    ({ index }) => index !== undefined && !removed.includes(old[index] ?? '') && keywords.has(now[index] ?? ''),
  );
  if (failsInV2) return 'yes';
  const order = orderOf(call, old, now);
  if (order === 'v1') return dialect === 'v2' ? 'likely' : 'yes';
  if (order === 'v2' || dialect === 'v2') return 'no';
  return dialect === 'mixed' ? 'likely' : 'yes';
}

function positionalNames(call: SdkCall, version: 'v1' | 'v2'): string[] {
  const parameters = signatureFor(call.target, version)?.parameters ?? [];
  return parameters.filter(({ kind }) => kind === 'positional').map(({ name }) => name);
}

interface Setting {
  readonly program: Program;
  readonly isAssumed: boolean;
}

function nameArguments(call: SdkCall, change: CallChange, safe: number, setting: Setting): Finding | undefined {
  const { program } = setting;
  const { base, spreads } = spreadsOf(call, program);
  const late = call.arguments.filter(
    (argument): argument is LateArgument => argument.index !== undefined && argument.index >= Math.max(safe, base),
  );
  if (late.length === 0 && !call.hasOpaquePositional) return undefined;
  const reaching = spreads.filter((spread) => spread.end === undefined || spread.end > safe);
  const at = reaching[0]?.node ?? late.find((argument) => argument.written !== undefined)?.written;
  if (at === undefined) return undefined;

  const { evidence } = call;
  const parameters = positionalNames(call, 'v1');
  if (parameters.slice(safe).every((name) => LEFT_TO_OTHERS.includes(name))) return undefined;
  const names = parameters.map((name) => change.renamed[name] ?? name);
  const pieces = reaching.map((spread) => {
    const isSimple = !names
      .slice(Math.max(safe, spread.start), spread.end)
      .some((name) => change.removed.includes(name));
    return isSimple ? nameItems(spread, safe, names) : undefined;
  });
  const open = reaching.find((_, i) => pieces[i] === undefined);
  if (open !== undefined) {
    const message = `v2 has another order from positional argument ${safe + 1} on: pass ${names.slice(safe, safe + 6).join(', ')}${names.length > safe + 6 ? ' …' : ''} by name`;
    return {
      at: open.node,
      evidence,
      message,
      ...(open.isPassedOn && call.hasOpaquePositional ? { state: 'unproven' } : {}),
    };
  }
  const given = late.map(({ index }) => names[index] ?? '').filter((name) => !LEFT_TO_OTHERS.includes(name));
  const message = `v2 has another order here: pass ${given.join(', ')} by name`;
  const twice = given.find((name) =>
    call.arguments.some((argument) => argument.name === name || change.renamed[argument.name ?? ''] === name),
  );
  if (twice !== undefined) return { at, evidence, message: `${message} (${twice} is given twice)` };

  // The only argument of `f(x for x in y)` has no parentheses of its own.
  if (at.type === 'generator_expression' && at.parent?.type === 'call') return { at, evidence, message };
  const edits: Edit[] = [
    ...reaching.map((spread, i) => replace(spread.node, ...(pieces[i] ?? []))),
    ...late.flatMap((argument) => editsOf(argument, parameters[argument.index], change)),
  ];
  if (edits.length === 0) return undefined;
  return {
    at,
    evidence,
    isAssumed: setting.isAssumed || reaching.some((spread) => spread.canGrow),
    message,
    edits,
  };
}

type LateArgument = BoundArgument & { readonly index: number };

function editsOf(
  { written, value }: BoundArgument,
  parameter: string | undefined,
  { renamed, removed }: CallChange,
): Edit[] {
  if (written === undefined || parameter === undefined || LEFT_TO_OTHERS.includes(parameter)) return [];
  const hasNoEffect = DROPPED.includes(parameter) || (value.kind === 'constant' && !value.value);
  return removed.includes(parameter) && hasNoEffect
    ? [removeArgument(written)]
    : [nameArgument(written, renamed[parameter] ?? parameter)];
}
