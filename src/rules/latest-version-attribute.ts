import { lineageOf } from '../sdk/roles.js';
import { symbolAt } from '../semantic/sdk-objects.js';
import type { Rule } from './rule.js';
import { ownerOf } from './shared/renamed-attribute.js';

/** What `LATEST_VERSION` was in 1.72.0 (the defaults.py of each framework). */
const LATEST: Readonly<Record<string, string>> = {
  'sagemaker.tensorflow.estimator.TensorFlow': '2.2.0',
  'sagemaker.pytorch.estimator.PyTorch': '1.5.0',
  'sagemaker.mxnet.estimator.MXNet': '1.6.0',
  'sagemaker.chainer.estimator.Chainer': '5.0.0',
};

const latestOf = (classPath: string): string | undefined =>
  lineageOf(classPath).flatMap((path) => LATEST[path] ?? [])[0];

/** `LATEST_VERSION` of framework estimators: which version a job should run is for a person to say. */
export const latestVersionAttribute: Rule = {
  docs: {
    name: 'latest-version-attribute',
    summary: 'LATEST_VERSION of framework estimators is gone',
    why: 'reading it raises an AttributeError; v2 takes the framework version from its caller.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before: 'from sagemaker.pytorch import PyTorch\nprint(PyTorch.LATEST_VERSION)\n',
        after: 'from sagemaker.pytorch import PyTorch\nprint(PyTorch.LATEST_VERSION)\n',
      },
    ],
  },
  attribute(use) {
    const owner = use.name === 'LATEST_VERSION' ? ownerOf(use, (path) => latestOf(path) !== undefined) : undefined;
    if (owner === undefined) return undefined;
    const latest = latestOf(owner.kind === 'instance' ? owner.classPath : (symbolAt(owner.path)?.path ?? '')) ?? '';
    return {
      at: use.nameNode,
      evidence: owner.evidence,
      message: `LATEST_VERSION is gone in v2: pin the version, 1.72.0 had ${latest}`,
      suggestion: `'${latest}'`,
    };
  },
};
