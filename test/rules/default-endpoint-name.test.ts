import { defaultEndpointName } from '../../src/rules/default-endpoint-name.js';
import { testRule } from '../support/rule-tester.js';

const estimator = 'from sagemaker.estimator import Estimator\nest = Estimator(image, role, 1)\n';

testRule(defaultEndpointName, {
  unchanged: [
    {
      why: 'the name of the job as such',
      code: `${estimator}p = est.deploy(1, 'ml.m4.xlarge')\njob_name = est.latest_training_job.name\nprint(job_name)\n`,
    },
    {
      why: 'the endpoint has a name of its own',
      code: `${estimator}p = est.deploy(1, 'ml.m4.xlarge', endpoint_name='e')\nendpoint_name = est.latest_training_job.name\n`,
    },
    {
      why: 'nothing is deployed',
      code: `${estimator}endpoint_name = est.latest_training_job.name\nclient.create_endpoint(EndpointName=endpoint_name)\n`,
    },
    {
      why: 'v2 all over',
      code: `${estimator}from sagemaker.inputs import TrainingInput\nest.fit(TrainingInput(d))\np = est.deploy(1, 'ml.m4.xlarge')\nendpoint_name = est.latest_training_job.name\n`,
    },
  ],
  changed: [
    {
      name: 'straight into a call',
      before: `${estimator}p = est.deploy(1, 'ml.m4.xlarge')\nclient.invoke_endpoint(EndpointName=est.latest_training_job.name, Body=b'')\n`,
      after: `${estimator}p = est.deploy(1, 'ml.m4.xlarge')\nclient.invoke_endpoint(EndpointName=p.endpoint_name, Body=b'')\n`,
    },
    {
      name: 'only where the name stands for the endpoint',
      before: `${estimator}p = est.deploy(1, 'ml.m4.xlarge')\njob = est.latest_training_job.job_name\nprint(job)\nsess.delete_endpoint(job)\n`,
      after: `${estimator}p = est.deploy(1, 'ml.m4.xlarge')\njob = est.latest_training_job.job_name\nprint(job)\nsess.delete_endpoint(p.endpoint_name)\n`,
    },
    {
      name: 'the name that fit() was given',
      before: `${estimator}job = 'mine'\nest.fit(data, job_name=job)\np = est.deploy(1, 'ml.m4.xlarge')\nsess.delete_endpoint(job)\n`,
      after: `${estimator}job = 'mine'\nest.fit(data, job_name=job)\np = est.deploy(1, 'ml.m4.xlarge')\nsess.delete_endpoint(p.endpoint_name)\n`,
    },
  ],
  reported: [
    {
      code: `${estimator}est.deploy(1, 'ml.m4.xlarge')\nendpoint_name = est.latest_training_job.name\n`,
      line: 4,
      state: 'manual',
      says: 'endpoint_name= to deploy()',
    },
    {
      code: `${estimator}endpoint_name = est.latest_training_job.name\np = est.deploy(1, 'ml.m4.xlarge')\n`,
      line: 3,
      state: 'manual',
    },
  ],
});
