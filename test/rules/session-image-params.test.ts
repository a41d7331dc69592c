import { sessionImageParams } from '../../src/rules/session-image-params.js';
import { testRule } from '../support/rule-tester.js';

const session = 'import sagemaker\ns = sagemaker.Session()\n';

testRule(sessionImageParams, {
  unchanged: [
    {
      why: 'a session of another library',
      code: "import sagemaker\nimport boto3\nboto3.Session().endpoint_from_job('j', deployment_image='x')\n",
    },
    { why: 'already v2', code: `${session}s.endpoint_from_model_data(model_s3_location=data, image_uri='x:1')\n` },
    { why: 'another method', code: `${session}s.create_model(deployment_image=1)\n` },
  ],
  changed: [
    {
      before: `${session}s.create_model_from_job('j', primary_container_image='x:1')\n`,
      after: `${session}s.create_model_from_job('j', image_uri='x:1')\n`,
    },
    {
      before: `${session}s.endpoint_from_model_data(model_s3_location=data, deployment_image='x:1')\n`,
      after: `${session}s.endpoint_from_model_data(model_s3_location=data, image_uri='x:1')\n`,
    },
    {
      before: `${session}s.train(image_uri='x', train_use_spot_instances=False)\n`,
      after: `${session}s.train(image_uri='x', use_spot_instances=False)\n`,
    },
    {
      before: `${session}s.tune(job_name='j', train_use_spot_instances=True)\n`,
      after: `${session}s.tune(job_name='j', use_spot_instances=True)\n`,
    },
    {
      name: 'through a helper that passes its keywords on',
      before: `${session}def deploy(**kw):\n    return s.endpoint_from_job('j', 1, 'x', **kw)\n\ndeploy(deployment_image='x:1')\n`,
      after: `${session}def deploy(**kw):\n    return s.endpoint_from_job('j', 1, 'x', **kw)\n\ndeploy(image_uri='x:1')\n`,
    },
    {
      name: 'LocalSession',
      before:
        "from sagemaker.local import LocalSession\nLocalSession().create_model_from_job('j', primary_container_image='x:1')\n",
      after: "from sagemaker.local import LocalSession\nLocalSession().create_model_from_job('j', image_uri='x:1')\n",
    },
  ],
  reported: [
    { code: `${session}s.endpoint_from_job('j', deployment_image='x', image_uri='x')\n`, line: 3, state: 'manual' },
  ],
});
