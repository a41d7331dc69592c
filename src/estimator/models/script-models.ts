import { PythonError } from '../../data/errors.js';
import { type Data, isText, Unknown } from '../../data/value.js';
import { retrieveImageUri } from '../../sdk/image-uris.js';
import { retrieveImageUriV1 } from '../../sdk/image-uris-v1.js';
import { retrieveFrameworkImageUriV1 } from '../../sdk/image-uris-v1-others.js';
import { isTrue, orDefault } from '../conditions.js';
import { imageUri } from '../images.js';
import { type Arguments, argumentsOf, type PlainArguments } from '../sdk-object.js';
import { createWorld, type World } from '../world.js';
import { type ModelVersions, refuseWithoutVersions, ScriptModel, versionsV1 } from './framework-model.js';
import {
  ChainerPredictor,
  MXNetPredictor,
  PyTorchPredictor,
  SKLearnPredictor,
  XGBoostPredictor,
} from './predictors.js';
import { isAtLeast, lookedUp } from './versions.js';

/** Versions of a model: those of 1.72.0, or of 2.257.6 with the framework version that it has as a default. */
function versionsOf(args: PlainArguments, world: World, path: string, fallback: string | null): ModelVersions {
  const given = argumentsOf(args);
  if (world.settings.sdk === 'v1') return versionsV1(path, given);
  const versions = {
    framework_version: orDefault(given.framework_version, fallback),
    py_version: given.py_version ?? null,
  };
  refuseWithoutVersions(versions, given.image_uri);
  return versions;
}

/** Frameworks whose newer containers find the code in the model itself. */
abstract class ServedModel extends ScriptModel {
  abstract override get frameworkName(): string;
  /** The first version whose container is so. */
  protected abstract readonly lowestPacked: string;

  protected isPacked(): boolean | Unknown {
    return isAtLeast(this.framework_version, this.lowestPacked);
  }

  protected imageFor(region: Data, args: Arguments): Data {
    if (!this.isV1) return inferenceImage(this, this.frameworkName, region, args);
    const isServing = this.isPacked();
    if (isServing instanceof Unknown) return isServing;
    return imageV1(this, isServing ? `${this.frameworkName}-serving` : this.frameworkName, region, args);
  }
}

/** SDK 2.257.6 and 1.72.0 pytorch/model.py. */
export class PyTorchModel extends ServedModel {
  protected readonly lowestPacked = '1.2';

  constructor(args: PlainArguments, world: World = createWorld()) {
    super(args, world, versionsOf(args, world, 'sagemaker.pytorch.model.PyTorchModel', '1.3'), PyTorchPredictor);
  }

  override get frameworkName(): string {
    return 'pytorch';
  }
}

/** SDK 2.257.6 and 1.72.0 mxnet/model.py. */
export class MXNetModel extends ServedModel {
  protected readonly lowestPacked = '1.4.0';

  constructor(args: PlainArguments, world: World = createWorld()) {
    super(args, world, versionsOf(args, world, 'sagemaker.mxnet.model.MXNetModel', '1.4.0'), MXNetPredictor);
  }

  override get frameworkName(): string {
    return 'mxnet';
  }
}

/** SDK 2.257.6 and 1.72.0 chainer/model.py. */
export class ChainerModel extends ScriptModel {
  constructor(args: PlainArguments, world: World = createWorld()) {
    super(args, world, versionsOf(args, world, 'sagemaker.chainer.model.ChainerModel', null), ChainerPredictor);
  }

  override get frameworkName(): string {
    return 'chainer';
  }

  protected isPacked(): boolean {
    return false;
  }

  protected override containerData(): Data {
    return this.model_data;
  }

  protected imageFor(region: Data, args: Arguments): Data {
    return this.isV1 ? imageV1(this, 'chainer', region, args) : inferenceImage(this, 'chainer', region, args);
  }
}

/** SDK 2.257.6 and 1.72.0 sklearn/model.py. */
export class SKLearnModel extends ScriptModel {
  /** @throws PythonError `AttributeError` in v2 for Python 2 */
  constructor(args: PlainArguments, world: World = createWorld()) {
    const given = { py_version: 'py3', ...argumentsOf(args) };
    super(args, world, versionsOf(given, world, 'sagemaker.sklearn.model.SKLearnModel', null), SKLearnPredictor);
    if (!this.isV1 && typeof this.py_version === 'string' && !['', 'py3'].includes(this.py_version))
      throw new PythonError('AttributeError', 'scikit-learn has images for Python 3 alone');
  }

  override get frameworkName(): string {
    return this.isV1 ? 'scikit-learn' : 'sklearn';
  }

  override prepare_container_def(args: Arguments) {
    if (isTrue(args.accelerator_type)) throw new PythonError('ValueError', 'scikit-learn models take no accelerators');
    return super.prepare_container_def(args);
  }

