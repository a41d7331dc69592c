import type { SdkVersion } from './api.js';
import { lineageOf } from './roles.js';

/** What a predictor class uses when its caller passes nothing. */
export interface SerdeDefaults {
  /** Canonical class path; undefined: none, the payload is sent as it is (v1 only). */
  readonly serializer: string | undefined;
  /** Canonical class path; undefined: none, the response is returned as bytes (v1 only). */
  readonly deserializer: string | undefined;
}

const v1Record = serde(
  'sagemaker.amazon.common.numpy_to_record_serializer',
  'sagemaker.amazon.common.record_deserializer',
);
const v1Numpy = serde('sagemaker.predictor._NPYSerializer', 'sagemaker.predictor._NumpyDeserializer');
const v1Json = serde('sagemaker.predictor._JsonSerializer', 'sagemaker.predictor._JsonDeserializer');
const v2Record = serde(
  'sagemaker.base_serializers.RecordSerializer',
  'sagemaker.base_deserializers.RecordDeserializer',
);
const v2Numpy = serde('sagemaker.base_serializers.NumpySerializer', 'sagemaker.base_deserializers.NumpyDeserializer');
const v2Json = serde('sagemaker.base_serializers.JSONSerializer', 'sagemaker.base_deserializers.JSONDeserializer');

const recordPredictors = [
  'factorization_machines.FactorizationMachinesPredictor',
  'kmeans.KMeansPredictor',
  'knn.KNNPredictor',
  'lda.LDAPredictor',
  'linear_learner.LinearLearnerPredictor',
  'ntm.NTMPredictor',
  'pca.PCAPredictor',
  'randomcutforest.RandomCutForestPredictor',
].map((name) => `sagemaker.amazon.${name}`);

function serde(serializer: string | undefined, deserializer: string | undefined): SerdeDefaults {
  return { serializer, deserializer };
}

function forAll(paths: readonly string[], value: SerdeDefaults): Record<string, SerdeDefaults> {
  return Object.fromEntries(paths.map((path) => [path, value]));
}

/** From the `__init__` of each class: amazon/*.py, <framework>/model.py, tensorflow/serving.py, predictor.py. */
const v1Defaults: Readonly<Record<string, SerdeDefaults>> = {
  ...forAll(recordPredictors, v1Record),
  'sagemaker.amazon.ipinsights.IPInsightsPredictor': serde(
    'sagemaker.predictor._CsvSerializer',
    'sagemaker.predictor._JsonDeserializer',
  ),
  'sagemaker.chainer.model.ChainerPredictor': v1Numpy,
  'sagemaker.mxnet.model.MXNetPredictor': v1Json,
  'sagemaker.pytorch.model.PyTorchPredictor': v1Numpy,
  'sagemaker.sklearn.model.SKLearnPredictor': v1Numpy,
  'sagemaker.sparkml.model.SparkMLPredictor': serde('sagemaker.predictor._CsvSerializer', undefined),
  'sagemaker.tensorflow.model.TensorFlowPredictor': serde(
    'sagemaker.tensorflow.predictor._TFJsonSerializer',
    'sagemaker.tensorflow.predictor._TFJsonDeserializer',
  ),
  'sagemaker.tensorflow.serving.Predictor': v1Json,
  'sagemaker.xgboost.model.XGBoostPredictor': serde(
    'sagemaker.predictor._NPYSerializer',
    'sagemaker.predictor._CsvDeserializer',
  ),
  'sagemaker.predictor.RealTimePredictor': serde(undefined, undefined),
};

/** From the `__init__` of each class: amazon/*.py, <framework>/model.py, base_predictor.py. */
const v2Defaults: Readonly<Record<string, SerdeDefaults>> = {
  ...forAll(recordPredictors, v2Record),
  'sagemaker.amazon.ipinsights.IPInsightsPredictor': serde(
    'sagemaker.base_serializers.CSVSerializer',
    'sagemaker.base_deserializers.JSONDeserializer',
  ),
  'sagemaker.chainer.model.ChainerPredictor': v2Numpy,
  'sagemaker.huggingface.model.HuggingFacePredictor': v2Json,
  'sagemaker.mxnet.model.MXNetPredictor': v2Json,
  'sagemaker.pytorch.model.PyTorchPredictor': v2Numpy,
  'sagemaker.sklearn.model.SKLearnPredictor': v2Numpy,
  'sagemaker.sparkml.model.SparkMLPredictor': serde(
    'sagemaker.base_serializers.CSVSerializer',
    'sagemaker.base_deserializers.BytesDeserializer',
  ),
  'sagemaker.tensorflow.model.TensorFlowPredictor': v2Json,
  'sagemaker.xgboost.model.XGBoostPredictor': serde(
    'sagemaker.base_serializers.LibSVMSerializer',
    'sagemaker.base_deserializers.CSVDeserializer',
  ),
  'sagemaker.base_predictor.Predictor': serde(
    'sagemaker.base_serializers.IdentitySerializer',
    'sagemaker.base_deserializers.BytesDeserializer',
  ),
};

