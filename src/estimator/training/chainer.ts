import { type Data, Dict } from '../../data/value.js';
import { frameworkDefaults } from '../../sdk/framework-defaults.js';
import { isFalse } from '../conditions.js';
import { ChainerModel } from '../models/script-models.js';
import type { Arguments, PlainArguments } from '../sdk-object.js';
import type { World } from '../world.js';
import { estimatorArguments } from './estimator-fields.js';
import { Framework } from './framework.js';
import { withEncoded } from './pytorch.js';

/** SDK 2.257.6 chainer/estimator.py, 1.72.0 chainer/estimator.py. */
export class Chainer extends Framework {
  override readonly frameworkName = 'chainer';
  use_mpi: Data;
  num_processes: Data;
  process_slots_per_host: Data;
  additional_mpi_options: Data;

  /** @throws PythonError what the SDK refuses: no versions */
  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    const given = estimatorArguments(args);
    const defaults = frameworkDefaults.get('sagemaker.chainer.estimator.Chainer');
    this.setVersions(given, { version: defaults?.frameworkVersion ?? '', python: defaults?.pyVersion });
    this.use_mpi = given.use_mpi ?? null;
    this.num_processes = given.num_processes ?? null;
    this.process_slots_per_host = given.process_slots_per_host ?? null;
    this.additional_mpi_options = given.additional_mpi_options ?? null;
  }

  protected override makeModel(args: Arguments): Data {
    return new ChainerModel(this.modelArguments(args), this.world);
  }

  override hyperparameters(): Dict {
    const own = new Dict();
    for (const name of ['use_mpi', 'num_processes', 'process_slots_per_host', 'additional_mpi_options'] as const)
      if (!isFalse(this[name])) own.set(`sagemaker_${name}`, this[name]);
    return withEncoded(super.hyperparameters(), own, null);
  }
}
