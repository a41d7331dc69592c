import { deepCopyDict } from '../../../data/copy.js';
import { PythonError } from '../../../data/errors.js';
import { dumpJson } from '../../../data/json.js';
import { concat } from '../../../data/text.js';
import { type Data, Dict, List, Unknown } from '../../../data/value.js';
import { retrieveImageUri } from '../../../sdk/image-uris.js';
import { retrieveMonitorImageUriV1 } from '../../../sdk/image-uris-v1-others.js';
import { isFalse, or } from '../../conditions.js';
import { imageUri } from '../../images.js';
import { argumentsOf, type PlainArguments } from '../../sdk-object.js';
import { sessionOf } from '../../session.js';
import { createWorld, type World } from '../../world.js';
import { baseNameOf, defaultAddress, schemeOf } from '../addresses.js';
import { ProcessingInput, ProcessingOutput } from '../processing/inputs.js';
import { CONTAINER_INPUT } from '../processing/script-processor.js';
import { ModelMonitor, OUTPUT_NAME } from './model-monitor.js';

const CONTAINER_OUTPUT = '/opt/ml/processing/output';

/** The monitor with Amazon's own container: SDK 2.257.6 model_monitor/model_monitoring.py `DefaultModelMonitor`. */
export class DefaultModelMonitor extends ModelMonitor {
  constructor(args: PlainArguments, world: World = createWorld()) {
    const session = sessionOf(argumentsOf(args).sagemaker_session, world);
    const image_uri = imageUri({ region: session.boto_region_name }, ({ region }) =>
      world.settings.sdk === 'v1'
        ? retrieveMonitorImageUriV1(region ?? '')
        : retrieveImageUri({ framework: 'model-monitor', region: region ?? '' }),
    );
    super({ ...args, image_uri, sagemaker_session: session }, world);
  }

  /** @throws PythonError `NotImplementedError` always */
  override run_baseline(_args: PlainArguments): Data {
    throw new PythonError('NotImplementedError', 'this monitor suggests baselines: call suggest_baseline');
  }

  /** Starts the processing job that looks at a data set. @returns the job */
  suggest_baseline(given: PlainArguments): Data {
    const args = argumentsOf(given);
    this.nameJob(args.job_name ?? null);
    const dataset = this.#inputOf(args.baseline_dataset ?? null, 'baseline_dataset_input');
    const { record_preprocessor_script: before = null, post_analytics_processor_script: after = null } = args;
    const beforeInput = this.#inputOf(before, 'record_preprocessor_script_input');
    const afterInput = this.#inputOf(after, 'post_analytics_processor_script_input');
    const folder = ['model-monitor', 'baselining', this.latest_baselining_job_name, 'results'];
    const destination = or(args.output_s3_uri, defaultAddress(this.sagemaker_session, folder));
    const output = new ProcessingOutput(
      { source: CONTAINER_OUTPUT, destination, output_name: OUTPUT_NAME },
      this.world,
    );
    const env = this.#environment();
    env.set('output_path', CONTAINER_OUTPUT).set('publish_cloudwatch_metrics', 'Disabled');
    const format = args.dataset_format ?? null;
    if (format !== null) env.set('dataset_format', dumpJson(format));
    if (beforeInput !== undefined) env.set('record_preprocessor_script', scriptIn(beforeInput, before));
    if (afterInput !== undefined) env.set('post_analytics_processor_script', scriptIn(afterInput, after));
    if (dataset !== undefined) env.set('dataset_source', dataset.destination);
    if (!isFalse(args.monitoring_config_override)) env.open = new Unknown('a configuration of the monitor');
    const inputs = [dataset, beforeInput, afterInput].filter((input) => input !== undefined);
    return this.startJob(new List(inputs), output, env, args);
  }

  #environment(): Dict {
    if (this.env instanceof Dict) return deepCopyDict(this.env);
    const made = new Dict();
    if (this.env instanceof Unknown) made.open = this.env;
    return made;
  }

  /** A file for the container: in S3, or uploaded to the job's folder. */
  #inputOf(source: Data, name: string): ProcessingInput | undefined {
    if (source === null) return undefined;
    const scheme = schemeOf(source);
    const folder = ['model-monitor', 'baselining', this.latest_baselining_job_name, 'input', name];
    const uploaded = scheme instanceof Unknown ? scheme : defaultAddress(this.sagemaker_session, folder);
    const address = scheme === 's3' ? source : uploaded;
    return new ProcessingInput({ source: address, destination: CONTAINER_INPUT + name, input_name: name }, this.world);
  }
}

function scriptIn(input: ProcessingInput, script: Data): Data {
  return typeof input.destination === 'string'
    ? concat([input.destination, '/', baseNameOf(script)])
    : input.destination;
}
