from sagemaker.tuner import HyperparameterTuner, IntegerParameter
from sagemaker import *
from functools import partial
import sagemaker.transformer
	
hyperparameter_ranges = {'a': IntegerParameter(1, 10)}
tuner = HyperparameterTuner(est, 'auc', hyperparameter_ranges, [{'Name': 'auc', 'Regex': r'(\d+)'}], 'Bayesian', 'Maximize', 10, 2)
tuner.fit({'train': s3_input(f's3://{bucket}/train', content_type='csv')})
predictor = tuner.deploy(1, 'ml.m4.xlarge', serializer=csv_serializer, content_type='text/csv')
transformer = est.transformer(1, 'ml.m4.xlarge', strategy='MultiRecord', assemble_with="Line")
transformer.transform('s3://b/t', content_type='text/csv')
transformer.wait()
automl = AutoML(role, 'target', sagemaker_session=Session())
automl.fit(wait=True); automl.deploy(1, 'ml.m4.xlarge', cand, endpoint_name='e1', update_endpoint=False)
mk = partial(KMeans, role=role, train_instance_count=1, train_instance_type='ml.c4.xlarge')
km = mk(k=3, enable_cloudwatch_metrics=True)
km.fit(km.record_set(x.astype('float32')))
rcf, (ll, pca) = RandomCutForest(role, 1, 'ml.m4.xlarge'), (LinearLearner(role, 1, 'ml.m4.xlarge', 'regressor'), PCA(role, 1, 'ml.m4.xlarge', 3))
async def go(q: "LinearLearner" = ll, *, n=1):
	async with thing as t:
		await t.run(q.train_instance_type if n else rcf.train_instance_count)
	return {**{'train_max_run': 1}, 'p': predictor.endpoint} | {}
while True:
	try: print >>log, tuner.estimator.train_instance_type
	except: break
	finally: del predictor.content_type
