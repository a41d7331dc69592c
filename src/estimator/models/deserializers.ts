import { type Data, isText, Tuple } from '../../data/value.js';
import { orDefault } from '../conditions.js';
import { argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import type { World } from '../world.js';

/** What reads an endpoint's answer; here only the `Accept` header that it asks for matters. */
export abstract class Deserializer extends SdkObject {
  accept: Data;

  /** @param defaultType what it asks for unless the argument `accept` says otherwise; null: nothing (1.72.0 alone) */
  constructor(args: PlainArguments, world: World | undefined, defaultType: string | null) {
    super(world);
    this.accept = orDefault(argumentsOf(args).accept, defaultType);
  }

  /** A tuple of what it accepts: SDK 2.257.6 base_deserializers.py:79. */
  get ACCEPT(): Data {
    return isText(this.accept) ? new Tuple([this.accept]) : this.accept;
  }
}

/** What deserializers of a program extend. SDK 2.257.6 base_deserializers.py `SimpleBaseDeserializer`. */
export class SimpleBaseDeserializer extends Deserializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, '*/*');
  }
}

/** SDK 2.257.6 base_deserializers.py:86, 1.72.0 predictor.py `StringDeserializer`. */
export class StringDeserializer extends Deserializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, world?.settings.sdk === 'v1' ? null : 'application/json');
  }
}

/** SDK 2.257.6 base_deserializers.py:116, 1.72.0 predictor.py `BytesDeserializer`. */
export class BytesDeserializer extends Deserializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, world?.settings.sdk === 'v1' ? null : '*/*');
  }
}

/** SDK 2.257.6 base_deserializers.py:135, 1.72.0 predictor.py `_CsvDeserializer`. */
export class CSVDeserializer extends Deserializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'text/csv');
  }
}

/** SDK 2.257.6 base_deserializers.py:172, 1.72.0 predictor.py `StreamDeserializer`. */
export class StreamDeserializer extends Deserializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, world?.settings.sdk === 'v1' ? null : '*/*');
  }
}

/** SDK 2.257.6 base_deserializers.py:192, 1.72.0 predictor.py `_NumpyDeserializer`. */
export class NumpyDeserializer extends Deserializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'application/x-npy');
  }
}

/** SDK 2.257.6 base_deserializers.py:254, 1.72.0 predictor.py `_JsonDeserializer`. */
export class JSONDeserializer extends Deserializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'application/json');
  }
}

/** SDK 2.257.6 base_deserializers.py:282. */
export class PandasDeserializer extends Deserializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, null);
    this.accept ??= new Tuple(['text/csv', 'application/json']);
  }
}

/** SDK 2.257.6 base_deserializers.py:316. */
export class JSONLinesDeserializer extends Deserializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'application/jsonlines');
  }
}

/** SDK 2.257.6 base_deserializers.py:349. */
export class TorchTensorDeserializer extends Deserializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'tensor/pt');
  }
}

/** SDK 2.257.6 base_deserializers.py:394, 1.72.0 amazon/common.py `record_deserializer`. */
export class RecordDeserializer extends Deserializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'application/x-recordio-protobuf');
  }
}

/** 1.72.0 tensorflow/predictor.py `_TFProtobufDeserializer`. */
export class TFProtobufDeserializer extends Deserializer {
  constructor(args: PlainArguments = {}, world?: World) {
    super(args, world, 'application/octet-stream');
  }
}
