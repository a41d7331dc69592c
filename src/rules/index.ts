import { amazonRegistry } from './amazon-registry.js';
import { attachLogs } from './attach-logs.js';
import { attachedJobName } from './attached-job-name.js';
import { checkNeoRegion } from './check-neo-region.js';
import { compileFramework } from './compile-framework.js';
import { compiledModelName } from './compiled-model-name.js';
import { contentTypeConstants } from './content-type-constants.js';
import { createImageUri } from './create-image-uri.js';
import { createModelFromJob } from './create-model-from-job.js';
import { createModelSerializer } from './create-model-serializer.js';
import { customSerializer } from './custom-serializer.js';
import { defaultEndpointName } from './default-endpoint-name.js';
import { defaultModelName } from './default-model-name.js';
import { distributionsParam } from './distributions-param.js';
import { dottedStrings } from './dotted-strings.js';
import { ecrImageUriPrefix } from './ecr-image-uri-prefix.js';
import { enableCloudwatchMetrics } from './enable-cloudwatch-metrics.js';
import { estimatorDeleteEndpoint } from './estimator-delete-endpoint.js';
import { frameworkNameAttribute } from './framework-name-attribute.js';
import { frameworkVersionDefault } from './framework-version-default.js';
import { fwRegistry } from './fw-registry.js';
import { getImageUri } from './get-image-uri.js';
import { hyperparamDict } from './hyperparam-dict.js';
import { imageNameParam } from './image-name-param.js';
import { implicitXgboostImport } from './implicit-xgboost-import.js';
import { latestVersionAttribute } from './latest-version-attribute.js';
import { legacyTensorflowModel } from './legacy-tensorflow-model.js';
import { modelContainer } from './model-container.js';
import { modelEndpointName } from './model-endpoint-name.js';
import { modelImageParam } from './model-image-param.js';
import { modelServerWorkers } from './model-server-workers.js';
import { movedSymbols } from './moved-symbols.js';
import { neoImageAccount } from './neo-image-account.js';
import { opaqueKeywords } from './opaque-keywords.js';
import { parseS3Url } from './parse-s3-url.js';
import { pinnedSdk, pinnedSdkTo } from './pinned-sdk.js';
import { positionalArguments } from './positional-arguments.js';
import { predictorContentTypeAttribute } from './predictor-content-type-attribute.js';
import { predictorContentTypeParam } from './predictor-content-type-param.js';
import { predictorDeleteOrder } from './predictor-delete-order.js';
import { predictorEndpointAttribute } from './predictor-endpoint-attribute.js';
import { predictorEndpointParam } from './predictor-endpoint-param.js';
import { predictorExistenceCheck } from './predictor-existence-check.js';
import { pythonRequires } from './python-requires.js';
import { python2Images } from './python2-images.js';
import { python2Syntax } from './python2-syntax.js';
import { realTimePredictor } from './real-time-predictor.js';
import { registryId } from './registry-id.js';
import { removedModule } from './removed-module.js';
import { removedSymbols } from './removed-symbols.js';
import type { Rule } from './rule.js';
import { ruleContainerImageUri } from './rule-container-image-uri.js';
import { runTensorboardLocally } from './run-tensorboard-locally.js';
import { s3Input } from './s3-input.js';
import { s3SessionParam } from './s3-session-param.js';
import { sagemakerCli } from './sagemaker-cli.js';
import { scriptModeAttributes } from './script-mode-attributes.js';
import { type RequirementPolicy, sdkRequirement, sdkRequirementFor } from './sdk-requirement.js';
import { serializerClasses } from './serializer-classes.js';
import { serializerNone } from './serializer-none.js';
import { serializerObjects } from './serializer-objects.js';
import { sessionImageParams } from './session-image-params.js';
import { shuffleConfig } from './shuffle-config.js';
import { sparkmlVersion } from './sparkml-version.js';
import { subnetsWithoutSecurityGroups } from './subnets-without-security-groups.js';
import { tensorflowLegacyMode } from './tensorflow-legacy-mode.js';
import { tensorflowPy2Version } from './tensorflow-py2-version.js';
import { tensorflowScriptMode } from './tensorflow-script-mode.js';
import { tensorflowServingSymbols } from './tensorflow-serving-symbols.js';
import { tensorflowServingVersion } from './tensorflow-serving-version.js';
import { trainImageMethod } from './train-image-method.js';
import { trainPrefixedParams } from './train-prefixed-params.js';
import { transformWait } from './transform-wait.js';
import { tunerFitWait } from './tuner-fit-wait.js';
import { tunerModelName } from './tuner-model-name.js';
import { unparsedCode } from './unparsed-code.js';
import { unsupportedFrameworkVersion } from './unsupported-framework-version.js';
import { updateEndpoint } from './update-endpoint.js';
import { xgboostImageUri } from './xgboost-image-uri.js';
import { xgboostPredictorSerializer } from './xgboost-predictor-serializer.js';

/** Every rule, in the order in which they are asked: where two findings collide, the earlier rule's fix stays. */
export const rules: readonly Rule[] = [
  s3Input,
  amazonRegistry,
  contentTypeConstants,
  createImageUri,
  dottedStrings,
  ecrImageUriPrefix,
  fwRegistry,
  getImageUri,
  implicitXgboostImport,
  modelContainer,
  movedSymbols,
  neoImageAccount,
  parseS3Url,
  registryId,
  removedModule,
  removedSymbols,
  ruleContainerImageUri,
  sagemakerCli,
  shuffleConfig,
  tensorflowServingSymbols,
  xgboostImageUri,
  trainPrefixedParams,
  distributionsParam,
  enableCloudwatchMetrics,
  frameworkNameAttribute,
  hyperparamDict,
  imageNameParam,
  latestVersionAttribute,
  modelImageParam,
  modelServerWorkers,
  opaqueKeywords,
  positionalArguments,
  s3SessionParam,
  scriptModeAttributes,
  sessionImageParams,
  trainImageMethod,
  createModelSerializer,
  customSerializer,
  predictorContentTypeAttribute,
  predictorContentTypeParam,
  predictorDeleteOrder,
  predictorEndpointAttribute,
  predictorEndpointParam,
  predictorExistenceCheck,
  realTimePredictor,
  serializerClasses,
  serializerNone,
  serializerObjects,
  xgboostPredictorSerializer,
  attachLogs,
  attachedJobName,
  checkNeoRegion,
  compileFramework,
  compiledModelName,
  createModelFromJob,
  defaultEndpointName,
  defaultModelName,
  estimatorDeleteEndpoint,
  frameworkVersionDefault,
  legacyTensorflowModel,
  modelEndpointName,
  pinnedSdk,
  python2Images,
  python2Syntax,
  pythonRequires,
  runTensorboardLocally,
  sdkRequirement,
  sparkmlVersion,
  subnetsWithoutSecurityGroups,
  tensorflowLegacyMode,
  tensorflowPy2Version,
  tensorflowScriptMode,
  tensorflowServingVersion,
  transformWait,
  tunerFitWait,
  tunerModelName,
  unparsedCode,
  unsupportedFrameworkVersion,
  updateEndpoint,
];

/** Every rule, with the requirements on the SDK judged in another way than by default. */
export function rulesWith(policy: RequirementPolicy): readonly Rule[] {
  return rules.map((rule) => {
    if (rule === pinnedSdk) return pinnedSdkTo(policy.pin);
    return rule === sdkRequirement ? sdkRequirementFor(policy) : rule;
  });
}
