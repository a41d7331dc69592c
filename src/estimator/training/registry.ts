import { type Data, dictOf, itemsOf, Tuple } from '../../data/value.js';
import { EnumMember } from '../enum-member.js';
import {
  baseFromName,
  baseNameFromImage,
  nameFromBase,
  nameFromImage,
  shortTimestamp,
  timestamp,
  uniqueNameFromBase,
  uniqueNameFromBaseUuid4,
} from '../names.js';
import { joinS3, parseS3Url } from '../s3-paths.js';
import type { Arguments, SdkClassMethod, SdkConstructor, SdkFunction } from '../sdk-object.js';
import { LocalSession, PipelineSession, Session } from '../session.js';
import { fromVpcConfig, sanitizeVpcConfig } from '../vpc.js';
import type { World } from '../world.js';
import { AlgorithmEstimator } from './algorithm-estimator.js';
import { attach } from './attach.js';
import { Chainer } from './chainer.js';
import { CollectionConfig, DebuggerHookConfig, TensorBoardOutputConfig } from './debugger-configs.js';
import { Estimator } from './estimator.js';
import { OwnFramework } from './framework.js';
import { HuggingFace } from './huggingface.js';
import { imageFunctions } from './image-functions.js';
import { FileInput, FileSystemInput, FileSystemRecordSet, RecordSet, ShuffleConfig, TrainingInput } from './inputs.js';
import { InstanceGroup } from './instance-group.js';
import { MXNet } from './mxnet.js';
import { FrameworkProfile, metricsClasses, Profiler, ProfilerConfig } from './profiler-config.js';
import { PyTorch } from './pytorch.js';
import { defaultMetricDefinitions, RLEstimator } from './rl.js';
import { ActionList, Email, ruleActionParameters, SMS, StopTraining } from './rule-actions.js';
import { profilerRuleClasses, profilerRuleParameters, ruleConfigFunctions } from './rule-configs.js';
import { builtInProfilerRule, builtInRule, customProfilerRule, customRule, ProfilerRule, Rule } from './rules.js';
import { S3Downloader, S3Uploader, s3Methods } from './s3-methods.js';
import { SKLearn } from './sklearn.js';
import { TensorFlow } from './tensorflow.js';
import { TrainingCompilerConfig } from './training-compiler.js';
import { XGBoost } from './xgboost.js';

/** Where the rules of the debugger and the profiler come from: the SDK hands another package's module on. */
const RULES = 'sagemaker.debugger.rule_configs';

/** Session, inputs, estimators. */
export const trainingClasses: Readonly<Record<string, SdkConstructor>> = {
  'sagemaker.session.Session': Session,
  'sagemaker.local.local_session.LocalSession': LocalSession,
  'sagemaker.workflow.pipeline_context.LocalPipelineSession': PipelineSession,
  'sagemaker.workflow.pipeline_context.PipelineSession': PipelineSession,
  'sagemaker.local.local_session.file_input': FileInput,
  'sagemaker.inputs.TrainingInput': TrainingInput,
  'sagemaker.inputs.s3_input': TrainingInput,
  'sagemaker.inputs.ShuffleConfig': ShuffleConfig,
  'sagemaker.session.ShuffleConfig': ShuffleConfig,
  'sagemaker.inputs.FileSystemInput': FileSystemInput,
  'sagemaker.amazon.amazon_estimator.RecordSet': RecordSet,
  'sagemaker.amazon.amazon_estimator.FileSystemRecordSet': FileSystemRecordSet,
  'sagemaker.s3.S3Uploader': S3Uploader,
  'sagemaker.s3.S3Downloader': S3Downloader,
  'sagemaker.instance_group.InstanceGroup': InstanceGroup,
  'sagemaker.estimator.Estimator': Estimator,
  'sagemaker.algorithm.AlgorithmEstimator': AlgorithmEstimator,
  'sagemaker.estimator.Framework': OwnFramework,
  'sagemaker.pytorch.estimator.PyTorch': PyTorch,
  'sagemaker.tensorflow.estimator.TensorFlow': TensorFlow,
  'sagemaker.mxnet.estimator.MXNet': MXNet,
  'sagemaker.chainer.estimator.Chainer': Chainer,
  'sagemaker.sklearn.estimator.SKLearn': SKLearn,
  'sagemaker.xgboost.estimator.XGBoost': XGBoost,
  'sagemaker.rl.estimator.RLEstimator': RLEstimator,
  'sagemaker.huggingface.estimator.HuggingFace': HuggingFace,
  'sagemaker.huggingface.training_compiler.config.TrainingCompilerConfig': TrainingCompilerConfig,
  'sagemaker.tensorflow.training_compiler.config.TrainingCompilerConfig': TrainingCompilerConfig,
  'sagemaker.pytorch.training_compiler.config.TrainingCompilerConfig': TrainingCompilerConfig,
  ...below('sagemaker.debugger.debugger', {
    CollectionConfig,
    DebuggerHookConfig,
    TensorBoardOutputConfig,
    Rule,
    ProfilerRule,
  }),
  ...below('sagemaker.debugger', { CollectionConfig, DebuggerHookConfig, TensorBoardOutputConfig, Rule }),
  'sagemaker.debugger.profiler_config.ProfilerConfig': ProfilerConfig,
  'sagemaker.debugger.profiler.Profiler': Profiler,
  'sagemaker.debugger.framework_profile.FrameworkProfile': FrameworkProfile,
  ...below('sagemaker.debugger.metrics_config', metricsClasses),
};

