import { type Data, type Plain, toJson } from '../data/value.js';
import type { World } from './world.js';

/**
 * A request under construction: the members of `Request` by name, checked by the compiler; at every place there may also stand a
 * value of the program (known, unknown, or a whole dictionary). Members that are undefined are not sent.
 */
export type Draft<Request> = Request extends readonly (infer Item)[]
  ? readonly Draft<Item>[] | Data
  : Request extends string | number | boolean | Date | Uint8Array
    ? Data
    : Request extends object
      ? { readonly [Member in keyof Request]?: Draft<NonNullable<Request[Member]>> | Data | undefined }
      : Data;

/**
 * Sends a request: notes it in the world, as JSON. This is the only way out of the estimator core.
 *
 * @param operation the API's operation: `CreateTrainingJob`
 * @param draft what the SDK hands to boto3; later changes of its lists and dictionaries don't reach the noted request
 */
export function send<Request extends object>(world: World, operation: string, draft: Draft<Request>): void {
  const sent = { operation, request: toJson(draft as Plain) };
  world.requests.push(sent);
  world.onSend?.(sent, draft as Plain);
}
