import { PythonError } from '../../data/errors.js';
import { type Data, type Dict, Template, Unknown } from '../../data/value.js';
import { EnumMember } from '../enum-member.js';

/** What an image's address tells: SDK 2.257.6 fw_utils.py `framework_name_from_image`. */
interface NamedImage {
  readonly framework: string;
  readonly python: string;
  readonly tag: string;
  /** `training` or `scriptmode`; undefined for images of TensorFlow's legacy mode, among others. */
  readonly mode: string | undefined;
}

const ADDRESS = /^\d+\.dkr\.ecr\.[^/]+\/(.*:.*)$/;
const NAME =
  /^(?:sagemaker(?:-rl)?-)?(tensorflow|mxnet|chainer|pytorch|pytorch-trcomp|scikit-learn|xgboost|huggingface-tensorflow|huggingface-pytorch|huggingface-tensorflow-trcomp|huggingface-pytorch-trcomp)-?(scriptmode|training)?:(.*)-(.*?)-(py2|py3\d*)/;
const LEGACY_NAME = /^sagemaker-(tensorflow|mxnet)-(py2|py3)-(?:cpu|gpu):(.*)$/;
const SHORT_XGBOOST = /^sagemaker-(xgboost):(.*)$/;

function nameOf(image: string): NamedImage | undefined {
  const name = ADDRESS.exec(image)?.[1] ?? '';
  const [, framework, mode, version, device, python] = NAME.exec(name) ?? [];
  if (framework !== undefined && python !== undefined)
    return { framework, python, tag: `${version}-${device}-${python}`, mode };
  const [, legacy, legacyPython, legacyTag] = LEGACY_NAME.exec(name) ?? [];
  if (legacy !== undefined && legacyPython !== undefined && legacyTag !== undefined)
    return { framework: legacy, python: legacyPython, tag: legacyTag, mode: undefined };
  const [, xgboost, tag] = SHORT_XGBOOST.exec(name) ?? [];
  return xgboost === undefined || tag === undefined
    ? undefined
    : { framework: xgboost, python: 'py3', tag, mode: undefined };
}

/** SDK 2.257.6 fw_utils.py `framework_version_from_tag`. */
function versionOf(tag: string): string | null {
  return /^(.*)-(?:cpu|gpu)-(?:py2|py3\d*)$/.exec(tag)?.[1] ?? /^(\d\.\d+-\d)$/.exec(tag)?.[1] ?? null;
}

type Arguments = Readonly<Record<string, Data>>;

/**
 * Arguments of an attached estimator that the SDK reads from the job's image and from hyperparameters, which it takes out.
 * SDK 2.257.6 and 1.72.0, `_prepare_init_params_from_job_description` of the frameworks.
 *
 * @param framework as the estimator's images are named: `pytorch`, `huggingface`, `rl`
 * @throws PythonError `ValueError` for an image of another framework
 */
export function imageArguments(framework: string, image: Data, hyperparameters: Dict, isV1: boolean): Arguments {
  if (image instanceof Unknown || image instanceof Template) return unknownVersions();
  const own = framework === 'chainer' ? taken(hyperparameters, CHAINER, 'sagemaker_') : {};
  const legacy = framework === 'tensorflow' && isV1 ? taken(hyperparameters, LEGACY, '') : {};
  const named = nameOf(String(image));
  if (named === undefined) return { ...own, ...legacy, image_uri: image };
  const found = framework === 'rl' ? 'rl' : (named.framework.split('-')[0] ?? '');
  if (found !== framework && named.framework !== framework)
    throw new PythonError('ValueError', `the job's image is one of ${named.framework}`);
  const versions = { framework_version: versionOf(named.tag), py_version: named.python };
  if (framework === 'huggingface') return huggingFace(named);
  if (framework === 'rl') return reinforcementLearning(named);
  if (framework === 'scikit-learn' && isV1) return { py_version: named.python };
  if (framework === 'mxnet' && named.tag === '1.0') return { ...versions, framework_version: '0.12' };
  if (framework === 'tensorflow') return { ...versions, ...legacy, ...tensorFlow(named, image, hyperparameters, isV1) };
  return { ...versions, ...own };
}

const CHAINER = ['use_mpi', 'num_processes', 'process_slots_per_host', 'additional_mpi_options'];
const LEGACY = ['checkpoint_path', 'training_steps', 'evaluation_steps', 'model_dir'];

function unknownVersions(): Arguments {
  const version = new Unknown('the version of an image that is not known');
  return {
    framework_version: version,
    py_version: version,
    transformers_version: version,
    pytorch_version: version,
    model_dir: version,
    script_mode: version,
    image_uri: new Unknown('the image of a job that another program started'),
  };
}

function taken(hyperparameters: Dict, names: readonly string[], prefix: string): Arguments {
  const found: Record<string, Data> = {};
  for (const name of names) {
    const value = hyperparameters.get(prefix + name);
    hyperparameters.delete(prefix + name);
    if (value !== undefined && value !== null) found[name] = value;
  }
  return found;
}

function tensorFlow(named: NamedImage, image: Data, hyperparameters: Dict, isV1: boolean): Arguments {
  const version: Arguments = named.tag === '1.0' ? { framework_version: '1.4' } : {};
  if (isV1) return named.mode === undefined ? version : { ...version, script_mode: true };
  const { model_dir } = taken(hyperparameters, ['model_dir'], '');
  const folder: Arguments =
    model_dir !== undefined ? { model_dir } : named.mode === undefined ? { model_dir: false } : {};
  return { ...version, ...folder, ...(named.mode === undefined ? { image_uri: image } : {}) };
}

function huggingFace({ framework, tag, python }: NamedImage): Arguments {
  const [, version, transformers] = /^(.*)-transformers(.*)-(?:cpu|gpu)-/.exec(tag) ?? [];
  const base = framework.includes('pytorch') ? 'pytorch_version' : 'tensorflow_version';
  return { transformers_version: transformers ?? null, py_version: python, [base]: version ?? null };
}

function reinforcementLearning({ framework, tag }: NamedImage): Arguments {
  const [, toolkit = '', version] = /^([A-Z]*|[a-z]*)(\d.*)-(?:cpu|gpu)-(?:py2|py3)$/.exec(tag) ?? [];
  return {
    toolkit: new EnumMember('RLToolkit', toolkit.toUpperCase(), toolkit),
    toolkit_version: version ?? null,
    framework: new EnumMember('RLFramework', framework.toUpperCase(), framework),
  };
}
