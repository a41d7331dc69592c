import { argumentListOf, calleeOf } from '../python/arguments.js';
import { isType, type PyNode } from '../python/node.js';
import { stringValue } from '../python/strings.js';
import { type FrameworkRegistry, frameworkRegistries } from '../sdk/image-functions.js';
import { imageVersion } from '../sdk/image-versions.js';
import { v1 } from '../sdk/tables.js';
import type { Program } from '../semantic/program.js';
import { manual, type Rule } from './rule.js';
import type { SdkCall } from './sdk-call.js';
import { replaceCall, retrieveCall, stringFor, writtenValues } from './shared/image-call.js';
import { stringLike } from './shared/literals.js';
import { isNamed } from './shared/moved-symbol.js';
import { leaving, type Rewrite, removedFunction } from './shared/removed-function.js';

const MODULE = 'sagemaker.fw_registry';
const ADVICE =
  'sagemaker.fw_registry is gone: ask image_uris.retrieve(framework, region, version), for the registry alone take the part before the first "/"';

const functions = removedFunction({
  paths: [`${MODULE}.registry`, `${MODULE}.default_framework_uri`],
  advice: ADVICE,
  rewrite: (call, callee, program) =>
    call.name === 'registry' ? rewriteRegistry(call, callee, program) : rewriteUri(call, callee, program),
});

/** The module `sagemaker.fw_registry`: its functions, its map of accounts, and imports of it. */
export const fwRegistry: Rule = {
  docs: {
    name: 'fw-registry',
    summary: 'registry and default_framework_uri of sagemaker.fw_registry are image_uris.retrieve',
    why: 'v2 has no module sagemaker.fw_registry. Its scikit-learn is called sklearn there, and the tag is split into version, Python and processor.',
    since: '2.0.0',
    guide: 'Image URI Functions',
    examples: [
      {
        before:
          "from sagemaker.fw_registry import default_framework_uri\nimage = default_framework_uri('scikit-learn', region, '0.20.0-cpu-py3')\n",
        after: "from sagemaker import image_uris\nimage = image_uris.retrieve('sklearn', region, '0.20.0')\n",
      },
      {
        before: "from sagemaker import fw_registry\nhost = fw_registry.registry(region, 'xgboost')\n",
        after:
          "from sagemaker import image_uris\nhost = image_uris.retrieve('xgboost', region, '0.90-1').split('/')[0]\n",
      },
    ],
  },
  call: functions.call,
  reference(reference, program) {
    const { node, sdk, isImport } = reference;
    const canonical = v1.resolve(sdk.path)?.path;
    if (isImport && canonical === MODULE) return leaving(reference, program, ADVICE);
    if (canonical === `${MODULE}.image_registry_map`)
      return isImport || isNamed(reference, program) ? manual(node, sdk.evidence, ADVICE) : undefined;
    return functions.reference?.(reference, program);
  },
};

function rewriteRegistry(call: SdkCall, callee: PyNode, program: Program): Rewrite {
  const region = writtenValues(call, 'region_name', 'framework')?.get('region_name');
  const known = frameworkOf(call);
  if (region === undefined || known === undefined) return { message: ADVICE };
  const text = (value: string): string => stringLike(value, call.node);
  const edits = replaceCall(
    call.node,
    program,
    ...retrieveCall(callee, [text(known.framework)], [region], [text(known.version)]),
    `.split(${text('/')})[0]`,
  );
  return edits === undefined
    ? { message: ADVICE }
    : { edits, message: 'registry is the start of the URI that image_uris.retrieve gives in v2' };
}

/** Tags are `version`, or `version-cpu-py3`: the processor and Python that v2 takes without being told. */
function rewriteUri(call: SdkCall, callee: PyNode, program: Program): Rewrite {
  const values = writtenValues(call, 'framework', 'region_name', 'image_tag');
  const [region, tag] = [values?.get('region_name'), values?.get('image_tag')];
  const known = frameworkOf(call);
  const version = stringFor(call, 'image_tag')?.replace(/-cpu-py3$/, '');
  if (region === undefined || known === undefined || version === undefined) return { message: ADVICE };
  const found =
    imageVersion(known.framework, version) ?? imageVersion(known.framework, version, undefined, 'inference');
  if (found?.fullVersion !== version) return { message: ADVICE };
  const text = (value: string): string => stringLike(value, call.node);
  const edits = replaceCall(
    call.node,
    program,
    ...retrieveCall(callee, [text(known.framework)], [region], [versionIn(tag) ?? text(version)]),
  );
  return edits === undefined
    ? { message: ADVICE }
    : { edits, message: 'default_framework_uri is image_uris.retrieve in v2' };
}

/** The `x` of `'{}-cpu-py3'.format(x)`. */
function versionIn(tag: PyNode | undefined): PyNode | undefined {
  const callee = tag?.type === 'call' ? calleeOf(tag) : undefined;
  const [template, method] = callee?.type === 'attribute' ? callee.children : [];
  const isFormat = method?.text === 'format' && template !== undefined && stringValue(template) === '{}-cpu-py3';
  const [only, ...more] = isFormat && tag !== undefined ? (argumentListOf(tag)?.children ?? []) : [];
  return more.length === 0 && isType(only, 'identifier', 'attribute') ? only : undefined;
}

function frameworkOf(call: SdkCall): FrameworkRegistry | undefined {
  const name = stringFor(call, 'framework');
  return name === undefined ? undefined : frameworkRegistries[name];
}
