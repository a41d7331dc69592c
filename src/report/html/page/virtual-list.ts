import { fill, h } from './dom.js';

/** A list of any length: only the rows that can be seen are in the document. */
export interface VirtualList {
  readonly element: HTMLElement;
  /** Shows `total` rows, and makes one of them the chosen one (-1: none). */
  show(total: number, chosen: number): void;
}

/** How a list is made. */
export interface ListOptions {
  readonly label: string;
  /** Height of a row in pixels. */
  readonly height: number;
  readonly row: (number: number) => HTMLElement;
  readonly choose: (number: number) => void;
}

/** Rows above and below those that can be seen. */
const MORE = 8;

/** Makes a list; arrows, Home, End and Page keys move in it. */
export function virtualList({ label, height, row, choose }: ListOptions): VirtualList {
  const sheet = h('div', { class: 'sheet' });
  const element = h('div', { class: 'rows', role: 'listbox', tabindex: 0, 'aria-label': label }, sheet);
  let [total, chosen] = [0, -1];
  let drawn = '';
  const draw = (): void => {
    const first = Math.max(0, Math.floor(element.scrollTop / height) - MORE);
    const last = Math.min(total, Math.ceil((element.scrollTop + element.clientHeight) / height) + MORE);
    const key = `${first} ${last} ${chosen}`;
    if (key === drawn) return;
    drawn = key;
    const rows = Array.from({ length: Math.max(0, last - first) }, (_, i) => {
      const number = first + i;
      const made = row(number);
      made.id = `row${number}`;
      made.setAttribute('role', 'option');
      made.setAttribute('aria-selected', String(number === chosen));
      made.setAttribute('aria-setsize', String(total));
      made.setAttribute('aria-posinset', String(number + 1));
      made.style.top = `${number * height}px`;
      made.addEventListener('click', () => choose(number));
      return made;
    });
    fill(sheet, rows);
    if (chosen >= first && chosen < last) element.setAttribute('aria-activedescendant', `row${chosen}`);
    else element.removeAttribute('aria-activedescendant');
  };
  const reveal = (number: number): void => {
    const top = number * height;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + height > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + height - element.clientHeight;
    }
  };
  element.addEventListener('scroll', draw, { passive: true });
  new ResizeObserver(draw).observe(element);
  element.addEventListener('keydown', (event) => {
    const page = Math.max(1, Math.floor(element.clientHeight / height) - 1);
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const step = event.key === 'Home' ? -total : event.key === 'End' ? total : steps[event.key];
    if (step === undefined || total === 0) return;
    event.preventDefault();
    choose(Math.max(0, Math.min(total - 1, chosen + step)));
  });
  return {
    element,
    show(newTotal, newChosen) {
      const isNew = newTotal !== total;
      [total, chosen] = [newTotal, newChosen];
      sheet.style.height = `${total * height}px`;
      if (isNew && chosen < 0) element.scrollTop = 0;
      if (chosen >= 0) reveal(chosen);
      drawn = '';
      draw();
    },
  };
}
