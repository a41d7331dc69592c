import type { PyNode } from '../python/node.js';
import type { TextRange } from '../text/text-range.js';

export type { TextEdit } from '../text/text-edit.js';

/** A place in new code that names an SDK symbol. How it is spelt, and which import it needs, the import plan decides. */
export interface SymbolUse {
  /** Importable v2 path: `sagemaker.inputs.TrainingInput`. */
  readonly symbol: string;
  /** The reference that it replaces, or a node near which it is written. */
  readonly at: PyNode;
}

/** A stretch of new text: literal, a symbol, or a node of the old text (with the edits inside it applied). */
export type Piece = string | SymbolUse | PyNode;

/** Replaces a range; `start === end` inserts. */
export interface Replacement extends TextRange {
  readonly kind: 'replace';
  readonly pieces: readonly Piece[];
}

/** Takes an argument out of its list, with its comma. */
export interface ArgumentRemoval {
  readonly kind: 'remove-argument';
  /** The whole argument as it stands in an argument list (or a pair of a dictionary, an item of a list). */
  readonly argument: PyNode;
}

/** Adds an argument at the end of a call's list (or a pair at the end of a dictionary), laid out like its neighbours. */
export interface ArgumentAddition {
  readonly kind: 'append-argument';
  /** The call, or a dictionary display. */
  readonly call: PyNode;
  /** `name=value`, or `'name': value` */
  readonly pieces: readonly Piece[];
}

/** Takes a simple statement out; the block keeps a `pass` where nothing else is left. */
export interface StatementRemoval {
  readonly kind: 'remove-statement';
  readonly statement: PyNode;
}

/** Says that the name of an import clause moved: the clause goes, or names the new symbol, once nothing needs the old one. */
export interface ImportMove {
  readonly kind: 'move-import';
  /** The clause in the import statement. */
  readonly clause: PyNode;
  /** v2 path that takes the place; undefined where the name just goes. */
  readonly to: string | undefined;
}

/** Says that code names a submodule through its package: `sagemaker.xgboost.XGBoost` needs `import sagemaker.xgboost`. */
export interface ModuleRequest {
  readonly kind: 'require-module';
  /** Dotted path of the module. */
  readonly module: string;
  /** The reference that needs it. */
  readonly at: PyNode;
}

/** One change that a rule asks for. Rules never write import statements and never count commas. */
export type Edit = Replacement | ArgumentRemoval | ArgumentAddition | StatementRemoval | ImportMove | ModuleRequest;
