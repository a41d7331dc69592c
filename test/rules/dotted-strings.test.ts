import { dottedStrings } from '../../src/rules/dotted-strings.js';
import { testRule } from '../support/rule-tester.js';

const before = 'from unittest import mock\nimport sagemaker\n';

testRule(dottedStrings, {
  unchanged: [
    {
      why: 'a member of a module that is the same in v2, and of an object of others',
      code: `${before}import mine\nmock.patch.object(sagemaker.estimator, 'Estimator')\nmock.patch.object(mine, 's3_input')\n`,
    },
    { why: 'the path is right in both versions', code: `${before}mock.patch('sagemaker.estimator.Estimator.fit')\n` },
    { why: 'no path of the SDK', code: `${before}principal = 'sagemaker.amazonaws.com'\n` },
    { why: 'a sentence that names it', code: `${before}print('use sagemaker.predictor.RealTimePredictor here')\n` },
    { why: 'a path of v2', code: `${before}mock.patch('sagemaker.image_uris.retrieve')\n` },
  ],
  changed: [
    {
      before: `${before}@mock.patch("sagemaker.predictor.RealTimePredictor")\ndef test(p):\n    pass\n`,
      after: `${before}@mock.patch("sagemaker.predictor.Predictor")\ndef test(p):\n    pass\n`,
    },
    {
      before: `${before}x = mock.patch('sagemaker.session.s3_input')\n`,
      after: `${before}x = mock.patch('sagemaker.inputs.TrainingInput')\n`,
    },
    {
      before: `${before}x = mock.patch('sagemaker.fw_utils.create_image_uri')\n`,
      after: `${before}x = mock.patch('sagemaker.image_uris.retrieve')\n`,
    },
    {
      before: `${before}x = mock.patch('sagemaker.tensorflow.serving.Model.deploy')\n`,
      after: `${before}x = mock.patch('sagemaker.tensorflow.TensorFlowModel.deploy')\n`,
    },
    {
      name: 'a method that v2 renamed',
      before: `${before}x = mock.patch('sagemaker.estimator.Estimator.train_image')\n`,
      after: `${before}x = mock.patch('sagemaker.estimator.Estimator.training_image_uri')\n`,
    },
  ],
  reported: [
    {
      code: `${before}mock.patch.object(sagemaker, 's3_input')\n`,
      line: 3,
      state: 'manual',
      says: 'sagemaker.inputs.TrainingInput',
    },
    {
      code: `${before}def test(monkeypatch):\n    monkeypatch.setattr(sagemaker.predictor, 'csv_serializer', None)\n`,
      line: 4,
      state: 'manual',
      says: 'CSVSerializer',
    },
    {
      code: `${before}mock.patch('sagemaker.fw_registry.registry')\n`,
      line: 3,
      state: 'manual',
      says: 'image_uris.retrieve',
    },
    {
      code: `${before}mock.patch('sagemaker.predictor.csv_serializer')\n`,
      line: 3,
      state: 'manual',
      says: 'CSVSerializer',
    },
    {
      code: `${before}x = 'sagemaker.predictor.RealTimePredictor'\n`,
      line: 3,
      state: 'assumed',
      after: `${before}x = 'sagemaker.predictor.Predictor'\n`,
    },
  ],
});
