import { replace, symbol } from '../../edits/builders.js';
import type { Edit, Piece } from '../../edits/edit.js';
import type { PyNode } from '../../python/node.js';
import type { Program } from '../../semantic/program.js';
import { findArgument, type SdkCall } from '../sdk-call.js';
import { hasComment } from './removed-function.js';

const RETRIEVE = 'sagemaker.image_uris.retrieve';

/** The pieces of `image_uris.retrieve(…)`, for the place of the reference. */
export function retrieveCall(at: PyNode, ...args: readonly (readonly Piece[])[]): Piece[] {
  return [symbol(RETRIEVE, at), '(', ...args.flatMap((piece, i) => (i === 0 ? piece : [', ', ...piece])), ')'];
}

/** Puts new code in the place of a whole call; undefined where a comment inside the call would be lost. */
export function replaceCall(call: PyNode, program: Program, ...pieces: readonly Piece[]): Edit[] | undefined {
  return hasComment(program, call.start, call.end) ? undefined : [replace(call, ...pieces)];
}

/** The expressions of a call's arguments by parameter; undefined where one is not written in the call itself. */
export function writtenValues(call: SdkCall, ...parameters: readonly string[]): Map<string, PyNode> | undefined {
  if (call.hasOpaqueKeywords || call.hasOpaquePositional) return undefined;
  const values = new Map<string, PyNode>();
  for (const argument of call.arguments) {
    if (argument.parameter === undefined || argument.written === undefined || argument.valueNode === undefined)
      return undefined;
    if (!parameters.includes(argument.parameter)) return undefined;
    values.set(argument.parameter, argument.valueNode);
  }
  return values;
}

/** The one constant string that is passed for the parameter; undefined for all else. */
export function stringFor(call: SdkCall, parameter: string): string | undefined {
  const value = findArgument(call, parameter)?.value;
  return value?.kind === 'constant' && typeof value.value === 'string' ? value.value : undefined;
}
