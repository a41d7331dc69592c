import { insert, nameArgument, replace, symbol } from '../edits/builders.js';
import type { Edit } from '../edits/edit.js';
import { argumentListOf } from '../python/arguments.js';
import type { PyNode } from '../python/node.js';
import { xgboostVersion } from '../sdk/image-functions.js';
import type { Program } from '../semantic/program.js';
import { alternatives, joinAll, stringOf, type Value } from '../semantic/values.js';
import type { Rule } from './rule.js';
import type { BoundArgument, SdkCall } from './sdk-call.js';
import { renameKeyword } from './shared/arguments.js';
import { stringLike } from './shared/literals.js';
import { hasComment, type Rewrite, removedFunction } from './shared/removed-function.js';

const ADVICE =
  'get_image_uri is image_uris.retrieve(algorithm, region, version) in v2: the arguments change places, and xgboost needs its version as a string';

/** The parameters by v1 position: their names in v1, in the deprecated function that v2 has, and in `retrieve`. */
const PARAMETERS = [
  { old: ['region_name', 'region'], name: 'region' },
  { old: ['repo_name', 'name'], name: 'framework' },
  { old: ['repo_version', 'version'], name: 'version' },
] as const;

/** `get_image_uri(region, algorithm, version)`, through whichever of its import paths. */
export const getImageUri: Rule = {
  docs: {
    name: 'get-image-uri',
    summary: 'get_image_uri(region, algorithm) is image_uris.retrieve(algorithm, region, version)',
    why:
      'v2 has the function as a deprecated one only, with other rules for versions: the short ones of xgboost raise ' +
      'ValueError. A call without version meant version 1, which is written out because xgboost needs it.',
    since: '2.0.0',
    guide: 'Image URI Functions',
    examples: [
      {
        before:
          "from sagemaker.amazon.amazon_estimator import get_image_uri\nimage = get_image_uri('us-west-2', 'xgboost', '0.90')\n",
        after: "from sagemaker import image_uris\nimage = image_uris.retrieve('xgboost', 'us-west-2', '0.90-1')\n",
      },
      {
        before:
          "from sagemaker.amazon.amazon_estimator import get_image_uri\nimage = get_image_uri(session.region_name, 'kmeans')\n",
        after: "from sagemaker import image_uris\nimage = image_uris.retrieve('kmeans', session.region_name, '1')\n",
      },
    ],
  },
  ...removedFunction({ paths: ['sagemaker.amazon.amazon_estimator.get_image_uri'], advice: ADVICE, rewrite }),
};

function rewrite(call: SdkCall, callee: PyNode, program: Program): Rewrite {
  const [region, algorithm, version] = PARAMETERS.map(({ old }, index) =>
    call.arguments.find((argument) => argument.index === index || old.some((name) => name === argument.name)),
  );
  const isWhole = call.arguments.every((argument) => argument.index === undefined || argument.written !== undefined);
  if (region === undefined || algorithm === undefined || call.hasOpaqueKeywords || call.hasOpaquePositional || !isWhole)
    return { message: ADVICE };
  const list = argumentListOf(call.node);
  const isCommented = list !== undefined && hasComment(program, list.start, list.end);
  const tag = version && valueInAllFlows(version, call, program);
  const placed = placeArguments(region, algorithm, version, isCommented);
  const short = tag && shortVersion(tag);
  if (short !== undefined && version?.valueNode?.type !== 'string') {
    return {
      message: `image_uris.retrieve takes xgboost ${xgboostVersion(short)} where get_image_uri took ${short}: change the version where it is written, then the call`,
    };
  }
  const versioned =
    version === undefined ? [addVersion(call, isCommented)] : tag && versionEdits(version, tag, call.node);
  if (placed === undefined || versioned === undefined) return { message: ADVICE };
  const message = 'get_image_uri is image_uris.retrieve in v2';
  const edits = [replace(callee, symbol('sagemaker.image_uris.retrieve', callee)), ...placed, ...versioned];
  const doubt = doubtOf(valueInAllFlows(algorithm, call, program), tag);
  return doubt === undefined ? { edits, message } : { edits, message: `${message}${doubt}`, isAssumed: true };
}

