import type { PyNode } from '../../python/node.js';
import { lineageOf } from '../../sdk/roles.js';
import type { CallFact } from '../../semantic/facts.js';
import type { Program } from '../../semantic/program.js';
import { alternatives, type Instance, isNone, type Value } from '../../semantic/values.js';
import { bindCall, findArgument } from '../sdk-call.js';
import { callsOn } from './deployments.js';

/** A name that the program gives to a model: `Model(…, name=x)`, `model.name = x`, `est.create_model(name=x)`. */
export interface GivenName {
  readonly value: Value;
  readonly valueNode: PyNode | undefined;
}

/** The names that the program gives to a model; empty where it gives none, or none is seen. */
export function namesOf(model: Instance, program: Program): readonly GivenName[] {
  return selvesOf(model, program).flatMap((each) => {
    const maker = makerOf(each, program);
    const passed = maker === undefined ? undefined : findArgument(bindCall(maker, program.dialect), 'name');
    const written = each.writes.filter(({ name }) => name === 'name');
    return [...written, ...(passed === undefined ? [] : [passed])].filter(
      ({ value }) => !alternatives(value).every(isNone),
    );
  });
}

/** The model, and those that it is under another name: `compile()` gives back the model that it was called on. */
export function selvesOf(model: Instance, program: Program): readonly Instance[] {
  const target = makerOf(model, program)?.target;
  return target?.kind === 'method' && target.name === 'compile' && target.receiver.kind === 'instance'
    ? [model, ...selvesOf(target.receiver, program)]
    : [model];
}

/** The call that compiled a model before it is deployed at `deploy`; undefined for one that is deployed as it is. */
export function compilationOf(model: Instance, deploy: PyNode, program: Program): CallFact | undefined {
  const maker = makerOf(model, program);
  const isCompiler =
    maker?.target.kind === 'method' && (maker.target.name === 'compile' || maker.target.name === 'compile_model');
  const call = isCompiler ? maker : callsOn(program, model, 'compile').find(({ node }) => node.start < deploy.start);
  if (call === undefined) return undefined;
  const family = findArgument(bindCall(call, program.dialect), 'target_instance_family')?.value;
  // What is compiled for other devices is not deployed by the SDK, in either version.
  const isForeign = family?.kind === 'constant' && !String(family.value ?? '').startsWith('ml_');
  return isForeign ? undefined : call;
}

/** Whether what `deploy()` is called on at that place is of such a class, in every flow. */
export function isAlways(role: (classPath: string) => boolean, deploy: PyNode, program: Program): boolean {
  const flows = program.facts.calls.get(deploy) ?? [];
  return (
    !program.facts.foreignCalls.has(deploy) &&
    flows.every(({ target }) => target.kind === 'method' && role(target.classPath))
  );
}

/** The call that made an object: its constructor, or the method that gave it. */
export function makerOf(model: Instance, program: Program): CallFact | undefined {
  if (model.construction !== undefined) return model.construction;
  return model.site === undefined
    ? undefined
    : program.facts.calls.get(model.site)?.find(({ target }) => target.kind === 'method');
}

/** Whether `deploy()` of the class names the endpoint like the model in v2 as well (multidatamodel.py, pipeline.py). */
export function keepsModelName(classPath: string): boolean {
  return lineageOf(classPath).some((path) => KEEPERS.includes(path));
}

const KEEPERS: readonly string[] = ['sagemaker.multidatamodel.MultiDataModel', 'sagemaker.pipeline.PipelineModel'];
