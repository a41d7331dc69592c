import { PythonError } from '../../../data/errors.js';
import { concat, str, type Text } from '../../../data/text.js';
import { type Data, List, numberOf, PyObject, Tuple, Unknown } from '../../../data/value.js';
import { parseS3Url } from '../../s3-paths.js';
import { FileSystemRecordSet, RecordSet } from '../../training/inputs.js';

/**
 * An attribute of the records that train: of the set itself, or of the one in a list that has the channel `train`.
 *
 * @throws PythonError `AttributeError` for what is no record set, `ValueError` for a list without that channel
 */
export function trainAttribute(records: Data, name: 'feature_dim' | 'num_records'): Data {
  if (!(records instanceof List)) return attributeOf(records, name);
  for (const record of records.items) {
    const channel = attributeOf(record, 'channel');
    if (channel instanceof Unknown) return channel;
    if (channel === 'train') return attributeOf(record, name);
  }
  if (records.open !== undefined) return records.open;
  throw new PythonError('ValueError', 'none of the record sets has the channel train');
}

function attributeOf(record: Data, name: 'feature_dim' | 'num_records' | 'channel'): Data {
  if (record instanceof RecordSet || record instanceof FileSystemRecordSet) return record[name];
  if (record instanceof Unknown) return new Unknown(`${name} of ${record.reason}`);
  throw new PythonError('AttributeError', `what is no record set has no ${name}`);
}

/** Where the manifest of an uploaded array is: SDK 2.257.6 amazon/amazon_estimator.py `record_set`. */
export function manifestUri(dataLocation: Data, folder: Text): Text {
  const { bucket, key } = parseS3Url(dataLocation);
  return concat(['s3://', bucket, '/', key, folder, '/.amazon.manifest']);
}

/**
 * Rows and columns of an array that is uploaded in shards, one an instance.
 *
 * @throws PythonError `AttributeError` for what is no array, `ValueError` for fewer rows than instances
 */
export function shapeOf(array: Data, instanceCount: Data): { rows: Data; columns: Data } {
  const { shape } = arrayOf(array);
  const count = numberOf(instanceCount);
  if (typeof instanceCount === 'string') throw new PythonError('TypeError', 'the instance count is no number');
  if (count !== undefined && count < 1) throw new PythonError('ValueError', 'there is no instance for the records');
  if (!(shape instanceof Tuple || shape instanceof List)) {
    const reason = shape instanceof Unknown ? shape.reason : 'an array';
    return { rows: new Unknown(`the rows of ${reason}`), columns: new Unknown(`the columns of ${reason}`) };
  }
  const [rows = null, columns] = shape.items;
  const length = numberOf(rows);
  if (length !== undefined && count !== undefined && length < count)
    throw new PythonError('ValueError', 'there are fewer rows than instances');
  if (columns === undefined) throw new PythonError('IndexError', 'the array has one axis only');
  return { rows, columns };
}

function arrayOf(array: Data): { shape: Data } {
  if (array instanceof Unknown) return { shape: array };
  if (array instanceof PyObject) {
    const { shape } = array as PyObject & { readonly shape?: Data };
    return { shape: shape ?? new Unknown(`an object of class ${array.className}`) };
  }
  const shown = str(array);
  throw new PythonError('AttributeError', `${typeof shown === 'string' ? shown.slice(0, 40) : 'this'} is no array`);
}
