import { PythonError } from '../../data/errors.js';
import { type Data, Dict, itemsOf, List, SetData, Unknown } from '../../data/value.js';
import { retrieveImageUri } from '../../sdk/image-uris.js';
import { retrieveRuleImageUriV1 } from '../../sdk/image-uris-v1-others.js';
import { isFalse, isTrue } from '../conditions.js';
import { nameFromBase, UUID4 } from '../names.js';
import { joinS3, parseS3Url } from '../s3-paths.js';
import { uploadUri } from '../uploads.js';
import { collectionSet, DebuggerHookConfig } from './debugger-configs.js';
import { type EstimatorFields, startsWith } from './estimator-fields.js';
import { Profiler, ProfilerConfig } from './profiler-config.js';
import { DetailedProfilerProcessingJobConfig } from './rule-configs.js';
import { builtInProfilerRule, DEFAULT_RULE_IMAGE, ProfilerRule, Rule, type RuleBase } from './rules.js';

/** A hook that saves to the job's output. */
export function defaultHook(estimator: EstimatorFields): DebuggerHookConfig {
  return new DebuggerHookConfig({ s3_output_path: estimator.output_path }, estimator.world);
}

/**
 * Splits the rules by kind. SDK 2.257.6 estimator.py `_prepare_rules`.
 *
 * @throws PythonError `RuntimeError` for what is no rule
 */
export function prepareRules(estimator: EstimatorFields): void {
  estimator.debugger_rules = new List();
  estimator.profiler_rules = new List();
  const { rules } = estimator;
  if (rules === null) return;
  const items = itemsOf(rules);
  // What is not known may be a rule of either kind.
  const hole =
    rules instanceof List && rules.open !== undefined ? rules.open : items?.find((rule) => rule instanceof Unknown);
  if (items === undefined || hole !== undefined) {
    estimator.debugger_rules = hole ?? rules;
    estimator.profiler_rules = hole ?? rules;
    return;
  }
  const debuggerRules: Data[] = [];
  const profilerRules: Data[] = [];
  for (const rule of items) {
    if (rule instanceof ProfilerRule) profilerRules.push(rule);
    else if (rule instanceof Rule) debuggerRules.push(rule);
    else throw new PythonError('RuntimeError', 'the list of rules holds something else');
  }
  estimator.debugger_rules = new List(debuggerRules);
  estimator.profiler_rules = new List(profilerRules);
}

/** The hook's place and the rules' requests and collections. SDK 2.257.6 estimator.py `_prepare_debugger_for_training`. */
export function prepareDebugger(estimator: EstimatorFields): void {
  if (isTrue(estimator.debugger_rules ?? null) && estimator.debugger_hook_config === null)
    estimator.debugger_hook_config = defaultHook(estimator);
  // v1 has a hook where there are rules, unless the estimator is a framework's.
  if (estimator.isV1 && estimator.debugger_rules instanceof Unknown && estimator.debugger_hook_config === null)
    estimator.debugger_hook_config = estimator.debugger_rules;
  const { debugger_hook_config: hook } = estimator;
  if (hook instanceof DebuggerHookConfig && isFalse(hook.s3_output_path)) hook.s3_output_path = estimator.output_path;
  estimator.debugger_rule_configs = ruleRequests(estimator, estimator.debugger_rules);
  estimator.collection_configs = collectionsOf(estimator);
}

/** The requests of rules, with images and uploaded sources. */
export function ruleRequests(estimator: EstimatorFields, rules: Data): Data {
  const items = itemsOf(rules);
  if (items === undefined) return rules ?? new List();
  return new List(
    items.map((rule) => {
      if (!(rule instanceof Rule || rule instanceof ProfilerRule)) return rule;
      setDefaultImage(estimator, rule);
      uploadSource(estimator, rule);
      if (rule instanceof Rule && !estimator.isV1) rule.prepareActions(estimator._current_job_name);
      return rule.toRequest();
    }),
  );
}

