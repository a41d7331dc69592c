import { frameworkDefaults } from '../sdk/framework-defaults.js';
import { isDeepLearningContainer } from '../sdk/image-functions.js';
import { imageVersion, nearestVersions } from '../sdk/image-versions.js';
import { isModel } from '../sdk/roles.js';
import { manual, type Rule } from './rule.js';
import { findArgument } from './sdk-call.js';
import { givenFor, hasImage, onlyString } from './shared/given.js';
import { stringLike } from './shared/literals.js';

/** A `framework_version` for which v2 has no image. */
export const unsupportedFrameworkVersion: Rule = {
  docs: {
    name: 'unsupported-framework-version',
    summary: 'framework versions that v2 has no image for are refused',
    why:
      'v1 put any version into the tag of the image. v2 looks it up, and fit() or deploy() raises ValueError for one that ' +
      'is not in its table, such as PyTorch 1.5.1, even where there is such an image.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.pytorch import PyTorch\nest = PyTorch('train.py', role=role, framework_version='1.5.1', py_version='py3')\n",
        after:
          "from sagemaker.pytorch import PyTorch\nest = PyTorch('train.py', role=role, framework_version='1.5.1', py_version='py3')\n",
      },
    ],
  },
  call(call, program) {
    const framework = call.target.kind === 'constructor' ? frameworkOf(call.classPath) : undefined;
    const version = onlyString(givenFor(call, 'framework_version'));
    if (framework === undefined || version === undefined || hasImage(call) || program.dialect === 'v2')
      return undefined;
    const python = onlyString(givenFor(call, 'py_version'));
    const scope = isModel(call.classPath) ? 'inference' : 'training';
    const known = imageVersion(framework, version, undefined, scope);
    // What is asked for in Python 2 is reported as such.
    if (known === undefined || known.fullVersion !== undefined || python === 'py2') return undefined;
    const argument = findArgument(call, 'framework_version');
    const at = argument?.written ?? argument?.nameNode ?? call.node;
    const near = nearestVersions(framework, version, scope);
    const image = `'ACCOUNT.dkr.ecr.REGION.amazonaws.com/${repositoryOf(framework, scope, version, python)}:${version}-…'`;
    return manual(
      at,
      call.evidence,
      `v2 has no ${scope} image for ${framework} ${version} and raises ValueError: take ${near.join(' or ') || 'one that it has'}, or name the image itself: image_uri=${image}`,
      near[0] === undefined ? undefined : `framework_version=${stringLike(near[0], call.node)}`,
    );
  },
};

function frameworkOf(classPath: string): string | undefined {
  const isXgboost = /^sagemaker\.xgboost\.(estimator\.XGBoost|model\.XGBoostModel)$/.test(classPath);
  return isXgboost ? 'xgboost' : frameworkDefaults.get(classPath)?.framework;
}

/** Where v1 took the image from (fw_utils.py `create_image_uri`, fw_registry.py `default_framework_uri`). */
function repositoryOf(framework: string, scope: string, version: string, python: string | undefined): string {
  const served = framework === 'tensorflow' || scope === 'inference' ? `${framework}-serving` : framework;
  if (isDeepLearningContainer(served, version, python)) return `${framework}-${scope}`;
  return `sagemaker-${framework === 'sklearn' ? 'scikit-learn' : served.replace(/^(chainer|xgboost|pytorch|mxnet)-serving$/, '$1')}`;
}
