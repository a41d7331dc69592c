import { type Arguments, type ImageCall, INSTANCES, instanceArgument, product, REGIONS } from './image-uris-calls.js';

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
  const inNamedRegions = regions.map((region_name) => ({ region_name }));
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
      inNamedRegions,
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
    ...named('registry', inNamedRegions, [{}, ...ALGORITHMS_V1.map((algorithm) => ({ algorithm }))]),
    ...named(
      'default_framework_uri',
      inNamedRegions,
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
