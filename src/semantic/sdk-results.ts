import {
  attributeResult as attributeFacts,
  functionResult as functionFacts,
  methodResult as methodFacts,
  type Returned,
} from '../sdk/returns.js';
import { lineageOf } from '../sdk/roles.js';
import { v1 } from '../sdk/tables.js';
import { findMethod } from './attributes.js';
import type { CallFact, EvaluatedArgument } from './facts.js';
import { callFunction } from './functions.js';
import { type Context, createInstance, instanceAt, type Machine } from './machine.js';
import { classPathOf } from './sdk-objects.js';
import { alternatives, type Instance, isNone, joinAll, type SdkValue, unknown, type Value } from './values.js';

/** The version in whose terms a class is described; most classes are in both. */
function versionOf(classPath: string): 'v1' | 'v2' {
  return v1.lineage(classPath).length > 0 ? 'v1' : 'v2';
}

/** What a function of the SDK gives. */
export function functionResult(path: string, fact: CallFact, machine: Machine): Value {
  const facts = functionFacts(path);
  return (facts && realize(facts, undefined, fact, machine)) ?? unknown(`the result of ${path}()`);
}

/** What a method of the SDK gives. */
export function methodResult(fact: CallFact, machine: Machine): Value {
  const { target } = fact;
  if (target.kind !== 'method') return unknown('the result of a call');
  const facts = methodFacts(versionOf(target.classPath), target.classPath, target.name);
  return (
    (facts && realize(facts, target.receiver, fact, machine)) ??
    unknown(`the result of ${target.name}() of an SDK object`)
  );
}

/** Attribute objects are made once for each owner, so that what is written to them comes together. */
const attributeObjects = new WeakMap<Instance, Map<string, Value>>();

/** What an attribute of an SDK object is; undefined where it is a method or nothing is known. */
export function attributeResult(instance: Instance, name: string): Value | undefined {
  const known = attributeObjects.get(instance)?.get(name);
  if (known !== undefined) return known;
  const given = argumentOf(instance, name);
  if (given?.kind === 'instance') return given;
  const facts = attributeFacts(versionOf(instance.classPath), instance.classPath, name);
  if (facts === undefined) return undefined;
  const value =
    facts.kind === 'instance'
      ? joinAll(facts.paths.map((path) => createInstance(path, instance.evidence)))
      : facts.kind === 'argument'
        ? argumentOf(instance, facts.name)
        : unknown(`the attribute ${name} of an SDK object`);
  if (value === undefined) return undefined;
  const objects = attributeObjects.get(instance) ?? new Map<string, Value>();
  attributeObjects.set(instance, objects.set(name, value));
  return value;
}

function realize(
  facts: Returned,
  receiver: Instance | SdkValue | undefined,
  fact: CallFact,
  machine: Machine,
): Value | undefined {
  const evidence = fact.target.evidence;
  switch (facts.kind) {
    case 'instance': {
      const override = facts.overriddenBy === undefined ? undefined : predictorClass(receiver, fact, machine);
      if (override !== undefined) return override;
      if (facts.overriddenBy !== undefined && facts.paths.length === 0)
        return inheritedPredictor(receiver, fact, machine);
      return joinAll(facts.paths.map((path) => instanceAt(machine, fact.node, path, evidence)));
    }
    case 'same-class': {
      const path =
        receiver?.kind === 'instance' ? receiver.classPath : receiver === undefined ? undefined : classPathOf(receiver);
      return path === undefined ? undefined : instanceAt(machine, fact.node, path, evidence);
    }
    case 'argument':
      return receiver?.kind === 'instance' ? argumentOf(receiver, facts.name) : undefined;
    case 'deployed': {
      const inner = receiver?.kind === 'instance' ? argumentOf(receiver, facts.name) : undefined;
      const results = (inner === undefined ? [] : alternatives(inner)).map((each) => deployed(each, fact, machine));
      const known = results.filter((each) => each !== undefined);
      return known.length > 0
        ? joinAll(known)
        : instanceAt(machine, fact.node, 'sagemaker.predictor.RealTimePredictor', 'name');
    }
    case 'builtin':
      return unknown(`a ${facts.type} that AWS or the SDK makes`);
  }
}

