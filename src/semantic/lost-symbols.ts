import { contentTypes } from '../sdk/content-types.js';
import { instanceSymbols, movedSymbols } from '../sdk/moved-symbols.js';
import { v2 } from '../sdk/tables.js';
import type { Value } from './values.js';

/** Functions of v1 that a migrated module neither defines nor imports under any name. */
const FUNCTIONS: readonly string[] = [
  'sagemaker.amazon.amazon_estimator.get_image_uri',
  'sagemaker.fw_utils.create_image_uri',
  'sagemaker.fw_registry.default_framework_uri',
  'sagemaker.xgboost.estimator.get_xgboost_image_uri',
  'sagemaker.utils.get_ecr_image_uri_prefix',
];

/** Names that other libraries have, too: they count where the module has what took their place. */
const COMMON_NAMES: ReadonlySet<string> = new Set(['Model', 'Predictor']);

interface Lost {
  readonly path: string;
  /** Canonical v2 path of what took its place; undefined for none. */
  readonly to: string | undefined;
}

let lost: Map<string, Lost> | undefined;

/**
 * The v1 symbol that a module of the project gave under a name it binds no more: migrating it moved or renamed the
 * symbol. Whether the module has been migrated already makes no difference, for it counts as what it becomes.
 *
 * @param names what the migrated module binds
 * @returns canonical v1 path; undefined for a name that tells nothing
 */
export function lostSymbol(name: string, names: ReadonlyMap<string, Value>): string | undefined {
  lost ??= listLost();
  const found = lost.get(name);
  if (found === undefined || !COMMON_NAMES.has(name)) return found?.path;
  const isThere = [...names.values()].some(
    (value) => value.kind === 'sdk' && (value.path === found.path || v2.resolve(value.path)?.path === found.to),
  );
  return isThere ? found.path : undefined;
}

function listLost(): Map<string, Lost> {
  const pairs: (readonly [string, string | undefined])[] = [
    ...movedSymbols,
    ...instanceSymbols,
    ...[...FUNCTIONS, ...Object.keys(contentTypes)].map((path) => [path, undefined] as const),
  ];
  return new Map(
    pairs
      .filter(([path, to]) => lastName(path) !== lastName(to ?? ''))
      .map(([path, to]) => [lastName(path), { path, to: to && (v2.resolve(to)?.path ?? to) }]),
  );
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
