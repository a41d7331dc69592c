import type { SdkSymbol } from '../sdk/api.js';
import { movedSymbols } from '../sdk/moved-symbols.js';
import { hasRole } from '../sdk/roles.js';
import { v1, v2 } from '../sdk/tables.js';
import type { Machine } from './machine.js';
import type { SdkValue, Value } from './values.js';

/** What an importable path stands for: in v1 or, for what only v2 has, in v2. */
export function symbolAt(path: string): SdkSymbol | undefined {
  return v1.resolve(path) ?? v2.resolve(path);
}

/** Whether instances or the class itself have a member of that name in either version. */
export function hasMember(classPath: string, name: string): boolean {
  return v1.hasMember(classPath, name) || v2.hasMember(classPath, name);
}

/** Whether the class has a method of that name in either version. */
export function hasMethod(classPath: string, name: string): boolean {
  return v1.method(classPath, name) !== undefined || v2.method(classPath, name) !== undefined;
}

/** The class and its SDK bases in either version, nearest first. */
export function lineageOf(classPath: string): readonly string[] {
  const first = v1.lineage(classPath);
  return first.length > 0 ? first : v2.lineage(classPath);
}

/** The symbol below a module: `sagemaker.session` + `s3_input`. Undefined where neither version has it. */
export function memberOfModule(module: SdkValue, name: string): SdkValue | undefined {
  const path = `${module.path}.${name}`;
  return symbolAt(path) === undefined ? undefined : asV1Spells({ ...module, path });
}

/** A module that another file imported: what is read from it is spelled where it is read. Anything else as it is. */
export function spelledHere(symbol: SdkValue, machine: Machine): SdkValue {
  if (symbol.isElsewhere !== true || machine.isElsewhere || symbolAt(symbol.path)?.kind !== 'module') return symbol;
  const { isElsewhere: _, ...here } = symbol;
  return here;
}

let predecessors: Map<string, string> | undefined;

/**
 * Predictors that v2 renamed, under the name that v1 has for them, where another file imports them: what is made there is
 * used in the same way here, whether that file has been migrated yet or not.
 */
export function asV1Spells(symbol: SdkValue): SdkValue {
  if (symbol.isElsewhere !== true) return symbol;
  predecessors ??= new Map(
    [...movedSymbols]
      .filter(([old]) => hasRole(old, 'predictor'))
      .flatMap(([old, current]) => [current, v2.resolve(current)?.path ?? current].map((path) => [path, old] as const)),
  );
  const path = predecessors.get(symbol.path) ?? predecessors.get(symbolAt(symbol.path)?.path ?? '');
  return path === undefined ? symbol : { ...symbol, path };
}

/** The canonical class path of a value that is an SDK class; undefined for any other value. */
export function classPathOf(value: Value): string | undefined {
  if (value.kind === 'class') return value.classPath === '' ? undefined : value.classPath;
  if (value.kind !== 'sdk') return undefined;
  const symbol = symbolAt(value.path);
  return symbol?.kind === 'class' ? symbol.path : undefined;
}
