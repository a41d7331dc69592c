import { distributionsParam } from '../../src/rules/distributions-param.js';
import { testRule } from '../support/rule-tester.js';

const tf = 'from sagemaker.tensorflow import TensorFlow\n';

testRule(distributionsParam, {
  unchanged: [
    {
      why: 'another library has the keyword',
      code: 'import sagemaker\nfrom scipy import fit\nfit(distributions=[1])\n',
    },
    {
      why: 'already v2',
      code: `${tf}TensorFlow('t.py', framework_version='2.1.0', py_version='py3', distribution={})\n`,
    },
    { why: 'an attribute of something unknown', code: `${tf}print(x.distributions)\n` },
  ],
  changed: [
    {
      before:
        `${tf}e = TensorFlow('t.py', framework_version='2.1.0', py_version='py3', distributions={'mpi': {'enabled': True}})\n`.replace(
          "'t.py'",
          "entry_point='t.py'",
        ),
      after: `${tf}e = TensorFlow(entry_point='t.py', framework_version='2.1.0', py_version='py3', distribution={'mpi': {'enabled': True}})\n`,
    },
    {
      name: 'the attribute',
      before: `${tf}e = TensorFlow(entry_point='t.py', framework_version='2.1.0', py_version='py3')\ne.distributions = None\n`,
      after: `${tf}e = TensorFlow(entry_point='t.py', framework_version='2.1.0', py_version='py3')\ne.distribution = None\n`,
    },
    {
      name: 'a key that is added later',
      before:
        "from sagemaker.mxnet import MXNet\nkw = {'role': role, 'image_uri': image}\nkw['distributions'] = settings\nMXNet('t.py', **kw)\n",
      after:
        "from sagemaker.mxnet import MXNet\nkw = {'role': role, 'image_uri': image}\nkw['distribution'] = settings\nMXNet('t.py', **kw)\n",
    },
    {
      name: 'warn_if_parameter_server_with_multi_gpu',
      before:
        "from sagemaker import fw_utils\nfw_utils.warn_if_parameter_server_with_multi_gpu(training_instance_type='x', distributions=d)\n",
      after:
        "from sagemaker import fw_utils\nfw_utils.warn_if_parameter_server_with_multi_gpu(training_instance_type='x', distribution=d)\n",
    },
  ],
  reported: [
    {
      code: `${tf}TensorFlow(framework_version='2.1.0', py_version='py3', distributions=a, distribution=b)\n`,
      line: 2,
      state: 'manual',
    },
  ],
});
