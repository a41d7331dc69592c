import { movedSymbols } from '../../src/rules/moved-symbols.js';
import { testRule } from '../support/rule-tester.js';

testRule(movedSymbols, {
  unchanged: [
    {
      why: 'its own module in both versions',
      code: 'from sagemaker.utils import name_from_base\nprint(name_from_base("a"))\n',
    },
    { why: 'another package', code: 'from mine.predictor import DataCaptureConfig\nDataCaptureConfig(True)\n' },
    {
      why: 'a path that came back in 2.x, in v2 code',
      code: 'from sagemaker.inputs import TrainingInput\nfrom sagemaker.processing import S3Uploader\nTrainingInput(S3Uploader.upload("a", "s3://b"))\n',
    },
  ],
  changed: [
    {
      before: 'from sagemaker.predictor import DataCaptureConfig as D, ModelMonitor\nc = D(True), ModelMonitor\n',
      after: 'from sagemaker.model_monitor import DataCaptureConfig as D, ModelMonitor\nc = D(True), ModelMonitor\n',
    },
    {
      before: 'from sagemaker.model import UploadedCode\nprint(UploadedCode)\n',
      after: 'from sagemaker.fw_utils import UploadedCode\nprint(UploadedCode)\n',
    },
    {
      before: "from sagemaker.model_monitor.monitoring_files import S3Downloader\nx = S3Downloader.list('s3://b')\n",
      after: "from sagemaker.s3 import S3Downloader\nx = S3Downloader.list('s3://b')\n",
    },
    {
      before: "from sagemaker import predictor\nx = predictor.name_from_base('a')\n",
      after: "from sagemaker.utils import name_from_base\nx = name_from_base('a')\n",
    },
  ],
});
