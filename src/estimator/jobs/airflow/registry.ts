import type { SdkFunction } from '../../sdk-object.js';
import { deployConfig, deployConfigFromEstimator, modelConfig, modelConfigFromEstimator } from './model.js';
import { processingConfig } from './processing.js';
import { trainingConfig } from './training.js';
import { transformConfig, transformConfigFromEstimator } from './transform.js';
import { tuningConfig } from './tuning.js';

/** Functions that give requests as dictionaries, for operators of Airflow, by canonical path. */
export const airflowFunctions: Readonly<Record<string, SdkFunction>> = {
  'sagemaker.workflow.airflow.deploy_config': deployConfig,
  'sagemaker.workflow.airflow.deploy_config_from_estimator': deployConfigFromEstimator,
  'sagemaker.workflow.airflow.model_config': modelConfig,
  'sagemaker.workflow.airflow.model_config_from_estimator': modelConfigFromEstimator,
  'sagemaker.workflow.airflow.processing_config': processingConfig,
  'sagemaker.workflow.airflow.training_config': trainingConfig,
  'sagemaker.workflow.airflow.transform_config': transformConfig,
  'sagemaker.workflow.airflow.transform_config_from_estimator': transformConfigFromEstimator,
  'sagemaker.workflow.airflow.tuning_config': tuningConfig,
};
