import { replace, symbol } from '../edits/builders.js';
import { calleeOf } from '../python/arguments.js';
import { isType, type PyNode } from '../python/node.js';
import { isModel } from '../sdk/roles.js';
import { manual, type Rule } from './rule.js';
import { writtenValues } from './shared/image-call.js';
import { stringLike } from './shared/literals.js';
import { methodName, receiverNode } from './shared/method-name.js';
import { hasComment } from './shared/removed-function.js';

const ADVICE =
  "check_neo_region is gone: look the region up among those that image_uris.config_for_framework('xgboost-neo') lists";

/** `model.check_neo_region(region)`. */
export const checkNeoRegion: Rule = {
  docs: {
    name: 'check-neo-region',
    summary: 'check_neo_region(region) is a look-up in the table of Neo images',
    why:
      'The method is gone. v1 looked the region up in NEO_IMAGE_ACCOUNT; v2 has the same accounts, and those of newer ' +
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
  call(call, program) {
    const { evidence, node, target } = call;
    if (target.kind !== 'method' || call.name !== 'check_neo_region' || !isModel(call.classPath)) return undefined;
    const at = methodName(call);
    const receiver = receiverNode(call);
    const region = writtenValues(call, 'region')?.get('region');
    if (
      region === undefined ||
      receiver === undefined ||
      !isDroppable(receiver) ||
      hasComment(program, node.start, node.end)
    )
      return manual(at, evidence, ADVICE);
    const keys = ['versions', 'latest', 'registries'].map((key) => `[${stringLike(key, node)}]`).join('');
    const lookUp = [
      ...(isType(region, ...LOOSE) ? ['(', region, ')'] : [region]),
      ' in ',
      symbol('sagemaker.image_uris.config_for_framework', node),
      `(${stringLike('xgboost-neo', node)})${keys}`,
    ];
    const pieces = isType(node.parent, ...STANDS_ALONE) ? lookUp : ['(', ...lookUp, ')'];
    return { at, evidence, message: 'v2 knows the regions of Neo by its images', edits: [replace(node, ...pieces)] };
  },
};

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
