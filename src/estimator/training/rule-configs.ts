import { type Data, type Dict, dictOf, List } from '../../data/value.js';
import { argumentsOf, type PlainArguments, type SdkConstructor, SdkObject } from '../sdk-object.js';
import type { World } from '../world.js';

interface BuiltInRule {
  readonly name: string;
  /** Collections that it saves, with their parameters. */
  readonly saves?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const EVERY_500 = { save_interval: '500' };
const EVERY_5 = { save_interval: '5' };

/** The functions of `sagemaker.debugger.rule_configs`: smdebug_rulesconfig 1.0.1 rule_config_jsons/ruleConfigs.json. */
const RULES: Readonly<Record<string, BuiltInRule>> = {
  all_zero: { name: 'AllZero' },
  check_input_images: {
    name: 'CheckInputImages',
    saves: { input_image: { include_regex: '.*hybridsequential0_input_0', ...EVERY_500 } },
  },
  class_imbalance: { name: 'ClassImbalance' },
  confusion: { name: 'Confusion' },
  create_xgboost_report: {
    name: 'CreateXgboostReport',
    saves: {
      metrics: EVERY_5,
      feature_importance: EVERY_5,
      hyperparameters: { save_steps: '0' },
      predictions: EVERY_5,
      labels: EVERY_5,
    },
  },
  dead_relu: { name: 'DeadRelu', saves: { relu_output: { include_regex: '.*relu_output', ...EVERY_500 } } },
  exploding_tensor: { name: 'ExplodingTensor' },
  feature_importance_overweight: { name: 'FeatureImportanceOverweight', saves: { feature_importance: EVERY_500 } },
  loss_not_decreasing: { name: 'LossNotDecreasing', saves: { losses: EVERY_500 } },
  nlp_sequence_ratio: {
    name: 'NLPSequenceRatio',
    saves: { input_sequence: { include_regex: '.*embedding0_input_0', ...EVERY_500 } },
  },
  overfit: { name: 'Overfit' },
  overtraining: { name: 'Overtraining' },
  poor_weight_initialization: {
    name: 'PoorWeightInitialization',
    saves: { relu_input: { include_regex: '.*relu_input', ...EVERY_500 } },
  },
  saturated_activation: { name: 'SaturatedActivation' },
  similar_across_runs: { name: 'SimilarAcrossRuns' },
  stalled_training_rule: { name: 'StalledTrainingRule' },
  tensor_variance: { name: 'TensorVariance' },
  tree_depth: { name: 'TreeDepth' },
  unchanged_tensor: { name: 'UnchangedTensor' },
  vanishing_gradient: { name: 'VanishingGradient', saves: { gradients: EVERY_500 } },
  weight_update_ratio: { name: 'WeightUpdateRatio', saves: { weights: EVERY_500 } },
};

/** The functions that describe the debugger's own rules, by name: each gives a new dictionary. */
export const ruleConfigFunctions: Readonly<Record<string, () => Data>> = Object.fromEntries(
  Object.entries(RULES).map(([name, rule]) => [name, () => describeRule(rule)]),
);

function describeRule({ name, saves }: BuiltInRule): Data {
  const configuration = dictOf({
    RuleConfigurationName: name,
    RuleParameters: dictOf({ rule_to_invoke: name }),
  });
  const collections = Object.entries(saves ?? {}).map(([collection, parameters]) =>
    dictOf({ CollectionName: collection, CollectionParameters: dictOf(parameters) }),
  );
  return dictOf({
    DebugRuleConfiguration: configuration,
    CollectionConfigurations: collections.length === 0 ? undefined : new List(collections),
  });
}

/** One of the profiler's own rules. smdebug_rulesconfig 1.0.1 profiler_rules/rules.py. */
export abstract class ProfilerRuleConfig extends SdkObject {
  readonly rule_name: string;
  readonly rule_parameters: Dict;

  constructor(name: string, parameters: Readonly<Record<string, Data | undefined>>, world?: World) {
    super(world);
    this.rule_name = name;
    this.rule_parameters = dictOf({ ...parameters, rule_to_invoke: name });
  }

  override get className(): string {
    return this.rule_name;
  }
}

const SCAN = { scan_interval_us: 60_000_000 };

/** Parameters of the profiler's rules with their defaults, in the order of their constructors. */
const PROFILER_RULES: Readonly<Record<string, Readonly<Record<string, number | null>>>> = {
  BatchSize: {
    cpu_threshold_p95: 70,
    gpu_threshold_p95: 70,
    gpu_memory_threshold_p95: 70,
    patience: 1000,
    window: 500,
    ...SCAN,
  },
  CPUBottleneck: { threshold: 50, gpu_threshold: 10, cpu_threshold: 90, patience: 1000, ...SCAN },
  Dataloader: { min_threshold: 70, max_threshold: 200, ...SCAN },
  GPUMemoryIncrease: { increase: 5, patience: 1000, window: 10, ...SCAN },
  IOBottleneck: { threshold: 50, gpu_threshold: 10, io_threshold: 50, patience: 1000, ...SCAN },
  LoadBalancing: { threshold: 0.5, patience: 1000, ...SCAN },
  LowGPUUtilization: { threshold_p95: 70, threshold_p5: 10, window: 500, patience: 1000, ...SCAN },
  MaxInitializationTime: { threshold: 20, ...SCAN },
  OverallSystemUsage: SCAN,
  StepOutlier: { stddev: 3, mode: null, n_outliers: 10, ...SCAN },
  ProfilerReport: {},
};

/** The classes of the profiler's own rules, by name. */
export const profilerRuleClasses: Readonly<Record<string, SdkConstructor>> = Object.fromEntries(
  Object.entries(PROFILER_RULES).map(([name, defaults]) => [
    name,
    class extends ProfilerRuleConfig {
      constructor(args: PlainArguments = {}, world?: World) {
        const { args: _placed, ...named } = argumentsOf(args);
        super(name, { ...defaults, ...named }, world);
      }
    },
  ]),
);

/** The parameters of these classes in order. */
export const profilerRuleParameters: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(PROFILER_RULES).map(([name, defaults]) => [name, Object.keys(defaults)]),
);

/** The rule that works through the detailed profile. SDK 2.257.6 debugger/debugger.py:46. */
export class DetailedProfilerProcessingJobConfig extends ProfilerRuleConfig {
  constructor(_args: PlainArguments = {}, world?: World) {
    super('DetailedProfilerProcessingJobConfig', {}, world);
    this.rule_parameters.set('rule_to_invoke', 'DetailedProfilerProcessing');
  }
}
