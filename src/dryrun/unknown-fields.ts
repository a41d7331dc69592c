import type { Json } from '../data/value.js';

/** A field whose value the program's text does not tell. */
export interface UnknownField {
  /** Dotted path: `InputDataConfig[0].DataSource.S3DataSource.S3Uri`. */
  readonly path: string;
  /** Completes "unknown: it is …", for a person. */
  readonly reason: string;
}

/** The unknown fields of a request, strings with holes included, in order. */
export function unknownFields(request: Json): UnknownField[] {
  const found: UnknownField[] = [];
  collect(request, '', found);
  return found;
}

function collect(value: Json, path: string, found: UnknownField[]): void {
  if (value === null || typeof value !== 'object') return;
  if (isList(value)) {
    for (const [index, item] of value.entries()) collect(item, `${path}[${index}]`, found);
    return;
  }
  const { $unknown: reason, $template: template } = value;
  if (typeof reason === 'string') found.push({ path, reason });
  else if (typeof template === 'string')
    found.push({ path, reason: [...template.matchAll(/\{([^{}]*)\}/g)].map(([, hole]) => hole).join('; ') });
  for (const [name, item] of Object.entries(value))
    if (name !== '$unknown' && name !== '$template') collect(item, path === '' ? name : `${path}.${name}`, found);
}

/** Whether JSON is a list. */
export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** What JSON says of a value that is not, or not wholly, known: its reason, or its text with holes; undefined for any other. */
export function holeOf(
  value: Json | undefined,
): { readonly reason: string } | { readonly template: string } | undefined {
  if (value === undefined || value === null || typeof value !== 'object' || isList(value)) return undefined;
  const { $unknown: reason, $template: template } = value;
  if (typeof template === 'string') return { template };
  return typeof reason === 'string' && Object.keys(value).length === 1 ? { reason } : undefined;
}
