import type { InstanceGroup as Shape } from '../../aws/generated/requests.js';
import type { Data, Dict } from '../../data/value.js';
import { argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import { partOf } from '../send.js';
import type { World } from '../world.js';

/** Instances of one type in a mixed cluster. SDK 2.257.6 instance_group.py. */
export class InstanceGroup extends SdkObject {
  instance_group_name: Data;
  instance_type: Data;
  instance_count: Data;

  constructor(args: PlainArguments = {}, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.instance_group_name = given.instance_group_name ?? null;
    this.instance_type = given.instance_type ?? null;
    this.instance_count = given.instance_count ?? null;
  }

  toRequest(): Dict {
    return partOf<Shape>({
      InstanceGroupName: this.instance_group_name,
      InstanceType: this.instance_type,
      InstanceCount: this.instance_count,
    });
  }
}
