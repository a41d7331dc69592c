import { type Data, Dict, fromJson, type Json, toJson } from '../../data/value.js';
import type { World } from '../world.js';

/**
 * The last request of an operation in which a member has this value, as the service would describe it afterwards; undefined
 * where the program sent none (what it names was made elsewhere). A name with the same hole is the same name.
 */
export function findSent(world: World, operation: string, member: string, value: Data): Dict | undefined {
  const wanted = JSON.stringify(toJson(value));
  const sent = world.requests.findLast(
    (each) => each.operation === operation && JSON.stringify(memberOf(each.request, member)) === wanted,
  );
  const request = sent === undefined ? null : fromJson(sent.request);
  return request instanceof Dict ? request : undefined;
}

function memberOf(request: Json, member: string): Json | undefined {
  if (typeof request !== 'object' || request === null) return undefined;
  return new Map<string, Json>(Object.entries(request)).get(member);
}
