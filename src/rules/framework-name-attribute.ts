import { rename } from '../edits/builders.js';
import { hasRole, lineageOf } from '../sdk/roles.js';
import type { Rule } from './rule.js';
import { overridingMembers } from './shared/class-members.js';
import { renamedAttribute } from './shared/renamed-attribute.js';

const OLD = '__framework_name__';
const NEW = '_framework_name';

const isFramework = (classPath: string): boolean =>
  hasRole(classPath, 'framework-estimator') || lineageOf(classPath).includes('sagemaker.model.FrameworkModel');

/** `__framework_name__` of framework estimators and models. */
export const frameworkNameAttribute: Rule = {
  docs: {
    name: 'framework-name-attribute',
    summary: '__framework_name__ of framework estimators and models is called _framework_name',
    why: 'reading it raises an AttributeError; v2 does not see the one that a subclass sets.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before: 'from sagemaker.pytorch import PyTorch\nname = PyTorch.__framework_name__\n',
        after: 'from sagemaker.pytorch import PyTorch\nname = PyTorch._framework_name\n',
      },
    ],
  },
  attribute: (use) => (use.name === OLD ? renamedAttribute(use, NEW, isFramework) : undefined),
  *program(program) {
    for (const { nameNode, evidence } of overridingMembers(program, OLD, isFramework)) {
      yield {
        at: nameNode,
        evidence,
        message: `the attribute ${OLD} is called ${NEW} in v2`,
        edits: [rename(nameNode, NEW)],
      };
    }
  },
};
