import type { ProfilerConfig as Shape } from '../../aws/generated/requests.js';
import { PythonError } from '../../data/errors.js';
import { concat, str, type Text } from '../../data/text.js';
import { type Data, type Dict, dictOf, isText, Unknown } from '../../data/value.js';
import { isTrue, unlessNone } from '../conditions.js';
import { memberValue } from '../enum-member.js';
import { type Arguments, argumentsOf, type PlainArguments, type SdkConstructor, SdkObject } from '../sdk-object.js';
import { partOf } from '../send.js';
import type { World } from '../world.js';

/**
 * How a job is profiled. SDK 2.257.6 debugger/profiler_config.py.
 *
 * @throws PythonError `ValueError` for both kinds of parameters at once
 */
export class ProfilerConfig extends SdkObject {
  s3_output_path: Data;
  system_monitor_interval_millis: Data;
  framework_profile_params: Data;
  profile_params: Data;
  disable_profiler: Data;

  constructor(args: PlainArguments = {}, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.s3_output_path = given.s3_output_path ?? null;
    this.system_monitor_interval_millis = given.system_monitor_interval_millis ?? null;
    this.framework_profile_params = given.framework_profile_params ?? null;
    this.profile_params = given.profile_params ?? null;
    this.disable_profiler = given.disable_profiler ?? false;
    if (isTrue(this.profile_params) && isTrue(this.framework_profile_params))
      throw new PythonError('ValueError', 'a job is profiled with a Profiler or with framework parameters, not both');
  }

  toRequest(): Dict {
    const { disable_profiler: isOff } = this;
    const path = isOff instanceof Unknown ? isOff : isOff === false ? unlessNone(this.s3_output_path) : undefined;
    return partOf<Shape>({
      S3OutputPath: path,
      DisableProfiler: this.disable_profiler,
      ProfilingIntervalInMilliseconds: unlessNone(this.system_monitor_interval_millis),
      ProfilingParameters: parametersOf(this.profile_params) ?? parametersOf(this.framework_profile_params),
    });
  }
}

function parametersOf(params: Data): Data | undefined {
  if (params instanceof FrameworkProfile || params instanceof Profiler) return params.profiling_parameters;
  return unlessNone(params);
}

/** Detailed profiling. SDK 2.257.6 debugger/profiler.py. */
export class Profiler extends SdkObject {
  readonly profiling_parameters: Dict;
  instanceType: Data = 'ml.m5.4xlarge';
  volumeSizeInGB: Data = 128;

  constructor(args: PlainArguments = {}, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.profiling_parameters = dictOf({
      CPUProfilingDuration: str(given.cpu_profiling_duration ?? '3600'),
      SMPFileRotationSecs: str(given.file_rotation_interval ?? '600'),
    });
  }
}

/** First step, number of steps and further members of each kind of metrics: SDK 2.257.6 debugger/metrics_config.py. */
const METRICS: readonly (readonly [name: string, start: number, steps: number])[] = [
  ['DetailedProfilingConfig', 5, 1],
  ['DataloaderProfilingConfig', 7, 1],
  ['PythonProfilingConfig', 9, 3],
  ['HorovodProfilingConfig', 13, 1],
  ['SMDataParallelProfilingConfig', 15, 1],
];

/** What to profile of one kind of metrics. SDK 2.257.6 debugger/metrics_config.py. */
export abstract class MetricsConfig extends SdkObject {
  readonly name: string;
  readonly #text: Text;

  constructor(name: string, start: number, steps: number, args: Arguments, world?: World) {
    super(world);
    this.name = name;
    this.#text = metricsText(name, start, steps, args);
  }

  override get className(): string {
    return this.name;
  }

  to_json_string(): Data {
    return this.#text;
  }
}

/** The classes of metrics, by name. */
export const metricsClasses: Readonly<Record<string, SdkConstructor>> = Object.fromEntries(
  METRICS.map(([name, start, steps]) => [
    name,
    class extends MetricsConfig {
      constructor(args: PlainArguments = {}, world?: World) {
        super(name, start, steps, argumentsOf(args), world);
      }
    },
  ]),
);

/** SDK 2.257.6 debugger/metrics_config.py and debugger/utils.py `convert_json_config_to_string`: JSON-like, with a comma at the end. */
function metricsText(name: string, start: number, steps: number, args: Arguments): Text {
  const members: [string, Data | undefined][] = [];
  const { start_step, num_steps, start_unix_time, duration } = args;
  const isDefault = args.profile_default_steps === true;
  const isBare = [start_step, num_steps, start_unix_time, duration].every((value) => (value ?? null) === null);
  if (isDefault || isBare) members.push(['StartStep', start], ['NumSteps', steps]);
  else if ((start_step ?? null) !== null || (num_steps ?? null) !== null)
    // Where no first step is given the SDK leaves the number of steps as it is.
    members.push(['StartStep', start_step ?? 0], ['NumSteps', num_steps ?? ((start_step ?? null) === null ? null : 1)]);
  else members.push(['StartTimeInSecSinceEpoch', unlessNone(start_unix_time)], ['Duration', unlessNone(duration)]);
  if (name === 'DataloaderProfilingConfig') members.push(['MetricsRegex', args.metrics_regex ?? '.*']);
  if (name === 'PythonProfilingConfig') {
    const profiler = memberValue(args.python_profiler ?? 'cprofile');
    members.push(['ProfilerName', profiler]);
    const timer = isDefault ? 'default' : memberValue(args.cprofile_timer ?? 'total_time');
    if (profiler !== 'pyinstrument') members.push(['cProfileTimer', timer]);
  }
  const texts = members.flatMap(([key, value]) =>
    value === undefined ? [] : [concat([`"${key}": `, isText(value) ? concat(['"', value, '"']) : str(value), ', '])],
  );
  return concat(['{', ...texts, '}']);
}

/** Profiling of the framework. SDK 2.257.6 debugger/framework_profile.py. */
export class FrameworkProfile extends SdkObject {
  profiling_parameters: Dict;

  constructor(args: PlainArguments = {}, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.profiling_parameters = dictOf({
      LocalPath: given.local_path ?? '/opt/ml/output/profiler',
      RotateMaxFileSizeInBytes: str(given.file_max_size ?? 10_485_760),
      RotateFileCloseIntervalInSeconds: str(given.file_close_interval ?? 60),
      FileOpenFailThreshold: str(given.file_open_fail_threshold ?? 50),
    });
    const configs = Object.values(given).filter((value) => value instanceof MetricsConfig);
    for (const config of configs) this.profiling_parameters.set(config.name, config.to_json_string());
    if (configs.length > 0) return;
    const { start_step, num_steps, start_unix_time, duration } = given;
    const isBare = [start_step, num_steps, start_unix_time, duration].every((value) => (value ?? null) === null);
    const range: Arguments = isBare
      ? { profile_default_steps: true }
      : { start_step, num_steps, start_unix_time, duration };
    for (const [name, start, steps] of METRICS)
      this.profiling_parameters.set(name, metricsText(name, start, steps, range));
  }
}
