import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { asRecord } from './inputs.js';

/** A call of one of the functions that image_uris.py lists. */
export interface ImageCall {
  readonly function: string;
  /** By the SDK's own names. */
  readonly arguments: Readonly<Record<string, Argument>>;
}

export type Argument = string | boolean | null | readonly string[] | { readonly [key: string]: Argument };
type Arguments = ImageCall['arguments'];

const INSTANCES: readonly (string | null)[] = [
  ...[
    null,
    'ml.m5.xlarge',
    'ml.p3.2xlarge',
    'ml.p2.xlarge',
    'ml.p4d.24xlarge',
    'ml.g4dn.xlarge',
    'ml_c5',
    'ml.c5.large',
  ],
  ...[
    'local',
    'local_gpu',
    'ml.inf1.xlarge',
    'ml.inf2.xlarge',
    'ml.trn1.2xlarge',
    'ml.m6g.large',
    'c5.xlarge',
    'neuron',
  ],
];
const FEW_INSTANCES: readonly (string | null)[] = [null, 'ml.m5.xlarge', 'ml.p3.2xlarge', 'ml.p4d.24xlarge', 'ml_c6g'];
const REGIONS: readonly string[] = [
  ...[
    'us-west-2',
    'us-east-1',
    'eu-west-1',
    'ap-east-1',
    'ap-northeast-3',
    'me-south-1',
    'cn-north-1',
    'us-gov-west-1',
  ],
  ...['us-iso-east-1', 'us-isob-east-1', 'us-isof-east-1', 'il-central-1', 'mx-central-1', 'us-west-9', 'nowhere'],
];

/** Each version of each framework and scope, by the SDK's own tables, in many regions, Python versions and instances. */
export function callsOfV2(tables: string): ImageCall[] {
  const calls: ImageCall[] = [];
  const add = (...sets: readonly (readonly Arguments[])[]): void => {
    for (const each of product(sets)) calls.push({ function: 'retrieve', arguments: each });
  };
  const names = readdirSync(tables).map((file) => basename(file, '.json'));
  for (const framework of names) {
    // Lists of other things, see scripts/generate-image-uris.ts.
    if (framework === 'instance_gpu_info' || framework === 'sagemaker-base-python') continue;
    const table = asRecord(JSON.parse(readFileSync(join(tables, `${framework}.json`), 'utf8')));
    const isForAll = Array.isArray(table.scope);
    for (const scope of isForAll ? [null, ...(table.scope as string[])] : [null, ...Object.keys(table)]) {
      const images = asRecord(isForAll ? table : (table[scope ?? ''] ?? Object.values(table)[0]));
      const versions = asRecord(images.versions);
      const aliases = Object.keys(asRecord(images.version_aliases ?? {}));
      const own: Arguments = { framework, image_scope: scope, region: 'us-west-2' };
      for (const version of [...Object.keys(versions), ...aliases, null, '99.9']) {
        const facts = JSON.stringify(versions[version ?? ''] ?? {});
        const python = [null, ...new Set(facts.match(/\bpy\d+\b/g) ?? [])];
        const bases = [...new Set(facts.match(/\b(?:pytorch|tensorflow)\d[\d.]*/g) ?? [])];
        const all = [{ ...own, version }];
        const pythons = python.map((py_version) => ({ py_version }));
        if (framework.startsWith('huggingface'))
          add(all, [null, 'pytorch9.9', ...bases].map(baseArgument), pythons, FEW_INSTANCES.map(instanceArgument));
        else add(all, [...pythons, { py_version: 'py99' }], INSTANCES.map(instanceArgument));
        add(
          all,
          bases.slice(0, 1).map(baseArgument),
          pythons.slice(-1),
          REGIONS.map((region) => ({ region, instance_type: 'ml.p3.2xlarge' })),
        );
        add(
          all,
          pythons.slice(-1),
          REGIONS.map((region) => ({ region, instance_type: 'ml.m5.large' })),
        );
        add(all, [null, ...bases].map(baseArgument), pythons.slice(-1), EXTRAS);
      }
    }
  }
  for (const framework of ['no-such-framework', 'tf'])
    for (const instance of INSTANCES) add([{ framework, region: 'us-west-2', ...instanceArgument(instance) }]);
  calls.push(...trainingCalls());
  return calls;
}

