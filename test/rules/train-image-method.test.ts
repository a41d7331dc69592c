import { trainImageMethod } from '../../src/rules/train-image-method.js';
import { testRule } from '../support/rule-tester.js';

const kmeans = 'import sagemaker\nest = sagemaker.KMeans(role, 1)\n';

testRule(trainImageMethod, {
  unchanged: [
    {
      why: 'what tests patch on a class of their own',
      code: "from unittest.mock import patch\nimport sagemaker\nclass Own:\n    pass\npatch.object(Own, 'train_image')\n",
    },
    { why: 'an attribute of something unknown', code: 'import sagemaker\nshow(dataset.train_image)\n' },
    {
      why: "a class of one's own",
      code: 'import sagemaker\nclass Data(object):\n    def train_image(self):\n        return 1\nData().train_image()\n',
    },
    { why: 'a variable', code: `${kmeans}train_image = est.training_image_uri()\nprint(train_image)\n` },
    {
      why: 'a subclass of something else',
      code: 'import sagemaker\nfrom mine import Estimator\nclass Mine(Estimator):\n    def train_image(self):\n        return 1\n',
    },
  ],
  changed: [
    {
      name: 'what tests patch by a string',
      before:
        "from unittest.mock import patch\nfrom sagemaker.estimator import Estimator\n@patch.object(Estimator, 'train_image')\ndef test(m, monkeypatch):\n    monkeypatch.setattr(Estimator, 'train_image', None)\n",
      after:
        "from unittest.mock import patch\nfrom sagemaker.estimator import Estimator\n@patch.object(Estimator, 'training_image_uri')\ndef test(m, monkeypatch):\n    monkeypatch.setattr(Estimator, 'training_image_uri', None)\n",
    },
    { before: `${kmeans}print(est.train_image())\n`, after: `${kmeans}print(est.training_image_uri())\n` },
    {
      name: 'a method without a call',
      before: `${kmeans}f = est.train_image\ng = getattr(est, 'train_image')\n`,
      after: `${kmeans}f = est.training_image_uri\ng = getattr(est, 'training_image_uri')\n`,
    },
    {
      name: 'a subclass of a subclass that overrides it and asks its base',
      before:
        'from sagemaker.estimator import Estimator\n\nclass Base(Estimator):\n    pass\n\nclass Mine(Base):\n    def train_image(self):\n        return super().train_image() + ":1"\n\nMine(image, role, 1).train_image()\n',
      after:
        'from sagemaker.estimator import Estimator\n\nclass Base(Estimator):\n    pass\n\nclass Mine(Base):\n    def training_image_uri(self):\n        return super().training_image_uri() + ":1"\n\nMine(image, role, 1).training_image_uri()\n',
    },
    {
      name: 'an alias in the class body and a decorator',
      before:
        'from sagemaker.estimator import Framework\n\nclass Mine(Framework):\n    @cached\n    def train_image(self):\n        return image\n',
      after:
        'from sagemaker.estimator import Framework\n\nclass Mine(Framework):\n    @cached\n    def training_image_uri(self):\n        return image\n',
    },
  ],
  reported: [{ code: 'import sagemaker\nprint(job.train_image())\n', line: 2, state: 'unproven' }],
});
