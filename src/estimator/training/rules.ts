import type { DebugRuleConfiguration } from '../../aws/generated/requests.js';
import { PythonError } from '../../data/errors.js';
import { type Data, Dict, dictOf, itemsOf, List, Unknown } from '../../data/value.js';
import { dictionaryOf, ifTrue, isFalse, isTrue, or } from '../conditions.js';
import { type Arguments, argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import { partOf } from '../send.js';
import type { World } from '../world.js';
import { CollectionConfig, stringify } from './debugger-configs.js';
import { copyOf } from './estimator-fields.js';
import { isRuleAction } from './rule-actions.js';
import { ProfilerRuleConfig } from './rule-configs.js';

/** The image of the SDK's own rules: replaced by the region's when a job starts. SDK 2.257.6 debugger/debugger.py:183. */
export const DEFAULT_RULE_IMAGE = 'DEFAULT_RULE_EVALUATOR_IMAGE';

/** What both kinds of rule have. SDK 2.257.6 debugger/debugger.py `RuleBase`. */
export abstract class RuleBase extends SdkObject {
  name: Data;
  image_uri: Data;
  instance_type: Data;
  container_local_output_path: Data;
  s3_output_path: Data;
  volume_size_in_gb: Data;
  rule_parameters: Data;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.name = given.name ?? null;
    this.image_uri = given.image_uri ?? null;
    this.instance_type = given.instance_type ?? null;
    this.container_local_output_path = given.container_local_output_path ?? null;
    this.s3_output_path = given.s3_output_path ?? null;
    this.volume_size_in_gb = given.volume_size_in_gb ?? null;
    this.rule_parameters = given.rule_parameters ?? null;
  }

  toRequest(): Dict {
    return partOf<DebugRuleConfiguration>({
      RuleConfigurationName: this.name,
      RuleEvaluatorImage: this.image_uri,
      InstanceType: ifTrue(this.instance_type),
      VolumeSizeInGB: ifTrue(this.volume_size_in_gb),
      LocalPath: ifTrue(this.container_local_output_path),
      S3OutputPath: ifTrue(this.s3_output_path),
      RuleParameters: ifTrue(this.rule_parameters),
    });
  }
}

/** A rule of the debugger. */
export class Rule extends RuleBase {
  collection_configs: Data;
  actions: Data;

  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    const given = argumentsOf(args);
    this.collection_configs = given.collections_to_save ?? null;
    this.actions = given.actions ?? null;
  }

  /** SDK 2.257.6 debugger/debugger.py `prepare_actions`. */
  prepareActions(jobName: Data): void {
    if (!(this.rule_parameters instanceof Dict)) return;
    if (this.actions === null) this.rule_parameters.delete('action_json');
    if (this.actions instanceof Unknown) this.rule_parameters.open ??= this.actions;
    if (!isRuleAction(this.actions)) return;
    this.actions.useJobName(jobName);
    this.rule_parameters.set('action_json', this.actions.serialize());
  }
}

/** A rule of the profiler. */
export class ProfilerRule extends RuleBase {
  override toRequest(): Dict {
    if (this.rule_parameters instanceof Dict) stringify(this.rule_parameters);
    return super.toRequest();
  }
}

/**
 * `Rule.sagemaker(…)`: one of the SDK's own rules. SDK 2.257.6 debugger/debugger.py:218.
 *
 * @throws PythonError `RuntimeError` for parameters that name another rule, or actions that are none
 */
export function builtInRule(args: Arguments, world: World): Rule {
  const parameters = args.rule_parameters ?? null;
  if (parameters instanceof Dict && (parameters.get('rule_to_invoke') ?? null) !== null)
    throw new PythonError('RuntimeError', 'the rule to invoke is set for the rules of SageMaker');
  refuseOddActions(args.actions);
  const base = dictionaryOf(args.base_config);
  const configuration = dictionaryOf(base.get('DebugRuleConfiguration') ?? base.open);
  const merged = otherTrials(args.other_trials_s3_input_paths);
  mergeInto(merged, configuration.get('RuleParameters') ?? configuration.open);
  mergeInto(merged, parameters);
  return new Rule(
    {
      name: or(args.name, configuration.get('RuleConfigurationName') ?? configuration.open),
      image_uri: DEFAULT_RULE_IMAGE,
      container_local_output_path: args.container_local_output_path,
      s3_output_path: args.s3_output_path,
      rule_parameters: merged,
      collections_to_save: or(args.collections_to_save, collectionsOf(base, world)),
      actions: args.actions,
    },
    world,
  );
}

