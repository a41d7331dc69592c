import type { SdkClassMethod, SdkConstructor } from '../../sdk-object.js';
import { captureFormat, csvFormat, DatasetFormat, jsonFormat } from './dataset-format.js';
import { DefaultModelMonitor } from './default-model-monitor.js';
import { ModelMonitor } from './model-monitor.js';

/** Monitors of endpoints, by canonical path. */
export const monitoringClasses: Readonly<Record<string, SdkConstructor>> = {
  'sagemaker.model_monitor.dataset_format.DatasetFormat': DatasetFormat,
  'sagemaker.model_monitor.model_monitoring.DefaultModelMonitor': DefaultModelMonitor,
  'sagemaker.model_monitor.model_monitoring.ModelMonitor': ModelMonitor,
};

/** Static methods of the same classes. */
export const monitoringClassMethods: Readonly<Record<string, SdkClassMethod>> = {
  'sagemaker.model_monitor.dataset_format.DatasetFormat.csv': csvFormat,
  'sagemaker.model_monitor.dataset_format.DatasetFormat.json': jsonFormat,
  'sagemaker.model_monitor.dataset_format.DatasetFormat.sagemaker_capture_json': captureFormat,
};
