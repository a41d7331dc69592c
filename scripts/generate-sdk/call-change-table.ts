import { trainKeywords } from '../../src/sdk/train-keywords.js';
import {
  type ApiFacts,
  type ChangeFacts,
  type EntryFacts,
  entriesOf,
  type ParameterFacts,
  short,
  sorted,
  textModule,
} from './facts.js';

interface Change {
  readonly renamed: Readonly<Record<string, string>>;
  readonly removed: readonly string[];
  readonly safe: number | undefined;
}

/**
 * Keywords that signatures don't show: `create_model(**kwargs)` of these classes hands them to the model class, and
 * `deploy(**kwargs)` hands them to `create_model` (v1 estimator.py, <framework>/estimator.py, algorithm.py).
 */
const modelKeywords: Readonly<Record<string, Pick<Change, 'renamed' | 'removed'>>> = {
  'sagemaker.chainer.estimator.Chainer': { renamed: { image: 'image_uri' }, removed: ['enable_cloudwatch_metrics'] },
  'sagemaker.mxnet.estimator.MXNet': {
    renamed: { image: 'image_uri', image_name: 'image_uri' },
    removed: ['enable_cloudwatch_metrics'],
  },
  'sagemaker.pytorch.estimator.PyTorch': { renamed: { image: 'image_uri' }, removed: ['enable_cloudwatch_metrics'] },
  'sagemaker.rl.estimator.RLEstimator': { renamed: { image: 'image_uri' }, removed: ['enable_cloudwatch_metrics'] },
  'sagemaker.sklearn.estimator.SKLearn': { renamed: { image: 'image_uri' }, removed: ['enable_cloudwatch_metrics'] },
  'sagemaker.tensorflow.estimator.TensorFlow': {
    renamed: { image: 'image_uri' },
    removed: ['model_server_workers', 'endpoint_type', 'enable_cloudwatch_metrics'],
  },
  'sagemaker.xgboost.estimator.XGBoost': { renamed: { image: 'image_uri' }, removed: ['enable_cloudwatch_metrics'] },
  'sagemaker.estimator.Estimator': { renamed: { image: 'image_uri' }, removed: ['content_type', 'accept'] },
  'sagemaker.algorithm.AlgorithmEstimator': { renamed: {}, removed: ['content_type', 'accept'] },
};

function findMethod(
  entries: Map<string, EntryFacts>,
  classPath: string,
  name: string,
): readonly ParameterFacts[] | undefined {
  const facts = entries.get(classPath)?.methods?.[name];
  return facts?.from === undefined ? facts?.params : entries.get(facts.from)?.methods?.[name]?.params;
}

function findParameters(entries: Map<string, EntryFacts>, key: string): readonly ParameterFacts[] | undefined {
  if (!key.endsWith('()')) return entries.get(key)?.params;
  const cut = key.lastIndexOf('.');
  return findMethod(entries, key.slice(0, cut), key.slice(cut + 1, -2));
}

/** First index where the v2 parameter is another one; undefined where every v1 position keeps its meaning. */
function firstMovedPosition(
  v1: readonly ParameterFacts[],
  v2: readonly ParameterFacts[],
  renamed: Readonly<Record<string, string>>,
): number | undefined {
  const positional = (parameters: readonly ParameterFacts[]) =>
    parameters.filter((parameter) => parameter.kind === 'pos');
  const after = positional(v2);
  const index = positional(v1).findIndex(({ name }, at) => (renamed[name] ?? name) !== after[at]?.name);
  return index === -1 ? undefined : index;
}

function changeLine(key: string, change: Change): string | undefined {
  const isTrain = Object.entries(trainKeywords).every(([before, after]) => change.renamed[before] === after);
  const tokens = isTrain ? ['train_*'] : [];
  for (const [before, after] of Object.entries(change.renamed)) {
    if (!(isTrain && before in trainKeywords)) tokens.push(`${before}>${after}`);
  }
  tokens.push(...change.removed.map((name) => `-${name}`));
  if (change.safe !== undefined) tokens.push(`@${change.safe}`);
  return tokens.length === 0 ? undefined : `${short(key)} ${tokens.join(' ')}`;
}

/** One line a callable: `path[.method()] old>new -removed @firstMovedPosition`; `train_*` stands for seven renames. */
export function writeCallChanges(facts: Readonly<Record<string, ChangeFacts>>, v1: ApiFacts, v2: ApiFacts): string {
  const before = entriesOf(v1);
  const after = entriesOf(v2);
  const changes = new Map<string, Change>();
  for (const [key, change] of Object.entries(facts)) {
    const renamed = change.renamed ?? {};
    const own = findParameters(before, key);
    const next = findParameters(
      after,
      change.v2_path ?? key.replace('tensorflow.serving.Model', 'tensorflow.model.TensorFlowModel'),
    );
    // What became a no-op takes *args: no position is worth keeping or moving.
    const isNoOp = next?.some((parameter) => parameter.kind === 'varargs') ?? false;
    if (isNoOp) continue;
    const safe = own && next ? firstMovedPosition(own, next, renamed) : undefined;
    if (safe !== change.positional_ok_up_to) {
      throw new Error(`${key}: the facts say position ${change.positional_ok_up_to}, the signatures say ${safe}`);
    }
    changes.set(key, { renamed, removed: change.removed ?? [], safe });
  }
  for (const [classPath, keywords] of Object.entries(modelKeywords)) {
    const create = changes.get(`${classPath}.create_model()`);
    const deploy = changes.get('sagemaker.estimator.EstimatorBase.deploy()');
    changes.set(`${classPath}.create_model()`, merge(create, keywords));
    changes.set(`${classPath}.deploy()`, merge(deploy, keywords));
  }
  const lines = sorted(changes.keys()).flatMap((key) => {
    const change = changes.get(key);
    return (change && changeLine(key, change)) ?? [];
  });
  return textModule(
    'callChanges',
    'What v2 changed in the calls of v1; format: scripts/generate-sdk/call-change-table.ts.',
    lines,
  );
}

function merge(own: Change | undefined, extra: Pick<Change, 'renamed' | 'removed'>): Change {
  return {
    renamed: { ...own?.renamed, ...extra.renamed },
    removed: [...new Set([...(own?.removed ?? []), ...extra.removed])],
    safe: own?.safe,
  };
}
