import { PythonError } from '../../data/errors.js';
import { type Data, Dict, dictOf } from '../../data/value.js';
import { ifTrue, isFalse, isTrue, orDefault, unlessNone } from '../conditions.js';
import type { Arguments } from '../sdk-object.js';
import type { Session } from '../session.js';
import { formatTags } from '../tags.js';

/**
 * Creates a model package of containers. SDK 2.257.6 session.py:4554 and `get_create_model_package_request`.
 *
 * @throws PythonError `ValueError` for combinations that a package cannot have
 */
export function createModelPackage(session: Session, args: Arguments): Data {
  const { model_package_name: name, model_package_group_name: group, source_uri } = args;
  const { inference_instances, transform_instances } = args;
  if (isTrue(name) && isTrue(group))
    throw new PythonError('ValueError', 'a model package has model_package_name or model_package_group_name');
  if (isTrue(name) && isTrue(source_uri))
    throw new PythonError('ValueError', 'a model package without versions takes no source_uri');
  const hasGroup = unlessNone(group) !== undefined;
  if (
    !hasGroup &&
    unlessNone(args.containers) !== undefined &&
    (isFalse(inference_instances) || isFalse(transform_instances))
  )
    throw new PythonError(
      'ValueError',
      'a model package without group needs inference_instances and transform_instances',
    );
  session.send('CreateModelPackage', {
    ModelPackageName: unlessNone(name),
    ModelPackageGroupName: unlessNone(group),
    ModelPackageDescription: unlessNone(args.description),
    Tags: unlessNone(formatTags(session.world, args.tags)),
    ModelMetrics: ifTrue(args.model_metrics),
    DriftCheckBaselines: ifTrue(args.drift_check_baselines),
    MetadataProperties: ifTrue(args.metadata_properties),
    CustomerMetadataProperties: unlessNone(args.customer_metadata_properties),
    ValidationSpecification: unlessNone(args.validation_specification),
    Domain: unlessNone(args.domain),
    SamplePayloadUrl: unlessNone(args.sample_payload_url),
    Task: unlessNone(args.task),
    SourceUri: unlessNone(source_uri),
    InferenceSpecification: {
      Containers: args.containers ?? null,
      SupportedContentTypes: unlessNone(args.content_types),
      SupportedResponseMIMETypes: unlessNone(args.response_types),
      SupportedRealtimeInferenceInstanceTypes: unlessNone(inference_instances),
      SupportedTransformInstanceTypes: unlessNone(transform_instances),
    },
    CertifyForMarketplace: orDefault(args.marketplace_cert, false),
    ModelApprovalStatus: unlessNone(args.approval_status) ?? 'PendingManualApproval',
    SkipModelValidation: unlessNone(args.skip_model_validation) ?? 'None',
    ModelCard: unlessNone(args.model_card),
    ModelLifeCycle: unlessNone(args.model_life_cycle),
    ModelPackageRegistrationType: unlessNone(args.model_package_registration_type),
  });
  return null;
}

/** Creates a model package of what an algorithm trained. SDK 2.257.6 session.py:4521, 1.72.0 session.py:2211. */
export function createModelPackageFromAlgorithm(session: Session, args: Arguments): Data {
  const data = args.model_data ?? null;
  const source = data instanceof Dict && !session.isV1 ? { ModelDataSource: data } : { ModelDataUrl: data };
  session.send('CreateModelPackage', {
    ModelPackageName: args.name ?? null,
    ModelPackageDescription: args.description ?? null,
    SourceAlgorithmSpecification: {
      SourceAlgorithms: [dictOf({ AlgorithmName: args.algorithm_arn ?? null, ...source })],
    },
  });
  return null;
}
