/** Canonical v1 symbol → v2 path where the same thing now lives. Every target works on all of 2.x. */
const moved: Readonly<Record<string, string>> = {
  'sagemaker.inputs.s3_input': 'sagemaker.inputs.TrainingInput',
  'sagemaker.session.ShuffleConfig': 'sagemaker.inputs.ShuffleConfig',
  'sagemaker.predictor.RealTimePredictor': 'sagemaker.predictor.Predictor',
  'sagemaker.tensorflow.serving.Model': 'sagemaker.tensorflow.TensorFlowModel',
  'sagemaker.tensorflow.serving.Predictor': 'sagemaker.tensorflow.TensorFlowPredictor',

  'sagemaker.predictor._CsvSerializer': 'sagemaker.serializers.CSVSerializer',
  'sagemaker.predictor._JsonSerializer': 'sagemaker.serializers.JSONSerializer',
  'sagemaker.predictor._NPYSerializer': 'sagemaker.serializers.NumpySerializer',
  'sagemaker.predictor._CsvDeserializer': 'sagemaker.deserializers.CSVDeserializer',
  'sagemaker.predictor._JsonDeserializer': 'sagemaker.deserializers.JSONDeserializer',
  // Takes (dtype, accept) where v1 took (accept, dtype).
  'sagemaker.predictor._NumpyDeserializer': 'sagemaker.deserializers.NumpyDeserializer',
  'sagemaker.predictor.BytesDeserializer': 'sagemaker.deserializers.BytesDeserializer',
  'sagemaker.predictor.StringDeserializer': 'sagemaker.deserializers.StringDeserializer',
  'sagemaker.predictor.StreamDeserializer': 'sagemaker.deserializers.StreamDeserializer',
  'sagemaker.amazon.common.numpy_to_record_serializer': 'sagemaker.amazon.common.RecordSerializer',
  'sagemaker.amazon.common.record_deserializer': 'sagemaker.amazon.common.RecordDeserializer',

  'sagemaker.fw_utils.parse_s3_url': 'sagemaker.s3.parse_s3_url',
  'sagemaker.estimator.UploadedCode': 'sagemaker.fw_utils.UploadedCode',
  'sagemaker.model_monitor.data_capture_config.DataCaptureConfig': 'sagemaker.model_monitor.DataCaptureConfig',
  'sagemaker.model_monitor.model_monitoring.ModelMonitor': 'sagemaker.model_monitor.ModelMonitor',
  'sagemaker.model_monitor.model_monitoring.DefaultModelMonitor': 'sagemaker.model_monitor.DefaultModelMonitor',
};

/** v1 objects that every v2 caller makes for itself: canonical v1 constant → class to call without arguments. */
const instances: Readonly<Record<string, string>> = {
  'sagemaker.predictor.csv_serializer': 'sagemaker.serializers.CSVSerializer',
  'sagemaker.predictor.json_serializer': 'sagemaker.serializers.JSONSerializer',
  'sagemaker.predictor.npy_serializer': 'sagemaker.serializers.NumpySerializer',
  'sagemaker.predictor.csv_deserializer': 'sagemaker.deserializers.CSVDeserializer',
  'sagemaker.predictor.json_deserializer': 'sagemaker.deserializers.JSONDeserializer',
  'sagemaker.predictor.numpy_deserializer': 'sagemaker.deserializers.NumpyDeserializer',
};

/** All moves, for rules and documents that list them. */
export const movedSymbols: ReadonlyMap<string, string> = new Map(Object.entries(moved));

/** All ready-made objects of v1 that are instances of a v2 class now. */
export const instanceSymbols: ReadonlyMap<string, string> = new Map(Object.entries(instances));
