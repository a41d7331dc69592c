import { PythonError } from '../../data/errors.js';
import { joinText } from '../../data/text.js';
import { type Data, isText, itemsOf, PyCallable, PyObject, Unknown } from '../../data/value.js';
import { Serializer } from './serializers.js';

/** An attribute of a serializer or deserializer; None where there is none, unknown where it may be. */
export function attributeOf(owner: Data, name: string): Data {
  if (owner instanceof Unknown) return new Unknown(`${name} of ${owner.reason}`);
  return owner instanceof PyObject ? (owner.getAttribute(name) ?? null) : null;
}

/** A header of several content types: SDK 2.257.6 base_predictor.py joins them with a comma. */
export function headerOf(value: Data): Data {
  const items = itemsOf(value);
  if (items === undefined) return value;
  return joinText(
    ', ',
    items.filter((item) => isText(item) || item instanceof Unknown),
  );
}

/**
 * The body that a serializer makes.
 *
 * @param isV1 there a serializer is called, and none at all sends the data as it is
 * @throws PythonError what the serializer raises; `AttributeError` where v2 is handed a function
 */
export function serialized(serializer: Data, data: Data, isV1: boolean): Data {
  if (serializer instanceof Serializer) return serializer.serialize({ data });
  if (serializer instanceof Unknown) return new Unknown(`data serialized by ${serializer.reason}`);
  if (serializer === null && isV1) return data;
  if (serializer instanceof PyCallable && isV1) return serializer.call([data], new Map());
  if (!(serializer instanceof PyObject) || serializer.className === 'function')
    throw new PythonError('AttributeError', 'a serializer without the method serialize');
  const method = serializer.getAttribute(isV1 ? '__call__' : 'serialize');
  if (method instanceof PyCallable) return method.call([data], new Map());
  // The program's class inherits the method.
  const inherited: unknown = Reflect.get(serializer, 'base');
  if (inherited instanceof Serializer) return inherited.serialize({ data });
  return new Unknown(`data serialized by an object of class ${serializer.className}`);
}
