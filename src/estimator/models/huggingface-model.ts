import { PythonError } from '../../data/errors.js';
import { concat, str } from '../../data/text.js';
import { type Data, Template, Unknown } from '../../data/value.js';
import { retrieveImageUri } from '../../sdk/image-uris.js';
import { isFalse } from '../conditions.js';
import { imageUri } from '../images.js';
import { type Arguments, argumentsOf, type PlainArguments } from '../sdk-object.js';
import { sessionOf } from '../session.js';
import { createWorld, type World } from '../world.js';
import { refuseWithoutVersions, ScriptModel } from './framework-model.js';
import { HuggingFacePredictor } from './predictors.js';
import { isServerless } from './script-models.js';
import { lookedUp } from './versions.js';

/** SDK 2.257.6 huggingface/model.py:111; 1.72.0 has none. */
export class HuggingFaceModel extends ScriptModel {
  pytorch_version: Data;
  tensorflow_version: Data;

  /** @throws PythonError `ValueError` for Python 2, and unless it has an image or exactly one framework's version */
  constructor(args: PlainArguments, world: World = createWorld()) {
    const given = argumentsOf(args);
    const versions = { framework_version: given.transformers_version ?? null, py_version: given.py_version ?? null };
    refuseWithoutVersions(versions, given.image_uri);
    const { pytorch_version = null, tensorflow_version = null } = given;
    if ((given.image_uri ?? null) === null && (pytorch_version === null) === (tensorflow_version === null))
      throw new PythonError('ValueError', 'a Hugging Face model needs pytorch_version or tensorflow_version');
    if (versions.py_version === 'py2') throw new PythonError('ValueError', 'Hugging Face has no images for Python 2');
    super(args, world, versions, HuggingFacePredictor);
    this.pytorch_version = pytorch_version;
    this.tensorflow_version = tensorflow_version;
    this.sagemaker_session = sessionOf(given.sagemaker_session, this.world);
  }

  override get frameworkName(): string {
    return 'huggingface';
  }

  /** What the images and model packages are made for: TensorFlow or PyTorch, with its version. */
  get baseFramework(): { readonly name: string; readonly version: Data } {
    const isTensorFlow = this.tensorflow_version !== null;
    return isTensorFlow
      ? { name: 'tensorflow', version: this.tensorflow_version }
      : { name: 'pytorch', version: this.pytorch_version };
  }

  protected override registeredAs(): { readonly name: Data; readonly version: Data } {
    return this.baseFramework;
  }

  override deploy(options: PlainArguments = {}): Data {
    const args = argumentsOf(options);
    const type = args.instance_type ?? null;
    if (isFalse(this.image_uri) && typeof type === 'string' && type.startsWith('ml.inf'))
      this.image_uri = this.imageFor(this.session.boto_region_name, {
        instance_type: type,
        inference_tool: type.startsWith('ml.inf1') ? 'neuron' : 'neuronx',
      });
    return super.deploy(args);
  }

  protected isPacked(): boolean {
    return true;
  }

  protected imageFor(region: Data, args: Arguments): Data {
    const version = lookedUp(this.framework_version, false);
    const { py_version: pyVersion, baseFramework: base } = this;
    const { instance_type: instanceType, accelerator_type: acceleratorType, inference_tool: inferenceTool } = args;
    const baseVersion = base.version instanceof Unknown ? new Template([base.version]) : str(base.version);
    const baseFrameworkVersion = concat([base.name, baseVersion]);
    return imageUri(
      { region, version, pyVersion, instanceType, acceleratorType, inferenceTool, baseFrameworkVersion },
      (known) =>
        retrieveImageUri({
          ...known,
          framework: 'huggingface',
          region: known.region ?? '',
          imageScope: 'inference',
          isServerless: isServerless(args),
        }),
    );
  }
}
