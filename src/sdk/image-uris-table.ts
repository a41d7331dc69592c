import { imageConfigs, imageRegistries } from './generated/image-uris.js';

/** One image: a version's, or of a version that has several the one of a Python version or base framework. */
export interface ImageFacts {
  /** Number of the registry map, see {@link registryAccount}. */
  readonly registries?: number;
  readonly repository?: string;
  readonly processors?: readonly string[];
  readonly py_versions?: readonly string[];
  readonly tag_prefix?: string;
  /** By processor. */
  readonly container_version?: Readonly<Record<string, string>>;
  readonly sdk_versions?: readonly string[];
  /** Of base frameworks: `pytorch1.6` → `pytorch1.6.0`. */
  readonly version_aliases?: Readonly<Record<string, string>>;
}

/** A version: an image, or (without `repository`) images by Python version or base framework. */
export type VersionFacts = ImageFacts & { readonly [variant: string]: ImageFacts | ImageFacts[keyof ImageFacts] };

/** The images of one scope, or of all scopes of a framework. */
export interface ScopeImages {
  /** The scopes that the images are for, where all have the same ones. */
  readonly scope?: readonly string[];
  readonly processors?: readonly string[];
  readonly version_aliases?: Readonly<Record<string, string>>;
  /** In the SDK's order, which decides what the latest version is: names joined by commas, and what they share. */
  readonly versions: readonly (readonly [string, VersionFacts])[];
}

/** A framework: images for all scopes, or by scope. */
export type FrameworkImages = ScopeImages | Readonly<Record<string, ScopeImages>>;

const parsed = new Map<string, FrameworkImages | undefined>();

/** The image table of a framework or algorithm as `sagemaker.image_uris.config_for_framework` of 2.257.6 has it. */
export function imagesOf(framework: string): FrameworkImages | undefined {
  if (parsed.has(framework)) return parsed.get(framework);
  const at = imageConfigs.indexOf(`\n${framework} {`);
  const line = at === -1 ? '' : imageConfigs.slice(at + 1, imageConfigs.indexOf('\n', at + 1));
  const images: FrameworkImages | undefined = line === '' ? undefined : JSON.parse(line.slice(framework.length + 1));
  parsed.set(framework, images);
  return images;
}

/** Whether a framework has one set of images for all its scopes. */
export function isForAllScopes(images: FrameworkImages): images is ScopeImages {
  return Array.isArray(images.versions);
}

/** The version names of a scope, in the SDK's order. */
export function versionsOf(images: ScopeImages): string[] {
  return images.versions.flatMap(([names]) => names.split(','));
}

/** What is known of one version; aliases are not followed. */
export function findVersion(images: ScopeImages, version: string): VersionFacts | undefined {
  return images.versions.find(([names]) => names.split(',').includes(version))?.[1];
}

/** The AWS account of a registry map for a region; undefined where there are no images. */
export function registryAccount(registries: number, region: string): string | undefined {
  const key = `${registries} ${region}`;
  if (!accounts.has(key)) accounts.set(key, findAccount(registries, region));
  return accounts.get(key);
}

/** Accounts that were looked up, also those that there are not. */
const accounts = new Map<string, string | undefined>();

function findAccount(registries: number, region: string): string | undefined {
  const [first = '', ...more] = (registryLines()[registries] ?? '').split(' ');
  const isChange = first.startsWith('=');
  for (const entry of isChange ? more : [first, ...more]) {
    const [account, regions = ''] = entry.split(':');
    if (regions.split(',').includes(region)) return account === '-' ? undefined : account;
  }
  return isChange ? registryAccount(Number(first.slice(1)), region) : undefined;
}

let lines: readonly string[] | undefined;

function registryLines(): readonly string[] {
  lines ??= imageRegistries.trim().split('\n');
  return lines;
}

/** DNS suffixes by region, in the order in which botocore looks (its `endpoints.json`: `regionRegex`, `dnsSuffix`). */
const PARTITIONS: readonly (readonly [RegExp, string])[] = [
  [/^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/, 'amazonaws.com'],
  [/^cn-\w+-\d+$/, 'amazonaws.com.cn'],
  [/^us-gov-\w+-\d+$/, 'amazonaws.com'],
  [/^us-iso-\w+-\d+$/, 'c2s.ic.gov'],
  [/^us-isob-\w+-\d+$/, 'sc2s.sgov.gov'],
  [/^eu-isoe-\w+-\d+$/, 'cloud.adc-e.uk'],
  [/^us-isof-\w+-\d+$/, 'csp.hci.ic.gov'],
  [/^eusc-(de)-\w+-\d+$/, 'amazonaws.eu'],
];

/** Host of an account's registry: `763104351884.dkr.ecr.us-west-2.amazonaws.com`; undefined for what is no region. */
export function registryHost(account: string, region: string): string | undefined {
  const suffix = PARTITIONS.find(([regions]) => regions.test(region))?.[1];
  return suffix && `${account}.dkr.ecr.${region}.${suffix}`;
}
