import { python2Images } from '../../src/rules/python2-images.js';
import { testRule } from '../support/rule-tester.js';

testRule(python2Images, {
  unchanged: [
    {
      why: 'Python 3',
      code: "from sagemaker.sklearn import SKLearn\nSKLearn('t.py', role=role, framework_version='0.20.0', py_version='py3')\n",
    },
    {
      why: 'a Python 2 image that v2 has',
      code: "from sagemaker.pytorch import PyTorch\nPyTorch('t.py', role=role, framework_version='1.2', py_version='py2')\n",
    },
    {
      why: 'an image of its own',
      code: "from sagemaker.pytorch import PyTorch\nPyTorch('t.py', role=role, framework_version='1.6', py_version='py2', image_uri=image)\n",
    },
  ],
  changed: [],
  reported: [
    {
      code: "from sagemaker.sklearn import SKLearnModel\nSKLearnModel(d, role, 'i.py', framework_version='0.20.0', py_version='py2')\n",
      line: 2,
      state: 'manual',
      says: "py_version='py3'",
    },
    {
      code: "from sagemaker.pytorch import PyTorch\nPyTorch('t.py', role=role, framework_version='1.6.0', py_version='py2')\n",
      line: 2,
      state: 'manual',
    },
  ],
});
