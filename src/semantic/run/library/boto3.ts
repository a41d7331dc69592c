import { type Data, type Dict, dictOf, Unknown } from '../../../data/value.js';
import { argument, type CallArguments } from '../callables.js';
import { LibraryObject, NativeFunction } from '../library-objects.js';
import { refuse } from '../sdk-symbols.js';
import type { Run } from '../state.js';
import type { Members } from './index.js';

/** `boto3`, as far as the settings answer for it: sessions with a region, clients whose requests to SageMaker are jobs. */
export function awsModule(path: string): Members | undefined {
  if (path === 'boto3' || path === 'boto3.session')
    return (name, run) => {
      if (name === 'Session')
        return new NativeFunction(name, (args) => {
          refuseOther('Session', args, SESSION_KEYWORDS, run);
          return botoSession(regionOf(argument(args, 3, 'region_name'), run), run);
        });
      if (name === 'client' || name === 'resource') return clientMaker(run.surroundings.region, run);
      if (name === 'setup_default_session') return new NativeFunction(name, () => null);
      return undefined;
    };
  return undefined;
}

/** Keywords of boto3's session.py, 1.x. */
const CREDENTIALS = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token', 'aws_account_id'];
const SESSION_KEYWORDS = [...CREDENTIALS, 'region_name', 'botocore_session', 'profile_name'];
const CLIENT_KEYWORDS = [
  ...CREDENTIALS,
  ...['service_name', 'region_name', 'api_version', 'use_ssl', 'verify', 'endpoint_url', 'config'],
];

function refuseOther(name: string, { named }: CallArguments, known: readonly string[], run: Run): void {
  const other = [...named.keys()].find((each) => !known.includes(each));
  if (other !== undefined) refuse(run, 'TypeError', `${name}() has no parameter ${other}`);
}

function regionOf(given: Data | undefined, run: Run): Data {
  return given === undefined || given === null ? run.surroundings.region : given;
}

/** A session of boto3 in a region. */
export function botoSession(region: Data, run: Run): LibraryObject {
  return new LibraryObject('boto3 session', (name) => {
    if (name === 'region_name') return region;
    if (name === 'client' || name === 'resource') return clientMaker(region, run);
    return undefined;
  });
}

function clientMaker(region: Data, run: Run): NativeFunction {
  return new NativeFunction('client', (args) => {
    refuseOther('client', args, CLIENT_KEYWORDS, run);
    const service = argument(args, 0, 'service_name');
    const given = argument(args, 1, 'region_name');
    return typeof service === 'string'
      ? botoClient(service, given === undefined || given === null ? region : given, run)
      : new Unknown('a client of a computed service');
  });
}

/** A client of one service. */
export function botoClient(service: string, region: Data, run: Run): LibraryObject {
  return new LibraryObject(`boto3 client of ${service}`, (name) => {
    if (name === 'meta') return new LibraryObject('meta', (inner) => (inner === 'region_name' ? region : undefined));
    if (name === 'get_caller_identity') return new NativeFunction(name, () => identity(run));
    if (name === 'get_role') return new NativeFunction(name, (args) => role(args, run));
    if (name === 'get_waiter')
      return new NativeFunction(name, () => new LibraryObject('waiter', () => new NativeFunction('wait', () => null)));
    if (isSageMaker(service) && /^(?:create|update|delete|invoke|start|stop|put|register)_/.test(name))
      return new NativeFunction(name, (args) => run.host.sendDirectly(operationOf(name), args));
    return new NativeFunction(
      name,
      () =>
        new Unknown(
          `the answer of AWS to ${service}.${name}() at ${run.at === undefined ? 'run time' : run.placeOf(run.at)}`,
        ),
    );
  });
}

function isSageMaker(service: string): boolean {
  return service === 'sagemaker' || service === 'runtime.sagemaker' || service === 'sagemaker-runtime';
}

/** `create_hyper_parameter_tuning_job` → `CreateHyperParameterTuningJob`. */
function operationOf(method: string): string {
  return method.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase()).replace('AutoMl', 'AutoML');
}

function identity(run: Run): Dict {
  const { account } = run.surroundings;
  return dictOf({
    Account: account,
    Arn: new Unknown('who runs the program'),
    UserId: new Unknown('who runs the program'),
  });
}

function role(args: CallArguments, run: Run): Data {
  const name = args.named.get('RoleName');
  if (typeof name !== 'string') return new Unknown('a role');
  return dictOf({ Role: dictOf({ Arn: `arn:aws:iam::${run.surroundings.account}:role/${name}`, RoleName: name }) });
}
