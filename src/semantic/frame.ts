import { join, type Value } from './values.js';

/** Names of one branch over those of the code before it. */
interface Layer {
  readonly own: Map<string, Value>;
  readonly below: Layer | undefined;
}

/** The names of a module, class body or function call. */
export interface Frame {
  readonly kind: 'module' | 'class' | 'function';
  /** Where names are looked up that are not found here (never a class frame, as in Python). */
  readonly outer: Frame | undefined;
  layer: Layer;
  /** Names declared `global` or `nonlocal`: they live in another frame. */
  readonly elsewhere: Map<string, Frame>;
}

/** A frame without names. */
export function createFrame(kind: Frame['kind'], outer: Frame | undefined): Frame {
  const visible = outer?.kind === 'class' ? outer.outer : outer;
  return { kind, outer: visible, layer: { own: new Map(), below: undefined }, elsewhere: new Map() };
}

/** The value of a name, searched outwards; undefined where nothing binds it. */
export function lookUp(frame: Frame, name: string): Value | undefined {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.outer) {
    const found = lookUpHere(at.elsewhere.get(name) ?? at, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The value of a name in this very frame. */
export function lookUpHere(frame: Frame, name: string): Value | undefined {
  for (let layer: Layer | undefined = frame.layer; layer !== undefined; layer = layer.below) {
    const value = layer.own.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Binds a name in the frame that owns it. */
export function bind(frame: Frame, name: string, value: Value): void {
  (frame.elsewhere.get(name) ?? frame).layer.own.set(name, value);
}

/** Names that the frame binds, with their values. */
export function boundNames(frame: Frame): Map<string, Value> {
  const names = new Map<string, Value>();
  const layers: Layer[] = [];
  for (let layer: Layer | undefined = frame.layer; layer !== undefined; layer = layer.below) layers.push(layer);
  for (const layer of layers.reverse()) for (const [name, value] of layer.own) names.set(name, value);
  return names;
}

/**
 * Runs alternatives, each from the same start, and joins what they bound: the arms of an `if`, a `try`, a loop body.
 *
 * @param mayRunNone whether the flow can pass all of them by
 */
export function branch(frame: Frame, arms: readonly (() => void)[], mayRunNone: boolean): void {
  const below = frame.layer;
  const outcomes: Map<string, Value>[] = [];
  for (const arm of arms) {
    frame.layer = { own: new Map(), below };
    arm();
    outcomes.push(flatten(frame.layer, below));
  }
  frame.layer = below;
  const names = new Set(outcomes.flatMap((outcome) => [...outcome.keys()]));
  for (const name of names) {
    const before = lookUpHere(frame, name);
    const values = outcomes.map((outcome) => outcome.get(name) ?? before);
    if (mayRunNone) values.push(before);
    let joined: Value | undefined;
    for (const value of values) if (value !== undefined) joined = joined === undefined ? value : join(joined, value);
    if (joined !== undefined) below.own.set(name, joined);
  }
}

function flatten(layer: Layer, below: Layer): Map<string, Value> {
  const names = new Map<string, Value>();
  const layers: Layer[] = [];
  for (let at: Layer | undefined = layer; at !== undefined && at !== below; at = at.below) layers.push(at);
  for (const at of layers.reverse()) for (const [name, value] of at.own) names.set(name, value);
  return names;
}