const EXTRAS: readonly Arguments[] = [
  { instance_type: 'ml.m5.xlarge', accelerator_type: 'ml.eia1.medium' },
  { instance_type: 'ml.m5.xlarge', accelerator_type: 'eia1' },
  { instance_type: 'ml.p3.2xlarge', container_version: 'cu111-ubuntu20.04' },
  { instance_type: 'ml.p3.2xlarge', distribution: { smdistributed: {} } },
  { instance_type: 'ml.p3.2xlarge', training_compiler_config: true },
  { instance_type: 'ml.inf1.xlarge', inference_tool: 'neuron' },
  { instance_type: 'ml.inf2.xlarge', inference_tool: 'neuronx' },
  { instance_type: 'ml.trn1.2xlarge', inference_tool: 'neuronx', sdk_version: 'sdk2.18.0' },
  { instance_type: 'ml.trn1.2xlarge', inference_tool: 'neuron', container_version: 'ubuntu20.04' },
  { serverless_inference_config: true },
];

function trainingCalls(): ImageCall[] {
  const distributions: readonly Argument[] = [
    null,
    { smdistributed: { dataparallel: { enabled: true } } },
    { torch_distributed: { enabled: true }, smdistributed: { modelparallel: { enabled: true } } },
    { torch_distributed: { enabled: true }, smdistributed: { modelparallel: {} } },
    { torch_distributed: { enabled: true }, smdistributed: { modelparallel: { enabled: false } } },
  ];
  const plain = product([
    [{ region: 'us-west-2' }, { region: 'eu-west-1' }],
    ['pytorch', 'tensorflow', 'mxnet'].map((framework) => ({ framework })),
    ['1.6', '1.12.0', '2.0.1', '2.1', '2.2', '2.3.1', '2.4.1', '2.5.1', '2.7.1'].map((framework_version) => ({
      framework_version,
    })),
    ['py3', 'py38', 'py310', 'py311'].map((py_version) => ({ py_version })),
    ['ml.m5.xlarge', 'ml.p3.2xlarge', 'ml.p4d.24xlarge', 'ml.p5.48xlarge'].map(instanceArgument),
    distributions.map((distribution) => ({ distribution })),
  ]);
  const huggingFace = product([
    [{ region: 'us-west-2', framework: 'huggingface' }],
    ['4.6.1', '4.6', '4.17.0', '4.28', '4.56.2'].map((framework_version) => ({ framework_version })),
    [
      { pytorch_version: '1.7' },
      { pytorch_version: '1.10.2' },
      { pytorch_version: '2.0.0' },
      { tensorflow_version: '2.6.3' },
      {},
    ],
    [null, 'py36', 'py38', 'py39', 'py310'].map((py_version) => ({ py_version })),
    ['ml.m5.xlarge', 'ml.p3.2xlarge'].map(instanceArgument),
    [{ compiler_config: null }, { compiler_config: true }],
  ]);
  return [...plain, ...huggingFace].map((each) => ({ function: 'get_training_image_uri', arguments: each }));
}

const PYTHONS_V1: readonly (string | null)[] = [null, 'py2', 'py3', 'py37', 'py36'];
const VERSIONS_V1: readonly string[] = [
  ...[
    '0.4',
    '1.0',
    '1.1.0',
    '1.2',
    '1.2.0',
    '1.3',
    '1.3.1',
    '1.4',
    '1.4.0',
    '1.4.1',
    '1.5.1',
    '1.6.0',
    '1.10',
    '1.11',
    '1.12',
  ],
  ...[
    '1.13',
    '1.13.1',
    '1.14',
    '1.14.0',
    '1.15',
    '1.15.0',
    '1.15.2',
    '2.0',
    '2.1.0',
    '2.2.0',
    '4.1.0',
    '5.0.0',
    'coach0.11',
  ],
  'latest',
];
const FRAMEWORKS_V1: readonly string[] = [
  ...[
    'tensorflow',
    'tensorflow-scriptmode',
    'tensorflow-serving',
    'mxnet',
    'mxnet-serving',
    'pytorch',
    'pytorch-serving',
  ],
  ...['chainer', 'rl-tensorflow', 'rl-mxnet', 'neo-mxnet', 'neo-tensorflow', 'neo-pytorch', 'something'],
];
const ALGORITHMS_V1: readonly string[] = [
  ...[
    'pca',
    'kmeans',
    'linear-learner',
    'factorization-machines',
    'ntm',
    'randomcutforest',
    'knn',
    'object2vec',
    'ipinsights',
  ],
  ...['lda', 'forecasting-deepar', 'xgboost', 'seq2seq', 'image-classification', 'blazingtext', 'object-detection'],
  ...['semantic-segmentation', 'image-classification-neo', 'xgboost-neo', 'something'],
];

