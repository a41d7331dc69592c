import { PythonError } from '../../data/errors.js';
import { dumpJson } from '../../data/json.js';
import { type Data, Dict, dictOf, Template, Unknown } from '../../data/value.js';
import { retrieveNeoImageUriV1 } from '../../sdk/image-uris-v1-others.js';
import { choose, isFalse, or, orDefault, unlessNone } from '../conditions.js';
import { imageUri } from '../images.js';
import type { Arguments } from '../sdk-object.js';
import type { HostedModel } from './hosted-model.js';
import { compileModel } from './session-calls.js';

/** SDK 2.257.6 model.py:99 and 1.72.0 model.py:27 `NEO_ALLOWED_FRAMEWORKS`. */
const FRAMEWORKS = ['mxnet', 'tensorflow', 'keras', 'pytorch', 'onnx', 'xgboost', 'tflite'];

/** SDK 2.257.6 model.py:103: targets in the cloud, and those for which a framework's version is not sent. */
const CLOUD_TARGETS = ['ml_c4', 'ml_c5', 'ml_m4', 'ml_m5', 'ml_p2', 'ml_p3', 'ml_g4dn'];
const UNVERSIONED_TARGETS = [
  'imx8mplus',
  'jacinto_tda4vm',
  'coreml',
  'sitara_am57x',
  'amba_cv2',
  'amba_cv22',
  'amba_cv25',
  'lambda',
];

/** Compiles a model with Neo. SDK 2.257.6 model.py:1244, 1.72.0 model.py:342. */
export function compile(model: HostedModel, args: Arguments): Data {
  const { isV1, world } = model;
  const own = model.frameworkName ?? null;
  const framework = isV1 ? or(own, args.framework) : or(args.framework, own);
  if (framework === null) throw new PythonError('ValueError', 'a compilation needs the framework');
  if (typeof framework === 'string' && !FRAMEWORKS.includes(framework))
    throw new PythonError('ValueError', `${framework} is no framework that Neo compiles`);
  const jobName = args.job_name ?? null;
  if (jobName === null) throw new PythonError('ValueError', 'a compilation needs job_name');
  if (!isV1) refuseData(model.model_data);
  const ownVersion = model.frameworkVersion;
  const version = isV1 ? or(ownVersion, args.framework_version) : or(args.framework_version, ownVersion);
  const target = args.target_instance_family ?? null;
  const session = model.ensureSession(target);
  const role = args.role ?? null;
  if (!isV1 && isFalse(role)) throw new PythonError('ValueError', 'a compilation needs a role');
  compileModel(session, {
    input_model_config: inputConfig(model, args.input_shape ?? null, framework, version, target),
    output_model_config: outputConfig(args, target),
    role: session.expand_role({ role }),
    stop_condition: dictOf({ MaxRuntimeInSeconds: orDefault(args.compile_max_run, isV1 ? 300 : 900) }),
    tags: args.tags,
    job_name: jobName,
  });
  model.model_data = world.settings.compiledModel;
  const hosting = isHostable(target, isV1);
  if (hosting === false) return model;
  model.isCompiledModel = hosting;
  const image = isV1 ? neoImage(model, target, framework, version) : world.settings.compiledImage;
  model.image_uri = choose(hosting, image, model.image_uri);
  return model;
}

/** Whether what was compiled for a target can be hosted at SageMaker. */
function isHostable(target: Data, isV1: boolean): boolean | Unknown {
  if (target instanceof Unknown) return target;
  const start = target instanceof Template ? target.parts[0] : target;
  if (start instanceof Unknown) return start;
  return typeof start === 'string' && start.startsWith('ml_') && (isV1 || target !== 'ml_eia2');
}

function neoImage(model: HostedModel, target: Data, framework: Data, version: Data): Data {
  const region = model.session.boto_region_name;
  return imageUri({ region, target, framework, version }, (known) =>
    retrieveNeoImageUriV1(known.region ?? '', known.target ?? '', known.framework ?? '', known.version ?? 'None'),
  );
}

function refuseData(data: Data): void {
  if (data === null) throw new PythonError('ValueError', 'a compilation needs the address of a model');
  if (data instanceof Dict) throw new PythonError('ValueError', 'a source of model data cannot be compiled');
}

function inputConfig(model: HostedModel, shape: Data, framework: Data, version: Data, target: Data): Dict {
  return dictOf({
    S3Uri: model.model_data,
    DataInputConfig: shape instanceof Dict ? dumpJson(shape) : shape,
    Framework: typeof framework === 'string' ? framework.toUpperCase() : framework,
    FrameworkVersion: model.isV1 ? undefined : sentVersion(framework, version, target),
  });
}

/** The framework's version, major and minor, where Neo compiles for several: SDK 2.257.6 model.py:1088. */
function sentVersion(framework: Data, version: Data, target: Data): Data | undefined {
  if ([framework, version, target].some(isFalse)) return undefined;
  const hole = [framework, target].find((each): each is Unknown => each instanceof Unknown);
  if (hole !== undefined) return hole;
  const name = String(framework).toLowerCase();
  const family = String(target);
  if (!CLOUD_TARGETS.includes(family) && UNVERSIONED_TARGETS.includes(family)) return undefined;
  const supported = family === 'ml_inf1' ? ['pytorch', 'tensorflow', 'mxnet'] : ['pytorch', 'tensorflow'];
  if (!supported.includes(name)) return undefined;
  return typeof version === 'string' ? version.split('.').slice(0, 2).join('.') : version;
}

/** @throws PythonError `ValueError` without any target */
function outputConfig(args: Arguments, target: Data): Dict {
  const { target_platform_os: os = null, target_platform_arch: arch = null, compiler_options = null } = args;
  if (target === null && os === null && arch === null)
    throw new PythonError('ValueError', 'a compilation needs a target instance family, or a platform');
  const platform = dictOf({ Os: os, Arch: arch, Accelerator: unlessNone(args.target_platform_accelerator) });
  return dictOf({
    S3OutputLocation: args.output_path ?? null,
    TargetDevice: unlessNone(target),
    TargetPlatform: target === null ? platform : undefined,
    CompilerOptions: compiler_options instanceof Dict ? dumpJson(compiler_options) : unlessNone(compiler_options),
  });
}