/** The default serializer and deserializer of a predictor class, or of the nearest SDK class it derives from. */
export function serdeDefaults(version: SdkVersion, predictorPath: string): SerdeDefaults | undefined {
  const table = version === 'v1' ? v1Defaults : v2Defaults;
  const owner = lineageOf(predictorPath, version).find((path) => path in table);
  return owner === undefined ? undefined : table[owner];
}

/** Content types that serializers announce; v1: predictor.py, amazon/common.py, tensorflow/predictor.py, v2: base_serializers.py. */
const contentTypes: Readonly<Record<string, string>> = {
  'sagemaker.predictor._CsvSerializer': 'text/csv',
  'sagemaker.predictor._JsonSerializer': 'application/json',
  'sagemaker.predictor._NPYSerializer': 'application/x-npy',
  'sagemaker.amazon.common.numpy_to_record_serializer': 'application/x-recordio-protobuf',
  'sagemaker.tensorflow.predictor._TFProtobufSerializer': 'application/octet-stream',
  'sagemaker.tensorflow.predictor._TFJsonSerializer': 'application/json',
  'sagemaker.tensorflow.predictor._TFCsvSerializer': 'text/csv',
  'sagemaker.base_serializers.CSVSerializer': 'text/csv',
  'sagemaker.base_serializers.DataSerializer': 'file-path/raw-bytes',
  'sagemaker.base_serializers.IdentitySerializer': 'application/octet-stream',
  'sagemaker.base_serializers.JSONLinesSerializer': 'application/jsonlines',
  'sagemaker.base_serializers.JSONSerializer': 'application/json',
  'sagemaker.base_serializers.LibSVMSerializer': 'text/libsvm',
  'sagemaker.base_serializers.NumpySerializer': 'application/x-npy',
  'sagemaker.base_serializers.RecordSerializer': 'application/x-recordio-protobuf',
  'sagemaker.base_serializers.SparseMatrixSerializer': 'application/x-npz',
  'sagemaker.base_serializers.StringSerializer': 'text/plain',
  'sagemaker.base_serializers.TorchTensorSerializer': 'tensor/pt',
};

/** What deserializers ask for; a missing one asks for nothing in particular (v1: no header). */
const accepts: Readonly<Record<string, string>> = {
  'sagemaker.predictor._CsvDeserializer': 'text/csv',
  'sagemaker.predictor._JsonDeserializer': 'application/json',
  'sagemaker.predictor._NumpyDeserializer': 'application/x-npy',
  'sagemaker.amazon.common.record_deserializer': 'application/x-recordio-protobuf',
  'sagemaker.tensorflow.predictor._TFProtobufDeserializer': 'application/octet-stream',
  'sagemaker.tensorflow.predictor._TFJsonDeserializer': 'application/json',
  'sagemaker.base_deserializers.BytesDeserializer': '*/*',
  'sagemaker.base_deserializers.CSVDeserializer': 'text/csv',
  'sagemaker.base_deserializers.JSONDeserializer': 'application/json',
  'sagemaker.base_deserializers.JSONLinesDeserializer': 'application/jsonlines',
  'sagemaker.base_deserializers.NumpyDeserializer': 'application/x-npy',
  'sagemaker.base_deserializers.PandasDeserializer': 'text/csv, application/json',
  'sagemaker.base_deserializers.RecordDeserializer': 'application/x-recordio-protobuf',
  'sagemaker.base_deserializers.StreamDeserializer': '*/*',
  'sagemaker.base_deserializers.StringDeserializer': 'application/json',
  'sagemaker.base_deserializers.TorchTensorDeserializer': 'tensor/pt',
};

/** The content type a serializer class announces by default. @param path canonical class path of v1 or v2 */
export function contentTypeOf(path: string): string | undefined {
  return contentTypes[path];
}

/** The Accept header a deserializer class asks for by default. @param path canonical class path of v1 or v2 */
export function acceptOf(path: string): string | undefined {
  return accepts[path];
}
