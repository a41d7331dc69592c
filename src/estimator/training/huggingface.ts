import { PythonError } from '../../data/errors.js';
import { type Data, Dict } from '../../data/value.js';
import { dictionaryOf, or, orDefault } from '../conditions.js';
import { HuggingFaceModel } from '../models/huggingface-model.js';
import type { Arguments, PlainArguments } from '../sdk-object.js';
import type { World } from '../world.js';
import { checkedDistribution } from './distribution-checks.js';
import { estimatorArguments } from './estimator-fields.js';
import { Framework } from './framework.js';
import { torchDistribution, withEncoded } from './pytorch.js';
import { checkCompiler, TrainingCompilerConfig } from './training-compiler.js';

/** SDK 2.257.6 huggingface/estimator.py. */
export class HuggingFace extends Framework {
  override readonly frameworkName = 'huggingface';
  tensorflow_version: Data;
  pytorch_version: Data;
  base_framework_name: string;
  base_framework_version: Data;
  distribution: Data;
  compiler_config: Data;

  /** @throws PythonError what the SDK refuses: versions missing, or of both frameworks */
  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    const given = estimatorArguments(args);
    this.framework_version = given.transformers_version ?? null;
    this.py_version = given.py_version ?? null;
    this.tensorflow_version = given.tensorflow_version ?? null;
    this.pytorch_version = given.pytorch_version ?? null;
    if (this.image_uri === null) this.#refuseVersions();
    this.enable_sagemaker_metrics = orDefault(given.enable_sagemaker_metrics, true);
    this.base_framework_name = this.tensorflow_version === null ? 'pytorch' : 'tensorflow';
    this.base_framework_version = this.tensorflow_version ?? this.pytorch_version;
    this.distribution = or(this.#checked(given.distribution ?? null), new Dict());
    this.compiler_config = given.compiler_config ?? null;
    const { pytorch_version: pytorch, tensorflow_version: tensorflow } = this;
    checkCompiler(this, this.distribution, { pytorch, tensorflow });
  }

  override get strategies(): Data | undefined {
    return this.distribution;
  }

  override get isCompiled(): boolean {
    return this.compiler_config instanceof TrainingCompilerConfig;
  }

  protected override makeModel(args: Arguments): Data {
    const { framework_version: transformers_version, ...own } = this.modelArguments(args);
    const { tensorflow_version, pytorch_version } = this;
    const entry_point = args.entry_point ?? null;
    return new HuggingFaceModel(
      { ...own, entry_point, transformers_version, tensorflow_version, pytorch_version },
      this.world,
    );
  }

  override hyperparameters(): Dict {
    const own = torchDistribution(this, dictionaryOf(this.distribution), false);
    return withEncoded(super.hyperparameters(), own, this.compiler_config);
  }

  protected override retrieveImage(region: Data, instanceType: Data): Data {
    const { tensorflow_version: tensorflowVersion, pytorch_version: pytorchVersion } = this;
    return super.retrieveImage(region, instanceType, { tensorflowVersion, pytorchVersion });
  }

  #checked(distribution: Data): Data {
    return checkedDistribution(distribution, {
      framework: this.base_framework_name,
      version: this.base_framework_version,
      pyVersion: this.py_version,
      imageUri: this.image_uri,
      instanceType: this.instance_type,
      instanceGroups: this.instance_groups,
      entryPoint: this.entry_point,
    });
  }

  /** SDK 2.257.6 huggingface/estimator.py `_validate_args`. */
  #refuseVersions(): void {
    const { framework_version: own, tensorflow_version: tensorflow, pytorch_version: pytorch } = this;
    if (own === null) throw new PythonError('ValueError', 'transformers_version is needed, or an image_uri');
    if ((tensorflow === null) === (pytorch === null))
      throw new PythonError('ValueError', 'either tensorflow_version or pytorch_version is needed');
    const base = tensorflow ?? pytorch;
    if (typeof own !== 'string' || typeof base !== 'string') return;
    if (own.split('.').length !== base.split('.').length)
      throw new PythonError('ValueError', 'versions are all full or all short');
  }
}