function deployed(estimator: Value, fact: CallFact, machine: Machine): Value | undefined {
  if (estimator.kind !== 'instance') return undefined;
  const facts = methodFacts(versionOf(estimator.classPath), estimator.classPath, 'deploy');
  return facts && realize(facts, estimator, fact, machine);
}

/** An object of the class that `predictor_cls=` names, in the call or in the constructor of the receiver. */
function predictorClass(
  receiver: Instance | SdkValue | undefined,
  fact: CallFact,
  machine: Machine,
): Value | undefined {
  const named = fact.arguments.find((argument) => argument.name === 'predictor_cls')?.value;
  const written =
    receiver?.kind === 'instance'
      ? (receiver.writes.findLast(({ name }) => name === 'predictor_cls')?.value ??
        receiver.elsewhere.writes.get('predictor_cls'))
      : undefined;
  const given = named ?? written ?? (receiver?.kind === 'instance' ? argumentOf(receiver, 'predictor_cls') : undefined);
  if (given === undefined || isNone(given)) return undefined;
  return joinAll(alternatives(given).map((each) => predictorOf(each, fact, machine)));
}

/** Estimators whose models make a plain predictor unless told otherwise (estimator.py, algorithm.py of 1.72.0). */
const MAKE_PLAIN_PREDICTORS: readonly string[] = [
  'sagemaker.estimator.Estimator',
  'sagemaker.algorithm.AlgorithmEstimator',
];

/** What a model without a predictor class of its own gives: that of the estimator that made it, or of the model in it. */
function inheritedPredictor(
  model: Instance | SdkValue | undefined,
  fact: CallFact,
  machine: Machine,
): Value | undefined {
  if (model?.kind !== 'instance') return undefined;
  const inner = argumentOf(model, 'model');
  if (inner?.kind === 'instance') return deployed(inner, fact, machine);
  const site = model.site ?? model.elsewhere.site;
  const { calls } = model.elsewhere.facts ?? machine.facts;
  const maker = site === undefined ? undefined : calls.get(site)?.find(({ target }) => target.kind === 'method');
  if (maker?.target.kind !== 'method') return undefined;
  const { target } = maker;
  if (target.name === 'compile') return inheritedPredictor(target.receiver, fact, machine);
  const given = maker.arguments.find((argument) => argument.name === 'predictor_cls')?.value;
  if (given !== undefined && !isNone(given))
    return joinAll(alternatives(given).map((each) => predictorOf(each, fact, machine)));
  const isPlain = lineageOf(target.classPath).some((path) => MAKE_PLAIN_PREDICTORS.includes(path));
  return isPlain
    ? instanceAt(machine, fact.node, 'sagemaker.predictor.RealTimePredictor', fact.target.evidence)
    : undefined;
}

/** What the SDK gets when it calls `predictor_cls` with the endpoint's name and the session. */
function predictorOf(made: Value, { node, target }: CallFact, machine: Machine): Value {
  const context: Context = {
    machine,
    frame: machine.module,
    owner: undefined,
    self: undefined,
    returned: [],
    yielded: [],
  };
  const args = [0, 1].map(
    (index): EvaluatedArgument => ({
      index,
      name: undefined,
      nameNode: undefined,
      value: unknown('what the SDK passes'),
      valueNode: undefined,
      written: undefined,
      dict: undefined,
    }),
  );
  if (made.kind === 'function') return callFunction(made, args, undefined, node, context);
  const path = classPathOf(made);
  if (path === undefined) return unknown('an object of the class that predictor_cls names');
  const owner = made.kind === 'class' ? made : undefined;
  const instance = instanceAt(machine, node, path, target.evidence, owner);
  const initializer = owner === undefined ? undefined : findMethod(owner, '__init__');
  if (initializer?.kind === 'function') callFunction(initializer, args, instance, node, context);
  return instance;
}

/** The value that an object's constructor got for a parameter, by name or by v1 position. */
export function argumentOf(instance: Instance, name: string): Value | undefined {
  const construction = instance.construction ?? instance.elsewhere.construction;
  if (construction === undefined) return undefined;
  const named = construction.arguments.find((argument) => argument.name === name);
  if (named !== undefined) return named.value;
  const parameters = v1.signature(instance.classPath)?.parameters ?? [];
  const index = parameters.findIndex((parameter) => parameter.name === name && parameter.kind === 'positional');
  return index < 0 ? undefined : construction.arguments.find((argument) => argument.index === index)?.value;
}
