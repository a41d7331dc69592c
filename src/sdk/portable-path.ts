import { instanceSymbols, movedSymbols } from './moved-symbols.js';
import { removedSymbol } from './removed-symbols.js';
import { v1, v2 } from './tables.js';

/** Re-exports that the final 2.x has but an earlier one had not (2.15.2). */
const lateReexports: ReadonlySet<string> = new Set(['sagemaker.processing.S3Uploader']);

/**
 * A path that imports on v2 what `path` imported on v1: the path itself while it still does, else where the symbol
 * lives now. Undefined when v1 has no such path, or v2 has no drop-in (see `removedSymbol` and `instanceSymbols`).
 *
 * @param path any v1 import path, through whatever re-export
 */
export function portablePath(path: string): string | undefined {
  const symbol = v1.resolve(path);
  if (symbol === undefined || instanceSymbols.has(symbol.path)) return undefined;
  if (removedSymbol(symbol.path) !== undefined) return undefined;
  const target = movedSymbols.get(symbol.path);
  const kept = lateReexports.has(path) ? undefined : v2.resolve(path);
  // v2 keeps some old paths as deprecated aliases: those are other objects than the target.
  if (kept !== undefined && (target === undefined || kept.path === v2.resolve(target)?.path)) return path;
  if (target !== undefined) return target;
  return v2.resolve(symbol.path) === undefined ? undefined : symbol.path;
}
