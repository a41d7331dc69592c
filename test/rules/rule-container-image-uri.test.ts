import { ruleContainerImageUri } from '../../src/rules/rule-container-image-uri.js';
import { testRule } from '../support/rule-tester.js';

testRule(ruleContainerImageUri, {
  unchanged: [
    {
      why: "with a name the call is v2's",
      code: "from sagemaker.debugger import get_rule_container_image_uri\nget_rule_container_image_uri('debugger', 'us-west-2')\n",
    },
    {
      why: 'another package',
      code: "from mine import get_rule_container_image_uri\nget_rule_container_image_uri('us-west-2')\n",
    },
  ],
  changed: [
    {
      before: "from sagemaker.debugger import get_rule_container_image_uri as g\nu = g(region='us-west-2')\n",
      after: "from sagemaker import image_uris\nu = image_uris.retrieve('debugger', region='us-west-2')\n",
    },
    {
      before: 'import sagemaker.debugger\nu = sagemaker.debugger.get_rule_container_image_uri(\n    r  # here\n)\n',
      after: "import sagemaker.debugger\nu = sagemaker.image_uris.retrieve(\n    'debugger', r  # here\n)\n",
    },
  ],
  reported: [
    {
      code: 'from sagemaker.debugger import get_rule_container_image_uri\nget_rule_container_image_uri(*a)\n',
      line: 2,
      state: 'manual',
    },
  ],
});
