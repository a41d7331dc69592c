import { PythonError } from '../../../data/errors.js';
import { concat, type Text } from '../../../data/text.js';
import { type Data, isText, List, PyCallable, Template, Unknown } from '../../../data/value.js';
import { isFalse, orDefault } from '../../conditions.js';
import { type Arguments, argumentsOf, type PlainArguments } from '../../sdk-object.js';
import { Framework } from '../../training/framework.js';
import { prepareForTraining } from '../../training/preparing.js';
import type { World } from '../../world.js';
import { ProcessingInput } from './inputs.js';
import { appended, CONTAINER_INPUT, ScriptProcessor } from './script-processor.js';

/** What `run` hands on once the code is packed. */
interface Packed {
  readonly code: Data;
  readonly inputs: Data;
  readonly job_name: Data;
}

/** Runs a script, with the files around it, in a framework's training image: SDK 2.257.6 processing.py `FrameworkProcessor`. */
export class FrameworkProcessor extends ScriptProcessor {
  estimator_cls: Data;
  framework_version: Data;
  py_version: Data;
  code_location: Data;
  /** The constructor's arguments. */
  protected readonly given: Arguments;

  /** @throws PythonError what the framework's estimator refuses */
  constructor(args: PlainArguments, world?: World) {
    const given = argumentsOf(args);
    super({ ...args, command: isFalse(given.command) ? new List(['python']) : given.command }, world);
    this.codeInputName = 'entrypoint';
    this.estimator_cls = given.estimator_cls ?? null;
    this.framework_version = given.framework_version ?? null;
    this.py_version = orDefault(given.py_version, this.defaultPython);
    this.given = given;
    this.code_location = withoutEndSlash(given.code_location ?? null);
    this.#takeFromEstimator();
  }

  /** @throws PythonError for code that is neither a path nor an address in S3 */
  override run(args: PlainArguments): Data {
    return super.run({ ...args, ...this.#pack(argumentsOf(args)) });
  }

  override get_run_args(args: PlainArguments): Data {
    return super.get_run_args({ ...args, ...this.#pack(argumentsOf(args)) });
  }

  /** The shell starts a script of the SDK's, which unpacks the program's. */
  protected override entrypointOf(scriptName: Text): Data {
    return new List(['/bin/bash', concat([CONTAINER_INPUT, this.codeInputName, '/', scriptName])]);
  }

  /** The estimator whose image and way of staging code the processor uses. */
  protected estimatorOf(code: Arguments): Data {
    const args: Arguments = {
      ...this.versions(),
      ...code,
      py_version: this.py_version,
      code_location: this.code_location,
      enable_network_isolation: false,
      image_uri: this.image_uri,
      role: this.role,
      instance_count: 1,
      instance_type: this.instance_type,
      sagemaker_session: this.sagemaker_session,
      debugger_hook_config: false,
      disable_profiler: true,
      output_kms_key: this.output_kms_key,
    };
    return this.makeEstimator(args);
  }

  /** Python of the image where the program names none. */
  protected get defaultPython(): string {
    return 'py3';
  }

  /** The versions that the estimator takes. */
  protected versions(): Arguments {
    return { framework_version: this.framework_version };
  }

  /** Calls the class that the program handed over. */
  protected makeEstimator(args: Arguments): Data {
    const { estimator_cls: made } = this;
    if (!(made instanceof PyCallable)) return made;
    return made.call([], new Map(Object.entries(args).map(([name, value]) => [name, value ?? null])));
  }

  #takeFromEstimator(): void {
    const { given } = this;
    const hasImage = (given.image_uri ?? null) !== null;
    const hasName = (given.base_job_name ?? null) !== null;
    if (hasImage && hasName) return;
    const estimator = this.estimatorOf({ entry_point: '' });
    const isKnown = estimator instanceof Framework;
    const unknown = new Unknown('given by an estimator of a class that is not known');
    if (!hasImage) this.image_uri = isKnown ? estimator.training_image_uri() : unknown;
    if (!hasName) this.base_job_name = isKnown ? estimator.frameworkName : unknown;
  }

  /** SDK 2.257.6 processing.py `_pack_and_upload_code`. */
  #pack(args: Arguments): Packed {
    const { code = null, inputs = null, job_name = null } = args;
    const start = code instanceof Template ? code.parts[0] : code;
    if (start instanceof Unknown) return { code: start, inputs: start, job_name };
    if (typeof start !== 'string') throw new PythonError('AttributeError', 'code is a path or an address in S3');
    if (start.startsWith('s3://')) return { code, inputs, job_name };
    const name = job_name ?? this.generateJobName(null);
    const { source_dir = null, dependencies = null, git_config = null } = args;
    const estimator = this.estimatorOf({ entry_point: code, source_dir, dependencies, git_config });
    if (!(estimator instanceof Framework)) {
      const unknown = new Unknown('staged by an estimator of a class that is not known');
      return { code: unknown, inputs: unknown, job_name: name };
    }
    prepareForTraining(estimator, name);
    const source = estimator._hyperparameters.get('sagemaker_submit_directory') ?? null;
    const payload = { input_name: 'code', source, destination: `${CONTAINER_INPUT}code/` };
    return {
      code: runScript(estimator.uploadedCode?.s3_prefix ?? null),
      inputs: appended(inputs, new ProcessingInput(payload, this.world)),
      job_name: name,
    };
  }
}

/** Where the SDK's own script goes: beside the archive of the code. @throws PythonError `RuntimeError` for another archive */
function runScript(archive: Data): Data {
  if (!isText(archive)) return archive;
  const parts = archive instanceof Template ? archive.parts : [archive];
  const isArchive = (part: string | Unknown): boolean => typeof part === 'string' && part.includes('/sourcedir.tar.gz');
  if (!parts.some(isArchive)) {
    if (archive instanceof Template) return new Unknown('the place of the code is not known');
    throw new PythonError('RuntimeError', 'a source directory in S3 is an archive named sourcedir.tar.gz');
  }
  return concat(
    parts.map((part) => (typeof part === 'string' ? part.replace('sourcedir.tar.gz', 'runproc.sh') : part)),
  );
}

function withoutEndSlash(location: Data): Data {
  return typeof location === 'string' ? location.replace(/\/$/, '') : location;
}
