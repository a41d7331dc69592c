import type { Edit } from '../edits/edit.js';
import type { Finding, Findings, Rule } from '../rules/rule.js';
import { bindCall } from '../rules/sdk-call.js';
import type { CallFact } from '../semantic/facts.js';
import type { HandedOn } from '../semantic/modules.js';
import type { Program } from '../semantic/program.js';
import { contains } from '../text/text-range.js';

/** A finding with the rule that made it. */
export interface RuleFinding extends Finding {
  readonly rule: string;
}

const NOTHING: readonly RuleFinding[] = [];

/** Asks every rule about every place, in the order of the rules; equal findings count once. */
export function runRules(program: Program, rules: readonly Rule[]): RuleFinding[] {
  const found = new Map<string, RuleFinding>();
  const { facts } = program;
  const ofCalls = rules.filter((rule) => rule.call !== undefined);
  for (const [node, flows] of facts.calls) {
    const perFlow = flows.map((fact) => {
      const call = bindCall(fact, program.dialect);
      return collect(ofCalls, (rule) => rule.call?.(call, program));
    });
    const isMixed = facts.foreignCalls.has(node);
    for (const finding of perFlow.flat()) {
      // What is written in the call itself must be right whichever way the program takes to it.
      const isInCall = contains(node, finding.at);
      const agrees =
        !isInCall || (!isMixed && perFlow.every((findings) => findings.some((each) => keyOf(each) === keyOf(finding))));
      add(found, agrees || finding.edits === undefined ? finding : withoutEdits(finding));
    }
  }
  for (const handed of program.handedOn)
    for (const finding of findHandedOn(handed, ofCalls, program)) add(found, finding);
  const ofAttributes = rules.filter((rule) => rule.attribute !== undefined);
  for (const uses of facts.attributes.values()) {
    for (const use of uses)
      for (const finding of collect(ofAttributes, (rule) => rule.attribute?.(use, program))) add(found, finding);
  }
  const ofReferences = rules.filter((rule) => rule.reference !== undefined);
  for (const reference of facts.references.values()) {
    for (const finding of collect(ofReferences, (rule) => rule.reference?.(reference, program))) add(found, finding);
  }
  for (const finding of collect(rules, (rule) => rule.program?.(program))) add(found, finding);
  return [...found.values()];
}

/**
 * What the rules say of a keyword that another file hands on to the SDK. Only its name is in this text: a finding that
 * is about more than that belongs to the other file.
 */
function findHandedOn(
  { target, argument, nameNode }: HandedOn,
  rules: readonly Rule[],
  program: Program,
): readonly RuleFinding[] {
  const fact: CallFact = {
    node: nameNode,
    target,
    arguments: [argument],
    opaqueKeywords: undefined,
    opaquePositional: undefined,
    isPartial: true,
    result: undefined,
  };
  const call = bindCall(fact, program.dialect);
  return collect(rules, (rule) => rule.call?.(call, program))
    .filter(({ at }) => at === nameNode)
    .map((finding) => (finding.edits?.every(renames) === false ? withoutEdits(finding) : finding));
}

function renames(edit: Edit): boolean {
  return edit.kind === 'replace' && edit.start < edit.end && edit.pieces.every((piece) => typeof piece === 'string');
}

function collect(rules: readonly Rule[], ask: (rule: Rule) => Findings): readonly RuleFinding[] {
  let findings: RuleFinding[] | undefined;
  for (const rule of rules) {
    const answer = ask(rule);
    if (answer === undefined) continue;
    const list = Symbol.iterator in answer ? answer : [answer];
    for (const finding of list) {
      findings ??= [];
      findings.push({ ...finding, rule: rule.docs.name });
    }
  }
  return findings ?? NOTHING;
}

function add(found: Map<string, RuleFinding>, finding: RuleFinding): void {
  const key = keyOf(finding);
  const known = found.get(key);
  if (known === undefined || (known.edits !== undefined && finding.edits === undefined)) found.set(key, finding);
}

function keyOf(finding: RuleFinding): string {
  return `${finding.rule} ${finding.at.start} ${finding.at.end} ${finding.message}`;
}

function withoutEdits(finding: RuleFinding): RuleFinding {
  const { edits: _, ...rest } = finding;
  return { ...rest, message: `${finding.message} (by hand: the call is reached in different ways)` };
}
