import { type Data, isText, PyObject, type Template, Unknown } from '../../data/value.js';
import { type CallArguments, Callable, firstOf } from './callables.js';

/** A function or class of Python or of a library that is understood. */
export class NativeFunction extends Callable {
  readonly name: string;
  /** What it has itself, where it is a class: `itertools.chain.from_iterable`. */
  readonly members: ((name: string) => Data | undefined) | undefined;
  readonly #run: (args: CallArguments) => Data;

  constructor(name: string, run: (args: CallArguments) => Data, members?: (name: string) => Data | undefined) {
    super();
    this.name = name;
    this.members = members;
    this.#run = run;
  }

  /** Whether there is only one of it in a run. */
  isOnly = false;

  override get className(): string {
    return 'builtin_function_or_method';
  }

  override get isKey(): boolean {
    return this.isOnly;
  }

  override invoke(args: CallArguments): Data {
    return this.#run(args);
  }
}

/** A module, class or function of the SDK, by the path by which the program reaches it. */
export class SdkSymbolValue extends Callable {
  readonly path: string;
  readonly #invoke: (path: string, args: CallArguments) => Data;

  constructor(path: string, invoke: (path: string, args: CallArguments) => Data) {
    super();
    this.path = path;
    this.#invoke = invoke;
  }

  override get className(): string {
    return 'type';
  }

  override get isKey(): boolean {
    return true;
  }

  override invoke(args: CallArguments): Data {
    return this.#invoke(this.path, args);
  }
}

/** A module of Python that is understood; its members are made when they are asked for. */
export class LibraryModule extends PyObject {
  readonly path: string;
  readonly member: (name: string) => Data | undefined;

  constructor(path: string, member: (name: string) => Data | undefined) {
    super();
    this.path = path;
    this.member = member;
  }

  override get className(): string {
    return 'module';
  }
}

/** An object of a library that is understood (a date, a boto3 session): its members by name. */
export class LibraryObject extends PyObject {
  readonly type: string;
  readonly member: (name: string) => Data | undefined;
  /** Attributes that the program has set. */
  readonly attributes = new Map<string, Data>();
  /** What `object[key]` gives. */
  readonly item: ((key: Data) => Data | undefined) | undefined;

  constructor(type: string, member: (name: string) => Data | undefined, item?: (key: Data) => Data | undefined) {
    super();
    this.type = type;
    this.member = member;
    this.item = item;
  }

  override get className(): string {
    return this.type;
  }

  override getAttribute(name: string): Data | undefined {
    return firstOf(this.attributes.get(name), this.member(name));
  }

  override textForm(isRepr: boolean): string | Template | undefined {
    if (isRepr) {
      const written = this.member('__repr__');
      return isText(written) ? written : undefined;
    }
    const text = firstOf(this.attributes.get('path'), this.member('__str__'));
    return isText(text) ? text : undefined;
  }

  override setAttribute(name: string, value: Data): void {
    this.attributes.set(name, value);
  }
}

/** Something of a package that is not understood: its parts are unknown too, and say where they come from. */
export class Foreign extends Unknown {
  readonly path: string;

  constructor(path: string) {
    super(`${path} of another package`);
    this.path = path;
  }
}
