import { type Data, Dict, Unknown } from '../../data/value.js';
import { or } from '../conditions.js';
import { Model } from '../models/model.js';
import { Transformer } from '../models/transformer.js';
import type { Arguments } from '../sdk-object.js';
import { formatTags } from '../tags.js';
import type { EstimatorBase } from './estimator-base.js';
import { copyOf } from './estimator-fields.js';
import { only } from './model-arguments.js';

/** Arguments of `transformer()` that go to the transformer as they are. */
const TRANSFORMER_PARAMETERS = [
  'instance_count',
  'instance_type',
  'strategy',
  'assemble_with',
  'output_path',
  'output_kms_key',
  'accept',
  'max_concurrent_transforms',
  'max_payload',
  'volume_kms_key',
];

/** Creates the model that an estimator trained, and what transforms batches with it. SDK 2.257.6 estimator.py:2131. */
export function transformerOf(estimator: EstimatorBase, args: Arguments): Transformer {
  const tags = or(formatTags(estimator.world, args.tags), estimator.tags);
  const job = estimator.latest_training_job;
  const jobName = job instanceof Unknown ? new Unknown(job.reason) : job?.name;
  const ownName = estimator.isV1 ? (jobName ?? estimator._current_job_name) : null;
  const name = estimator.isV1 ? or(args.model_name, ownName) : estimator.getOrCreateName(args.model_name ?? null);
  if (job !== null) {
    const model = estimator.create_model({
      vpc_config_override: args.vpc_config_override,
      model_kms_key: estimator.output_kms_key,
      enable_network_isolation: args.enable_network_isolation ?? estimator.enable_network_isolation(),
    });
    if (model instanceof Model) {
      model.name = name;
      if ((args.role ?? null) !== null) model.role = args.role ?? null;
      model.createSagemakerModel({ instance_type: args.instance_type, tags });
    }
  }
  return makeTransformer(estimator, args, name, args.env ?? null, tags);
}

/** The same of frameworks, whose models have an environment. SDK 2.257.6 estimator.py `Framework.transformer`. */
export function frameworkTransformer(estimator: EstimatorBase, args: Arguments): Transformer {
  const tags = or(formatTags(estimator.world, args.tags), estimator.tags);
  const name = estimator.isV1 ? (args.model_name ?? null) : estimator.getOrCreateName(args.model_name ?? null);
  if (estimator.latest_training_job === null) {
    const unnamed = estimator.isV1 ? or(name, estimator._current_job_name) : name;
    return makeTransformer(estimator, args, unnamed, or(args.env, new Dict()), tags);
  }
  const model = estimator.create_model({
    role: estimator.roleOr(args.role),
    model_server_workers: args.model_server_workers ?? null,
    entry_point: args.entry_point ?? null,
    vpc_config_override: args.vpc_config_override,
    model_kms_key: estimator.output_kms_key,
    enable_network_isolation: args.enable_network_isolation ?? estimator.enable_network_isolation(),
    name,
  });
  if (!(model instanceof Model)) return makeTransformer(estimator, args, or(name, model), model, tags);
  model.createSagemakerModel({ instance_type: args.instance_type, tags });
  return makeTransformer(
    estimator,
    args,
    estimator.isV1 ? model.name : name,
    joined(model.env, args.env ?? null),
    tags,
  );
}

/** A transformer for a model, with the arguments of `transformer()`. */
export function makeTransformer(
  estimator: EstimatorBase,
  args: Arguments,
  name: Data,
  env: Data,
  tags: Data,
): Transformer {
  return new Transformer(
    {
      ...only(args, TRANSFORMER_PARAMETERS),
      model_name: name,
      env,
      tags,
      base_transform_job_name: estimator.base_job_name,
      sagemaker_session: estimator.sagemaker_session,
    },
    estimator.world,
  );
}

function joined(environment: Data, more: Data): Data {
  if (!(environment instanceof Dict)) return environment;
  const made = copyOf(environment);
  if (more instanceof Unknown) made.open ??= more;
  if (more instanceof Dict) made.merge(more);
  return made;
}
