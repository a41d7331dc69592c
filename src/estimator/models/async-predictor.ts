import { PythonError } from '../../data/errors.js';
import { concat } from '../../data/text.js';
import { type Data, Dict, PyObject, Unknown } from '../../data/value.js';
import { isTrue, orDefault } from '../conditions.js';
import { nameFromBase, timestamp, UUID4 } from '../names.js';
import { asText, joinS3 } from '../s3-paths.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import { type Session, sessionOf } from '../session.js';
import type { World } from '../world.js';
import { invoke } from './endpoint-calls.js';
import { attributeOf, headerOf } from './serde-calls.js';

/** Asks an asynchronous endpoint through another predictor. SDK 2.257.6 predictor_async.py:29. */
export class AsyncPredictor extends SdkObject {
  readonly predictor: Data;
  readonly name: Data;
  endpoint_name: Data;
  sagemaker_session: Session;
  serializer: Data;
  deserializer: Data;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.predictor = given.predictor ?? null;
    this.name = given.name ?? null;
    this.endpoint_name = attributeOf(this.predictor, 'endpoint_name');
    this.sagemaker_session = sessionOf(attributeOf(this.predictor, 'sagemaker_session'), this.world);
    this.serializer = attributeOf(this.predictor, 'serializer');
    this.deserializer = attributeOf(this.predictor, 'deserializer');
  }

  /** @throws PythonError `ValueError` without data and without an address of data */
  predict(args: PlainArguments): Data {
    return this.#ask(argumentsOf(args));
  }

  /** @throws PythonError `ValueError` without data and without an address of data */
  predict_async(args: PlainArguments): Data {
    return this.#ask(argumentsOf(args));
  }

  update_endpoint(args: PlainArguments = {}): Data {
    return this.#onPredictor('update_endpoint', argumentsOf(args));
  }

  delete_endpoint(args: PlainArguments = {}): Data {
    return this.#onPredictor('delete_endpoint', argumentsOf(args));
  }

  delete_model(args: Arguments): Data {
    return this.#onPredictor('delete_model', args);
  }

  enable_data_capture(args: Arguments): Data {
    return this.#onPredictor('enable_data_capture', args);
  }

  disable_data_capture(args: Arguments): Data {
    return this.#onPredictor('disable_data_capture', args);
  }

  update_data_capture_config(args: PlainArguments): Data {
    return this.#onPredictor('update_data_capture_config', argumentsOf(args));
  }

  #ask(args: Arguments): Data {
    const { data = null, input_path = null, initial_args = null } = args;
    if (data === null && input_path === null)
      throw new PythonError('ValueError', 'an asynchronous prediction takes data or its address');
    const request = initial_args instanceof Dict ? new Dict(initial_args) : new Dict();
    request.set('InputLocation', isTrue(input_path) || data === null ? input_path : this.#uploaded());
    if (!request.has('EndpointName')) request.set('EndpointName', this.endpoint_name);
    if (!request.has('Accept')) request.set('Accept', headerOf(attributeOf(this.predictor, 'accept')));
    if (isTrue(args.inference_id)) request.set('InferenceId', orDefault(args.inference_id, null));
    invoke(this.sagemaker_session, 'InvokeEndpointAsync', request);
    return new Unknown('the answer of an endpoint');
  }

  /** Where the SDK puts the data: SDK 2.257.6 predictor_async.py `_upload_data_to_s3`. */
  #uploaded(): Data {
    const { world, sagemaker_session: session } = this;
    const name = nameFromBase(world, this.name, undefined, true);
    const key = joinS3([session.default_bucket_prefix, 'async-endpoint-inputs', name, `${timestamp(world)}-${UUID4}`]);
    return concat(['s3://', asText(session.default_bucket()), '/', key]);
  }

  #onPredictor(name: string, args: Arguments): Data {
    const method = this.predictor instanceof PyObject ? Reflect.get(this.predictor, name) : undefined;
    if (typeof method === 'function') return Reflect.apply(method, this.predictor, [args]) as Data;
    return new Unknown('what a predictor of a class of the program does');
  }
}
