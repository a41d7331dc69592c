import { PythonError } from '../../../data/errors.js';
import { type Data, Dict, List } from '../../../data/value.js';

const KEYS = ['Classification', 'Properties', 'Configurations'];

/** What Spark's configuration can be about: SDK 2.257.6 spark/processing.py `SparkConfigUtils`. */
const CLASSIFICATIONS = [
  'core-site',
  'hadoop-env',
  'hadoop-log4j',
  'hive-env',
  'hive-log4j',
  'hive-exec-log4j',
  'hive-site',
  'spark-defaults',
  'spark-env',
  'spark-log4j',
  'spark-hive-site',
  'spark-metrics',
  'yarn-env',
  'yarn-site',
  'export',
];

/**
 * Checks a configuration as the SDK does, no deeper.
 *
 * @throws PythonError `ValueError` for missing or unknown keys and unknown classifications
 */
export function validateConfiguration(configuration: Data): void {
  if (configuration instanceof List) for (const item of configuration.items) validateConfiguration(item);
  if (!(configuration instanceof Dict)) return;
  for (const key of ['Classification', 'Properties']) {
    if (!configuration.has(key) && configuration.open === undefined)
      throw new PythonError('ValueError', `a configuration of Spark has no ${key}`);
  }
  for (const [key, value] of configuration) {
    if (!KEYS.includes(String(key)))
      throw new PythonError('ValueError', `a configuration of Spark has no key ${key}: there are ${KEYS.join(', ')}`);
    if (key === 'Classification' && typeof value === 'string' && !CLASSIFICATIONS.includes(value))
      throw new PythonError('ValueError', `${value} is nothing that Spark can be configured for`);
  }
}
