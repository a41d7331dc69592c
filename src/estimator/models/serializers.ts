import { PythonError } from '../../data/errors.js';
import { dumpJson } from '../../data/json.js';
import { joinText } from '../../data/text.js';
import { Bytes, type Data, Dict, isText, itemsOf, PyObject, Template, Tuple, Unknown } from '../../data/value.js';
import { orDefault } from '../conditions.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import type { World } from '../world.js';
import { csvOf } from './csv.js';
import { npyOf } from './npy.js';

/**
 * What turns a predictor's data into the body of a request: of SDK 2.257.6 base_serializers.py, and of 1.72.0 predictor.py,
 * where it is called like a function.
 */
export abstract class Serializer extends SdkObject {
  content_type: Data;

  /** @param defaultType the content type unless the argument `content_type` says otherwise */
  constructor(args: PlainArguments, world: World | undefined, defaultType: string) {
    super(world);
    this.content_type = orDefault(argumentsOf(args).content_type, defaultType);
    const isText = typeof this.content_type === 'string' || this.content_type instanceof Template;
    if (!this.isV1 && !isText && !(this.content_type instanceof Unknown))
      throw new PythonError('ValueError', 'a content type must be a string');
  }

  get CONTENT_TYPE(): Data {
    return this.content_type;
  }

  /** SDK 2.257.6 base_serializers.py `serialize`. */
  serialize(options: PlainArguments): Data {
    const args = argumentsOf(options);
    const { data = null } = args;
    if (data instanceof Unknown) return new Unknown(`a serialized value of ${data.reason}`, []);
    return this.bodyOf(data);
  }

  /** 1.72.0: serializers are called. */
  __call__(args: Arguments): Data {
    return this.serialize({ data: args.data ?? args.array ?? null });
  }

  /** The body for data that is known at least in part. */
  protected abstract bodyOf(data: Data): Data;
}

/** What serializers of a program extend. SDK 2.257.6 base_serializers.py `SimpleBaseSerializer`. */
export class SimpleBaseSerializer extends Serializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'application/json');
  }

  protected bodyOf(): Data {
    return new Unknown('data serialized by a class of the program');
  }
}

/** Comma-separated values. SDK 2.257.6 base_serializers.py:87, 1.72.0 predictor.py `_CsvSerializer`. */
export class CSVSerializer extends Serializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'text/csv');
  }

  protected bodyOf(data: Data): Data {
    if (!this.isV1 && (data === null || typeof data === 'number' || typeof data === 'boolean'))
      throw new PythonError('TypeError', 'a value without a length has no CSV form');
    return csvOf(data);
  }
}

/** SDK 2.257.6 base_serializers.py:207, 1.72.0 predictor.py `_JsonSerializer`. */
export class JSONSerializer extends Serializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'application/json');
  }

  protected bodyOf(data: Data): Data {
    return data instanceof PyObject ? unknownObject(data, 'JSON') : dumpJson(data);
  }
}

/** SDK 2.257.6 base_serializers.py:264. */
export class JSONLinesSerializer extends Serializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'application/jsonlines');
  }

  protected bodyOf(data: Data): Data {
    if (isText(data)) return data;
    if (data instanceof PyObject) return unknownObject(data, 'JSON-lines');
    const items = data instanceof Dict ? [...data.keys()] : itemsOf(data);
    if (items !== undefined)
      return joinText(
        '\n',
        items.map((item) => dumpJson(item)),
      );
    if (data === null || typeof data !== 'object')
      throw new PythonError('ValueError', 'a value that has no JSON lines');
    return new Unknown('a list that is known in part');
  }
}

/** Sends data as it is. SDK 2.257.6 base_serializers.py:236. */
export class IdentitySerializer extends Serializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'application/octet-stream');
  }

  protected bodyOf(data: Data): Data {
    return data;
  }
}

/** Numpy's own format. SDK 2.257.6 base_serializers.py:153, 1.72.0 predictor.py `_NPYSerializer`. */
export class NumpySerializer extends Serializer {
  readonly dtype: Data;

  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'application/x-npy');
    this.dtype = argumentsOf(args).dtype ?? null;
  }

  protected bodyOf(data: Data): Data {
    if (data instanceof PyObject) return unknownObject(data, 'npy');
    if (!(data instanceof Tuple) && itemsOf(data)?.length === 0)
      throw new PythonError('ValueError', 'an empty array has no bytes');
    return this.dtype === null ? npyOf(data) : new Unknown('the bytes of a numpy array');
  }
}

/** Sparse matrices. SDK 2.257.6 base_serializers.py:299. */
export class SparseMatrixSerializer extends Serializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'application/x-npz');
  }

  protected bodyOf(data: Data): Data {
    return unknownObject(data, 'npz');
  }
}

/** SDK 2.257.6 base_serializers.py:328: takes text alone. */
export class LibSVMSerializer extends Serializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'text/libsvm');
  }

  protected bodyOf(data: Data): Data {
    if (isText(data)) return data;
    if (data instanceof PyObject) return unknownObject(data, 'LibSVM');
    throw new PythonError('ValueError', 'data for LibSVM must be text');
  }
}

/** Files and bytes. SDK 2.257.6 base_serializers.py:370. */
export class DataSerializer extends Serializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'file-path/raw-bytes');
  }

  protected bodyOf(data: Data): Data {
    if (data instanceof Bytes) return data;
    if (isText(data)) return new Unknown('the content of a file');
    const inner = data instanceof Dict ? data.get('data') : undefined;
    if (inner !== undefined) return this.bodyOf(inner);
    throw new PythonError('ValueError', 'a value that is no data');
  }
}

/** SDK 2.257.6 base_serializers.py:407. */
export class StringSerializer extends Serializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'text/plain');
  }

  protected bodyOf(data: Data): Data {
    if (isText(data)) return data;
    throw new PythonError('ValueError', 'a value that is no string');
  }
}

/** SDK 2.257.6 base_serializers.py:434. */
export class TorchTensorSerializer extends Serializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'tensor/pt');
  }

  protected bodyOf(data: Data): Data {
    return unknownObject(data, 'tensor');
  }
}

/** Amazon's records. SDK 2.257.6 base_serializers.py:472, 1.72.0 amazon/common.py `numpy_to_record_serializer`. */
export class RecordSerializer extends Serializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'application/x-recordio-protobuf');
  }

  protected bodyOf(data: Data): Data {
    if (data instanceof PyObject) return unknownObject(data, 'recordio');
    throw new PythonError('AttributeError', 'records are made of numpy arrays');
  }
}

/** 1.72.0 tensorflow/predictor.py `_TFProtobufSerializer`. */
export class TFProtobufSerializer extends Serializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'application/octet-stream');
  }

  protected bodyOf(data: Data): Data {
    if (data instanceof PyObject) return unknownObject(data, 'protobuf');
    throw new PythonError('ValueError', 'a value that is no request of TensorFlow Serving');
  }
}

/** @param form what the serializer makes: its own content type, whatever the predictor sends as one */
function unknownObject(data: Data, form: string): Unknown {
  return new Unknown(
    data instanceof PyObject
      ? `the ${form} form of an object of class ${data.className}`
      : `the ${form} form of a value`,
  );
}
