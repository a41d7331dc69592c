import { PythonError } from '../../data/errors.js';
import { concat, joinText, str, type Text } from '../../data/text.js';
import {
  type Data,
  Dict,
  isText,
  itemsOf,
  List,
  PyObject,
  SetData,
  Template,
  Tuple,
  Unknown,
} from '../../data/value.js';

/** What a serializer makes of data: text, or unknown with the reason. */
export type Serialized = Text | Unknown;

/**
 * Data as lines of comma-separated values: SDK 2.257.6 base_serializers.py:99, 1.72.0 predictor.py:309. A list of lists or texts
 * has several rows, anything else one.
 */
export function csvOf(data: Data): Serialized {
  if (data instanceof Unknown || data instanceof PyObject) return unknownRow(data);
  if (isText(data)) return data;
  if (data instanceof Dict && data.size > 0 && data.open === undefined)
    throw new PythonError('KeyError', 'a dictionary has no first row');
  const [first] = data instanceof List ? data.items : [];
  if (!(data instanceof List) || data.open !== undefined || first === undefined) return rowOf(data);
  if (first instanceof Unknown) return first;
  if (!isText(first) && !(first instanceof List) && !(first instanceof Tuple)) return rowOf(data);
  const lines = data.items.map(rowOf);
  const hole = lines.find((line): line is Unknown => line instanceof Unknown);
  return hole ?? joinText('\n', lines);
}

function isOpen(data: Data): boolean {
  return (data instanceof Dict || data instanceof List || data instanceof SetData) && data.open !== undefined;
}

function rowOf(data: Data): Serialized {
  if (isText(data)) return data;
  if (data instanceof Unknown || data instanceof PyObject) return unknownRow(data);
  if (isOpen(data)) return unknownRow(data);
  const items = data instanceof Dict ? [...data.keys()] : itemsOf(data);
  if (items === undefined) throw new PythonError('ValueError', 'a row of CSV that is no list');
  if (items.length === 0) throw new PythonError('ValueError', 'an empty row has no CSV form');
  const fields = items.map((item) => fieldOf(item, items.length === 1));
  const hole = fields.find((field): field is Unknown => field instanceof Unknown);
  return hole ?? joinText(',', fields);
}

function unknownRow(data: Data): Unknown {
  return data instanceof Unknown ? data : new Unknown('CSV of an object that is not known');
}

/** A field as Python's csv module writes it: quoted only where it must be. */
function fieldOf(item: Data, isOnly: boolean): Serialized {
  if (item instanceof Unknown) return item;
  if (item instanceof PyObject) return new Unknown(`the text of an object of class ${item.className}`);
  const text = item === null ? '' : str(item);
  if (text instanceof Template) return text;
  const mustQuote = /[",\r\n]/.test(text) || (isOnly && text === '');
  return mustQuote ? concat(['"', text.replaceAll('"', '""'), '"']) : text;
}
