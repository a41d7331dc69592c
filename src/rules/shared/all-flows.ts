import type { Program } from '../../semantic/program.js';
import { joinAll } from '../../semantic/values.js';
import { type BoundArgument, bindCall, type SdkCall } from '../sdk-call.js';

/**
 * The call as it is in all flows of the program together: each argument with every value that it may have. Undefined
 * where the flows do not pass the same expressions, as when they bring different dictionaries for `**x`.
 */
export function inAllFlows(call: SdkCall, program: Program): SdkCall | undefined {
  const flows = (program.facts.calls.get(call.node) ?? []).map((fact) => bindCall(fact, program.dialect));
  const isAlike = flows.every(
    (flow) =>
      flow.arguments.length === call.arguments.length &&
      flow.classPath === call.classPath &&
      flow.hasOpaqueKeywords === call.hasOpaqueKeywords &&
      flow.hasOpaquePositional === call.hasOpaquePositional &&
      flow.arguments.every((argument, i) => isSamePlace(argument, call.arguments[i])),
  );
  if (!isAlike) return undefined;
  return {
    ...call,
    arguments: call.arguments.map((argument) => {
      const values = flows.flatMap(({ arguments: list }) => list.find((each) => isSamePlace(each, argument)) ?? []);
      return { ...argument, value: joinAll(values.map(({ value }) => value)) ?? argument.value };
    }),
  };
}

function isSamePlace(a: BoundArgument, b: BoundArgument | undefined): boolean {
  return a.parameter === b?.parameter && a.valueNode === b?.valueNode && a.written === b?.written;
}
