import { type Data, Dict, fromJson, type Json, toJson } from '../../data/value.js';
import type { SentRequest, World } from '../world.js';

/**
 * The last request of an operation in which a member has this value, as the service would describe it afterwards; undefined
 * where the program sent none (what it names was made elsewhere). A name with the same hole is the same name.
 */
export function findSent(world: World, operation: string, member: string, value: Data): Dict | undefined {
  const sent = sentWith(world, operation, member, value).at(-1);
  const request = sent === undefined ? null : fromJson(sent.request);
  return request instanceof Dict ? request : undefined;
}

/**
 * Whether there is an endpoint, configuration or model of that name, as far as the program's own requests tell. The clock stands
 * still, so several training jobs may bear one name where AWS would see several: what is called after each is taken to be its own.
 */
export function isThere(world: World, kind: 'Endpoint' | 'EndpointConfig' | 'Model', name: Data): boolean {
  const count = (operation: string, member: string): number => sentWith(world, operation, member, name).length;
  const there = count(`Create${kind}`, `${kind}Name`) - count(`Delete${kind}`, `${kind}Name`);
  return there >= Math.max(1, count('CreateTrainingJob', 'TrainingJobName'));
}

function sentWith(world: World, operation: string, member: string, value: Data): readonly SentRequest[] {
  const wanted = JSON.stringify(toJson(value));
  return world.requests.filter(
    (each) => each.operation === operation && JSON.stringify(memberOf(each.request, member)) === wanted,
  );
}

function memberOf(request: Json, member: string): Json | undefined {
  if (typeof request !== 'object' || request === null) return undefined;
  return new Map<string, Json>(Object.entries(request)).get(member);
}
