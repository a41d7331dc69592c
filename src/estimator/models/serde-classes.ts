import type { Data } from '../../data/value.js';
import type { SdkConstructor } from '../sdk-object.js';
import type { World } from '../world.js';
import * as deserializers from './deserializers.js';
import * as serializers from './serializers.js';

const { CSVSerializer, JSONSerializer, NumpySerializer, RecordSerializer, TFProtobufSerializer } = serializers;
const { CSVDeserializer, JSONDeserializer, NumpyDeserializer, RecordDeserializer, TFProtobufDeserializer } =
  deserializers;
const { BytesDeserializer, StreamDeserializer, StringDeserializer } = deserializers;

/**
 * Serializers and deserializers by the canonical path of 2.257.6, or of 1.72.0 where only v1 has them. Of several paths of one
 * class the last is the one that it is known by.
 */
export const serdeClasses: Readonly<Record<string, SdkConstructor>> = {
  'sagemaker.predictor._CsvSerializer': CSVSerializer,
  'sagemaker.predictor._JsonSerializer': JSONSerializer,
  'sagemaker.predictor._NPYSerializer': NumpySerializer,
  'sagemaker.amazon.common.numpy_to_record_serializer': RecordSerializer,
  'sagemaker.tensorflow.predictor._TFProtobufSerializer': TFProtobufSerializer,
  'sagemaker.tensorflow.predictor._TFJsonSerializer': JSONSerializer,
  'sagemaker.tensorflow.predictor._TFCsvSerializer': CSVSerializer,
  'sagemaker.predictor._CsvDeserializer': CSVDeserializer,
  'sagemaker.predictor._JsonDeserializer': JSONDeserializer,
  'sagemaker.predictor._NumpyDeserializer': NumpyDeserializer,
  'sagemaker.predictor.BytesDeserializer': BytesDeserializer,
  'sagemaker.predictor.StringDeserializer': StringDeserializer,
  'sagemaker.predictor.StreamDeserializer': StreamDeserializer,
  'sagemaker.amazon.common.record_deserializer': RecordDeserializer,
  'sagemaker.tensorflow.predictor._TFProtobufDeserializer': TFProtobufDeserializer,
  'sagemaker.tensorflow.predictor._TFJsonDeserializer': JSONDeserializer,
  'sagemaker.serializers.numpy_to_record_serializer': RecordSerializer,
  'sagemaker.deserializers.record_deserializer': RecordDeserializer,
  'sagemaker.base_serializers.BaseSerializer': serializers.SimpleBaseSerializer,
  'sagemaker.base_serializers.SimpleBaseSerializer': serializers.SimpleBaseSerializer,
  'sagemaker.base_serializers.CSVSerializer': CSVSerializer,
  'sagemaker.base_serializers.DataSerializer': serializers.DataSerializer,
  'sagemaker.base_serializers.IdentitySerializer': serializers.IdentitySerializer,
  'sagemaker.base_serializers.JSONLinesSerializer': serializers.JSONLinesSerializer,
  'sagemaker.base_serializers.JSONSerializer': JSONSerializer,
  'sagemaker.base_serializers.LibSVMSerializer': serializers.LibSVMSerializer,
  'sagemaker.base_serializers.NumpySerializer': NumpySerializer,
  'sagemaker.base_serializers.RecordSerializer': RecordSerializer,
  'sagemaker.base_serializers.SparseMatrixSerializer': serializers.SparseMatrixSerializer,
  'sagemaker.base_serializers.StringSerializer': serializers.StringSerializer,
  'sagemaker.base_serializers.TorchTensorSerializer': serializers.TorchTensorSerializer,
  'sagemaker.base_deserializers.BaseDeserializer': deserializers.SimpleBaseDeserializer,
  'sagemaker.base_deserializers.SimpleBaseDeserializer': deserializers.SimpleBaseDeserializer,
  'sagemaker.base_deserializers.BytesDeserializer': BytesDeserializer,
  'sagemaker.base_deserializers.CSVDeserializer': CSVDeserializer,
  'sagemaker.base_deserializers.JSONDeserializer': JSONDeserializer,
  'sagemaker.base_deserializers.JSONLinesDeserializer': deserializers.JSONLinesDeserializer,
  'sagemaker.base_deserializers.NumpyDeserializer': NumpyDeserializer,
  'sagemaker.base_deserializers.PandasDeserializer': deserializers.PandasDeserializer,
  'sagemaker.base_deserializers.RecordDeserializer': RecordDeserializer,
  'sagemaker.base_deserializers.StreamDeserializer': StreamDeserializer,
  'sagemaker.base_deserializers.StringDeserializer': StringDeserializer,
  'sagemaker.base_deserializers.TorchTensorDeserializer': deserializers.TorchTensorDeserializer,
};

/** A new serializer or deserializer of the class at a path; None where there is no path. */
export function serdeOf(path: string | undefined, world: World): Data {
  const type = path === undefined ? undefined : serdeClasses[path];
  return type === undefined ? null : new type({}, world);
}
