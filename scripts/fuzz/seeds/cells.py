%%time
!pip install -q sagemaker==1.72.0
import sagemaker, boto3
from sagemaker.session import s3_input, Session
%matplotlib inline
role = sagemaker.get_execution_role()

files = !ls
for f in files:
    !aws s3 cp {f} s3://b/
    print(f)
est = sagemaker.estimator.Estimator(image_name='x', role=role,
                                    train_instance_count=1,
                                    train_instance_type='ml.m4.xlarge')

x = # fill in
est.fit(s3_input(f"s3://{bucket}/train"))
est?

%%writefile train.py
from sagemaker.predictor import RealTimePredictor
p = RealTimePredictor('e', content_type='text/csv')

%%bash
echo sagemaker

p = est.deploy(1, 'ml.m4.xlarge')
p.content_type = 'text/csv'
p.serializer = sagemaker.predictor.csv_serializer
%timeit p.predict('1')

p.delete_endpoint()
sagemaker.Session().delete_endpoint(p.endpoint)
