import { readFileSync } from 'node:fs';
import type { SdkVersion } from '../../../src/estimator/world.js';

/**
 * Random programs of estimators with the requests that SDK 1.72.0 and 2.257.6 sent, or the exception that ended them: recorded in
 * a sandbox without AWS, where clocks stand still (`../shared/oracle`; collections of the debugger, a set in Python, are sorted).
 */
export interface Recorded {
  readonly sdk: SdkVersion;
  readonly name: string;
  readonly program: string;
  readonly requests: readonly { readonly operation: string; readonly request: unknown }[];
  readonly refusal: string | null;
}

/** The programs. */
export const recorded: readonly Recorded[] = readFileSync(new URL('recorded.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

const shared = `import sagemaker
from sagemaker.pytorch import PyTorch
from sagemaker.tensorflow import TensorFlow
from sagemaker.mxnet import MXNet
from sagemaker.chainer import Chainer
from sagemaker.sklearn.estimator import SKLearn
from sagemaker.xgboost.estimator import XGBoost
from sagemaker.rl import RLEstimator, RLToolkit, RLFramework
from sagemaker.debugger import Rule, rule_configs, DebuggerHookConfig, CollectionConfig, TensorBoardOutputConfig
`;

/** What all programs of a version start with. */
export const preambles: Readonly<Record<SdkVersion, string>> = {
  v1: `${shared}from sagemaker.inputs import s3_input, FileSystemInput
from sagemaker.session import ShuffleConfig
`,
  v2: `${shared}from sagemaker.huggingface import HuggingFace
from sagemaker.inputs import TrainingInput, FileSystemInput, ShuffleConfig
from sagemaker.instance_group import InstanceGroup
from sagemaker.debugger import ProfilerRule, ProfilerConfig, FrameworkProfile, Profiler, PythonProfiler
from sagemaker.debugger import DetailedProfilingConfig, PythonProfilingConfig, DataloaderProfilingConfig
`,
};
