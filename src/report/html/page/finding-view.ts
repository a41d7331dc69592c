import { type PageFinding, pageStates } from '../data.js';
import { h } from './dom.js';
import { placeText, stateTag } from './pieces.js';
import { hrefOf } from './route.js';
import { ruleBody } from './rule-view.js';
import { index } from './store.js';

/** A finding: how it ended, what is wrong, what to write, and on request why. */
export function findingView(finding: PageFinding): HTMLElement {
  const { rule: number, state, message, suggestion, evidence, line } = finding;
  const rule = index.rules[number];
  const name = pageStates[state] ?? '';
  const needsPerson = name === 'manual' || name === 'unproven';
  const why = h('details', { class: 'why' }, h('summary', {}, 'Why'));
  // Made when it is looked at: a file can have thousands of findings.
  why.addEventListener(
    'toggle',
    () => {
      if (rule === undefined) return;
      why.append(
        ...ruleBody(rule),
        h('p', {}, h('a', { href: hrefOf({ view: 'files', rule: rule.name }) }, 'Files with this rule')),
      );
    },
    { once: true },
  );
  return h(
    'details',
    { class: `finding s${state}`, open: needsPerson || name === 'assumed' },
    h(
      'summary',
      { tabindex: 0 },
      stateTag(state),
      h('b', {}, rule?.name ?? ''),
      h('span', { class: 'place' }, placeText(null, line)),
      h('span', { class: 'brief' }, message),
    ),
    h('p', { class: 'message' }, message, name === 'assumed' ? h('small', {}, ` Evidence: ${evidence}.`) : null),
    suggestion === null
      ? null
      : h('div', { class: 'write' }, h('small', {}, 'Write instead'), h('pre', {}, suggestion)),
    rule === undefined || rule.summary === '' ? null : why,
  );
}
