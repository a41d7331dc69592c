import { replace, symbol } from '../edits/builders.js';
import type { Piece } from '../edits/edit.js';
import { argumentListOf, calleeOf } from '../python/arguments.js';
import { isType, type PyNode } from '../python/node.js';
import { isModel } from '../sdk/roles.js';
import { manual, type Rule } from './rule.js';
import { retrieveCall } from './shared/image-call.js';
import { stringLike } from './shared/literals.js';
import { hasComment } from './shared/removed-function.js';

const ADVICE =
  "check_neo_region is gone: look the region up among those that image_uris.config_for_framework('xgboost-neo') lists";

/** `model.check_neo_region(region)`. */
export const checkNeoRegion: Rule = {
  docs: {
    name: 'check-neo-region',
    summary: 'check_neo_region(region) and _neo_image_account(region) are look-ups in the table of Neo images',
    why:
      'The methods are gone. v1 looked the region up in NEO_IMAGE_ACCOUNT; v2 has the same accounts, and those of newer ' +
      'regions, in its table of the image "xgboost-neo".',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.model import Model\nmodel = Model(model_data=data, role=role)\nif model.check_neo_region(region):\n    model.compile('ml_c5', shape, output, role)\n",
        after:
          "from sagemaker.model import Model\nfrom sagemaker import image_uris\nmodel = Model(model_data=data, role=role)\nif region in image_uris.config_for_framework('xgboost-neo')['versions']['latest']['registries']:\n    model.compile('ml_c5', shape, output, role)\n",
      },
    ],
  },
  // By the attribute: what is private has no signature to bind a call to.
  attribute({ name, node, nameNode, receivers, isCertain }, program) {
    if (!METHODS.includes(name)) return undefined;
    const [first] = receivers;
    if (first === undefined) return { ...manual(nameNode, 'name', ADVICE), state: 'unproven' };
    if (!receivers.every((each) => each.kind === 'instance' && isModel(each.classPath))) return undefined;
    const { evidence } = first;
    const call = node.parent?.type === 'call' && calleeOf(node.parent) === node ? node.parent : undefined;
    const region = call === undefined ? undefined : onlyArgument(call);
    const [receiver] = node.children;
    const isReplaceable = isCertain && receiver !== undefined && isDroppable(receiver);
    if (call === undefined || region === undefined || !isReplaceable || hasComment(program, call.start, call.end))
      return manual(nameNode, evidence, ADVICE);
    const edit = replace(call, ...(name === 'check_neo_region' ? lookUp(region, call) : account(region, call)));
    return { at: nameNode, evidence, message: 'v2 knows the regions of Neo by its images', edits: [edit] };
  },
};

/** The value of the only argument, be it passed by place or as `region=`. */
function onlyArgument(call: PyNode): PyNode | undefined {
  const [only, ...more] = argumentListOf(call)?.children ?? [];
  if (only === undefined || more.length > 0 || /_splat$/.test(only.type)) return undefined;
  return only.type === 'keyword_argument' ? only.children[1] : only;
}

const METHODS: readonly string[] = ['check_neo_region', '_neo_image_account'];

function lookUp(region: PyNode, call: PyNode): Piece[] {
  const keys = ['versions', 'latest', 'registries'].map((key) => `[${stringLike(key, call)}]`).join('');
  const pieces = [
    ...(isType(region, ...LOOSE) ? ['(', region, ')'] : [region]),
    ' in ',
    symbol('sagemaker.image_uris.config_for_framework', call),
    `(${stringLike('xgboost-neo', call)})${keys}`,
  ];
  return isType(call.parent, ...STANDS_ALONE) ? pieces : ['(', ...pieces, ')'];
}

/** Raises ValueError for regions without Neo, as v1 did. */
function account(region: PyNode, call: PyNode): Piece[] {
  return [...retrieveCall(call, [stringLike('xgboost-neo', call)], [region]), `.split(${stringLike('.', call)})[0]`];
}

/** Whether nothing is lost with the expression: a variable, or a model that `create_model()` makes for the question. */
function isDroppable(receiver: PyNode): boolean {
  if (receiver.type !== 'call') return isType(receiver, 'identifier', 'attribute');
  const callee = calleeOf(receiver);
  return callee?.type === 'attribute' && callee.children.at(-1)?.text === 'create_model';
}

/** Around these a comparison needs no parentheses. */
const STANDS_ALONE: readonly string[] = [
  ...['if_statement', 'elif_clause', 'while_statement', 'assignment', 'return_statement', 'argument_list'],
  ...['parenthesized_expression', 'boolean_operator', 'not_operator', 'expression_statement', 'module', 'block'],
];

/** What binds less than `in` does. */
const LOOSE: readonly string[] = [
  ...['boolean_operator', 'not_operator', 'comparison_operator', 'conditional_expression', 'lambda'],
  'named_expression',
];
