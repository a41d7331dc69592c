import { printable } from '../../terminal-text.js';

/** What an element may hold; texts become text, never markup. */
export type Child = Node | string | number | null | undefined | readonly Child[];

/** Attributes; functions are listeners of the event that they are named after. */
export type Attributes = Readonly<Record<string, string | number | boolean | ((event: Event) => void) | undefined>>;

/** Makes an element. Characters that steer or reorder text are made visible. */
export function h(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? '' : printable(String(value)));
  }
  append(element, children);
  return element;
}

function append(element: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined) continue;
    if (child instanceof Node) element.appendChild(child);
    else if (typeof child === 'object') append(element, child);
    else element.appendChild(document.createTextNode(printable(String(child))));
  }
}

/** Puts these in the place of all that an element holds. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren();
  append(element, children);
}

/** `12,345`, whatever language the reader has: a report says the same everywhere. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `3 files`, `1 file`. */
export function counted(value: number, what: string): string {
  return `${count(value)} ${what}${value === 1 ? '' : 's'}`;
}

/** A share as a person says it: never 100 % or 0 % for what is not all or nothing. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '0 %';
  const exact = (100 * part) / whole;
  if (exact > 99.9 && part < whole) return '> 99.9 %';
  if (exact < 0.1 && part > 0) return '< 0.1 %';
  return `${Number.isInteger(exact) ? exact : exact.toFixed(1)} %`;
}
