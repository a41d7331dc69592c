import type { PyNode } from '../../python/node.js';
import { instanceSymbols, movedSymbols } from '../../sdk/moved-symbols.js';
import { removedSymbol } from '../../sdk/removed-symbols.js';
import { isDeserializer, isPredictor, isSerializer } from '../../sdk/roles.js';
import { acceptOf, contentTypeOf, serdeDefaults } from '../../sdk/serde.js';
import { v1, v2 } from '../../sdk/tables.js';
import { findMethod } from '../../semantic/attributes.js';
import type { AttributeFact, ReferenceFact } from '../../semantic/facts.js';
import type { Program } from '../../semantic/program.js';
import { argumentOf } from '../../semantic/sdk-results.js';
import { alternatives, type Instance, isNone, stringOf, type Value } from '../../semantic/values.js';

/** The two ends of a predictor: what goes out with its content type, what comes back with what was asked for. */
export interface Side {
  /** Attribute and parameter that holds the converter. */
  readonly role: 'serializer' | 'deserializer';
  /** Attribute and parameter of v1 that v2 moved into the converter. */
  readonly header: 'content_type' | 'accept';
  /** v2 class that passes bytes on as they are, which v1 did without any converter. */
  readonly plain: string;
  /** The type that v2 sends where no other is known; v1 could send none. */
  readonly anyType: string;
  readonly method: 'serialize' | 'deserialize';
}

/** Requests. */
export const outgoing: Side = {
  role: 'serializer',
  header: 'content_type',
  plain: 'sagemaker.serializers.IdentitySerializer',
  anyType: 'application/octet-stream',
  method: 'serialize',
};
/** Responses. */
export const incoming: Side = {
  role: 'deserializer',
  header: 'accept',
  plain: 'sagemaker.deserializers.BytesDeserializer',
  anyType: '*/*',
  method: 'deserialize',
};
/** Both. */
export const sides: readonly Side[] = [outgoing, incoming];

/** A serializer or deserializer, as far as the program tells. */
export type Serde =
  /** None at all; `node` is the `None` that says so. */
  | { readonly kind: 'plain'; readonly node: PyNode | undefined }
  | {
      readonly kind: 'sdk';
      /** v2 class, importable on every 2.x. */
      readonly to: string;
      /** The type that it sends; undefined for none or an unknown one. */
      readonly type: string | undefined;
      /** Whether its constructor was given anything: then it is more than its class says. */
      readonly isConfigured: boolean;
      /** Where a ready-made object of v1 is named. */
      readonly node: PyNode | undefined;
      /** Where it is constructed. */
      readonly call: PyNode | undefined;
    }
  /** A callable of the program or of another library. */
  | { readonly kind: 'custom' }
  | { readonly kind: 'unknown' };

const UNKNOWN: Serde = { kind: 'unknown' };

/** What a value is as a serializer (or deserializer). @param node where the value is written */
export function serdeOf(value: Value, node: PyNode | undefined, side: Side, program: Program): Serde {
  const all = alternatives(value).map((each) => serdeOfOne(each, node, side, program));
  const [first] = all;
  if (first === undefined) return UNKNOWN;
  if (all.length === 1) return first;
  return all.every((each) => isAlike(each, first))
    ? first
    : all.some((each) => each.kind === 'custom')
      ? { kind: 'custom' }
      : UNKNOWN;
}

/** Whether two are of one class and send the same type. */
export function isAlike(a: Serde, b: Serde): boolean {
  if (a.kind === 'sdk' && b.kind === 'sdk')
    return a.to === b.to && a.type === b.type && !a.isConfigured && !b.isConfigured;
  return a.kind === b.kind;
}

function serdeOfOne(value: Value, node: PyNode | undefined, side: Side, program: Program): Serde {
  if (isNone(value)) return { kind: 'plain', node: node?.type === 'none' ? node : undefined };
  switch (value.kind) {
    case 'unknown':
    case 'sdk-version':
      return UNKNOWN;
    case 'sdk': {
      const to = instanceSymbols.get(v1.resolve(value.path)?.path ?? '');
      if (to === undefined) return UNKNOWN;
      const reference = node === undefined ? undefined : program.facts.references.get(node);
      const isNamed = reference !== undefined && namesObject(reference, program);
      return {
        kind: 'sdk',
        to,
        type: typeOf(to, side),
        isConfigured: false,
        node: isNamed ? node : undefined,
        call: undefined,
      };
    }
    case 'instance':
      return serdeOfInstance(value, node, side);
    default:
      return { kind: 'custom' };
  }
}

