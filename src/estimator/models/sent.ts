import { type Data, Dict, fromJson } from '../../data/value.js';
import type { World } from '../world.js';

/**
 * The last request of an operation in which a member has this value, as the service would describe it afterwards; undefined
 * where the program sent none (what it names was made elsewhere).
 */
export function findSent(world: World, operation: string, member: string, value: Data): Dict | undefined {
  if (typeof value !== 'string') return undefined;
  const sent = world.requests.findLast(
    (each) => each.operation === operation && asRecord(each.request)?.[member] === value,
  );
  const request = sent === undefined ? null : fromJson(sent.request);
  return request instanceof Dict ? request : undefined;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
}
