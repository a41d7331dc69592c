import { type Data, Dict, dictOf } from '../../data/value.js';
import { ifTrue } from '../conditions.js';
import type { Arguments } from '../sdk-object.js';
import type { Session } from '../session.js';
import { formatTags } from '../tags.js';

/** Places a model on an endpoint's instances. SDK 2.257.6 session.py:5335. */
export function createInferenceComponent(session: Session, args: Arguments): Data {
  const name = args.inference_component_name ?? null;
  session.send('CreateInferenceComponent', {
    InferenceComponentName: name,
    EndpointName: args.endpoint_name ?? null,
    VariantName: args.variant_name ?? 'AllTraffic',
    Specification: args.specification ?? new Dict(),
    RuntimeConfig: args.runtime_config ?? dictOf({ CopyCount: 1 }),
    Tags: ifTrue(formatTags(session.world, args.tags)),
  });
  return name;
}
