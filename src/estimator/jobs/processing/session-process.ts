import type { CreateProcessingJobRequest } from '../../../aws/generated/requests.js';
import { type Data, Dict } from '../../../data/value.js';
import { ifTrue, unknownAsAWhole, unlessNone } from '../../conditions.js';
import { partOf } from '../../send.js';

/** What `Session.process` takes: SDK 2.257.6 session.py:1788, 1.72.0 session.py:592. Tags are those of the API. */
export interface ProcessArguments {
  readonly inputs: Data;
  readonly output_config: Data;
  readonly job_name: Data;
  readonly resources: Data;
  readonly stopping_condition: Data | undefined;
  readonly app_specification: Data;
  readonly environment: Data;
  readonly network_config: Data;
  readonly role_arn: Data;
  readonly tags: Data;
  readonly experiment_config: Data;
}

/** The request of the arguments: SDK 2.257.6 session.py `_get_process_request`. */
export function processRequest(given: ProcessArguments): Dict {
  return partOf<CreateProcessingJobRequest>({
    ProcessingJobName: given.job_name,
    ProcessingResources: given.resources,
    AppSpecification: given.app_specification,
    RoleArn: given.role_arn,
    ProcessingInputs: ifTrue(given.inputs),
    ProcessingOutputConfig: outputsOf(given.output_config),
    Environment: unlessNone(given.environment),
    NetworkConfig: unlessNone(given.network_config),
    StoppingCondition: unlessNone(given.stopping_condition),
    Tags: unlessNone(given.tags),
    ExperimentConfig: ifTrue(given.experiment_config),
  });
}

/** The configuration of outputs, where there are any. */
function outputsOf(config: Data): Data | undefined {
  if (!(config instanceof Dict)) return config;
  const hasOutputs = ifTrue(config.get('Outputs') ?? config.open) !== undefined;
  return hasOutputs ? (unknownAsAWhole(config) ?? config) : undefined;
}
