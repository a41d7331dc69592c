import { type Data, Dict, float, isText, type Key, List, Unknown } from '../../../data/value.js';
import { argument, type CallArguments } from '../callables.js';
import type { Run } from '../state.js';
import { Stream } from '../streams.js';
import type { YamlNode } from '../tools.js';
import type { Members } from './index.js';
import { functionsOf } from './standard.js';

/** PyYAML's own patterns for plain scalars: YAML 1.1, but `1e3` is a string. PyYAML 6.0 resolver.py. */
const PATTERNS = {
  null: /^(?:~|null|Null|NULL|)$/,
  true: /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/,
  false: /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/,
  decimal: /^[-+]?(?:0|[1-9][\d_]*)$/,
  based: /^([-+]?)0(?:(b)([01_]+)|(x)([\da-fA-F_]+)|([0-7_]+))$/,
  float: /^(?:[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?|\.\d[\d_]*(?:[eE][-+]\d+)?)$/,
  /** Numbers to the base of 60, dates and times, infinity. */
  other:
    /^(?:[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?|\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:.*)?|[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)|=)$/,
};

/** Characters of a text that is read, and lists and mappings inside each other. */
const MAX_LENGTH = 100_000;
const MAX_DEPTH = 60;

/** What `yaml` gives for a text that is known. */
const FUNCTIONS = {
  safe_load: first,
  full_load: first,
  load: first,
  safe_load_all: all,
  full_load_all: all,
  load_all: all,
};

/** PyYAML, as far as it reads texts of the program. */
export function yamlModule(path: string): Members | undefined {
  if (path !== 'yaml') return undefined;
  return functionsOf(
    Object.fromEntries(
      Object.entries(FUNCTIONS).map(([name, read]) => [
        name,
        (args: CallArguments, run: Run) => documentsOf(name, args, run, read),
      ]),
    ),
  );
}

function first(documents: readonly Data[]): Data {
  return documents[0] ?? null;
}

function all(documents: readonly Data[]): Data {
  return new Stream([...documents]);
}

function documentsOf(name: string, args: CallArguments, run: Run, read: (documents: readonly Data[]) => Data): Data {
  const text = argument(args, 0, 'stream');
  const unknown = new Unknown(`returned by yaml.${name}${run.at === undefined ? '' : ` at ${run.placeOf(run.at)}`}`);
  if (!isText(text) || typeof text !== 'string' || text.length > MAX_LENGTH) return unknown;
  run.step(text.length >> 4);
  const documents = run.surroundings.tools?.parseYaml(text);
  return documents === undefined ? unknown : read(documents.map((document) => reader(run)(document, 0)));
}

/** Reads nodes; what an alias names is the same object, as in PyYAML. */
function reader(run: Run): (node: YamlNode, depth: number) => Data {
  const anchors = new Map<string, Data>();
  const read = (node: YamlNode, depth: number): Data => {
    run.step();
    if (depth > MAX_DEPTH) return new Unknown('a part of a very deep YAML text');
    if (node.kind === 'alias') return anchors.get(node.source) ?? new Unknown('an alias in YAML');
    const { anchor, tag } = node;
    if (tag !== undefined && !PLAIN_TAGS.test(tag)) return new Unknown('a tag in YAML');
    const made = node.kind === 'map' ? new Dict() : node.kind === 'list' ? new List() : scalar(node);
    if (anchor !== undefined) anchors.set(anchor, made);
    if (node.kind === 'list' && made instanceof List) for (const item of node.items) made.add(read(item, depth + 1));
    if (node.kind === 'map' && made instanceof Dict) {
      const own = new Dict();
      for (const [key, value] of node.entries) {
        if (isMergeKey(key)) inherit(made, read(value, depth + 1));
        else put(own, read(key, depth + 1), read(value, depth + 1));
      }
      made.merge(own);
    }
    return made;
  };
  return read;
}

const PLAIN_TAGS = /^(?:!|tag:yaml\.org,2002:(?:str|map|seq))$/;

function isMergeKey(key: YamlNode): boolean {
  return key.kind === 'scalar' && key.isPlain && key.value === '<<';
}

/** `<<`: the entries of a mapping, or of several of which the first that has a key counts. */
function inherit(target: Dict, source: Data): void {
  const sources = source instanceof List ? [...source.items].reverse() : [source];
  for (const each of sources) {
    if (each instanceof Dict) target.merge(each);
    else target.mix(each instanceof Unknown ? each : new Unknown('what YAML merges'));
  }
}

function put(target: Dict, key: Data, value: Data): void {
  if (key === null || typeof key === 'string' || typeof key === 'number' || typeof key === 'boolean')
    target.set(key satisfies Key, value);
  else target.mix(new Unknown('the value under a key of YAML that is no text'));
}

function scalar({ value, isPlain, tag }: YamlNode & { kind: 'scalar' }): Data {
  if (!isPlain || tag !== undefined) return value;
  if (PATTERNS.null.test(value)) return null;
  if (PATTERNS.true.test(value)) return true;
  if (PATTERNS.false.test(value)) return false;
  const digits = value.replaceAll('_', '');
  if (PATTERNS.decimal.test(value)) return whole(Number(digits));
  const based = PATTERNS.based.exec(digits);
  if (based !== null) {
    const [, sign, , binary, , hexadecimal, octal = '0'] = based;
    const [text, base] =
      binary !== undefined ? [binary, 2] : hexadecimal !== undefined ? [hexadecimal, 16] : [octal, 8];
    return whole(Number.parseInt(text, base) * (sign === '-' ? -1 : 1));
  }
  if (PATTERNS.float.test(value)) return float(Number(digits));
  return PATTERNS.other.test(value) ? new Unknown('a date, or another value of YAML that is no text') : value;
}

function whole(value: number): Data {
  return Number.isSafeInteger(value) ? value : new Unknown('a very large number');
}
