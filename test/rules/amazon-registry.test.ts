import { amazonRegistry } from '../../src/rules/amazon-registry.js';
import { testRule } from '../support/rule-tester.js';

const old = 'from sagemaker.amazon.amazon_estimator import registry\n';
const current = 'from sagemaker import image_uris\n';

testRule(amazonRegistry, {
  unchanged: [
    {
      why: "the program's own function",
      code: "import sagemaker\ndef registry(a):\n    return a\nregistry('us-west-2')\n",
    },
  ],
  changed: [
    {
      name: 'k-means is the default',
      before: `${old}x = registry('us-west-2')\n`,
      after: `${current}x = image_uris.retrieve('kmeans', 'us-west-2', '1').split('/')[0]\n`,
    },
    {
      name: 'an algorithm that may be None',
      before: `${old}x = registry(region_name=r, algorithm=a)\n`,
      after: `${current}x = image_uris.retrieve(a or 'kmeans', r, '1').split('/')[0]\n`,
    },
    {
      name: 'through the module of an algorithm',
      before: 'from sagemaker.amazon.pca import PCA, registry\nx = registry(r, "pca"), PCA\n',
      after:
        'from sagemaker.amazon.pca import PCA\nfrom sagemaker import image_uris\nx = image_uris.retrieve("pca", r, "1").split("/")[0], PCA\n',
    },
  ],
  reported: [
    { code: `${old}x = registry(*a)\n`, line: 2, state: 'manual' },
    { code: `${old}x = registry(r,  # the region\n             'pca')\n`, line: 2, state: 'manual' },
  ],
});