  protected isPacked(): boolean | Unknown {
    const isolation = this.enable_network_isolation();
    return isolation instanceof Unknown ? isolation : isTrue(isolation);
  }

  protected override containerData(): Data {
    return this.isolatedData();
  }

  protected override registeredAs(): { readonly name: Data; readonly version: Data } {
    return { name: this.frameworkName, version: null };
  }

  protected override servingImage(args: Arguments): Data {
    return this.imageFor(this.session.boto_region_name, args);
  }

  protected imageFor(region: Data, args: Arguments): Data {
    const version = lookedUp(this.framework_version, this.isV1);
    const { py_version: pyVersion } = this;
    if (this.isV1) return taggedImageV1('scikit-learn', this, region);
    const { instance_type: instanceType } = args;
    return imageUri({ region, version, pyVersion, instanceType }, (known) =>
      retrieveImageUri({ ...known, framework: 'sklearn', region: known.region ?? '' }),
    );
  }
}

/** SDK 2.257.6 and 1.72.0 xgboost/model.py. */
export class XGBoostModel extends ScriptModel {
  /** @throws PythonError for Python 2 and, in v2, for versions without images */
  constructor(args: PlainArguments, world: World = createWorld()) {
    const given = argumentsOf(args);
    const versions = {
      framework_version: given.framework_version ?? null,
      py_version: orDefault(given.py_version, 'py3'),
    };
    super(args, world, versions, XGBoostPredictor);
    if (this.isV1) {
      if (this.py_version === 'py2') throw new PythonError('AttributeError', 'XGBoost has no images for Python 2');
      return;
    }
    if (this.py_version !== 'py3' && !(this.py_version instanceof Unknown))
      throw new PythonError('ValueError', 'XGBoost has images for py3 alone');
    if (!isText(this.framework_version) && !(this.framework_version instanceof Unknown))
      throw new PythonError('AttributeError', 'the framework version is no string');
    if (typeof this.framework_version === 'string' && this.framework_version.split('-')[0] === '1.1')
      throw new PythonError('ValueError', 'XGBoost 1.1 has no images');
  }

  override get frameworkName(): string {
    return 'xgboost';
  }

  protected isPacked(): boolean | Unknown {
    if (this.isV1) return false;
    const isolation = this.enable_network_isolation();
    return isolation instanceof Unknown ? isolation : isTrue(isolation);
  }

  protected override containerData(): Data {
    return this.isV1 ? this.model_data : this.isolatedData();
  }

  protected override registeredAs(): { readonly name: Data; readonly version: Data } {
    return { name: this.frameworkName, version: null };
  }

  protected override servingImage(args: Arguments): Data {
    return this.imageFor(this.session.boto_region_name, args);
  }

  protected imageFor(region: Data, args: Arguments): Data {
    if (this.isV1) return taggedImageV1('xgboost', this, region);
    const version = lookedUp(this.framework_version, this.isV1);
    const { instance_type: instanceType } = args;
    return imageUri({ region, version, instanceType }, (known) =>
      retrieveImageUri({
        ...known,
        framework: 'xgboost',
        region: known.region ?? '',
        isServerless: isServerless(args),
      }),
    );
  }
}

function inferenceImage(model: ScriptModel, framework: string, region: Data, args: Arguments): Data {
  const version = lookedUp(model.framework_version, false);
  const { py_version: pyVersion } = model;
  const { instance_type: instanceType, accelerator_type: acceleratorType } = args;
  return imageUri({ region, version, pyVersion, instanceType, acceleratorType }, (known) =>
    retrieveImageUri({
      ...known,
      framework,
      region: known.region ?? '',
      imageScope: 'inference',
      isServerless: isServerless(args),
    }),
  );
}

function imageV1(model: ScriptModel, framework: string, region: Data, args: Arguments): Data {
  const { framework_version: version, py_version: pyVersion } = model;
  const { instance_type: instanceType, accelerator_type: acceleratorType } = args;
  return imageUri({ region, version, pyVersion, instanceType, acceleratorType }, (known) =>
    retrieveImageUriV1({
      ...known,
      framework,
      region: known.region ?? '',
      version: known.version ?? '',
      instanceType: known.instanceType ?? '',
    }),
  );
}

function taggedImageV1(framework: 'scikit-learn' | 'xgboost', model: ScriptModel, region: Data): Data {
  const { framework_version: version, py_version: pyVersion } = model;
  return imageUri({ region, version, pyVersion }, (known) =>
    retrieveFrameworkImageUriV1(
      framework,
      known.region ?? '',
      `${known.version ?? 'None'}-cpu-${known.pyVersion ?? 'None'}`,
    ),
  );
}

/** Whether a deployment is a serverless one. */
export function isServerless(args: Arguments): boolean {
  return (args.serverless_inference_config ?? null) !== null;
}