/**
 * `Rule.custom(…)`: a rule of one's own. SDK 2.257.6 debugger/debugger.py:330.
 *
 * @throws PythonError `ValueError` for a source without a rule to invoke, or the reverse
 */
export function customRule(args: Arguments, world: World): Rule {
  refuseOddActions(args.actions);
  const merged = otherTrials(args.other_trials_s3_input_paths);
  mergeInto(merged, sourceParameters(args));
  const collections = or(args.collections_to_save, new List());
  return new Rule({ ...args, rule_parameters: merged, collections_to_save: collections }, world);
}

/** `ProfilerRule.sagemaker(…)`. SDK 2.257.6 debugger/debugger.py:494. */
export function builtInProfilerRule(args: Arguments, world: World): ProfilerRule {
  const base = args.base_config;
  const known = base instanceof ProfilerRuleConfig ? base : undefined;
  const name = or(args.name, known?.rule_name ?? base);
  const isDetailed = typeof name === 'string' && name.startsWith('DetailedProfilerProcessingJobConfig');
  return new ProfilerRule(
    {
      name,
      image_uri: DEFAULT_RULE_IMAGE,
      instance_type: args.instance_type ?? (isDetailed ? 'ml.m5.4xlarge' : null),
      container_local_output_path: args.container_local_output_path,
      s3_output_path: args.s3_output_path,
      volume_size_in_gb: args.volume_size_in_gb ?? (isDetailed ? 128 : null),
      rule_parameters: known?.rule_parameters ?? base,
    },
    world,
  );
}

/** `ProfilerRule.custom(…)`. SDK 2.257.6 debugger/debugger.py:544. */
export function customProfilerRule(args: Arguments, world: World): ProfilerRule {
  return new ProfilerRule({ ...args, rule_parameters: sourceParameters(args) }, world);
}

function sourceParameters(args: Arguments): Dict {
  const { source, rule_to_invoke: rule } = args;
  if ((isTrue(source) && isFalse(rule)) || (isTrue(rule) && isFalse(source)))
    throw new PythonError('ValueError', 'a custom rule has both a source and a rule to invoke');
  const merged = dictOf({ source_s3_uri: ifTrue(source), rule_to_invoke: ifTrue(rule) });
  mergeInto(merged, args.rule_parameters);
  return merged;
}

function otherTrials(paths: Data | undefined): Dict {
  if (paths instanceof Unknown) return dictionaryOf(paths);
  return new Dict((itemsOf(paths) ?? []).map((path, index) => [`other_trial_${index}`, path]));
}

function mergeInto(target: Dict, parameters: Data | undefined): void {
  const source = copyOf(dictionaryOf(parameters));
  for (const [key, value] of source) target.set(key, value);
  target.open ??= source.open;
}

function collectionsOf(base: Dict, world: World): Data {
  const list = base.get('CollectionConfigurations') ?? base.open ?? null;
  const items = itemsOf(list);
  if (items === undefined) return list ?? new List();
  return new List(
    items.map((item) => {
      const config = dictionaryOf(item);
      const parameters = config.get('CollectionParameters') ?? new Dict();
      return new CollectionConfig({ name: config.get('CollectionName') ?? null, parameters }, world);
    }),
  );
}

function refuseOddActions(actions: Data | undefined): void {
  if (actions === undefined || actions === null || isRuleAction(actions)) return;
  if (actions instanceof SdkObject || actions instanceof Dict || actions instanceof List)
    throw new PythonError('RuntimeError', 'actions of a rule are an Action or an ActionList');
}
