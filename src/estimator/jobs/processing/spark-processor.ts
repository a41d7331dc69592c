import { PythonError } from '../../../data/errors.js';
import { concat, joinText, type Text } from '../../../data/text.js';
import { type Data, Dict, List, Tuple, Unknown } from '../../../data/value.js';
import { retrieveImageUri } from '../../../sdk/image-uris.js';
import { isFalse, or } from '../../conditions.js';
import { imageUri } from '../../images.js';
import { asText } from '../../s3-paths.js';
import { type Arguments, argumentsOf, type PlainArguments } from '../../sdk-object.js';
import { sessionOf } from '../../session.js';
import { createWorld, type World } from '../../world.js';
import { defaultAddress, schemeOf } from '../addresses.js';
import { ProcessingInput, ProcessingOutput } from './inputs.js';
import { appended, CONTAINER_INPUT, ScriptProcessor } from './script-processor.js';
import { validateConfiguration } from './spark-configuration.js';

const EVENT_LOGS = '/opt/ml/processing/spark-events/';

/** A word of the command with a dependency's name, and the argument of `run` that lists its files. */
type Dependencies = readonly (readonly [channel: string, argument: string])[];

/** A processor that submits an application to Spark: SDK 2.257.6 spark/processing.py. */
abstract class SparkProcessor extends ScriptProcessor {
  configuration_location: Data;
  dependency_location: Data;
  history_server: Data = null;
  protected abstract readonly dependencies: Dependencies;

  /** @throws PythonError `ValueError` for a version without images, or half of the container's version */
  constructor(args: PlainArguments, world: World = createWorld()) {
    const given = argumentsOf(args);
    const session = sessionOf(given.sagemaker_session, world);
    const image_uri = isFalse(given.image_uri) ? imageOf(given, session.boto_region_name) : given.image_uri;
    const env = or(given.env, new Dict());
    super({ ...args, image_uri, env, command: new List(['smspark-submit']), sagemaker_session: session }, world);
    this.configuration_location = given.configuration_location ?? null;
    this.dependency_location = given.dependency_location ?? null;
  }

