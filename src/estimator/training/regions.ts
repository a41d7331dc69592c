import type { Data } from '../../data/value.js';

/** SDK 2.257.6 fw_utils.py:60: regions without debugger, and the same without profiler. */
const UNSUPPORTED_V2 = [
  'us-iso-east-1',
  'us-isob-east-1',
  'ap-southeast-3',
  'ap-southeast-4',
  'eu-south-2',
  'me-central-1',
  'ap-south-2',
  'eu-central-2',
  'us-gov-east-1',
];

/** SDK 1.72.0 fw_utils.py. */
const UNSUPPORTED_V1 = ['us-gov-west-1', 'us-iso-east-1'];

/** Whether training jobs of a region can have debugger hooks. */
export function supportsDebugger(region: Data, isV1: boolean): boolean {
  return typeof region !== 'string' || !(isV1 ? UNSUPPORTED_V1 : UNSUPPORTED_V2).includes(region.toLowerCase());
}

/** Whether training jobs of a region, on this type of instance, can be profiled: Trainium can't. */
export function supportsProfiler(region: Data, instanceType: Data): boolean {
  if (typeof region === 'string' && UNSUPPORTED_V2.includes(region.toLowerCase())) return false;
  return !instanceFamily(instanceType).startsWith('trn');
}

/** `ml.p3.2xlarge` → `p3`; empty for what is no instance type or not known. SDK 2.257.6 fw_utils.py. */
export function instanceFamily(instanceType: Data): string {
  return (typeof instanceType === 'string' && /^ml[._]([a-z\d-]+)\.?\w*$/.exec(instanceType)?.[1]) || '';
}

/** Whether the SDK takes an instance type for one with GPUs. SDK 2.257.6 fw_utils.py `_is_gpu_instance`. */
export function isGpuInstance(instanceType: Data): boolean {
  return /^[pg]/.test(instanceFamily(instanceType)) || instanceType === 'local_gpu';
}