/** The functions of 1.72.0 that choose images. */
export function callsOfV1(): ImageCall[] {
  const named = (name: string, ...sets: readonly (readonly Arguments[])[]): ImageCall[] =>
    product(sets).map((each) => ({ function: name, arguments: each }));
  const regions = [
    ...REGIONS,
    'us-west-1',
    'ap-southeast-2',
    'eu-north-1',
    'sa-east-1',
    'cn-northwest-1',
    'us-gov-east-1',
  ];
  const inRegions = regions.map((region) => ({ region }));
  const named2 = regions.map((region_name) => ({ region_name }));
  const frameworks = FRAMEWORKS_V1.map((framework) => ({ framework }));
  const versions = VERSIONS_V1.map((framework_version) => ({ framework_version }));
  const pythons = PYTHONS_V1.map((py_version) => ({ py_version }));
  const accelerators = ['ml.eia1.medium', 'local_sagemaker_notebook', 'eia'].map((accelerator_type) => ({
    accelerator_type,
  }));
  return [
    ...named(
      'create_image_uri',
      [{ region: 'us-west-2' }],
      frameworks,
      versions,
      pythons,
      INSTANCES.slice(1).map(instanceArgument),
    ),
    ...named('create_image_uri', inRegions, frameworks, versions, pythons.slice(1, 3), [
      { instance_type: 'ml.m4.xlarge' },
    ]),
    ...named('create_image_uri', inRegions, frameworks, versions, pythons.slice(1, 3), accelerators, [
      { instance_type: 'ml.m4.xlarge' },
    ]),
    ...named(
      'create_image_uri',
      [{ region: 'eu-west-1', instance_type: 'ml.c5.xlarge', optimized_families: ['c5'], account: '123456789012' }],
      [...frameworks],
      versions,
      pythons,
      [{}, ...accelerators],
    ),
    ...named(
      'get_image_uri',
      named2,
      ALGORITHMS_V1.map((repo_name) => ({ repo_name })),
      [
        {},
        ...[
          '1',
          'latest',
          '0.90',
          '0.90-1',
          '0.90-2',
          '0.90-1-cpu-py3',
          '0.90-cpu-py3',
          '1.0',
          '1.0-1',
          '1.2-1',
          '2',
        ].map((repo_version) => ({ repo_version })),
      ],
    ),
    ...named('registry', named2, [{}, ...ALGORITHMS_V1.map((algorithm) => ({ algorithm }))]),
    ...named(
      'default_framework_uri',
      named2,
      ['scikit-learn', 'xgboost', 'sparkml-serving'].map((framework) => ({ framework })),
      [{ image_tag: '0.23-1-cpu-py3' }],
    ),
    ...named(
      'neo_image',
      inRegions,
      ['ml_c5', 'ml_p3', 'ml_inf1'].map((target_instance_type) => ({ target_instance_type })),
      ['MXNet', 'TENSORFLOW', 'pytorch'].map((framework) => ({ framework })),
      ['1.5.1', '1.15.0', '1.15', '1.4.0'].map((framework_version) => ({ framework_version })),
    ),
    ...named('rule_image', inRegions),
    ...named('monitor_image', inRegions),
  ];
}

function instanceArgument(instance_type: string | null): Arguments {
  return { instance_type };
}

function baseArgument(base_framework_version: string | null): Arguments {
  return { base_framework_version };
}

/** One of each set, in all ways. */
function product(sets: readonly (readonly Arguments[])[]): Arguments[] {
  return sets.reduce<Arguments[]>(
    (made, set) => made.flatMap((left) => set.map((right) => ({ ...left, ...right }))),
    [{}],
  );
}
