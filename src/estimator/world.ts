import type { Json, Plain } from '../data/value.js';

/** Which SDK sends the requests: 1.72.0 or 2.257.6. */
export type SdkVersion = 'v1' | 'v2';

/** What AWS and the machine would answer while the program runs. */
export interface Settings {
  readonly sdk: SdkVersion;
  readonly region: string;
  readonly account: string;
  /** What `get_execution_role()` gives. */
  readonly role: string;
  /** What `Session().default_bucket()` gives; `sagemaker-REGION-ACCOUNT` unless set. */
  readonly defaultBucket: string | undefined;
  /** The clock, in milliseconds since 1970: it stands still. */
  readonly now: number;
  /** What AWS names the best job of a tuning job. */
  readonly bestTrainingJob: string;
  /** Where a compilation job says that it has put its result; only the service knows the name of the file. */
  readonly compiledModel: string;
  /** The image that a compilation job names for its result. */
  readonly compiledImage: string;
}

/** The settings where a caller says nothing: visible placeholders, the same every day. */
export const DEFAULT_SETTINGS: Settings = {
  sdk: 'v2',
  region: 'us-west-2',
  account: '123456789012',
  role: 'arn:aws:iam::123456789012:role/SageMakerRole',
  defaultBucket: undefined,
  now: Date.UTC(2020, 0, 1),
  bestTrainingJob: 'best-job',
  compiledModel: 's3://artifacts/compiled/model.tar.gz',
  compiledImage: '301217895009.dkr.ecr.us-west-2.amazonaws.com/sagemaker-inference:neo',
};

/** One request as the SDK would send it. */
export interface SentRequest {
  /** The API's operation: `CreateTrainingJob`. */
  readonly operation: string;
  /** The request; what is unknown in it is `{"$unknown": reason}`, a string with holes `{"$template": text}`. */
  readonly request: Json;
  /** What it depends on whether the SDK sends it at all; undefined where it does. */
  readonly condition?: string | undefined;
}

/** What all SDK objects of one program share: the answers of AWS and the requests that were sent, in order. */
export interface World {
  readonly settings: Settings;
  readonly requests: SentRequest[];
  /** Called when a request has been sent, with the values it was made of: who follows the program knows where it is. */
  readonly onSend?: (request: SentRequest, draft: Plain) => void;
  /** Called where requests are not sent, because what they are made of is not known; with why. */
  readonly onMiss?: (reason: string) => void;
}

/** A world in which nothing has been sent yet. */
export function createWorld(settings: Partial<Settings> = {}): World {
  return { settings: { ...DEFAULT_SETTINGS, ...settings }, requests: [] };
}
