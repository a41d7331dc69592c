import type { VpcConfig } from '../aws/generated/requests.js';
import { PythonError } from '../data/errors.js';
import { type Data, Dict, List, Tuple, truthOf, Unknown } from '../data/value.js';
import { partOf } from './send.js';

/** The argument that says "as the object itself has it": SDK 2.257.6 vpc_utils.py. */
export const VPC_CONFIG_DEFAULT = 'VPC_CONFIG_DEFAULT';

/** Subnets and security groups as the API takes them, None unless both are given. SDK 2.257.6 vpc_utils.py `to_dict`. */
export function vpcConfig(subnets: Data | undefined, securityGroupIds: Data | undefined): Data {
  if ((subnets ?? null) === null || (securityGroupIds ?? null) === null) return null;
  if (subnets instanceof Unknown && securityGroupIds instanceof Unknown) return subnets;
  return partOf<VpcConfig>({ Subnets: subnets, SecurityGroupIds: securityGroupIds });
}

/**
 * A VPC configuration that a program wrote. SDK 2.257.6 vpc_utils.py `sanitize`.
 *
 * @throws PythonError `ValueError` unless it has both lists, neither of them empty
 */
export function sanitizeVpcConfig(config: Data): Data {
  if (config === null || config instanceof Unknown) return config;
  if (!(config instanceof Dict)) throw new PythonError('ValueError', 'the VPC configuration is no dictionary');
  if (config.open !== undefined) return config;
  if (config.size === 0) throw new PythonError('ValueError', 'the VPC configuration is empty');
  return vpcConfig(listOf(config, 'Subnets'), listOf(config, 'SecurityGroupIds'));
}

/**
 * Subnets and security groups of a configuration, as a tuple. SDK 2.257.6 vpc_utils.py `from_dict`.
 *
 * @throws PythonError as {@link sanitizeVpcConfig} where that is asked for, else `KeyError` for what is not there
 */
export function fromVpcConfig(config: Data, isSanitized: Data): Data {
  if (isSanitized instanceof Unknown) return isSanitized;
  const known = truthOf(isSanitized) === true ? sanitizeVpcConfig(config) : config;
  if (known === null) return new Tuple([null, null]);
  if (!(known instanceof Dict)) return new Unknown('the parts of a VPC configuration');
  return new Tuple(
    ['Subnets', 'SecurityGroupIds'].map((key) => {
      const value = known.get(key) ?? known.open;
      if (value === undefined) throw new PythonError('KeyError', `the VPC configuration has no ${key}`);
      return value;
    }),
  );
}

function listOf(config: Dict, key: string): Data {
  const value = config.get(key) ?? null;
  if (value === null) throw new PythonError('ValueError', `the VPC configuration has no ${key}`);
  if (value instanceof Unknown) return value;
  if (!(value instanceof List)) throw new PythonError('ValueError', `${key} of the VPC configuration is no list`);
  if (value.items.length === 0 && value.open === undefined)
    throw new PythonError('ValueError', `${key} of the VPC configuration is empty`);
  return value;
}
