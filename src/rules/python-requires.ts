import { calleeOf, dottedName, writtenArguments } from '../python/arguments.js';
import { findNodes } from '../python/node.js';
import { stringValue } from '../python/strings.js';
import { beginsBelowSdk, PYTHON_NEEDED } from '../sdk/python-range.js';
import type { Rule } from './rule.js';

/** `python_requires` of a project that requires the SDK. */
export const pythonRequires: Rule = {
  docs: {
    name: 'python-requires',
    summary: 'a project that requires the SDK says that it runs on a Python that v2 does not run on',
    why: 'v2 dropped Python 2. Where the project is installed on a Python that its SDK does not support, pip finds no version that fits.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "from setuptools import setup\nsetup(name='a', python_requires='>=2.7', install_requires=['sagemaker>=2,<3'])\n",
        after:
          "from setuptools import setup\nsetup(name='a', python_requires='>=2.7', install_requires=['sagemaker>=2,<3'])\n",
      },
      {
        file: 'Pipfile',
        before: '[packages]\nsagemaker = ">=2,<3"\n\n[requires]\npython_version = "2.7"\n',
        after: '[packages]\nsagemaker = ">=2,<3"\n\n[requires]\npython_version = "2.7"\n',
      },
    ],
  },
  *program(program) {
    if (!/\bpython_requires\b/.test(program.source.original)) return;
    for (const call of findNodes(program.tree, 'call')) {
      const callee = calleeOf(call);
      if (callee === undefined || !/^(?:\w+\.)*setup$/.test(dottedName(callee) ?? '')) continue;
      for (const { nameNode, value } of writtenArguments(call)) {
        if (nameNode?.text !== 'python_requires' || !beginsBelowSdk(stringValue(value) ?? '')) continue;
        yield { at: value, evidence: 'import', message: pythonMessage(value.text) };
      }
    }
  },
};

/** What is said of a range of Python versions. @param range as it is written */
export function pythonMessage(range: string): string {
  return `${range} is a Python that the SDK does not run on: ${PYTHON_NEEDED}`;
}
