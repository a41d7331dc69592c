import { findAncestor } from '../python/node.js';
import { isPredictor } from '../sdk/roles.js';
import { contains } from '../text/text-range.js';
import type { Rule } from './rule.js';

/** `try: RealTimePredictor(name) except ClientError: …`. */
export const predictorExistenceCheck: Rule = {
  docs: {
    name: 'predictor-existence-check',
    summary: 'making a predictor no longer shows whether the endpoint exists',
    why: 'v1 described the endpoint in the constructor and raised a ClientError for a missing one; v2 does so at the first use.',
    since: '2.30.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.predictor import RealTimePredictor\nfrom botocore.exceptions import ClientError\ntry:\n    p = RealTimePredictor(endpoint='ep')\nexcept ClientError:\n    p = None\n",
        after:
          "from sagemaker.predictor import Predictor\nfrom botocore.exceptions import ClientError\ntry:\n    p = Predictor(endpoint_name='ep')\nexcept ClientError:\n    p = None\n",
      },
    ],
  },
  call(call, program) {
    if (call.target.kind !== 'constructor' || !isPredictor(call.classPath) || program.dialect === 'v2')
      return undefined;
    const attempt = findAncestor(call.node, 'try_statement', 'function_definition', 'lambda');
    if (attempt?.type !== 'try_statement') return undefined;
    const body = attempt.children.find((child) => child.type === 'block');
    const catches = attempt.children.some(
      (child) =>
        child.type === 'except_clause' &&
        /^except(\s*:|\s+\(?[^:]*\b(ClientError|Exception|BotoCoreError)\b)/.test(child.text),
    );
    // Where the endpoint is used in the same body, that still fails.
    const isAlone = body !== undefined && body.children.length === 1 && contains(body, call.node);
    if (!catches || !isAlone) return undefined;
    const message = 'v2 makes no request here, so a missing endpoint is not noticed: describe the endpoint';
    return {
      at: call.node,
      evidence: call.evidence,
      message,
      suggestion: 'sagemaker_session.sagemaker_client.describe_endpoint(EndpointName=…)',
    };
  },
};
