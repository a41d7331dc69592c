import type { Rule } from './rule.js';
import { changeOf } from './shared/call-change.js';

/** `Estimator(**config)` where the keys of the dictionary are not known. */
export const opaqueKeywords: Rule = {
  docs: {
    name: 'opaque-keywords',
    summary: 'a ** dictionary whose keys are not known reaches a call whose keywords changed',
    why: 'a v1 keyword that comes out of a file or another module fails in v2 or is ignored; nobody can see it here.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before: 'from sagemaker.estimator import Estimator\nest = Estimator(**load_config())\n',
        after: 'from sagemaker.estimator import Estimator\nest = Estimator(**load_config())\n',
      },
    ],
  },
  call(call, program) {
    const at = call.fact.opaqueKeywords;
    const change = changeOf(call);
    if (at === undefined || change === undefined || program.dialect === 'v2') return undefined;
    const given = new Set(call.arguments.map((argument) => argument.parameter));
    const isOpen = (name: string): boolean => !given.has(name) && !given.has(change.renamed[name]);
    const old = [
      ...Object.entries(change.renamed).map(([before, after]) => [before, `${before} is ${after}`] as const),
      ...change.removed.map((name) => [name, `${name} is gone`] as const),
    ];
    const news = old.filter(([name]) => isOpen(name)).map(([, what]) => what);
    if (news.length === 0) return undefined;
    return {
      at,
      evidence: call.evidence,
      state: 'unproven',
      message: `the keys of ${at.text} are not known here: look where they are made, in v2 ${news.join(', ')}`,
    };
  },
};
