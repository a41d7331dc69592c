import { castFloat, castInt } from '../../../data/cast.js';
import { dumpJson } from '../../../data/json.js';
import { str } from '../../../data/text.js';
import { type Data, dictOf, List, numberOf, Unknown } from '../../../data/value.js';
import { orDefault } from '../../conditions.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../../sdk-object.js';
import type { World } from '../../world.js';

/** Kinds of ranges, in the order in which the SDK sends them: SDK 2.257.6 parameter.py `__all_types__`. */
export const RANGE_KINDS = ['Continuous', 'Categorical', 'Integer'] as const;

/** The kind of a range: `ContinuousParameterRanges` lists those of the first. */
export type RangeKind = (typeof RANGE_KINDS)[number];

/** Values that a tuner tries for a hyperparameter: SDK 2.257.6 parameter.py. */
export abstract class ParameterRange extends SdkObject {
  abstract readonly kind: RangeKind;

  /** The API's range. */
  abstract as_tuning_range(args: Arguments): Data;

  /** The values that a hyperparameter's own limits apply to. */
  abstract limits(): readonly Data[];

  /** The API's range of a framework's hyperparameter: v2 and v1 write its words as JSON. */
  toFrameworkRange(name: Data): Data {
    return this.as_tuning_range({ name });
  }
}

/** A range between two numbers. */
abstract class NumberRange extends ParameterRange {
  min_value: Data;
  max_value: Data;
  scaling_type: Data;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.min_value = given.min_value ?? null;
    this.max_value = given.max_value ?? null;
    this.scaling_type = orDefault(given.scaling_type, 'Auto');
  }

  override limits(): readonly Data[] {
    return [this.min_value, this.max_value];
  }

  override as_tuning_range({ name = null }: Arguments): Data {
    return dictOf({
      Name: name,
      MinValue: textOf(this.min_value),
      MaxValue: textOf(this.max_value),
      ScalingType: this.scaling_type,
    });
  }

  is_valid({ value = null }: Arguments): Data {
    const [number, least, most] = [value, this.min_value, this.max_value].map(numberOf);
    if (number === undefined || least === undefined || most === undefined)
      return new Unknown('whether a value is in the range of a hyperparameter');
    return least <= number && number <= most;
  }
}

/** A range of numbers with a fraction. */
export class ContinuousParameter extends NumberRange {
  readonly kind = 'Continuous';

  cast_to_type({ value = null }: Arguments): Data {
    return castFloat(value);
  }
}

/** A range of whole numbers. */
export class IntegerParameter extends NumberRange {
  readonly kind = 'Integer';

  cast_to_type({ value = null }: Arguments): Data {
    return castInt(value);
  }
}

/** A choice of a few values. */
export class CategoricalParameter extends ParameterRange {
  readonly kind = 'Categorical';
  values: Data;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const { values = null } = argumentsOf(args);
    if (values instanceof Unknown) this.values = values;
    else if (values instanceof List) this.values = mapped(values, textOf);
    else this.values = new List([textOf(values)]);
  }

  override limits(): readonly Data[] {
    return this.values instanceof List ? this.values.items : [];
  }

  override as_tuning_range({ name = null }: Arguments): Data {
    return dictOf({ Name: name, Values: this.values });
  }

  as_json_range({ name = null }: Arguments): Data {
    return dictOf({ Name: name, Values: mapped(this.values, (value) => dumpJson(value)) });
  }

  override toFrameworkRange(name: Data): Data {
    return this.as_json_range({ name });
  }

  is_valid({ value = null }: Arguments): Data {
    if (this.values instanceof List && this.values.items.includes(value)) return true;
    return new Unknown('whether a value is one of those of a hyperparameter');
  }

  cast_to_type({ value = null }: Arguments): Data {
    return str(value);
  }
}

/** Python's `str(value)`: an unknown value stays one. */
function textOf(value: Data): Data {
  return value instanceof Unknown ? value : str(value);
}

function mapped(values: Data, change: (value: Data) => Data): Data {
  if (!(values instanceof List)) return values;
  const made = new List(values.items.map(change));
  made.open = values.open;
  return made;
}
