import { PythonError } from '../../../data/errors.js';
import { concat, type Text } from '../../../data/text.js';
import { type Data, List, Unknown } from '../../../data/value.js';
import { argumentsOf, type PlainArguments } from '../../sdk-object.js';
import type { World } from '../../world.js';
import { baseNameOf, schemeOf, uploadTo } from '../addresses.js';
import { ProcessingInput, RunArgs } from './inputs.js';
import { Processor } from './processor.js';

/** Where a processing container finds its inputs. */
export const CONTAINER_INPUT = '/opt/ml/processing/input/';

/** A processor that runs a script of the program's: SDK 2.257.6 processing.py `ScriptProcessor`. */
export class ScriptProcessor extends Processor {
  /** The words that the script's place in the container follows. */
  command: Data;
  /** Name of the input that brings the script. */
  protected codeInputName = 'code';

  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    this.command = argumentsOf(args).command ?? null;
  }

  override run(args: PlainArguments = {}): Data {
    const given = argumentsOf(args);
    return this.start(given, given.experiment_config ?? null);
  }

  /** The arguments of `run` as an object, for a step of a pipeline. */
  get_run_args(args: PlainArguments): Data {
    return new RunArgs(args, this.world);
  }

  /** The script goes to S3 and comes with the inputs; the entry point runs it. */
  protected override includeCode(inputs: Data, code: Data): Data {
    const address = this.#codeAddress(code);
    const name = baseNameOf(code);
    const destination = CONTAINER_INPUT + this.codeInputName;
    const input = new ProcessingInput({ source: address, destination, input_name: this.codeInputName }, this.world);
    const withCode = appended(inputs, input);
    this.entrypoint = this.entrypointOf(name);
    return withCode;
  }

  /** @throws PythonError `TypeError` for a command that is no list */
  protected entrypointOf(scriptName: Text): Data {
    const { command } = this;
    if (command instanceof Unknown) return command;
    if (!(command instanceof List)) throw new PythonError('TypeError', 'the command of a script processor is a list');
    return appended(command, concat([CONTAINER_INPUT, this.codeInputName, '/', scriptName]));
  }

  #codeAddress(code: Data): Data {
    const scheme = schemeOf(code);
    if (scheme instanceof Unknown) return scheme;
    if (scheme === 's3') return code;
    if (code !== null && (scheme === '' || scheme === 'file'))
      return uploadTo(this.sagemaker_session, code, this.jobAddress('input', this.codeInputName));
    throw new PythonError('ValueError', 'the code of a processing job is a path or an address in S3');
  }
}

/** A new list: the items of one, if it is one, and another item; unknown where the list is. */
export function appended(list: Data, item: Data): Data {
  if (list instanceof Unknown) return list;
  if (!(list instanceof List)) return new List([item]);
  return list.open ?? new List([...list.items, item]);
}
