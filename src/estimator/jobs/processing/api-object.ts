import { type Data, Dict, dictOf } from '../../../data/value.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../../sdk-object.js';
import type { World } from '../../world.js';

/**
 * An object whose attributes are members of the API's structure of the same name in snake case: SDK 2.257.6
 * apiutils/_base_types.py `ApiObject`. What is None is not sent.
 */
export abstract class ApiObject extends SdkObject {
  constructor(args: PlainArguments, defaults: Arguments, world?: World) {
    super(world);
    Object.assign(this, defaults, argumentsOf(args));
  }

  /** The API's structure. */
  toRequest(): Data {
    return toBoto(this.members());
  }

  /** The attributes that are members of the structure. */
  protected members(): Dict {
    const { world: _, ...attributes } = this;
    return dictOf(attributes as unknown as Arguments);
  }
}

/** The API's structure of an `ApiObject`, or of a dictionary in its place. */
export function toBoto(value: Data): Data {
  if (value instanceof ApiObject) return value.toRequest();
  if (!(value instanceof Dict)) return value;
  const made = new Dict();
  for (const [name, member] of value) {
    if (member !== null) made.set(camelCase(String(name)), member instanceof ApiObject ? member.toRequest() : member);
  }
  made.open = value.open;
  return made;
}

/** `s3_data_type` → `S3DataType`, as Python's `title()` capitalizes each word. */
function camelCase(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase()).replace(/_/g, '');
}
