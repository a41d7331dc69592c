import { replace } from '../edits/builders.js';
import { NEO_FRAMEWORKS, neoFramework } from '../sdk/neo.js';
import { manual, type Rule } from './rule.js';
import { findArgument } from './sdk-call.js';
import { givenFor, onlyString } from './shared/given.js';
import { stringLike } from './shared/literals.js';

/** `framework=` of `compile()`, which v1's framework models did not look at. */
export const compileFramework: Rule = {
  docs: {
    name: 'compile-framework',
    summary: 'compile() of a framework model looks at its framework argument',
    why:
      'v1 took the framework of the model whatever it was told, v2 takes the argument and refuses what it does not know, ' +
      "such as 'PYTORCH' in capitals: ValueError.",
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.pytorch import PyTorchModel\nmodel = PyTorchModel(data, role, 'net.py', framework_version='1.2.0', py_version='py3')\nmodel.compile('ml_m5', shape, output, role, job_name='job', framework='PYTORCH')\n",
        after:
          "from sagemaker.pytorch import PyTorchModel\nmodel = PyTorchModel(data, role, 'net.py', framework_version='1.2.0', py_version='py3')\nmodel.compile('ml_m5', shape, output, role, job_name='job', framework='pytorch')\n",
      },
    ],
  },
  call(call, program) {
    if (program.dialect === 'v2' || call.target.kind !== 'method' || call.name !== 'compile') return undefined;
    const own = neoFramework(call.classPath);
    const written = onlyString(givenFor(call, 'framework'));
    const argument = findArgument(call, 'framework');
    if (own === undefined || written === undefined || argument === undefined || NEO_FRAMEWORKS.includes(written))
      return undefined;
    const { evidence, node } = call;
    const at = argument.written ?? node;
    const literal = stringLike(own, node);
    const message = `v2 does not know the framework ${written}; v1 took that of the model, ${own}`;
    // A value that is passed on from elsewhere may have other readers.
    return argument.written === undefined || argument.valueNode === undefined
      ? manual(at, evidence, `${message}: pass it`, `framework=${literal}`)
      : { at, evidence, message, edits: [replace(argument.valueNode, literal)] };
  },
};
