import { type Data, PyObject } from './value.js';

/** An array of numpy, or a part of a data frame: of its content nothing matters but its shape. */
export class NdArray extends PyObject {
  /** Lengths along the axes, a tuple; unknown where the text doesn't tell. */
  readonly shape: Data;

  constructor(shape: Data) {
    super();
    this.shape = shape;
  }

  override get className(): string {
    return 'ndarray';
  }
}
