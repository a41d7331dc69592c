import { replace } from '../edits/builders.js';
import { findAncestor } from '../python/node.js';
import { lineageOf } from '../sdk/roles.js';
import type { Rule } from './rule.js';
import { ownerOf } from './shared/renamed-attribute.js';

const OWNERS: readonly string[] = ['sagemaker.estimator.Estimator', 'sagemaker.algorithm.AlgorithmEstimator'];
const hasHyperparamDict = (classPath: string): boolean => lineageOf(classPath).some((path) => OWNERS.includes(path));

/** `hyperparam_dict` of `Estimator` and `AlgorithmEstimator`, whose `hyperparameters()` gives the same dictionary. */
export const hyperparamDict: Rule = {
  docs: {
    name: 'hyperparam-dict',
    summary: 'the attribute hyperparam_dict of estimators is gone, hyperparameters() gives the dictionary',
    why: 'reading it raises an AttributeError since 2.75; an assignment changes nothing.',
    since: '2.75.0',
    guide: null,
    examples: [
      {
        before: "print(estimator.hyperparam_dict['epochs'])\n",
        after: "print(estimator.hyperparameters()['epochs'])\n",
      },
    ],
  },
  attribute(use) {
    const owner = use.name === 'hyperparam_dict' ? ownerOf(use, hasHyperparamDict) : undefined;
    if (owner === undefined) return undefined;
    const at = use.nameNode;
    const evidence = use.isCertain ? owner.evidence : 'name';
    const message = 'the attribute hyperparam_dict is gone in v2';
    const isAugmented = use.node.parent?.type === 'augmented_assignment' && use.node.parent.children[0] === use.node;
    if (use.access === 'write' || use.access === 'delete' || isAugmented) {
      return {
        at,
        evidence,
        message: `${message}: set hyperparameters by set_hyperparameters()`,
        suggestion: `set_hyperparameters(**${use.valueNode?.text ?? '…'})`,
      };
    }
    // A method that overrides hyperparameters() would call itself.
    const method = findAncestor(use.node, 'function_definition')?.children.find(
      (child) => child.type === 'identifier',
    )?.text;
    if (method === 'hyperparameters') return { at, evidence, message, suggestion: 'super().hyperparameters()' };
    if (at.type !== 'identifier')
      return { at, evidence, message: `${message}: call the method`, suggestion: 'hyperparameters()' };
    return {
      at,
      evidence,
      message: `${message}: hyperparameters() gives the dictionary`,
      edits: [replace(at, 'hyperparameters()')],
    };
  },
};
