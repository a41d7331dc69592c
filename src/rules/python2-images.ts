import { frameworkDefaults } from '../sdk/framework-defaults.js';
import { imageVersion } from '../sdk/image-versions.js';
import { manual, type Rule } from './rule.js';
import { findArgument } from './sdk-call.js';
import { givenFor, hasImage, isUnset, onlyString } from './shared/given.js';

/** `py_version='py2'` where v2 has no Python 2 image. */
export const python2Images: Rule = {
  docs: {
    name: 'python2-images',
    summary: 'scikit-learn, and some versions of the other frameworks, have no Python 2 images in v2',
    why: 'v2 raises AttributeError (scikit-learn) or ValueError for the combination.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.sklearn import SKLearn\nest = SKLearn('train.py', role=role, framework_version='0.20.0', py_version='py2')\n",
        after:
          "from sagemaker.sklearn import SKLearn\nest = SKLearn('train.py', role=role, framework_version='0.20.0', py_version='py2')\n",
      },
    ],
  },
  call(call) {
    const defaults = call.target.kind === 'constructor' ? frameworkDefaults.get(call.classPath) : undefined;
    if (defaults === undefined || hasImage(call) || onlyString(givenFor(call, 'py_version')) !== 'py2')
      return undefined;
    const argument = findArgument(call, 'py_version');
    const at = argument?.written ?? argument?.nameNode ?? call.node;
    const asked = givenFor(call, 'framework_version');
    const version = isUnset(asked) ? defaults.frameworkVersion : onlyString(asked);
    const image = version === undefined ? undefined : imageVersion(defaults.framework, version, 'py2');
    if (defaults.framework !== 'sklearn' && (image === undefined || image.isAccepted)) return undefined;
    const name = `${defaults.framework} ${version ?? ''}`.trim();
    const message = `v2 has no Python 2 image for ${name}: port the script to Python 3 and change py_version`;
    return manual(at, call.evidence, message, `py_version='${image?.pyVersions.at(-1) ?? 'py3'}'`);
  },
};
