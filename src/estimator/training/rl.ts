import { PythonError } from '../../data/errors.js';
import { type Data, type Dict, dictOf, List, Unknown } from '../../data/value.js';
import { retrieveImageUri } from '../../sdk/image-uris.js';
import { retrieveImageUriV1 } from '../../sdk/image-uris-v1.js';
import { isFalse, isTrue } from '../conditions.js';
import { EnumMember, memberValue } from '../enum-member.js';
import { imageUri } from '../images.js';
import { FrameworkModel } from '../models/framework-model.js';
import { MXNetModel } from '../models/script-models.js';
import { TensorFlowModel, TensorFlowServingModel } from '../models/tensorflow-model.js';
import { type Arguments, argumentsOf, type PlainArguments } from '../sdk-object.js';
import type { World } from '../world.js';
import { estimatorArguments } from './estimator-fields.js';
import { Framework } from './framework.js';
import { only, without } from './model-arguments.js';
import { withEncoded } from './pytorch.js';

/** Versions of the frameworks that versions of the toolkits run on: SDK 2.257.6 rl/estimator.py `TOOLKIT_FRAMEWORK_VERSION_MAP`. */
const VERSIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'coach-0.10.1': { tensorflow: '1.11' },
  'coach-0.10': { tensorflow: '1.11' },
  'coach-0.11.0': { tensorflow: '1.11', mxnet: '1.3' },
  'coach-0.11.1': { tensorflow: '1.12' },
  'coach-0.11': { tensorflow: '1.12', mxnet: '1.3' },
  'ray-0.5.3': { tensorflow: '1.11' },
  'ray-0.5': { tensorflow: '1.11' },
  'ray-0.6.5': { tensorflow: '1.12' },
  'ray-0.6': { tensorflow: '1.12' },
};

/** Those that 1.72.0 has not. */
const NEWER: typeof VERSIONS = {
  'coach-1.0.0': { tensorflow: '1.12' },
  'ray-0.8.2': { tensorflow: '2.1' },
  'ray-0.8.5': { tensorflow: '2.1', pytorch: '1.5' },
  'ray-1.6.0': { tensorflow: '2.5.0', pytorch: '1.8.1' },
};

const FLOAT = '[-+]?[0-9]*[.]?[0-9]+([eE][-+]?[0-9]+)?';

/** SDK 2.257.6 rl/estimator.py `default_metric_definitions`. */
const METRICS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  coach: [
    ['reward-training', '^Training>.*Total reward=(.*?),'],
    ['reward-testing', '^Testing>.*Total reward=(.*?),'],
  ],
  ray: [
    ['episode_reward_mean', `episode_reward_mean: (${FLOAT})`],
    ['episode_reward_max', `episode_reward_max: (${FLOAT})`],
  ],
};

const CODE = ['entry_point', 'source_dir', 'dependencies'];

/** What only some of the models take. */
const VERSIONED = ['framework_version', 'py_version', 'model_server_workers'];

/** SDK 2.257.6 rl/estimator.py, 1.72.0 rl/estimator.py. */
export class RLEstimator extends Framework {
  override readonly frameworkName = '';
  toolkit: Data;
  toolkit_version: Data;
  framework: Data;

