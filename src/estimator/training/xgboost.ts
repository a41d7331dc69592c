import { PythonError } from '../../data/errors.js';
import type { Data } from '../../data/value.js';
import { retrieveImageUri } from '../../sdk/image-uris.js';
import { retrieveFrameworkImageUriV1 } from '../../sdk/image-uris-v1-others.js';
import { orDefault } from '../conditions.js';
import { imageUri } from '../images.js';
import { XGBoostModel } from '../models/script-models.js';
import type { Arguments, PlainArguments } from '../sdk-object.js';
import type { World } from '../world.js';
import { estimatorArguments } from './estimator-fields.js';
import { Framework } from './framework.js';

/** SDK 1.72.0 xgboost/defaults.py. */
const VERSIONS_V1 = ['0.90-1', '0.90-2', '1.0-1'];

/** SDK 2.257.6 xgboost/estimator.py, 1.72.0 xgboost/estimator.py: XGBoost with a script. */
export class XGBoost extends Framework {
  override readonly frameworkName = 'xgboost';

  /** @throws PythonError what the SDK refuses: Python 2, versions without images */
  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    const given = estimatorArguments(args);
    this.framework_version = given.framework_version ?? null;
    this.py_version = orDefault(given.py_version, 'py3');
    this.#refuse();
    const region = orDefault(given.image_uri_region, this.sagemaker_session.boto_region_name);
    if (this.image_uri === null) this.image_uri = this.#image(region);
  }

  protected override makeModel(args: Arguments): Data {
    return new XGBoostModel(this.modelArguments(args), this.world);
  }

  #refuse(): void {
    const { framework_version: version, py_version: python } = this;
    if (this.isV1) {
      if (python === 'py2') throw new PythonError('AttributeError', 'XGBoost has no images for Python 2');
      if (typeof version === 'string' && !VERSIONS_V1.includes(version))
        throw new PythonError('ValueError', `XGBoost has no version ${version}`);
      return;
    }
    if (typeof python === 'string' && python !== 'py3')
      throw new PythonError('ValueError', `XGBoost has no images for ${python}`);
    if (typeof version === 'string' && version.split('-')[0] === '1.1')
      throw new PythonError('ValueError', 'XGBoost 1.1 is not supported');
  }

  #image(region: Data): Data {
    const { framework_version: version, py_version: pyVersion, instance_type: instanceType } = this;
    if (this.isV1)
      return imageUri({ region, version }, (known) =>
        retrieveFrameworkImageUriV1('xgboost', known.region ?? '', `${known.version}-cpu-py3`),
      );
    return imageUri({ region, version, pyVersion, instanceType }, (known) =>
      retrieveImageUri({ ...known, region: known.region ?? '', framework: 'xgboost', imageScope: 'training' }),
    );
  }
}
