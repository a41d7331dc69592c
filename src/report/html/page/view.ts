import type { Route } from './route.js';

/** A page that is open. */
export interface Shown {
  readonly element: HTMLElement;
  /** Called after the element is in the document, and when the route changes and the view stays. */
  readonly update: (route: Route) => void;
}
