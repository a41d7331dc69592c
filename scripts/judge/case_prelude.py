import sagemaker.algorithm, sagemaker.automl.automl, sagemaker.image_uris, sagemaker.multidatamodel, sagemaker.pipeline
import sagemaker.serializers, sagemaker.deserializers, sagemaker.tensorflow, sagemaker.tuner, sagemaker.transformer

estimator = sagemaker.estimator.Estimator(container, role, 1, "ml.m4.xlarge", output_path="s3://b/out", sagemaker_session=sess)
estimator.fit("s3://b/d", wait=False)
my_est = estimator
tf_estimator = sagemaker.tensorflow.TensorFlow(entry_point="t.py", source_dir="s3://b/s.tar.gz", role=role, framework_version="1.15.2",
                                               py_version="py3", instance_count=1, instance_type="ml.c4.xlarge", sagemaker_session=sess)
tf_estimator.fit("s3://b/d", wait=False)
predictor = sagemaker.predictor.Predictor("ep", sagemaker_session=sess)
model = sagemaker.model.Model(image_uri=container, model_data="s3://b/m.tar.gz", role=role, name="m", sagemaker_session=sess,
                              predictor_cls=sagemaker.predictor.Predictor)
tuner = sagemaker.tuner.HyperparameterTuner(estimator, "m", {"a": sagemaker.tuner.IntegerParameter(1, 3)}, [{"Name": "m", "Regex": "x"}])
tuner.fit({"train": "s3://b/d"}, include_cls_metadata=False, wait=False)
transformer = sagemaker.transformer.Transformer("m", 1, "ml.m4.xlarge", output_path="s3://b/o", sagemaker_session=sess)
cand = {"CandidateName": "c", "CandidateSteps": [], "InferenceContainers": [{"Image": container, "ModelDataUrl": "s3://b/m.tar.gz", "Environment": {}}]}
automl = sagemaker.automl.automl.AutoML(role, "y", sagemaker_session=sess)
# The oracle knows no algorithm of the marketplace.
sess.sagemaker_client.describe_algorithm = lambda **_: {
    "AlgorithmName": "a",
    "AlgorithmArn": "arn:aws:sagemaker:us-west-2:1:algorithm/a",
    "TrainingSpecification": {"TrainingImage": container, "SupportedTrainingInstanceTypes": ["ml.m4.xlarge"], "TrainingChannels": [],
                              "SupportedHyperParameters": [], "SupportsDistributedTraining": True, "MetricDefinitions": []},
    "InferenceSpecification": {"Containers": [{"Image": container}], "SupportedTransformInstanceTypes": ["ml.m4.xlarge"],
                               "SupportedContentTypes": ["text/csv"], "SupportedResponseMIMETypes": ["text/csv"]},
}
algo = sagemaker.algorithm.AlgorithmEstimator(algorithm_arn="arn:aws:sagemaker:us-west-2:1:algorithm/a", role=role, instance_count=1,
                                              instance_type="ml.m4.xlarge", sagemaker_session=sess)
algo.fit(wait=False)


class _Anything(object):
    def __init__(self):
        self.made = []

    def create_model(self, *args, **kwargs):
        self.made.append([args, kwargs])
        return self.made


object_with_create_model = _Anything()
