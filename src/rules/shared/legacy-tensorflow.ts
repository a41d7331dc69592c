import { TENSORFLOW_VERSION } from '../../sdk/framework-defaults.js';
import { findArgument, type SdkCall } from '../sdk-call.js';
import { changeOf } from './call-change.js';
import { givenFor, isUnset } from './given.js';

/** Parameters that only legacy mode has (v1 tensorflow/estimator.py). */
export const LEGACY_ARGUMENTS: readonly string[] = [
  'training_steps',
  'evaluation_steps',
  'checkpoint_path',
  'requirements_file',
];

/**
 * The constructor that runs a legacy script in its old container on v2: the image by URI, the arguments of legacy mode
 * as the hyperparameters that v1 made of them (v1 tensorflow/estimator.py `hyperparameters`).
 */
export function legacyConstructor(call: SdkCall): string {
  const renamed = changeOf(call)?.renamed ?? {};
  const dropped = new Set([
    ...LEGACY_ARGUMENTS,
    'script_mode',
    'framework_version',
    'py_version',
    'hyperparameters',
    'model_dir',
    'image_name',
  ]);
  const kept = call.arguments
    .filter(({ parameter }) => parameter !== undefined && !dropped.has(parameter))
    .map(({ parameter = '', valueNode }) => `${renamed[parameter] ?? parameter}=${valueNode?.text ?? '…'}`);
  const version = textOf(call, 'framework_version') ?? `'${TENSORFLOW_VERSION}'`;
  const parts = [
    ...kept,
    `framework_version=${version}`,
    "py_version='py2'",
    `hyperparameters=${hyperparameters(call)}`,
    `image_uri=${textOf(call, 'image_name') ?? image(call, version)}`,
    'model_dir=False',
  ];
  return `${call.node.children[0]?.text ?? 'TensorFlow'}(${parts.join(', ')})`;
}

function hyperparameters(call: SdkCall): string {
  const own = textOf(call, 'hyperparameters');
  const spread = own === undefined ? '' : own.startsWith('{') ? own.slice(1, -1).trim().replace(/,$/, '') : `**${own}`;
  const legacy = [
    `'training_steps': ${textOf(call, 'training_steps') ?? 'None'}`,
    `'evaluation_steps': ${textOf(call, 'evaluation_steps') ?? 'None'}`,
    `'checkpoint_path': ${textOf(call, 'checkpoint_path') ?? 'None'}`,
    `'sagemaker_requirements': ${textOf(call, 'requirements_file') ?? "''"}`,
  ];
  return `{${[...(spread === '' ? [] : [spread]), ...legacy].join(', ')}}`;
}

/** v2 takes the script mode image from 1.11 on; the legacy one lies in the same registry under the same tag. */
function image(call: SdkCall, version: string): string {
  const instance = textOf(call, 'train_instance_type') ?? textOf(call, 'instance_type') ?? "'ml.m4.xlarge'";
  return `image_uris.retrieve('tensorflow', region, version=${version}, py_version='py2', instance_type=${instance}, image_scope='training').replace('-scriptmode', '')`;
}

function textOf(call: SdkCall, name: string): string | undefined {
  return isUnset(givenFor(call, name)) ? undefined : findArgument(call, name)?.valueNode?.text;
}
