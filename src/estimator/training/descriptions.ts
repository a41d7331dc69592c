import { type Data, Dict, dictOf, fromJson, Unknown } from '../../data/value.js';
import type { World } from '../world.js';

/** What `DescribeTrainingJob` tells of a job: its request, if this program started it; the rest only the service knows. */
export function describeTrainingJob(world: World, name: Data): Dict {
  const made = dictOf({ TrainingJobName: name });
  const sent = world.requests.findLast(
    ({ operation, request }) =>
      operation === 'CreateTrainingJob' &&
      typeof name === 'string' &&
      typeof request === 'object' &&
      request !== null &&
      Reflect.get(request, 'TrainingJobName') === name,
  );
  const request = sent === undefined ? null : fromJson(sent.request);
  if (request instanceof Dict) for (const [key, value] of request) made.set(key, value);
  made.open = new Unknown('what the service tells of a training job');
  return made;
}
