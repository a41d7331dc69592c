/** The two SDK versions that the project knows: 1.72.0 and 2.257.6. */
export type SdkVersion = 'v1' | 'v2';

/** One parameter of an SDK callable, without `self`. */
export interface Parameter {
  readonly name: string;
  /** `keyword`: reaches the callable only by name (keyword-only, or through `**kwargs` to a base class). */
  readonly kind: 'positional' | 'keyword';
  /** The default as Python source; undefined where the parameter is required. */
  readonly default: string | undefined;
}

/** How an SDK function, method or constructor is called. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  /** An unknown keyword is swallowed instead of refused. */
  readonly acceptsAnyKeyword: boolean;
  /** Takes `*args`. */
  readonly acceptsAnyPositional: boolean;
}

/** What an importable dotted path stands for. */
export interface SdkSymbol {
  /** Where the SDK defines it: `sagemaker.pytorch.estimator.PyTorch`. */
  readonly path: string;
  readonly kind: 'module' | 'class' | 'function' | 'constant';
}

/** Look-ups in the facts of one SDK version. All paths are dotted and start with `sagemaker`. */
export interface SdkApi {
  readonly version: SdkVersion;
  /**
   * What `path` stands for, through every re-export: `sagemaker.s3_input`, `sagemaker.session.s3_input` and
   * `sagemaker.inputs.s3_input` are one symbol. Undefined when importing it would fail.
   */
  resolve(path: string): SdkSymbol | undefined;
  /** Signature of a function, or of a class's constructor, by its canonical path. */
  signature(path: string): Signature | undefined;
  /** Signature of a method (own or inherited) of the class at the canonical path. */
  method(classPath: string, name: string): Signature | undefined;
  /** Whether instances or the class have a public attribute, property or method of that name (own or inherited). */
  hasMember(classPath: string, name: string): boolean;
  /** Canonical paths of the class and all its SDK base classes, nearest first. Empty for what is no class. */
  lineage(classPath: string): readonly string[];
  /** Whether the module is reachable as an attribute after a plain `import sagemaker`. */
  isLoadedByRoot(modulePath: string): boolean;
}

/** What changed between the versions for one callable of v1 (`../shared/facts/call-changes.json` in compact form). */
export interface CallChange {
  /** v1 keyword → v2 keyword. */
  readonly renamed: Readonly<Record<string, string>>;
  /** v1 keywords that v2 no longer has. */
  readonly removed: readonly string[];
  /** Index of the first positional argument that must become a keyword; undefined when the order never changed. */
  readonly positionalSafe: number | undefined;
}
