import { rename, replace } from '../edits/builders.js';
import { argumentListOf } from '../python/arguments.js';
import { type PyNode, statementOf } from '../python/node.js';
import type { AttributeFact } from '../semantic/facts.js';
import type { Program } from '../semantic/program.js';
import type { Rule } from './rule.js';
import { predictorsOf } from './shared/serde.js';

/** `predictor.delete_endpoint()` before `predictor.delete_model()`. */
export const predictorDeleteOrder: Rule = {
  docs: {
    name: 'predictor-delete-order',
    summary: 'delete_model() comes before delete_endpoint()',
    why: 'v1 looked the models up when the predictor was made; v2 asks the endpoint, which must still be there.',
    since: '2.30.0',
    guide: null,
    examples: [
      {
        before: 'predictor.delete_endpoint()\npredictor.delete_model()\n',
        after: 'predictor.delete_model()\npredictor.delete_endpoint()\n',
      },
    ],
  },
  attribute(use, program) {
    if (use.name !== 'delete_model' || use.access !== 'call' || program.dialect === 'v2') return undefined;
    const [predictor] = predictorsOf(use);
    if (predictor === undefined) return undefined;
    const earlier = deletionBefore(use, program);
    if (earlier === undefined) return undefined;
    const evidence = use.isCertain ? predictor.evidence : 'name';
    const message = 'v2 finds the models through the endpoint: delete them first';
    const [first, second] = [lonelyCall(earlier.node), lonelyCall(use.node)];
    if (first === undefined || second === undefined || !isNext(first, second, program.tree))
      return { at: use.nameNode, evidence, message, suggestion: `${use.node.text}()` };
    const [theirs, ours] = [argumentListOf(first), argumentListOf(second)];
    if (theirs === undefined || ours === undefined) return undefined;
    const edits = [rename(earlier.nameNode, 'delete_model'), rename(use.nameNode, 'delete_endpoint')];
    if (theirs.text !== ours.text) edits.push(replace(theirs, ours.text), replace(ours, theirs.text));
    return { at: use.nameNode, evidence, message, edits };
  },
};

/** The last call before that deletes the endpoint of the same predictor. */
function deletionBefore(use: AttributeFact, program: Program): AttributeFact | undefined {
  const all = [...program.facts.attributes.values()].flat();
  return all.findLast(
    (each) =>
      each.name === 'delete_endpoint' &&
      each.access === 'call' &&
      each.node.start < use.node.start &&
      each.node.children[0]?.text === use.node.children[0]?.text &&
      each.receivers.some((receiver) => use.receivers.includes(receiver)),
  );
}

/** The call of the method, where it is a statement of its own. */
function lonelyCall(attribute: PyNode): PyNode | undefined {
  const call = attribute.parent;
  return call?.type === 'call' && call.parent?.type === 'expression_statement' ? call : undefined;
}

function isNext(first: PyNode, second: PyNode, { modules }: Program['tree']): boolean {
  const [a, b] = [statementOf(first), statementOf(second)];
  const siblings = a.parent?.children ?? [];
  if (a.parent === b.parent) return siblings.indexOf(b) === siblings.indexOf(a) + 1;
  // The last statement of a cell and the first of the next one that holds any.
  const [from, to] = [a, b].map((statement) => modules.findIndex(({ children }) => children.includes(statement)));
  if (from === undefined || to === undefined) return false;
  const isBetweenEmpty = modules.slice(from + 1, to).every((module) => module.children.length === 0);
  return from >= 0 && to > from && siblings.at(-1) === a && b.parent?.children[0] === b && isBetweenEmpty;
}
