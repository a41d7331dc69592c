import type {
  AppSpecification,
  ProcessingClusterConfig,
  ProcessingOutputConfig,
  ProcessingResources,
  ProcessingStoppingCondition,
} from '../../../aws/generated/requests.js';
import { deepCopyDict } from '../../../data/copy.js';
import { type Data, type Dict, Unknown } from '../../../data/value.js';
import { unlessNone, whereGiven } from '../../conditions.js';
import { SdkObject } from '../../sdk-object.js';
import { partOf } from '../../send.js';
import type { Session } from '../../session.js';
import { requestsOf } from './inputs.js';
import { NetworkConfig } from './network-config.js';
import type { Processor } from './processor.js';
import { type ProcessArguments, processRequest } from './session-process.js';

/** A processing job that was started: SDK 2.257.6 processing.py `ProcessingJob`. */
export class ProcessingJob extends SdkObject {
  readonly job_name: Data;
  readonly inputs: Data;
  readonly outputs: Data;
  readonly output_kms_key: Data;
  readonly sagemaker_session: Session;
  readonly #request: Dict;

  private constructor(processor: Processor, inputs: Data, outputs: Data, request: Dict) {
    super(processor.world);
    this.sagemaker_session = processor.sagemaker_session;
    this.job_name = request.get('ProcessingJobName') ?? null;
    this.inputs = inputs;
    this.outputs = outputs;
    this.output_kms_key = processor.output_kms_key;
    this.#request = request;
  }

  /** Starts the job that a processor describes. */
  static startNew(processor: Processor, inputs: Data, outputs: Data, experimentConfig: Data): ProcessingJob {
    const request = processRequest(buildProcessArguments(processor, inputs, outputs, experimentConfig));
    processor.sagemaker_session.send('CreateProcessingJob', Object.fromEntries(request));
    return new ProcessingJob(processor, inputs, outputs, request);
  }

  get name(): Data {
    return this.job_name;
  }

  /** What the service tells of the job: what was asked for, and more that no text tells. */
  describe(): Data {
    const answer = deepCopyDict(this.#request);
    answer.open = new Unknown('answered by DescribeProcessingJob');
    return answer;
  }

  wait(): Data {
    return null;
  }

  stop(): Data {
    return null;
  }
}

/** Arguments of the session's call: SDK 2.257.6 processing.py `_get_process_args`. */
function buildProcessArguments(
  processor: Processor,
  inputs: Data,
  outputs: Data,
  experimentConfig: Data,
): ProcessArguments {
  const { network_config } = processor;
  return {
    inputs: requestsOf(inputs),
    output_config: partOf<ProcessingOutputConfig>({
      Outputs: requestsOf(outputs),
      KmsKeyId: unlessNone(processor.output_kms_key),
    }),
    job_name: processor.currentJobName,
    resources: partOf<ProcessingResources>({
      ClusterConfig: partOf<ProcessingClusterConfig>({
        InstanceType: processor.instance_type,
        InstanceCount: processor.instance_count,
        VolumeSizeInGB: processor.volume_size_in_gb,
        VolumeKmsKeyId: unlessNone(processor.volume_kms_key),
      }),
    }),
    stopping_condition: whereGiven(processor.max_runtime_in_seconds, (most) =>
      partOf<ProcessingStoppingCondition>({ MaxRuntimeInSeconds: most }),
    ),
    app_specification: partOf<AppSpecification>({
      ImageUri: processor.image_uri,
      ContainerArguments: unlessNone(processor.arguments),
      ContainerEntrypoint: unlessNone(processor.entrypoint),
    }),
    environment: processor.env,
    network_config: network_config instanceof NetworkConfig ? network_config.toRequest() : network_config,
    role_arn: processor.sagemaker_session.expand_role({ role: processor.role }),
    tags: processor.tags,
    experiment_config: experimentConfig,
  };
}
