"""Trains a model in several ways."""
from __future__ import print_function

import os
import boto3
import sagemaker
from sagemaker import get_execution_role
from sagemaker.amazon.amazon_estimator import get_image_uri
from sagemaker.estimator import Estimator
from sagemaker.pytorch import PyTorch as PT  # the alias stays

sess = sagemaker.Session()
role = get_execution_role()
container = get_image_uri(boto3.Session().region_name, 'xgboost', '0.90-1')

est = sagemaker.estimator.Estimator(container,
                                    role,
                                    train_instance_count=1,  # one is enough
                                    train_instance_type='ml.m4.xlarge',
                                    train_max_run = 3600,
                                    sagemaker_session=sess)
est.set_hyperparameters(max_depth=5, eta=.2)
est.train_volume_size = 50
print(est.train_instance_type, "Grüße 🎉")

positional = Estimator(container, role, 1, 'ml.m4.xlarge', 50, None, 3600, 'Pipe', 's3://b/out')
for e in [est, positional]:
    e.fit({'train': sagemaker.session.s3_input('s3://b/t', content_type='csv')}, wait=False)


def make(kind, *args, **kwargs):
    common = {'train_instance_count': 2, "train_instance_type": "ml.c4.xlarge"}
    common['train_use_spot_instances'] = True
    if kind == 'pt':
        return PT('t.py', role=role, framework_version='1.5.0', **common)
    elif kind == 'other':
        return Estimator(image_name=container, role=role, **dict(common, train_max_wait=10))
    return Estimator(container, role, *args, **kwargs)


class Mine(Estimator):
    def __init__(self, image, role, **kwargs):
        super(Mine, self).__init__(image, role, train_instance_count=1,
            train_instance_type="ml.m5.large", **kwargs)

    @property
    def size(self):
        return self.train_instance_count


a = make('pt'); b = make('other'); b.fit('s3://b/d')
Mine(container, role).train_image()
