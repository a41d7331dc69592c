import { isEstimator } from '../sdk/roles.js';
import { manual, type Rule } from './rule.js';
import { findArgument } from './sdk-call.js';
import { givenFor, isUnset } from './shared/given.js';

/** Estimators with `subnets` and no `security_group_ids`, or the other way round. */
export const subnetsWithoutSecurityGroups: Rule = {
  docs: {
    name: 'subnets-without-security-groups',
    summary: 'subnets and security_group_ids of an estimator belong together',
    why: 'with only one of them v1 runs the job outside of the VPC without a word; v2 raises RuntimeError.',
    since: '2.200.1',
    guide: null,
    examples: [
      {
        before: "from sagemaker.estimator import Estimator\nest = Estimator(image, role, subnets=['subnet-1'])\n",
        after: "from sagemaker.estimator import Estimator\nest = Estimator(image, role, subnets=['subnet-1'])\n",
      },
    ],
  },
  call(call) {
    if (call.target.kind !== 'constructor' || call.fact.isPartial || !isEstimator(call.classPath)) return undefined;
    const [subnets, groups] = [givenFor(call, 'subnets'), givenFor(call, 'security_group_ids')];
    const [given, missing] = isUnset(groups) ? ['subnets', 'security_group_ids'] : ['security_group_ids', 'subnets'];
    const [set, unset] = isUnset(groups) ? [subnets, groups] : [groups, subnets];
    if (set.kind !== 'value' || !isUnset(unset)) return undefined;
    const argument = findArgument(call, given);
    const at = argument?.written ?? argument?.nameNode ?? call.node;
    const message = `v2 raises RuntimeError for ${given} without ${missing}; v1 ran the job outside of the VPC. Pass both, or neither to keep what v1 did`;
    return manual(at, call.evidence, message, `${missing}=[…]`);
  },
};
