import type { DraftOf, Operation } from '../aws/requests.js';
import { type Data, type Dict, dictOf, type Plain, toJson } from '../data/value.js';
import type { World } from './world.js';

/**
 * What may be sent as the request of an operation: where the service's shapes are known, members are checked by the compiler, and at
 * every place there may also stand a value of the program (known, unknown, or a whole dictionary). Members that are undefined are
 * not sent.
 */
export type DraftFor<Name extends string> = Name extends Operation ? DraftOf<Name> : Plain;

/**
 * Sends a request: notes it in the world, as JSON. This is the only way out of the estimator core.
 *
 * @param operation the API's operation: `CreateTrainingJob`
 * @param draft what the SDK hands to boto3; later changes of its lists and dictionaries don't reach the noted request
 * @param condition what it depends on whether it is sent at all; undefined where it is
 */
export function send<Name extends string>(
  world: World,
  operation: Name,
  draft: DraftFor<Name>,
  condition?: string,
): void {
  const request = toJson(draft as Plain);
  const sent = condition === undefined ? { operation, request } : { operation, request, condition };
  world.requests.push(sent);
  world.onSend?.(sent, draft as Plain);
}

/** A part of a request as a dictionary, which the program may read and change; the compiler knows its members. */
export function partOf<Shape extends object>(members: { readonly [Name in keyof Shape]?: Data | undefined }): Dict {
  return dictOf(members as Readonly<Record<string, Data | undefined>>);
}
