import { rename } from '../edits/builders.js';
import { writtenArguments } from '../python/arguments.js';
import { findNodes } from '../python/node.js';
import { stringValue } from '../python/strings.js';
import { instanceSymbols } from '../sdk/moved-symbols.js';
import { portablePath } from '../sdk/portable-path.js';
import { removedSymbol } from '../sdk/removed-symbols.js';
import { isEstimator } from '../sdk/roles.js';
import { v1, v2 } from '../sdk/tables.js';
import { trainKeywords } from '../sdk/train-keywords.js';
import { isPatching } from '../semantic/patched-attributes.js';
import { type Program, valueAt } from '../semantic/program.js';
import type { Finding, Rule } from './rule.js';
import { stringsWith } from './shared/string-nodes.js';

/** Functions that v2 keeps under their names although the code that this migration writes calls another. */
const IMAGE_FUNCTIONS: ReadonlySet<string> = new Set([
  'sagemaker.amazon.amazon_estimator.get_image_uri',
  'sagemaker.fw_utils.create_image_uri',
]);

/** Strings that are the dotted path of an SDK symbol: targets of `mock.patch`, of `importlib`, of a configuration. */
export const dottedStrings: Rule = {
  docs: {
    name: 'dotted-strings',
    summary: 'strings that name a v1 symbol by its dotted path, as mock.patch takes them',
    why: 'mock.patch and importlib look the path up when they run: a path that v2 lacks raises AttributeError there, a deprecated one patches what nobody calls.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before:
          "import sagemaker\nfrom unittest import mock\nwith mock.patch('sagemaker.predictor.RealTimePredictor.predict'):\n    pass\n",
        after:
          "import sagemaker\nfrom unittest import mock\nwith mock.patch('sagemaker.predictor.Predictor.predict'):\n    pass\n",
      },
    ],
  },
  *program(program) {
    for (const { node, value } of stringsWith(program, /["']sagemaker\.[\w.]+["']/, /^sagemaker(\.\w+)+$/)) {
      if (program.dialect === 'v2' && v2.resolve(value) !== undefined) continue;
      const to = pathInV2(value);
      const evidence = 'name';
      if (to !== undefined && to !== value)
        yield { at: node, evidence, message: `${value} is ${to} in v2`, edits: [rename(node, to)], isAssumed: true };
      else if (to === undefined) yield { at: node, evidence, message: `v2 has no ${value}. ${adviceFor(value)}` };
    }
    yield* patchedMembers(program);
  },
};

/** Symbols that a patching function names by their module and a string: `patch.object(sagemaker, "s3_input")`. */
function* patchedMembers(program: Program): Generator<Finding> {
  for (const call of /\.(?:object|setattr|delattr)\b/.test(program.source.text)
    ? findNodes(program.tree, 'call')
    : []) {
    const [object, name] = isPatching(call) ? writtenArguments(call) : [];
    const module = object === undefined ? undefined : valueAt(program, object.value);
    const member = name?.value.type === 'string' ? stringValue(name.value) : undefined;
    if (module?.kind !== 'sdk' || name === undefined || member === undefined) continue;
    const path = `${module.path}.${member}`;
    if (v1.resolve(module.path)?.kind !== 'module' || v1.resolve(path) === undefined) continue;
    if (program.dialect === 'v2' && v2.resolve(path) !== undefined) continue;
    const to = pathInV2(path);
    const { evidence } = module;
    const at = name.value;
    if (to === undefined) yield { at, evidence, message: `v2 has no ${path}. ${adviceFor(path)}` };
    else if (to !== path)
      yield { at, evidence, message: `${path} is ${to} in v2: patch it there`, suggestion: `'${to}'` };
  }
}

/** Where v2 has what the path names: the path itself for what is no path of v1 at all; undefined where v2 has nothing. */
function pathInV2(path: string): string | undefined {
  const known = v1.resolve(path);
  if (known !== undefined)
    return IMAGE_FUNCTIONS.has(known.path) ? 'sagemaker.image_uris.retrieve' : portablePath(path);
  // A method or attribute moves with its class.
  const cut = path.lastIndexOf('.');
  const owner = path.slice(0, cut);
  const symbol = v1.resolve(owner);
  if (symbol?.kind !== 'class') return path;
  const moved = portablePath(owner);
  return moved === undefined ? undefined : `${moved}.${memberInV2(path.slice(cut + 1), symbol.path)}`;
}

/** What v2 calls a method or attribute of the class. */
function memberInV2(name: string, classPath: string): string {
  if (!isEstimator(classPath)) return name;
  return name === 'train_image' ? 'training_image_uri' : (trainKeywords[name] ?? name);
}

function adviceFor(path: string): string {
  const canonical = v1.resolve(path)?.path ?? path;
  const made = instanceSymbols.get(canonical);
  if (made !== undefined) return `Use an object of ${made}`;
  return (removedSymbol(canonical)?.advice ?? 'Remove the use').replace(/\.$/, '');
}