function serdeOfInstance(value: Instance, node: PyNode | undefined, side: Side): Serde {
  if (value.userClass !== undefined)
    return findMethod(value.userClass, side.method) === undefined && value.classPath === ''
      ? { kind: 'custom' }
      : UNKNOWN;
  if (!(side.role === 'serializer' ? isSerializer(value.classPath) : isDeserializer(value.classPath))) return UNKNOWN;
  const to = movedSymbols.get(value.classPath) ?? value.classPath.replace('.base_', '.');
  const given = argumentOf(value, side.header);
  const type = given === undefined ? typeOf(value.classPath, side) : headerText(given);
  const isConfigured =
    (value.construction?.arguments.length ?? 0) > 0 || value.construction?.opaqueKeywords !== undefined;
  const call = node !== undefined && node === value.site ? node : undefined;
  return { kind: 'sdk', to, type, isConfigured, node: undefined, call };
}

/** What a predictor class uses by itself: in v1, or in v2 for a class that only v2 has. */
export function defaultSerde(classPath: string, side: Side): Serde {
  const defaults = serdeDefaults('v1', classPath) ?? serdeDefaults('v2', classPath);
  if (defaults === undefined) return UNKNOWN;
  const path = defaults[side.role];
  const to = path === undefined ? side.plain : (movedSymbols.get(path) ?? path.replace('.base_', '.'));
  if (path === undefined || to === side.plain) return { kind: 'plain', node: undefined };
  return v2.resolve(to) === undefined
    ? UNKNOWN
    : { kind: 'sdk', to, type: typeOf(path, side), isConfigured: false, node: undefined, call: undefined };
}

/** The type that a class sends by default. @param path canonical class path of either version, or v2 import path */
export function typeOf(path: string, side: Side): string | undefined {
  const find = side.role === 'serializer' ? contentTypeOf : acceptOf;
  const name = path.slice(path.lastIndexOf('.') + 1);
  return (
    find(path) ?? (path.startsWith('sagemaker.predictor.') ? undefined : find(`sagemaker.base_${side.role}s.${name}`))
  );
}

/** The text of a header value: a string, or one of v1's `CONTENT_TYPE_` constants. */
export function headerText(value: Value): string | undefined {
  if (value.kind !== 'sdk') return stringOf(value);
  const path = v1.resolve(value.path)?.path;
  const literal = path === undefined ? undefined : removedSymbol(path)?.replacement;
  return literal !== undefined && /^"[^"\\]*"$/.test(literal) ? literal.slice(1, -1) : undefined;
}

/** Whether the reference names a ready-made object itself, and is no variable that holds it. */
export function namesObject({ node, sdk }: ReferenceFact, program: Program): boolean {
  const name = sdk.path.slice(sdk.path.lastIndexOf('.') + 1);
  if (node.type === 'identifier')
    return sdk.binding === undefined
      ? node.text === name
      : node.text === sdk.binding.name && sdk.binding.path === sdk.path;
  if (sdk.isLost === true) return true;
  const [object] = node.children;
  const owner = object === undefined ? undefined : program.facts.references.get(object)?.sdk.path;
  return owner !== undefined && `${owner}.${name}` === sdk.path;
}

/** The side that an attribute or parameter name belongs to. */
export function sideOf(name: string, key: 'header' | 'role'): Side | undefined {
  return sides.find((side) => side[key] === name);
}

/** The predictors that an attribute may belong to, when it belongs to nothing else. The legacy TensorFlow one has no v2 form. */
export function predictorsOf(use: AttributeFact): readonly Instance[] {
  const all = use.receivers.filter(
    (receiver): receiver is Instance => receiver.kind === 'instance' && isPredictor(receiver.classPath),
  );
  if (all.length < use.receivers.length) return [];
  const current = all.filter((receiver) => receiver.classPath !== 'sagemaker.tensorflow.model.TensorFlowPredictor');
  return current.length > 0 ? current : all;
}
