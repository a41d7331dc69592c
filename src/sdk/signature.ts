import type { Parameter, Signature } from './api.js';

/**
 * Reads the signature notation of the generated tables (scripts/generate-sdk/api-table.ts), the text between the
 * parentheses.
 *
 * @param inherited gives the signature of a base class that a `+base` part refers to
 */
export function parseSignature(text: string, inherited: (path: string) => Signature | undefined): Signature {
  const parameters: Parameter[] = [];
  let kind: Parameter['kind'] = 'positional';
  let acceptsAnyKeyword = false;
  let acceptsAnyPositional = false;
  for (const part of text === '' ? [] : text.split('|')) {
    if (part === '*args') acceptsAnyPositional = true;
    else if (part === '**') acceptsAnyKeyword = true;
    else if (part === '*') kind = 'keyword';
    else if (part.startsWith('+')) addInherited(parameters, part, inherited);
    else parameters.push(parseParameter(part, kind));
  }
  return { parameters, acceptsAnyKeyword, acceptsAnyPositional };
}

function parseParameter(text: string, kind: Parameter['kind']): Parameter {
  const cut = text.indexOf('=');
  if (cut === -1) return { name: text, kind, default: undefined };
  return { name: text.slice(0, cut), kind, default: text.slice(cut + 1) || 'None' };
}

function addInherited(into: Parameter[], part: string, inherited: (path: string) => Signature | undefined): void {
  const [base = '', ...left] = part.slice(1).split('-');
  const skipped = new Set([...left, ...into.map((parameter) => parameter.name)]);
  for (const parameter of inherited(base)?.parameters ?? []) {
    if (!skipped.has(parameter.name)) into.push({ ...parameter, kind: 'keyword' });
  }
}
