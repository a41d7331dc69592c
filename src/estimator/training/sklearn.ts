import { PythonError } from '../../data/errors.js';
import { type Data, Unknown } from '../../data/value.js';
import { retrieveImageUri } from '../../sdk/image-uris.js';
import { retrieveFrameworkImageUriV1 } from '../../sdk/image-uris-v1-others.js';
import { isFalse, orDefault } from '../conditions.js';
import { imageUri } from '../images.js';
import { SKLearnModel } from '../models/script-models.js';
import type { Arguments, PlainArguments } from '../sdk-object.js';
import type { World } from '../world.js';
import { estimatorArguments } from './estimator-fields.js';
import { Framework } from './framework.js';

/** SDK 2.257.6 sklearn/estimator.py `_validate_not_gpu_instance_type`. */
const GPU_INSTANCES = 'ml.p2.xlarge ml.p2.8xlarge ml.p2.16xlarge ml.p3.xlarge ml.p3.8xlarge ml.p3.16xlarge'.split(' ');

/** SDK 1.72.0 sklearn/defaults.py. */
const VERSIONS_V1 = ['0.20.0', '0.23-1'];

/** SDK 2.257.6 sklearn/estimator.py, 1.72.0 sklearn/estimator.py. */
export class SKLearn extends Framework {
  override readonly frameworkName = 'sklearn';

  /** @throws PythonError what the SDK refuses: no versions, Python 2, GPUs, several instances */
  constructor(args: PlainArguments, world?: World) {
    const given = estimatorArguments(args);
    super({ ...given, instance_count: 1 }, world);
    this.framework_version = this.isV1
      ? orDefault(given.framework_version, '0.20.0')
      : (given.framework_version ?? null);
    this.py_version = orDefault(given.py_version, 'py3');
    this.#refuse(given.instance_count ?? null);
    const region = orDefault(given.image_uri_region, this.sagemaker_session.boto_region_name);
    if (this.image_uri === null) this.image_uri = this.#image(region);
  }

  protected override makeModel(args: Arguments): Data {
    const isolation = { enable_network_isolation: this.enable_network_isolation() };
    return new SKLearnModel(this.modelArguments({ ...isolation, ...args }), this.world);
  }

  #refuse(count: Data): void {
    const { framework_version: version, py_version: python, image_uri: image } = this;
    if (!this.isV1 && image === null && (version === null || python === null))
      throw new PythonError('ValueError', 'framework_version is needed, or an image_uri');
    if (!this.isV1 && typeof python === 'string' && python !== 'py3')
      throw new PythonError('AttributeError', 'scikit-learn has images for Python 3 only');
    if (typeof this.instance_type === 'string' && GPU_INSTANCES.includes(this.instance_type))
      throw new PythonError('ValueError', 'scikit-learn does not train on GPUs');
    if (!isFalse(count) && !(count instanceof Unknown) && count !== 1)
      throw new PythonError('AttributeError', 'scikit-learn trains on one instance');
    if (this.isV1 && typeof version === 'string' && !VERSIONS_V1.includes(version))
      throw new PythonError('ValueError', `scikit-learn has no version ${version}`);
  }

  #image(region: Data): Data {
    const { framework_version: version, py_version: pyVersion, instance_type: instanceType } = this;
    if (this.isV1)
      return imageUri({ region, version, pyVersion }, (known) =>
        retrieveFrameworkImageUriV1('scikit-learn', known.region ?? '', `${known.version}-cpu-${known.pyVersion}`),
      );
    return imageUri({ region, version, pyVersion, instanceType }, (known) =>
      retrieveImageUri({ ...known, region: known.region ?? '', framework: 'sklearn' }),
    );
  }
}
