/** What kind of mistake a violation is. */
export type ViolationKind =
  | 'required'
  | 'unknown'
  | 'type'
  | 'minimum'
  | 'maximum'
  | 'pattern'
  | 'enum'
  | 'instance-type'
  | 'rule';

/** A field of a request that will be refused. */
export interface Violation {
  /** `client`: boto3 refuses before it sends; `service`: AWS refuses, or documents that it does. */
  readonly grade: 'client' | 'service';
  readonly kind: ViolationKind;
  /** `ResourceConfig.InstanceCount`, `InputDataConfig[0].ChannelName`, `HyperParameters.epochs`; empty: the request itself. */
  readonly path: string;
  /** What is wrong and what to do. */
  readonly message: string;
}
