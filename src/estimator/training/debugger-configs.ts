import type {
  CollectionConfiguration,
  DebugHookConfig,
  TensorBoardOutputConfig as Shape,
} from '../../aws/generated/requests.js';
import { dumpJson } from '../../data/json.js';
import { str } from '../../data/text.js';
import { type Data, type Dict, itemsOf, List, SetData, Template, Unknown } from '../../data/value.js';
import { unlessNone } from '../conditions.js';
import { argumentsOf, type PlainArguments, SdkObject } from '../sdk-object.js';
import { partOf } from '../send.js';
import type { World } from '../world.js';

/** What the debugger saves. SDK 2.257.6 debugger/debugger.py. */
export class CollectionConfig extends SdkObject {
  name: Data;
  parameters: Data;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.name = given.name ?? null;
    this.parameters = given.parameters ?? null;
  }

  toRequest(): Dict {
    return partOf<CollectionConfiguration>({
      CollectionName: this.name,
      CollectionParameters: unlessNone(this.parameters),
    });
  }
}

/** Where the debugger's hook saves what. SDK 2.257.6 debugger/debugger.py. */
export class DebuggerHookConfig extends SdkObject {
  s3_output_path: Data;
  container_local_output_path: Data;
  hook_parameters: Data;
  collection_configs: Data;

  constructor(args: PlainArguments = {}, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.s3_output_path = given.s3_output_path ?? null;
    this.container_local_output_path = given.container_local_output_path ?? null;
    this.hook_parameters = given.hook_parameters ?? null;
    this.collection_configs = given.collection_configs ?? null;
  }

  toRequest(): Dict {
    return partOf<DebugHookConfig>({
      S3OutputPath: this.s3_output_path,
      LocalPath: unlessNone(this.container_local_output_path),
      HookParameters: unlessNone(this.hook_parameters),
      CollectionConfigurations: this.collection_configs === null ? undefined : collections(this.collection_configs),
    });
  }
}

/** Where TensorBoard's data goes. SDK 2.257.6 debugger/debugger.py. */
export class TensorBoardOutputConfig extends SdkObject {
  s3_output_path: Data;
  container_local_output_path: Data;

  constructor(args: PlainArguments, world?: World) {
    super(world);
    const given = argumentsOf(args);
    this.s3_output_path = given.s3_output_path ?? null;
    this.container_local_output_path = given.container_local_output_path ?? null;
  }

  toRequest(): Dict {
    return partOf<Shape>({
      S3OutputPath: this.s3_output_path,
      LocalPath: unlessNone(this.container_local_output_path),
    });
  }
}

/** The union of lists of collections: equal ones once. Python's set has no order; here they are sorted, as the requests are shown. */
export function collectionSet(lists: readonly Data[]): Data {
  const found = new Map<string, Data>();
  const made = new SetData();
  for (const list of lists) {
    const items = itemsOf(list);
    if (items === undefined && list !== null) return list;
    for (const item of items ?? []) {
      const request = item instanceof CollectionConfig ? item.toRequest() : item;
      const text = dumpJson(request, { sortKeys: true });
      // One that is not known may equal another one.
      if (text instanceof Template) return new Unknown('a collection of the debugger that is not known');
      found.set(text, item);
    }
  }
  for (const key of [...found.keys()].sort()) made.items.push(found.get(key) ?? null);
  return made;
}

function collections(configs: Data): Data {
  const items = itemsOf(configs);
  if (items === undefined) return configs;
  return new List(items.map((item) => (item instanceof CollectionConfig ? item.toRequest() : item)));
}

/** Rule parameters as strings: SDK 2.257.6 debugger/debugger.py `to_profiler_rule_config_dict` writes them back. */
export function stringify(parameters: Dict): Dict {
  for (const [key, value] of parameters) parameters.set(key, str(value));
  return parameters;
}
