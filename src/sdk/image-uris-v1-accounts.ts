import { need } from './image-uris-request.js';
import { findVersion, imagesOf, isForAllScopes, registryAccount, registryHost } from './image-uris-table.js';

/** The regions that 1.72.0 knows. */
const REGIONS: readonly string[] = [
  ...[
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
    'us-gov-west-1',
    'us-iso-east-1',
    'ca-central-1',
    'sa-east-1',
  ],
  ...[
    'eu-central-1',
    'eu-north-1',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'me-south-1',
    'cn-north-1',
    'cn-northwest-1',
  ],
  ...['ap-east-1', 'ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
];

/**
 * The account that 1.72.0 has for images: 2.257.6's, in the regions that 1.72.0 knows (`npm run judge -- image-uris` compares
 * them all). Undefined elsewhere.
 *
 * @param framework as `image_uris.retrieve` of 2.257.6 names what lies in the same account
 * @param version of v2, where the framework's accounts differ by version
 * @param without regions that 2.257.6 has and 1.72.0 has not
 */
export function accountV1(
  framework: string,
  region: string,
  { version, without = [] }: { version?: string; without?: readonly string[] } = {},
): string | undefined {
  const images = imagesOf(framework);
  if (images === undefined || !REGIONS.includes(region) || without.includes(region)) return undefined;
  const scope = isForAllScopes(images) ? images : images.training;
  const facts = scope && (version === undefined ? scope.versions[0]?.[1] : findVersion(scope, version));
  return facts?.registries === undefined ? undefined : registryAccount(facts.registries, region);
}

/**
 * Host of a registry.
 *
 * @throws PythonError `TypeError` for what is no region
 */
export function hostV1(account: string, region: string): string {
  return need(registryHost(account, region), `${region} is no region`, 'TypeError');
}
