import { hasRole, lineageOf } from '../sdk/roles.js';
import type { Rule } from './rule.js';
import { changeOf } from './shared/call-change.js';
import { removedKeyword } from './shared/removed-keyword.js';
import { ownerOf } from './shared/renamed-attribute.js';

const hadMetrics = (classPath: string): boolean =>
  hasRole(classPath, 'framework-estimator') || lineageOf(classPath).includes('sagemaker.model.FrameworkModel');

/** `enable_cloudwatch_metrics` of framework estimators and models. */
export const enableCloudwatchMetrics: Rule = {
  docs: {
    name: 'enable-cloudwatch-metrics',
    summary: 'enable_cloudwatch_metrics of framework estimators and models is gone',
    why: 'Models refuse the keyword with a TypeError, estimators ignore it; it had no effect in v1 either.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.xgboost import XGBoost\nest = XGBoost('t.py', '0.90-2', role=role, enable_cloudwatch_metrics=True)\n",
        after: "from sagemaker.xgboost import XGBoost\nest = XGBoost('t.py', '0.90-2', role=role)\n",
      },
    ],
  },
  *call(call) {
    if (changeOf(call)?.removed.includes('enable_cloudwatch_metrics') !== true) return;
    for (const argument of call.arguments) {
      if (argument.name === 'enable_cloudwatch_metrics')
        yield removedKeyword(call, argument, 'is gone in v2 and had no effect: drop it');
    }
  },
  attribute(use) {
    const owner = use.name === 'enable_cloudwatch_metrics' ? ownerOf(use, hadMetrics) : undefined;
    if (owner === undefined) return undefined;
    return {
      at: use.nameNode,
      evidence: owner.evidence,
      message: 'the attribute enable_cloudwatch_metrics is gone in v2: do without it',
      suggestion: 'False',
    };
  },
};
