import { type Data, PyObject } from '../data/value.js';

/** A member of one of the SDK's enumerations: `RLToolkit.COACH`. */
export class EnumMember extends PyObject {
  readonly name: string;
  readonly value: string;
  readonly #className: string;

  constructor(className: string, name: string, value: string) {
    super();
    this.#className = className;
    this.name = name;
    this.value = value;
  }

  override get className(): string {
    return this.#className;
  }
}

/** The value of an enumeration's member; anything else stays what it is. */
export function memberValue(value: Data): Data {
  return value instanceof EnumMember ? value.value : value;
}
