import mock
try:
    from sagemaker.inputs import TrainingInput
except ImportError:
    from sagemaker.session import s3_input as TrainingInput
import sagemaker
if sagemaker.__version__.startswith('1'):
    from sagemaker.predictor import RealTimePredictor
    est = sagemaker.estimator.Estimator('i', 'r', train_instance_count=1, train_instance_type='ml.m4.xlarge')
else:
    from sagemaker.predictor import Predictor as RealTimePredictor
    est = sagemaker.estimator.Estimator('i', 'r', instance_count=1, instance_type='ml.m4.xlarge')

with mock.patch("sagemaker.predictor.RealTimePredictor") as p:
    p.return_value.endpoint = 'x'


@mock.patch('sagemaker.session.s3_input')
def test_it(s3_input, sagemaker=sagemaker):
    s3_input('s3://b/t', content_type="csv", distribution='ShardedByS3Key')
    sagemaker.session.s3_input(s3_data='s3://b/t')


def shadow():
    sagemaker = __import__('boto3').client("sagemaker")
    sagemaker.create_training_job(TrainingJobName='x')
    return [sagemaker.s3_input(x) for x in range(3) if (y := x)]


train_instance_type = image_name = 'mine'
job = dict(train_instance_type=train_instance_type, image_name=image_name)
