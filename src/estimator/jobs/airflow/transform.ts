import { type Data, Dict, dictOf, Unknown } from '../../../data/value.js';
import { ifTrue, orDefault, unlessNone } from '../../conditions.js';
import { Transformer } from '../../models/transformer.js';
import { nameFromBase } from '../../names.js';
import type { Arguments } from '../../sdk-object.js';
import { EstimatorBase } from '../../training/estimator-base.js';
import { defaultAddress } from '../addresses.js';
import { modelConfigFromEstimator } from './model.js';

/** Parameters of `transform_config_from_estimator` that go to the estimator's transformer. */
const TRANSFORMER_PARAMETERS = [
  'instance_count',
  'instance_type',
  'strategy',
  'assemble_with',
  'output_path',
  'output_kms_key',
  'accept',
  'env',
  'max_concurrent_transforms',
  'max_payload',
  'tags',
  'role',
  'volume_kms_key',
];

/** The request of a transform job, for an operator of Airflow: SDK 2.257.6 workflow/airflow.py `transform_config`. */
export function transformConfig(args: Arguments): Data {
  const { transformer = null, job_name = null } = args;
  if (!(transformer instanceof Transformer)) return new Unknown('the configuration of a transformer that is not known');
  const { base_transform_job_name: base, sagemaker_session: session } = transformer;
  const ownName = base === null ? transformer.model_name : nameFromBase(transformer.world, base);
  const name = job_name ?? ownName;
  transformer._current_job_name = name;
  transformer.output_path ??= defaultAddress(session, [name]);
  const source = { S3DataType: orDefault(args.data_type, 'S3Prefix'), S3Uri: args.data ?? null };
  return dictOf({
    TransformJobName: name,
    ModelName: transformer.model_name,
    TransformInput: dictOf({
      DataSource: dictOf({ S3DataSource: dictOf(source) }),
      ContentType: unlessNone(args.content_type),
      CompressionType: unlessNone(args.compression_type),
      SplitType: unlessNone(args.split_type),
    }),
    TransformOutput: dictOf({
      S3OutputPath: transformer.output_path,
      KmsKeyId: unlessNone(transformer.output_kms_key),
      AssembleWith: unlessNone(transformer.assemble_with),
      Accept: unlessNone(transformer.accept),
    }),
    TransformResources: dictOf({
      InstanceCount: transformer.instance_count,
      InstanceType: transformer.instance_type,
      VolumeKmsKeyId: unlessNone(transformer.volume_kms_key),
    }),
    DataProcessing: ifTrue(
      dictOf({
        InputFilter: unlessNone(args.input_filter),
        OutputFilter: unlessNone(args.output_filter),
        JoinSource: unlessNone(args.join_source),
      }),
    ),
    BatchStrategy: unlessNone(transformer.strategy),
    MaxConcurrentTransforms: unlessNone(transformer.max_concurrent_transforms),
    MaxPayloadInMB: unlessNone(transformer.max_payload),
    Environment: unlessNone(transformer.env),
    Tags: unlessNone(transformer.tags),
  });
}

/** The requests of the model that a task of the workflow trains, and of a transform job: SDK 2.257.6 workflow/airflow.py. */
export function transformConfigFromEstimator(args: Arguments): Data {
  const { estimator = null, model_name = null } = args;
  if (!(estimator instanceof EstimatorBase)) return new Unknown('the configuration of an estimator that is not known');
  const vpc_config_override = args.vpc_config_override ?? null;
  const model = modelConfigFromEstimator({ ...args, name: model_name, vpc_config_override });
  const handed = Object.entries(args).filter(([name]) => TRANSFORMER_PARAMETERS.includes(name));
  const transformer = estimator.transformer(Object.fromEntries(handed));
  if (transformer instanceof Transformer && model instanceof Dict)
    transformer.model_name = model.get('ModelName') ?? null;
  return dictOf({ Model: model, Transform: transformConfig({ ...args, transformer }) });
}
