import { appendArgument, replace } from '../edits/builders.js';
import { calleeOf } from '../python/arguments.js';
import { isType, type PyNode } from '../python/node.js';
import { frameworkDefaults, TENSORFLOW, TENSORFLOW_VERSION } from '../sdk/framework-defaults.js';
import { imageVersion } from '../sdk/image-versions.js';
import { isModel } from '../sdk/roles.js';
import type { Program } from '../semantic/program.js';
import { contains } from '../text/text-range.js';
import type { Finding, Rule } from './rule.js';
import type { SdkCall } from './sdk-call.js';
import { callsOn } from './shared/deployments.js';
import { givenFor, hasImage, isUnset } from './shared/given.js';
import { stringLike } from './shared/literals.js';
import { tensorFlowMode } from './shared/tensorflow-mode.js';

/** Framework estimators and models without `framework_version` or `py_version`: v1's defaults are written out. */
export const frameworkVersionDefault: Rule = {
  docs: {
    name: 'framework-version-default',
    summary: 'framework_version and py_version have no defaults any more: those of v1 are written out',
    why:
      'v2 raises ValueError where neither an image nor the versions are given. The versions are spelt as in v1: the ' +
      'image of "0.4" is not that of "0.4.0".',
    since: '2.0.0',
    guide: 'Deprecate Legacy TensorFlow / Require framework_version and py_version',
    examples: [
      {
        before:
          "from sagemaker.pytorch import PyTorch\nest = PyTorch('train.py', role=role, framework_version='1.5.0')\n",
        after:
          "from sagemaker.pytorch import PyTorch\nest = PyTorch('train.py', role=role, framework_version='1.5.0', py_version='py3')\n",
      },
      {
        before: "from sagemaker.mxnet import MXNetModel\nmodel = MXNetModel(data, role, 'inference.py')\n",
        after:
          "from sagemaker.mxnet import MXNetModel\nmodel = MXNetModel(data, role, 'inference.py', framework_version='1.2', py_version='py2')\n",
      },
    ],
  },
  *call(call, program) {
    if (call.target.kind !== 'constructor' || (call.fact.isPartial && isCompleted(call, program))) return;
    if (hasImage(call)) {
      yield* versionBesideImage(call, program);
      return;
    }
    if (call.classPath === TENSORFLOW) {
      yield* tensorFlowVersions(call);
      return;
    }
    const defaults = frameworkDefaults.get(call.classPath);
    if (defaults === undefined) return;
    yield* written(call, 'framework_version', defaults.frameworkVersion, defaults.noneIsDefault);
    if (defaults.pyVersion !== undefined) yield* written(call, 'py_version', defaults.pyVersion, false);
  },
};

/** With an image the versions may be left out, except where the version decides how a model is packed. */
function* versionBesideImage(call: SdkCall, program: Program): Generator<Finding> {
  const defaults = frameworkDefaults.get(call.classPath);
  if (defaults?.decidesPacking !== true || program.dialect === 'v2' || call.fact.isPartial) return;
  const { result } = call.fact;
  const isServed =
    isModel(call.classPath) ||
    (result?.kind === 'instance' && SERVING.some((method) => callsOn(program, result, method).length > 0));
  if (isServed) yield* written(call, 'framework_version', defaults.frameworkVersion, defaults.noneIsDefault);
}

/** Methods of estimators that make a model. */
const SERVING: readonly string[] = ['deploy', 'create_model', 'transformer', 'compile_model'];

function* tensorFlowVersions(call: SdkCall): Generator<Finding> {
  const { mode, versions, pyVersion } = tensorFlowMode(call);
  // What runs in legacy mode, or with an image that v2 does not know, has rules of its own.
  if (mode === 'legacy') return;
  if (
    pyVersion !== undefined &&
    versions?.some((version) => imageVersion('tensorflow', version, pyVersion)?.isAccepted === false) === true
  )
    return;
  yield* written(call, 'framework_version', TENSORFLOW_VERSION, true);
  const python = givenFor(call, 'py_version');
  if (pyVersion !== undefined && mode === 'script') yield* written(call, 'py_version', pyVersion, true);
  else if (isUnset(python)) {
    yield {
      at: calleeOf(call.node) ?? call.node,
      evidence: call.evidence,
      message:
        "py_version has no default in v2: v1 took 'py2' up to TensorFlow 2.1.0 and 'py3' above; pass the one that belongs to this framework_version",
      suggestion: "py_version='py3'",
    };
  }
}

/** The finding for one parameter that is not passed, or passed as `None` where v1 read that as its default. */
function* written(call: SdkCall, parameter: string, value: string, noneIsDefault: boolean): Generator<Finding> {
  const given = givenFor(call, parameter);
  const { evidence, node } = call;
  const at = calleeOf(node) ?? node;
  const literal = stringLike(value, node);
  const message = `${parameter} has no default in v2: v1's was ${value}`;
  const suggestion = `${parameter}=${literal}`;
  if (given.kind === 'absent') {
    if (call.fact.isPartial)
      yield { at, evidence, message: `${message}; pass it where the partial is called`, suggestion, state: 'unproven' };
    else yield { at, evidence, message, edits: [appendArgument(node, parameter, literal)] };
  } else if (given.kind === 'hidden') {
    yield { at, evidence, message: `${message}; pass it, if ** or * does not hold it`, suggestion, state: 'unproven' };
  } else if (noneIsDefault && given.kind !== 'value') {
    const { valueNode, written: argument } = given.argument;
    if (valueNode?.type === 'none' && argument !== undefined)
      yield { at: valueNode, evidence, message, edits: [replace(valueNode, literal)] };
    else
      yield {
        at: argument ?? at,
        evidence,
        message: `${message}, also for None`,
        suggestion: `${parameter}=${orElse(valueNode, literal)}`,
      };
  }
}

/** The expression, with a value for where it gives `None`. */
function orElse(node: PyNode | undefined, literal: string): string {
  if (node === undefined || node.type === 'none') return literal;
  const { text } = node;
  return `${isType(node, 'identifier', 'attribute', 'call', 'subscript') ? text : `(${text})`} or ${literal}`;
}

/** Whether the program calls what `functools.partial` gave: that call is asked instead. */
function isCompleted(partial: SdkCall, program: Program): boolean {
  for (const flows of program.facts.calls.values()) {
    for (const { isPartial, arguments: list, node } of flows) {
      if (
        !isPartial &&
        node !== partial.node &&
        list.some(({ valueNode }) => valueNode !== undefined && contains(partial.node, valueNode))
      )
        return true;
    }
  }
  return false;
}
