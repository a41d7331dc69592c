import { isEstimator } from '../sdk/roles.js';
import type { Program } from '../semantic/program.js';
import type { Value } from '../semantic/values.js';
import { alternatives } from '../semantic/values.js';
import { manual, type Rule } from './rule.js';
import { methodName } from './shared/method-name.js';

/** `Estimator.attach()`, which in v1 prints the logs of the job. */
export const attachLogs: Rule = {
  docs: {
    name: 'attach-logs',
    summary: 'attach() does not print the logs of the training job any more',
    why: 'v1 prints all logs of the attached job; v2 only waits for it. Nothing else changed, so the code is left as it is.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before: "from sagemaker.estimator import Estimator\nest = Estimator.attach('job')\n",
        after: "from sagemaker.estimator import Estimator\nest = Estimator.attach('job')\n",
      },
    ],
  },
  call(call, program) {
    if (
      program.dialect === 'v2' ||
      call.target.kind !== 'method' ||
      call.name !== 'attach' ||
      !isEstimator(call.classPath)
    )
      return undefined;
    if (asksForLogs(call.fact.result, program)) return undefined;
    const target = call.node.parent?.type === 'assignment' ? call.node.parent.children[0]?.text : undefined;
    return manual(
      methodName(call),
      call.evidence,
      'attach() prints no logs in v2: call logs() if the program is there to show them',
      `${target ?? 'estimator'}.logs()`,
    );
  },
};

/** Whether the program calls `logs()`, which only v2 has, on what `attach()` gave. */
function asksForLogs(result: Value | undefined, program: Program): boolean {
  const attached = result === undefined ? [] : alternatives(result);
  return [...program.facts.attributes.values()]
    .flat()
    .some(({ name, receivers }) => name === 'logs' && receivers.some((receiver) => attached.includes(receiver)));
}
