import { subnetsWithoutSecurityGroups } from '../../src/rules/subnets-without-security-groups.js';
import { testRule } from '../support/rule-tester.js';

const estimator = 'from sagemaker.estimator import Estimator\n';

testRule(subnetsWithoutSecurityGroups, {
  unchanged: [
    { why: 'both given', code: `${estimator}Estimator(image, role, subnets=['s'], security_group_ids=['g'])\n` },
    { why: 'both None', code: `${estimator}Estimator(image, role, subnets=None, security_group_ids=None)\n` },
    { why: 'the other may come with **', code: `${estimator}Estimator(image, role, subnets=['s'], **load())\n` },
    { why: 'another library', code: "from mine import Estimator\nEstimator(subnets=['s'])\n" },
  ],
  changed: [],
  reported: [
    {
      code: `${estimator}Estimator(image, role, subnets=['s'], security_group_ids=None)\n`,
      line: 2,
      state: 'manual',
      says: 'RuntimeError',
    },
    {
      code: `from sagemaker import KMeans\nKMeans(role, security_group_ids=['g'])\n`,
      line: 2,
      state: 'manual',
      says: 'without subnets',
    },
  ],
});
