import { PythonError } from '../../../data/errors.js';
import { List } from '../../../data/value.js';
import { retrieveImageUri } from '../../../sdk/image-uris.js';
import { retrieveFrameworkImageUriV1 } from '../../../sdk/image-uris-v1-others.js';
import { isFalse } from '../../conditions.js';
import { imageUri } from '../../images.js';
import { argumentsOf, type PlainArguments } from '../../sdk-object.js';
import { sessionOf } from '../../session.js';
import { createWorld, type World } from '../../world.js';
import { ScriptProcessor } from './script-processor.js';

/** Runs a script with scikit-learn: SDK 2.257.6 sklearn/processing.py. */
export class SKLearnProcessor extends ScriptProcessor {
  /** @throws PythonError `ValueError` for a version without images */
  constructor(args: PlainArguments, world: World = createWorld()) {
    const given = argumentsOf(args);
    const session = sessionOf(given.sagemaker_session, world);
    const asked = {
      region: session.boto_region_name,
      version: given.framework_version,
      instanceType: given.instance_type,
    };
    const image_uri = imageUri(asked, ({ region, version, instanceType }) => {
      if (world.settings.sdk === 'v1') return imageOfV1(region ?? '', version);
      return retrieveImageUri({ framework: 'sklearn', region: region ?? '', version, instanceType });
    });
    const command = isFalse(given.command) ? new List(['python3']) : given.command;
    super({ ...args, image_uri, command, sagemaker_session: session }, world);
  }
}

/** SDK 1.72.0 sklearn/processing.py: the only version that there is for processing. */
function imageOfV1(region: string, version: string | null): string {
  if (version !== '0.20.0')
    throw new PythonError('ValueError', `processing with scikit-learn ${version} is not possible: there is 0.20.0`);
  return retrieveFrameworkImageUriV1('scikit-learn', region, `${version}-cpu-py3`);
}