  /** @throws PythonError `ValueError` without an application */
  override run(args: PlainArguments): Data {
    const given = argumentsOf(args);
    this.currentJobName = this.generateJobName(given.job_name ?? null);
    return super.run({ ...this.#submitted(given), job_name: this.currentJobName });
  }

  override get_run_args(args: PlainArguments): Data {
    const given = argumentsOf(args);
    this.currentJobName = this.generateJobName(given.job_name ?? null);
    return super.get_run_args(this.#submitted(given));
  }

  start_history_server(): Data {
    return null;
  }

  terminate_history_server(): Data {
    return null;
  }

  /** The command's first words, before the dependencies. */
  protected submitCommand(_args: Arguments): Data[] {
    return ['smspark-submit'];
  }

  /** The arguments of a script processor's `run`. */
  #submitted(args: Arguments): Arguments {
    const { submit_app = null } = args;
    if (isFalse(submit_app)) throw new PythonError('ValueError', 'there is no application to submit');
    const command = new List(this.submitCommand(args));
    let inputs = or(args.inputs, new List());
    for (const [channel, argument] of this.dependencies) {
      const files = args[argument] ?? null;
      if (isFalse(files)) continue;
      // Without files there is no option: what stands behind it has no known place.
      if (files instanceof Unknown) command.open ??= files;
      const { option, input } = this.#stage(files, channel);
      command.add(`--${channel}`, option);
      if (input instanceof Unknown) inputs = input;
      else if (input !== undefined) inputs = appended(inputs, input);
    }
    let outputs = or(args.outputs, new List());
    const { spark_event_logs_s3_uri: logs = null, configuration = null } = args;
    if (logs instanceof Unknown) {
      command.open ??= logs;
      outputs = opened(outputs, logs);
    } else if (!isFalse(logs)) {
      refuseUnlessS3(logs);
      command.add('--local-spark-event-logs-dir', EVENT_LOGS);
      const output = { source: EVENT_LOGS, destination: logs, s3_upload_mode: 'Continuous' };
      outputs = appended(outputs, new ProcessingOutput(output, this.world));
    }
    if (configuration instanceof Unknown) inputs = opened(inputs, configuration);
    else if (!isFalse(configuration)) inputs = appended(inputs, this.#stageConfiguration(configuration));
    this.command = command;
    return { ...args, code: submit_app, inputs, outputs };
  }

  /** Local dependencies are uploaded and come as an input; those in S3 are named. */
  #stage(files: Data, channel: string): { option: Data; input?: ProcessingInput | Unknown } {
    if (!(files instanceof List || files instanceof Tuple)) {
      const unknown = files instanceof Unknown ? files : new Unknown(`the files of --${channel}`);
      return { option: unknown, input: unknown };
    }
    const inS3: Text[] = [];
    let hasLocal = false;
    for (const file of files.items) {
      const scheme = schemeOf(file);
      if (scheme instanceof Unknown) return { option: scheme, input: scheme };
      if (scheme === 's3' || scheme === 's3a') inS3.push(asText(file));
      else if (file !== '' && (scheme === '' || scheme === 'file')) hasLocal = true;
      else throw new PythonError('ValueError', `dependencies of Spark are paths or addresses in S3: ${channel}`);
    }
    const destination = CONTAINER_INPUT + channel;
    const option = joinText(',', hasLocal ? [...inS3, destination] : inS3);
    if (!hasLocal) return { option };
    const source = concat([this.#prefix(this.dependency_location), '/input/', channel]);
    return { option, input: new ProcessingInput({ source, destination, input_name: channel }, this.world) };
  }

  #stageConfiguration(configuration: Data): ProcessingInput {
    validateConfiguration(configuration);
    const source = concat([this.#prefix(this.configuration_location), '/input/conf/configuration.json']);
    return new ProcessingInput({ source, destination: `${CONTAINER_INPUT}conf`, input_name: 'conf' }, this.world);
  }

  /** The folder of the job: in the given place, or in the default bucket. */
  #prefix(location: Data): Text {
    const place = isFalse(location) ? defaultAddress(this.sagemaker_session, []) : asText(location);
    const start = typeof place === 'string' ? place.replace(/\/$/, '') : place;
    return concat([start, '/', asText(this.currentJobName)]);
  }
}

/** Submits a Python application: SDK 2.257.6 spark/processing.py `PySparkProcessor`. */
export class PySparkProcessor extends SparkProcessor {
  protected readonly dependencies: Dependencies = [
    ['py-files', 'submit_py_files'],
    ['jars', 'submit_jars'],
    ['files', 'submit_files'],
  ];
}

/** Submits a class of a Java archive: SDK 2.257.6 spark/processing.py `SparkJarProcessor`. */
export class SparkJarProcessor extends SparkProcessor {
  protected readonly dependencies: Dependencies = [
    ['jars', 'submit_jars'],
    ['files', 'submit_files'],
  ];

  protected override submitCommand(args: Arguments): Data[] {
    const { submit_class = null } = args;
    if (isFalse(submit_class)) throw new PythonError('ValueError', 'there is no class to submit');
    return ['smspark-submit', '--class', submit_class];
  }
}

/** A list that may have more items. */
function opened(list: Data, doubt: Unknown): Data {
  if (!(list instanceof List)) return list;
  const made = new List([...list.items]);
  made.open = list.open ?? doubt;
  return made;
}

function imageOf(given: Arguments, region: Data): Data {
  const { py_version: pyVersion = null, container_version: containerVersion = null } = given;
  if ((pyVersion === null) !== (containerVersion === null))
    throw new PythonError('ValueError', 'py_version and container_version go together');
  const asked = {
    region,
    pyVersion,
    containerVersion,
    version: given.framework_version,
    instanceType: given.instance_type,
  };
  return imageUri(asked, (known) =>
    retrieveImageUri({
      ...known,
      framework: 'spark',
      region: known.region ?? '',
      containerVersion: known.containerVersion ? `v${known.containerVersion}` : known.containerVersion,
    }),
  );
}

function refuseUnlessS3(address: Data): void {
  const scheme = schemeOf(address);
  if (typeof scheme === 'string' && scheme !== 's3')
    throw new PythonError('ValueError', 'event logs go to an address in S3');
}
