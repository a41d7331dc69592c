import sagemaker
from sagemaker.predictor import csv_serializer, json_deserializer, RealTimePredictor
from sagemaker.content_types import CONTENT_TYPE_CSV
from sagemaker import predictor as pred_module

predictor = estimator.deploy(initial_instance_count=1, instance_type='ml.m4.xlarge', endpoint_name="e1")
predictor.content_type = 'text/csv'
predictor.serializer = csv_serializer
predictor.deserializer = None
predictor.accept = CONTENT_TYPE_CSV

raw = RealTimePredictor('ep', serializer=csv_serializer, deserializer=json_deserializer, content_type="application/x-image")
other = pred_module.RealTimePredictor(endpoint='ep', sagemaker_session=sagemaker.Session(), accept='application/json')
body = csv_serializer([1, 2, 3])
if isinstance(raw, RealTimePredictor):
    print(raw.endpoint, other.endpoint)


class ImagePredictor(RealTimePredictor):
    def __init__(self, endpoint_name, sagemaker_session=None):
        super().__init__(endpoint_name, sagemaker_session, csv_serializer, json_deserializer, 'text/csv')

    def predict(self, data: bytes) -> "RealTimePredictor":
        return super().predict(data)


def clean(p: RealTimePredictor):
    """Removes it."""
    sagemaker.Session().delete_endpoint(p.endpoint)
    try:
        estimator.delete_endpoint()
    except Exception as error: pass


tuner.delete_endpoint()
