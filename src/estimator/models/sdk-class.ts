import { type Data, PyCallable, PyObject } from '../../data/value.js';
import { isFalse } from '../conditions.js';
import type { Arguments, SdkConstructor } from '../sdk-object.js';
import type { World } from '../world.js';

/** Parameters that the SDK fills by position when it makes a predictor. */
const PREDICTOR_PARAMETERS = ['endpoint_name', 'sagemaker_session', 'serializer', 'deserializer'];

/** A predictor class of the SDK as the value of `predictor_cls`. */
export class PredictorClass extends PyCallable {
  readonly type: SdkConstructor;
  readonly world: World;

  constructor(type: SdkConstructor, world: World) {
    super();
    this.type = type;
    this.world = world;
  }

  override get className(): string {
    return 'type';
  }

  override call(positional: readonly Data[], named: ReadonlyMap<string, Data>): Data {
    const placed = positional.map((value, index): [string, Data] => [PREDICTOR_PARAMETERS[index] ?? '', value]);
    return new this.type(Object.fromEntries([...placed, ...named]), this.world);
  }
}

/** Gives a predictor the serializer and deserializer that a deployment names. */
export function setSerde(predictor: Data, { serializer, deserializer }: Arguments): void {
  if (!(predictor instanceof PyObject)) return;
  if (!isFalse(serializer)) predictor.setAttribute('serializer', serializer ?? null);
  if (!isFalse(deserializer)) predictor.setAttribute('deserializer', deserializer ?? null);
}
