import { createModelFromJob } from '../../src/rules/create-model-from-job.js';
import { testRule } from '../support/rule-tester.js';

const session =
  "import sagemaker\nfrom sagemaker.transformer import Transformer\nsess = sagemaker.Session()\nTransformer('churn', 1, 'ml.c5.xlarge')\n";
// v2 session.py: `model_data_url or self._gen_s3_model_data_source(training_job)`; a string becomes ModelDataUrl.
const described = (job: string): string =>
  `sess.sagemaker_client.describe_training_job(TrainingJobName=${job})['ModelArtifacts']['S3ModelArtifacts']`;

testRule(createModelFromJob, {
  unchanged: [
    {
      why: 'for an endpoint both fields are the same',
      code: "import sagemaker\nsess = sagemaker.Session()\nsess.create_model_from_job('job')\n",
    },
    { why: 'the address is given', code: `${session}sess.create_model_from_job('job', model_data_url=url)\n` },
    { why: 'given by position', code: `${session}sess.create_model_from_job('job', None, role, image, url)\n` },
    { why: 'another package', code: "import mine\nmine.Session().create_model_from_job('job')\n" },
    {
      why: 'v2 all over',
      code: `${session}from sagemaker.inputs import TrainingInput\nTrainingInput(d)\nsess.create_model_from_job('job', image_uri=image)\n`,
    },
    { why: 'may be among the keywords', code: `${session}sess.create_model_from_job('job', **options)\n` },
  ],
  changed: [
    {
      name: 'a job by its name',
      before: `${session}sess.create_model_from_job("job", primary_container_image=image)\n`,
      after: `${session}sess.create_model_from_job("job", image_uri=image, model_data_url=${described('"job"').replaceAll("'", '"')})\n`,
    },
    {
      name: 'None by keyword',
      before: `${session}sess.create_model_from_job('job', model_data_url=None)\n`,
      after: `${session}sess.create_model_from_job('job', model_data_url=${described("'job'")})\n`,
    },
    {
      name: 'the job of an estimator',
      before: `${session}pca = sagemaker.PCA(role, 1, 'ml.c4.xlarge', 3)\nmodel = sess.create_model_from_job(pca._current_job_name, name='test')\n`,
      after: `${session}pca = sagemaker.PCA(role, 1, 'ml.c4.xlarge', 3)\nmodel = sess.create_model_from_job(pca._current_job_name, name='test', model_data_url=pca.model_data)\n`,
    },
  ],
  reported: [
    {
      code: `${session}sess.create_model_from_job(pick())\n`,
      line: 5,
      state: 'manual',
      says: `model_data_url=${described('pick()')}`,
    },
  ],
});
