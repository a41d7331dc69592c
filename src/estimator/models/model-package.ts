import { PythonError } from '../../data/errors.js';
import { concat } from '../../data/text.js';
import { type Data, Dict, dictOf, Unknown } from '../../data/value.js';
import { isTrue, or } from '../conditions.js';
import { nameFromBase } from '../names.js';
import { asText } from '../s3-paths.js';
import { type Arguments, argumentsOf, type PlainArguments } from '../sdk-object.js';
import type { Session } from '../session.js';
import { formatTags } from '../tags.js';
import type { World } from '../world.js';
import { HostedModel } from './hosted-model.js';
import { createModelPackageFromAlgorithm } from './model-package-calls.js';
import { createModel } from './session-calls.js';

/** `arn:aws:sagemaker:REGION:ACCOUNT:model-package/NAME` or `…/NAME/VERSION`: SDK 2.257.6 model.py:2206. */
const PACKAGE_ARN = /^arn:aws:sagemaker:.*?:.*?:model-package\/(.*?)(?:\/(\d+))?$/;

/** A model package, or a model that an algorithm of the marketplace trained. SDK 2.257.6 model.py:2210. */
export class ModelPackage extends HostedModel {
  /** The name of the package made of the algorithm's model, once it is made. */
  createdName: Data = null;

  /** @throws PythonError `ValueError` unless there is either a package or an algorithm with its model's data */
  constructor(args: PlainArguments, world?: World) {
    super({ ...args, image_uri: null }, world);
    const { model_package_arn = null, algorithm_arn = null, model_data = null } = argumentsOf(args);
    if (isTrue(model_package_arn) && isTrue(algorithm_arn))
      throw new PythonError('ValueError', 'a model package has model_package_arn or algorithm_arn, not both');
    if (model_package_arn === null && algorithm_arn === null)
      throw new PythonError('ValueError', 'a model package needs model_package_arn or algorithm_arn');
    if (algorithm_arn !== null && model_data === null)
      throw new PythonError('ValueError', 'algorithm_arn needs model_data');
    this.model_package_arn = model_package_arn;
    this.algorithm_arn = algorithm_arn;
  }

  /** Whether the package is one of the marketplace: a description of the service says so. */
  override enable_network_isolation(): Data {
    if (this.model_package_arn === null && this.createdName === null) return true;
    return new Unknown('whether the model package is one of the marketplace');
  }

  override createSagemakerModel(args: Arguments): void {
    const session = this.ensureSession(args.instance_type);
    if (isTrue(this.algorithm_arn)) this.createdName ??= this.#createPackage();
    const name = isTrue(this.algorithm_arn) ? this.createdName : this.model_package_arn;
    const container = dictOf({ ModelPackageName: name });
    if (!(this.env instanceof Dict && this.env.size === 0 && this.env.open === undefined))
      container.set('Environment', this.env);
    const base = this.#baseName(name);
    const isolation = this.enable_network_isolation();
    if (this.isV1) this.name = or(this.name, nameFromBase(this.world, base));
    else {
      if (this.name === null) this.baseName = base;
      this.setNameOfBase();
      this.#approve(session);
    }
    createModel(session, {
      name: this.name,
      role: this.role,
      container_defs: container,
      vpc_config: this.vpc_config,
      enable_network_isolation: isolation,
      tags: this.isV1 ? null : formatTags(this.world, args.tags),
    });
  }

  /** A version of a package is approved before a model is made of it, unless it is already: SDK 2.257.6 model.py:2346. */
  #approve(session: Session): void {
    const arn = this.model_package_arn;
    if (typeof arn !== 'string' || PACKAGE_ARN.exec(arn)?.[2] === undefined) return;
    const request = { ModelPackageArn: arn, ModelApprovalStatus: 'Approved' };
    session.send('UpdateModelPackage', request, 'whether the model package is approved already');
  }

  #baseName(name: Data): Data {
    if (typeof name !== 'string') return name;
    if (this.isV1) return name.slice(name.lastIndexOf('/') + 1);
    return isTrue(this.algorithm_arn) ? name : (PACKAGE_ARN.exec(name)?.[1] ?? name);
  }

  #createPackage(): Data {
    const arn = asText(this.algorithm_arn);
    const base = typeof arn === 'string' ? arn.slice(arn.lastIndexOf('/') + 1) : arn;
    const name = or(this.name, nameFromBase(this.world, base));
    createModelPackageFromAlgorithm(this.session, {
      name,
      description: concat(['Model Package created from training with ', arn]),
      algorithm_arn: this.algorithm_arn,
      model_data: this.model_data,
    });
    return name;
  }

  /** SDK 2.257.6 model.py:2365. */
  update_approval_status(options: PlainArguments): Data {
    const args = argumentsOf(options);
    if (this.model_package_arn === null) throw new PythonError('ValueError', 'an approval needs model_package_arn');
    this.ensureSession(null).send('UpdateModelPackage', {
      ModelPackageArn: this.model_package_arn,
      ModelApprovalStatus: args.approval_status ?? null,
      ApprovalDescription: args.approval_description ?? undefined,
    });
    return null;
  }
}
