import { type Data, dictOf } from '../../../data/value.js';
import { orDefault } from '../../conditions.js';
import { type Arguments, type PlainArguments, SdkObject } from '../../sdk-object.js';
import { createWorld, type World } from '../../world.js';

/** Formats of data sets, each made by a static method: SDK 2.257.6 model_monitor/dataset_format.py. */
export class DatasetFormat extends SdkObject {
  constructor(_args: PlainArguments = {}, world: World = createWorld()) {
    super(world);
  }
}

/** The format of a table of values with commas. */
export function csvFormat(args: Arguments): Data {
  const header = orDefault(args.header, true);
  const output_columns_position = orDefault(args.output_columns_position, 'START');
  return dictOf({ csv: dictOf({ header, output_columns_position }) });
}

/** The format of JSON, an object a line or a file. */
export function jsonFormat(args: Arguments): Data {
  return dictOf({ json: dictOf({ lines: orDefault(args.lines, true) }) });
}

/** The format of what an endpoint captures. */
export function captureFormat(): Data {
  return dictOf({ sagemakerCaptureJson: dictOf({}) });
}
