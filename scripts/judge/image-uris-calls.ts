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
export type Arguments = ImageCall['arguments'];

/** Of each kind of processor, and what is none. */
export const INSTANCES: readonly (string | null)[] = [
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
/** With registries of their own, and what is no region. */
export const REGIONS: readonly string[] = [
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

/** An instance type as an argument. */
export function instanceArgument(instance_type: string | null): Arguments {
  return { instance_type };
}

function baseArgument(base_framework_version: string | null): Arguments {
  return { base_framework_version };
}

/** One of each set, in all ways. */
export function product(sets: readonly (readonly Arguments[])[]): Arguments[] {
  return sets.reduce<Arguments[]>(
    (made, set) => made.flatMap((left) => set.map((right) => ({ ...left, ...right }))),
    [{}],
  );
}