/** Functions of the same modules. */
export const trainingFunctions: Readonly<Record<string, SdkFunction>> = {
  'sagemaker.session.get_execution_role': (_args, world) => world.settings.role,
  'sagemaker.vpc_utils.from_dict': (args) => fromVpcConfig(args.vpc_config ?? null, args.do_sanitize ?? false),
  'sagemaker.vpc_utils.sanitize': (args) => sanitizeVpcConfig(args.vpc_config ?? null),
  'sagemaker.vpc_utils.to_dict': ({ subnets = null, security_group_ids: groups = null }) =>
    subnets === null || groups === null ? null : dictOf({ Subnets: subnets, SecurityGroupIds: groups }),
  'sagemaker.utils.name_from_base': (args, world) =>
    nameFromBase(world, args.base ?? null, lengthOf(args.max_length), args.short === true),
  'sagemaker.utils.name_from_image': (args, world) =>
    nameFromImage(world, args.image ?? null, lengthOf(args.max_length)),
  'sagemaker.utils.unique_name_from_base': (args, world) =>
    uniqueNameFromBase(world, args.base ?? null, lengthOf(args.max_length)),
  'sagemaker.utils.unique_name_from_base_uuid4': (args) =>
    uniqueNameFromBaseUuid4(args.base ?? null, lengthOf(args.max_length)),
  'sagemaker.utils.base_name_from_image': (args) => baseNameFromImage(args.image ?? null),
  'sagemaker.utils.base_from_name': (args) => baseFromName(args.name ?? null),
  'sagemaker.utils.sagemaker_timestamp': (_args, world) => timestamp(world),
  'sagemaker.utils.sagemaker_short_timestamp': (_args, world) => shortTimestamp(world),
  ...Object.fromEntries(
    ['sagemaker.s3_utils.parse_s3_url', 'sagemaker.s3.parse_s3_url', 'sagemaker.fw_utils.parse_s3_url'].map((path) => [
      path,
      splitUrl,
    ]),
  ),
  'sagemaker.s3_utils.s3_path_join': (args) => joinS3(itemsOf(args.args) ?? [], args.with_end_slash === true),
  ...imageFunctions,
  ...below(RULES, ruleConfigFunctions),
  ...below(RULES, constructors(profilerRuleClasses, profilerRuleParameters)),
  ...below(RULES, constructors({ ActionList, Email, SMS, StopTraining }, ruleActionParameters)),
};

/** Class methods of the same classes. */
export const trainingClassMethods: Readonly<Record<string, SdkClassMethod>> = {
  'sagemaker.estimator.EstimatorBase.attach': attach,
  'sagemaker.debugger.debugger.Rule.sagemaker': builtInRule,
  'sagemaker.debugger.debugger.Rule.custom': customRule,
  'sagemaker.debugger.Rule.sagemaker': builtInRule,
  'sagemaker.debugger.Rule.custom': customRule,
  'sagemaker.debugger.debugger.ProfilerRule.sagemaker': builtInProfilerRule,
  'sagemaker.debugger.debugger.ProfilerRule.custom': customProfilerRule,
  'sagemaker.rl.estimator.RLEstimator.default_metric_definitions': defaultMetricDefinitions,
  ...s3Methods,
};

/** Members of enumerations, by path. */
export const trainingConstants: Readonly<Record<string, Data>> = {
  ...members('sagemaker.rl.estimator', 'RLToolkit', { COACH: 'coach', RAY: 'ray' }),
  ...members('sagemaker.rl.estimator', 'RLFramework', { TENSORFLOW: 'tensorflow', MXNET: 'mxnet', PYTORCH: 'pytorch' }),
  ...members('sagemaker.debugger.utils', 'PythonProfiler', { CPROFILE: 'cprofile', PYINSTRUMENT: 'pyinstrument' }),
  ...members('sagemaker.debugger.utils', 'cProfileTimer', {
    TOTAL_TIME: 'total_time',
    CPU_TIME: 'cpu_time',
    OFF_CPU_TIME: 'off_cpu_time',
    DEFAULT: 'default',
  }),
};

function members(
  module: string,
  enumeration: string,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, Data>> {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([name, value]) => [`${module}.${enumeration}.${name}`, new EnumMember(enumeration, name, value)]),
  );
}

function below<Value>(module: string, named: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [`${module}.${name}`, value]));
}

function splitUrl({ url = null }: Readonly<Record<string, Data | undefined>>): Data {
  const { bucket, key } = parseS3Url(url);
  return new Tuple([bucket, key]);
}

/** Classes as functions: nothing tells the names of their positional parameters. */
function constructors(
  types: Readonly<Record<string, SdkConstructor>>,
  parameters: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, SdkFunction>> {
  return Object.fromEntries(
    Object.entries(types).map(([name, type]) => [
      name,
      (args: Arguments, world: World) => {
        const placed = (itemsOf(args.args) ?? []).map((value, index): [string, Data] => [
          parameters[name]?.[index] ?? '',
          value,
        ]);
        return new type({ ...Object.fromEntries(placed), ...args }, world);
      },
    ]),
  );
}

function lengthOf(given: Data | undefined): number {
  return typeof given === 'number' ? given : 63;
}