  /** @throws PythonError `AttributeError` for missing arguments, and for toolkits that don't go with versions or frameworks */
  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    const given = estimatorArguments(args);
    refuseUnlessMember(given.toolkit, 'RLToolkit');
    refuseUnlessMember(given.framework, 'RLFramework');
    this.toolkit = memberValue(given.toolkit ?? null);
    this.toolkit_version = given.toolkit_version ?? null;
    this.framework = memberValue(given.framework ?? null);
    if (this.image_uri instanceof Unknown && isFalse(this.metric_definitions)) this.metric_definitions = this.image_uri;
    if (!isFalse(this.image_uri)) return;
    this.#refuse();
    this.framework_version = this.#frameworkVersion();
    if (isFalse(this.metric_definitions)) this.metric_definitions = defaultMetrics(this.toolkit);
  }

  override training_image_uri(): Data {
    if (!isFalse(this.image_uri)) return this.image_uri;
    const { toolkit, toolkit_version: version, framework, instance_type: instanceType } = this;
    const region = this.sagemaker_session.boto_region_name;
    return imageUri({ region, toolkit, version, framework, instanceType }, (known) => {
      const asked = { region: known.region ?? '', instanceType: known.instanceType ?? '' };
      if (!this.isV1)
        return retrieveImageUri({ ...asked, framework: `${known.toolkit}-${known.framework}`, version: known.version });
      const image = { framework: `rl-${known.framework}`, version: `${known.toolkit}${known.version}` };
      return retrieveImageUriV1({ ...asked, ...image, pyVersion: 'py3' });
    });
  }

  /**
   * The model of a policy.
   *
   * @throws PythonError `AttributeError` for code without a script, `NotImplementedError` for Ray
   */
  protected override makeModel(args: Arguments): Data {
    const { entry_point, source_dir, dependencies } = args;
    if (isFalse(entry_point) && (isTrue(source_dir) || isTrue(dependencies)))
      throw new PythonError('AttributeError', 'code of a model needs an entry_point');
    const own = this.modelArguments(only(args, ['role', 'vpc_config_override', ...CODE, 'image_uri', 'name']));
    if (this.image_uri instanceof Unknown) return this.image_uri;
    if (isTrue(this.image_uri)) return new FrameworkModel(without(argumentsOf(own), VERSIONED), this.world);
    if (this.toolkit === 'ray')
      throw new PythonError(
        'NotImplementedError',
        'models of Ray are not deployed by the SDK: they are in checkpoints',
      );
    const versions = { framework_version: this.framework_version };
    if (this.framework === 'tensorflow') {
      const served = without(argumentsOf(own), [...VERSIONED, ...CODE, 'code_location']);
      const Served = this.isV1 ? TensorFlowServingModel : TensorFlowModel;
      return new Served({ ...served, ...versions }, this.world);
    }
    const coded = without(argumentsOf(own), VERSIONED);
    if (this.framework === 'mxnet') return new MXNetModel({ ...coded, ...versions, py_version: 'py3' }, this.world);
    if (this.framework instanceof Unknown) return new Unknown('the model of a framework that is not known');
    throw new PythonError('ValueError', 'there is no model of this framework');
  }

  override hyperparameters(): Dict {
    const own = dictOf({ sagemaker_s3_output: this.output_path, sagemaker_estimator: 'RLEstimator' });
    return withEncoded(super.hyperparameters(), own, null);
  }

  #refuse(): void {
    const missing = (['toolkit', 'toolkit_version', 'framework'] as const).filter((name) => isFalse(this[name]));
    if (missing.length > 0) throw new PythonError('AttributeError', `${missing.join(', ')} needed, or an image_uri`);
  }

  #frameworkVersion(): Data {
    const { toolkit, toolkit_version: version, framework } = this;
    const hole = [toolkit, version, framework].find((value) => typeof value !== 'string');
    if (hole !== undefined) return hole instanceof Unknown ? hole : new Unknown('the version of a framework');
    const known = this.isV1 ? VERSIONS : { ...VERSIONS, ...NEWER };
    const found = known[`${String(toolkit)}-${String(version)}`]?.[String(framework)];
    if (found === undefined)
      throw new PythonError(
        'AttributeError',
        `${String(toolkit)} ${String(version)} does not run on ${String(framework)}`,
      );
    return found;
  }
}

function refuseUnlessMember(value: Data | undefined, enumeration: string): void {
  if (isFalse(value) || value instanceof Unknown) return;
  if (!(value instanceof EnumMember) || value.className !== enumeration)
    throw new PythonError('ValueError', `a member of ${enumeration} is needed`);
}

/** The metrics of a toolkit. @throws PythonError `ValueError` for what is no toolkit */
export function defaultMetricDefinitions({ toolkit = null }: Arguments): Data {
  if (!(toolkit instanceof EnumMember) && !(toolkit instanceof Unknown))
    throw new PythonError('ValueError', 'a member of RLToolkit is needed');
  return defaultMetrics(memberValue(toolkit));
}

function defaultMetrics(toolkit: Data): Data {
  if (typeof toolkit !== 'string') return toolkit;
  return new List((METRICS[toolkit] ?? []).map(([name, regex]) => dictOf({ Name: name, Regex: regex })));
}
