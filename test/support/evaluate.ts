import { parsePython } from '../../src/python/parser.js';
import type { EvaluatedArgument } from '../../src/semantic/facts.js';
import { evaluateProgram, type Program } from '../../src/semantic/program.js';
import { pythonSource } from '../../src/text/source.js';

/** Evaluates Python text. */
export function evaluateText(code: string): Program {
  const source = pythonSource('input.py', code);
  return evaluateProgram(source, parsePython(source.text, source.chunks));
}

/**
 * The SDK calls of a program in the order of its text, one line for each flow: `new Estimator(0, role)`,
 * `fn s3_input(0)`, `Estimator.fit(0)`. Arguments by name or index, `*` and `**` for what is not known.
 */
export function sdkCalls(code: string): string[] {
  const lines: { at: number; text: string }[] = [];
  for (const flows of evaluateText(code).facts.calls.values()) {
    for (const fact of flows) {
      const { target } = fact;
      const what =
        target.kind === 'constructor'
          ? `new ${last(target.classPath)}`
          : target.kind === 'method'
            ? `${last(target.classPath)}.${target.name}`
            : `fn ${last(target.path)}`;
      const args = fact.arguments.map(labelOf);
      if (fact.opaquePositional !== undefined) args.push('*');
      if (fact.opaqueKeywords !== undefined) args.push('**');
      lines.push({
        at: fact.node.start,
        text: `${what}(${args.join(', ')})${fact.isPartial ? ' partial' : ''}${target.evidence === 'name' ? ' by name' : ''}`,
      });
    }
  }
  const sorted = lines.sort((a, b) => a.at - b.at);
  return sorted
    .filter((line, i) => !sorted.slice(0, i).some((other) => other.at === line.at && other.text === line.text))
    .map((line) => line.text);
}

/** Attributes of what is known to be the SDK's: `Estimator.train_image read`. */
export function sdkAttributes(code: string): string[] {
  const uses = [...evaluateText(code).facts.attributes.values()].flat().filter((use) => use.receivers.length > 0);
  return uses
    .sort((a, b) => a.nameNode.start - b.nameNode.start)
    .map((use) => {
      const owners = use.receivers.map((receiver) =>
        last(receiver.kind === 'instance' ? receiver.classPath : receiver.path),
      );
      return `${[...new Set(owners)].join('|')}.${use.name} ${use.access}${use.isCertain ? '' : ' maybe'}`;
    });
}

function labelOf(argument: EvaluatedArgument): string {
  return argument.name ?? String(argument.index);
}

function last(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
