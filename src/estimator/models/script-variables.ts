import { concat, str } from '../../data/text.js';
import { type Data, Dict, Unknown } from '../../data/value.js';
import { isTrue } from '../conditions.js';
import { SdkObject } from '../sdk-object.js';
import type { World } from '../world.js';
import type { HostedModel } from './hosted-model.js';
import type { ModelCode } from './model-code.js';

/** Where code was uploaded: SDK 2.257.6 fw_utils.py:41 `UploadedCode`. */
export class UploadedModelCode extends SdkObject {
  readonly s3_prefix: Data;
  readonly script_name: Data;

  constructor(code: ModelCode, world: World) {
    super(world);
    this.s3_prefix = code.s3Prefix;
    this.script_name = code.scriptName;
  }

  override get className(): string {
    return 'UploadedCode';
  }
}

/** Variables by which containers find code. SDK 2.257.6 model.py:866, 1.72.0 model.py:941. */
export function scriptVariables(model: HostedModel): Readonly<Record<string, Data>> {
  const code = model.uploaded_code;
  let script = variableOf(model.env, 'SAGEMAKER_PROGRAM');
  let directory = variableOf(model.env, 'SAGEMAKER_SUBMIT_DIRECTORY');
  if (code instanceof UploadedModelCode) {
    script = code.script_name;
    directory = codeDirectory(model, code);
  } else if (model.entry_point !== null) {
    script = model.entry_point;
    if (model.source_dir !== null) directory = localDirectory(model.source_dir);
  }
  return {
    SAGEMAKER_PROGRAM: script,
    SAGEMAKER_SUBMIT_DIRECTORY: directory,
    SAGEMAKER_CONTAINER_LOG_LEVEL: str(model.container_log_level),
    SAGEMAKER_REGION: model.session.boto_region_name,
  };
}

/** Where the container finds the code: inside the model, or at an address. */
function codeDirectory(model: HostedModel, code: UploadedModelCode): Data {
  const inside = '/opt/ml/model/code';
  // v1 looks inside only where there is no network.
  const reasons = [model.enable_network_isolation(), model.isV1 ? null : model.repacked_model_data];
  if (reasons.some(isTrue)) return inside;
  const hole = reasons.find((each): each is Unknown => each instanceof Unknown);
  return hole === undefined ? code.s3_prefix : new Unknown(hole.reason, [inside, code.s3_prefix]);
}

function variableOf(env: Data, key: string): Data {
  if (env instanceof Unknown) return env;
  return env instanceof Dict ? (env.get(key) ?? env.open ?? '') : '';
}

function localDirectory(directory: Data): Data {
  if (typeof directory !== 'string') return directory;
  return directory.startsWith('s3://') ? directory : concat(['file://', directory]);
}
