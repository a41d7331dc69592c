import type { CallChange } from './api.js';
import { callChanges } from './generated/call-changes.js';
import { fullPath } from './module-table.js';
import { v1 } from './tables.js';
import { trainKeywords } from './train-keywords.js';

let lines: Map<string, string> | undefined;
const parsed = new Map<string, CallChange>();
/** Answers for methods; null for none. */
const inherited = new Map<string, CallChange | null>();

function findLine(key: string): string | undefined {
  lines ??= new Map(
    callChanges
      .trim()
      .split('\n')
      .map((line) => {
        const cut = line.indexOf(' ');
        return [fullPath(line.slice(0, cut)), line.slice(cut + 1)];
      }),
  );
  return lines.get(key);
}

function parseChange(text: string): CallChange {
  const renamed: Record<string, string> = {};
  const removed: string[] = [];
  let positionalSafe: number | undefined;
  for (const token of text.split(' ')) {
    const [before = '', after] = token.split('>');
    if (after !== undefined) renamed[before] = after;
    else if (token === 'train_*') Object.assign(renamed, trainKeywords);
    else if (token.startsWith('-')) removed.push(token.slice(1));
    else positionalSafe = Number(token.slice(1));
  }
  return { renamed, removed, positionalSafe };
}

function changeOf(key: string): CallChange | undefined {
  const known = parsed.get(key);
  const text = findLine(key);
  if (known !== undefined || text === undefined) return known;
  const change = parseChange(text);
  parsed.set(key, change);
  return change;
}

/**
 * What v2 changed for one callable of v1; undefined where nothing changed.
 *
 * Keywords that reach a model through `create_model(**kwargs)` or `deploy(**kwargs)` of an estimator are included.
 *
 * @param path canonical v1 path of a function or class (then: its constructor, or the named method)
 * @param method own or inherited method
 */
export function callChange(path: string, method?: string): CallChange | undefined {
  if (method === undefined) return changeOf(path);
  const key = `${path}.${method}`;
  const known = inherited.get(key);
  if (known !== undefined) return known ?? undefined;
  const change = inheritedChange(path, method);
  inherited.set(key, change ?? null);
  return change;
}

function inheritedChange(path: string, method: string): CallChange | undefined {
  const lineage = v1.lineage(path);
  for (const [at, owner] of lineage.entries()) {
    const change = changeOf(`${owner}.${method}()`);
    if (change !== undefined) return change;
    // A class that overrides the method without a change of its own hides what the base classes changed.
    const base = lineage[at + 1];
    if (base === undefined || v1.method(owner, method) !== v1.method(base, method)) return undefined;
  }
  return undefined;
}
