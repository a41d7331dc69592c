import { isScriptModeOnly, TENSORFLOW_VERSION, tensorFlowPyVersion } from '../../sdk/framework-defaults.js';
import type { SdkCall } from '../sdk-call.js';
import { type Given, givenFor } from './given.js';

/** How a TensorFlow estimator of v1 runs its script, and with which versions. */
export interface TensorFlowMode {
  /** `unknown`: it depends on values that are not known. */
  readonly mode: 'script' | 'legacy' | 'unknown';
  /** Every framework version that it may have, v1's default included; undefined where one is not known. */
  readonly versions: readonly string[] | undefined;
  /** The Python version of all flows, v1's default included; undefined where they differ or it is not known. */
  readonly pyVersion: string | undefined;
}

/**
 * Decides the mode as v1 does (tensorflow/estimator.py:305-402, 729): script mode for Python 3, when asked for, and
 * from 1.13 on; legacy mode else.
 */
export function tensorFlowMode(call: SdkCall): TensorFlowMode {
  const versions = strings(givenFor(call, 'framework_version'), TENSORFLOW_VERSION);
  const pyVersions = strings(givenFor(call, 'py_version'), '');
  const scripts = truths(givenFor(call, 'script_mode'));
  const flows: { mode: TensorFlowMode['mode']; pyVersion: string | undefined }[] = [];
  for (const version of versions ?? [undefined]) {
    for (const given of pyVersions ?? [undefined]) {
      // An empty py_version counts as none (`if not py_version`).
      const pyVersion = given === '' ? version && tensorFlowPyVersion(version) : given;
      for (const script of scripts ?? [undefined]) flows.push({ mode: modeOf(version, pyVersion, script), pyVersion });
    }
  }
  const [first] = flows;
  const same = <T>(pick: (flow: (typeof flows)[number]) => T): boolean =>
    flows.every((flow) => first !== undefined && pick(flow) === pick(first));
  return {
    mode: first !== undefined && same((flow) => flow.mode) ? first.mode : 'unknown',
    versions,
    pyVersion: same((flow) => flow.pyVersion) ? first?.pyVersion : undefined,
  };
}

function modeOf(
  version: string | undefined,
  pyVersion: string | undefined,
  script: boolean | undefined,
): TensorFlowMode['mode'] {
  if (pyVersion?.startsWith('py3') === true || script === true) return 'script';
  if (version !== undefined && isScriptModeOnly(version)) return 'script';
  return version !== undefined && pyVersion !== undefined && script === false ? 'legacy' : 'unknown';
}

function strings(given: Given, fallback: string): readonly string[] | undefined {
  if (given.kind === 'absent' || given.kind === 'none') return [fallback];
  if (given.kind !== 'value' || given.values === undefined) return undefined;
  const values = given.values.filter((value) => typeof value === 'string');
  return values.length === given.values.length ? values : undefined;
}

function truths(given: Given): readonly boolean[] | undefined {
  if (given.kind === 'absent' || given.kind === 'none') return [false];
  return given.kind === 'value' ? given.values?.map(Boolean) : undefined;
}
