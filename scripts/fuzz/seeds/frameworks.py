from sagemaker.tensorflow import TensorFlow, TensorFlowModel
from sagemaker.tensorflow.serving import Model, Predictor
from sagemaker.mxnet import MXNet, MXNetModel
from sagemaker.sklearn import SKLearn
from sagemaker.xgboost import XGBoost
from sagemaker.chainer import Chainer
from sagemaker.rl import RLEstimator, RLToolkit, RLFramework

tf = TensorFlow(entry_point='t.py', role=role, train_instance_count=2, train_instance_type='ml.p3.2xlarge',
    framework_version='1.14', py_version='py3', script_mode=True,
    distributions={'parameter_server': {'enabled': True}},
)
tf.fit('s3://b/d', run_tensorboard_locally=True)
legacy = TensorFlow('t.py', training_steps=10, evaluation_steps=1, checkpoint_path='s3://b/c', role=role, train_instance_count=1, train_instance_type='ml.m4.xlarge')
mx = MXNet('t.py', role=role, train_instance_count=1, train_instance_type="ml.m4.xlarge")
sk = SKLearn('t.py', 'ml.m4.xlarge', role=role)
xgb = XGBoost('t.py', '0.90-1', role=role, train_instance_count=1, train_instance_type='ml.m4.xlarge', image_name='x:1')
ch = Chainer('t.py', use_mpi=True, num_processes=4, role=role, train_instance_count=1, train_instance_type='ml.m4.xlarge', framework_version=None)
rl = RLEstimator('t.py', RLToolkit.COACH, '0.11.1', RLFramework.MXNET, role=role, train_instance_count=1, train_instance_type='ml.m4.xlarge')
model = Model('s3://b/m.tar.gz', role, framework_version='1.15')
m2 = MXNetModel('s3://b/m.tar.gz', role, 'serve.py', 'x:1', 'py3', model_server_workers=2)
m3 = TensorFlowModel(model_data='s3://b/m.tar.gz', role=role, image='tf:1', entry_point='i.py')
p = model.deploy(1, 'ml.m4.xlarge', None, 'e1')
p2 = m3.deploy(1, 'ml.m4.xlarge', update_endpoint=True)
print(MXNet.LATEST_VERSION, tf.script_mode, TensorFlow.__framework_name__, tf.hyperparam_dict)
