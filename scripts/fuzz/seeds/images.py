import boto3, sagemaker as sm
from sagemaker.amazon.amazon_estimator import get_image_uri, registry
from sagemaker.fw_utils import create_image_uri, parse_s3_url
from sagemaker import fw_registry, image_uris as iu, s3_input
from sagemaker.s3 import S3Uploader, S3Downloader
from sagemaker.model import Model, FrameworkModel
from sagemaker.multidatamodel import MultiDataModel
from sagemaker.pipeline import PipelineModel
from sagemaker.workflow.airflow import model_config_from_estimator, training_config

region = boto3.Session().region_name
containers = {r: get_image_uri(r, 'linear-learner') for r in ("us-east-1", 'eu-west-1')}
uri = get_image_uri(
    region_name=region,
    repo_name = "xgboost",  # what it is
    repo_version='0.90-2'
)
image = registry(region) + '/kmeans:1'
fw = create_image_uri(region, 'pytorch', 'ml.p2.xlarge', '1.5.0', py_version="py3", account='1')
fw2 = fw_registry.default_framework_uri('scikit-learn', region, '0.20.0-cpu-py3')
bucket, key = parse_s3_url("s3://bucket/%s" % region)
S3Uploader.upload('a', 's3://b/a', session=sm.Session())
S3Downloader.read_file("s3://b/a", session=sm.Session())
model = Model('s3://b/m', image, 'role', lambda *a, **k: None, {'A': 'b'}, 'name')
mdm = MultiDataModel('n', 's3://b/', model=model, image=image)
pm = PipelineModel([model, mdm], role='r', name='p'); pm.deploy(1, 'ml.m4.xlarge', 'e1')
cfg = model_config_from_estimator('ml.c4.xlarge', est, 't', 'training', image='x:1')
sess = sm.Session(); sess.endpoint_from_model_data('s3://b/m', image=uri, instance_type='t', initial_instance_count=1)
data = s3_input("s3://b/t", shuffle_config=sm.session.ShuffleConfig(3))
data2 = sm.s3_input \
    ('s3://b/t',
     'FullyReplicated')