/** Region and algorithm change places; they get names where one has a name already, or comments explain them. */
function placeArguments(
  region: BoundArgument,
  algorithm: BoundArgument,
  version: BoundArgument | undefined,
  isCommented: boolean,
): Edit[] | undefined {
  const first = region.index === undefined ? undefined : region.written;
  const second = algorithm.index === undefined ? undefined : algorithm.written;
  if (first !== undefined && second !== undefined && !isCommented) {
    const between = first.document.text.slice(first.end, second.start);
    const rest = version === undefined || version.index !== undefined ? [] : renameKeyword(version, 'version');
    return rest && [replace({ start: first.start, end: second.end }, second, between, first), ...rest];
  }
  const edits: Edit[] = [];
  for (const [i, argument] of [region, algorithm, version].entries()) {
    const name = PARAMETERS[i]?.name;
    if (argument === undefined || name === undefined) continue;
    const isPositional = argument.written !== undefined && argument.index !== undefined;
    const named = isPositional ? [nameArgument(argument.written, name)] : renameKeyword(argument, name);
    if (named === undefined) return undefined;
    edits.push(...named);
  }
  return edits;
}

/** v1's default, the version 1. */
function addVersion(call: SdkCall, isCommented: boolean): Edit {
  const value = stringLike('1', call.node);
  const hasNames = isCommented || call.arguments.some((argument) => argument.index === undefined);
  return { kind: 'append-argument', call: call.node, pieces: [hasNames ? `version=${value}` : value] };
}

/** What the argument is in any of the ways that the program takes to the call. */
function valueInAllFlows(argument: BoundArgument, call: SdkCall, program: Program): Value {
  const flows = program.facts.calls.get(call.node) ?? [];
  const values = flows.flatMap((flow) =>
    flow.arguments.filter((each) => each.valueNode === argument.valueNode).map((each) => each.value),
  );
  return joinAll([argument.value, ...values]) ?? argument.value;
}

/** A version that v2 wants in another form. */
function shortVersion(version: Value): string | undefined {
  return alternatives(version)
    .map(stringOf)
    .find((text) => text !== undefined && xgboostVersion(text) !== text);
}

/** The version as `retrieve` takes it: a string, of xgboost the full one. */
function versionEdits({ valueNode: node }: BoundArgument, version: Value, call: PyNode): Edit[] | undefined {
  if (node === undefined) return undefined;
  const texts = alternatives(version).map(stringOf);
  const [text] = texts;
  if (node.type === 'integer') return [replace(node, stringLike(node.text, call))];
  if (node.type === 'float')
    return node.text === '1.0' ? [replace(node, stringLike(xgboostVersion(node.text), call))] : undefined;
  if (node.type === 'string' && text !== undefined) {
    const full = xgboostVersion(text);
    return full === text ? [] : [replace(node, stringLike(full, node))];
  }
  const isText = texts.every((each) => each !== undefined) || version.kind === 'text';
  return isText ? [] : [insert(node.start, 'str('), insert(node.end, ')')];
}

/** What of the image cannot be told to be the same. */
function doubtOf(algorithm: Value, version: Value | undefined): string | undefined {
  const names = alternatives(algorithm).map((value) => (value.kind === 'constant' ? value.value : undefined));
  const tags =
    version === undefined
      ? ['1']
      : alternatives(version).map((value) => (value.kind === 'constant' ? String(value.value) : undefined));
  const mayBe = (name: string): boolean => names.includes(name) || names.includes(undefined);
  if (
    names.some((name) => typeof name === 'string' && name.endsWith('-neo')) &&
    !tags.every((tag) => tag === 'latest')
  ) {
    return '; of the Neo images v2 only knows the latest one';
  }
  if (
    tags.includes('latest') &&
    names.every((name) => name !== undefined && name !== 'xgboost' && !String(name).endsWith('-neo'))
  ) {
    return '; v2 resolves "latest" of this algorithm to version 1';
  }
  if (mayBe('xgboost') && tags.includes(undefined))
    return '; should this be xgboost 0.90 or 1.0, v2 wants 0.90-1 or 1.0-1';
  return undefined;
}