function collectionsOf(estimator: EstimatorFields): Data {
  const lists: Data[] = [];
  if (estimator.debugger_rules instanceof Unknown) return estimator.debugger_rules;
  for (const rule of itemsOf(estimator.debugger_rules) ?? [])
    lists.push(rule instanceof Rule ? rule.collection_configs : rule);
  const { debugger_hook_config: hook } = estimator;
  if (hook instanceof DebuggerHookConfig) lists.push(hook.collection_configs ?? new SetData());
  return collectionSet(lists);
}

/** SDK 2.257.6 estimator.py `_set_default_rule_config`. */
function setDefaultImage(estimator: EstimatorFields, rule: RuleBase): void {
  if (rule.image_uri !== DEFAULT_RULE_IMAGE) return;
  const region = estimator.sagemaker_session.boto_region_name;
  const isDetailed = startsWithName(rule.name, 'DetailedProfilerProcessingJobConfig');
  if (typeof region !== 'string') rule.image_uri = new Unknown('the image of a rule, in a region that is not known');
  else if (estimator.isV1) rule.image_uri = retrieveRuleImageUriV1(region);
  else rule.image_uri = retrieveImageUri({ framework: isDetailed ? 'detailed-profiler' : 'debugger', region });
  if (isDetailed && !estimator.isV1) return;
  rule.instance_type = null;
  rule.volume_size_in_gb = null;
}

function startsWithName(name: Data, prefix: string): boolean {
  return typeof name === 'string' && name.startsWith(prefix);
}

/** SDK 2.257.6 estimator.py `_set_source_s3_uri`: a rule's source on this machine is uploaded. */
function uploadSource(estimator: EstimatorFields, rule: RuleBase): void {
  if (!(rule.rule_parameters instanceof Dict)) return;
  const source = rule.rule_parameters.get('source_s3_uri');
  if (source === undefined || source instanceof Unknown || startsWith(source, 's3://')) return;
  const session = estimator.sagemaker_session;
  const target = joinS3(['s3://', session.default_bucket(), session.default_bucket_prefix, rule.name, UUID4]);
  const { bucket, key } = parseS3Url(target);
  rule.rule_parameters.set('source_s3_uri', uploadUri(session, source, bucket, key));
}

/**
 * The profiler's configuration and rules. SDK 2.257.6 estimator.py `_prepare_profiler_for_training`.
 *
 * @throws PythonError `RuntimeError` for a profiler that is both on and off
 */
export function prepareProfiler(estimator: EstimatorFields): void {
  const config = estimator.profiler_config;
  if (isTrue(estimator.disable_profiler)) {
    if (config instanceof ProfilerConfig && isFalse(config.disable_profiler))
      throw new PythonError('RuntimeError', 'a profiler is configured, and disable_profiler is true');
    if (isTrue(estimator.profiler_rules))
      throw new PythonError('RuntimeError', 'there are rules of the profiler, and disable_profiler is true');
  } else switchOn(estimator);
  const { profiler_config: made } = estimator;
  if (made instanceof ProfilerConfig && isFalse(made.s3_output_path)) made.s3_output_path = estimator.output_path;
  estimator.profiler_rule_configs = ruleRequests(estimator, estimator.profiler_rules);
  if (estimator.profiler_config === null)
    estimator.profiler_config = new ProfilerConfig({ disable_profiler: true }, estimator.world);
}

function switchOn(estimator: EstimatorFields): void {
  const { world } = estimator;
  if (estimator.profiler_config === null)
    estimator.profiler_config =
      estimator.disable_profiler instanceof Unknown
        ? estimator.disable_profiler
        : new ProfilerConfig({ s3_output_path: estimator.output_path }, world);
  const { rules, profiler_config: config } = estimator;
  if (rules !== null && !(isTrue(rules) && isFalse(estimator.profiler_rules))) return;
  const params = config instanceof ProfilerConfig ? config.profile_params : null;
  estimator.profiler_rules = new List();
  if (!(params instanceof Profiler)) return;
  const base = new DetailedProfilerProcessingJobConfig({}, world);
  const rule = builtInProfilerRule(
    {
      base_config: base,
      name: nameFromBase(world, base.rule_name),
      instance_type: params.instanceType,
      volume_size_in_gb: params.volumeSizeInGB,
    },
    world,
  );
  estimator.profiler_rules = new List([rule]);
}
