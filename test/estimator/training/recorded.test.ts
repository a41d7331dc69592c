import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findJobs } from '../../../src/dryrun/jobs.js';
import type { SdkVersion } from '../../../src/estimator/world.js';
import { parsePython } from '../../../src/python/parser.js';
import { pythonSource } from '../../../src/text/source.js';

/**
 * Random programs of estimators with the requests that SDK 1.72.0 and 2.257.6 sent, or the exception that ended them: recorded in
 * a sandbox without AWS, where clocks stand still (`../shared/oracle`; collections of the debugger, a set in Python, are sorted).
 */
interface Recorded {
  readonly sdk: SdkVersion;
  readonly name: string;
  readonly program: string;
  readonly requests: readonly { readonly operation: string; readonly request: unknown }[];
  readonly refusal: string | null;
}

const recorded = readFileSync(new URL('recorded.jsonl', import.meta.url), 'utf8')
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
const preambles: Readonly<Record<SdkVersion, string>> = {
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

describe.each(['v1', 'v2'] as const)('programs in %s', (sdk) => {
  const programs = recorded.filter((each) => each.sdk === sdk).map((each) => [each.name, each] as const);
  test.each(programs)('%s sends the same requests', (_, { program, requests, refusal }) => {
    const source = pythonSource('program.py', preambles[sdk] + program);
    const found = findJobs(source, parsePython(source.text, source.chunks), { settings: { sdk }, given: new Map() });
    const sent = found.jobs.filter(({ violations }) => violations.every(({ grade }) => grade !== 'client'));
    expect(sent.map(({ operation, request }) => ({ operation, request }))).toEqual(requests);
    expect(found.refusals[0]?.error.type ?? null).toBe(refusal);
  });
});
