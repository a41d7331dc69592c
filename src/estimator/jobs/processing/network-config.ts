import type { NetworkConfig as Request, VpcConfig } from '../../../aws/generated/requests.js';
import { type Data, Unknown } from '../../../data/value.js';
import { orDefault, unlessNone } from '../../conditions.js';
import { argumentsOf, type PlainArguments, SdkObject } from '../../sdk-object.js';
import { partOf } from '../../send.js';
import type { World } from '../../world.js';

/** Network isolation, encryption and VPC of a job: SDK 2.257.6 network.py. */
export class NetworkConfig extends SdkObject {
  enable_network_isolation: Data;
  security_group_ids: Data;
  subnets: Data;
  encrypt_inter_container_traffic: Data;

  constructor(args: PlainArguments = {}, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.enable_network_isolation = orDefault(given.enable_network_isolation, this.isV1 ? false : null);
    this.security_group_ids = given.security_group_ids ?? null;
    this.subnets = given.subnets ?? null;
    this.encrypt_inter_container_traffic = given.encrypt_inter_container_traffic ?? null;
  }

  /** The API's `NetworkConfig`. */
  toRequest(): Data {
    const { security_group_ids: groups, subnets } = this;
    const given = [groups, subnets].filter((value) => value !== null);
    const hole = given.every((value) => value instanceof Unknown) ? given[0] : undefined;
    return partOf<Request>({
      EnableNetworkIsolation: this.isV1 ? this.enable_network_isolation : (this.enable_network_isolation ?? false),
      EnableInterContainerTrafficEncryption: unlessNone(this.encrypt_inter_container_traffic),
      VpcConfig:
        given.length === 0
          ? undefined
          : (hole ?? partOf<VpcConfig>({ SecurityGroupIds: unlessNone(groups), Subnets: unlessNone(subnets) })),
    });
  }
}
