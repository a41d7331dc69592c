import type { MigrateOptions } from '../engine/options.js';
import type { FileOutcome } from '../engine/outcome.js';
import type { RuleDocs } from '../rules/rule-docs.js';

/** A stream that the commands write to. */
export interface Output {
  readonly isTerminal: boolean;
  /** Undefined where the stream is no terminal. */
  readonly columns: number | undefined;
  write(data: string | Uint8Array): void;
}

/** A migrated file: what to report, and the new bytes (null where nothing changes). */
export interface Migrated {
  readonly outcome: FileOutcome;
  readonly bytes: Uint8Array | null;
}

/** What the commands need from the rooms below. */
export interface Work {
  /** Reads a file; rejects with a one-line message. */
  read(path: string): Promise<Uint8Array>;
  /** Whether something exists at the path. */
  exists(path: string): Promise<boolean>;
  /** Replaces the file atomically; creates its folders. Rejects with a one-line message. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Migrates the bytes of a `.py` or `.ipynb` file; rejects with a one-line message where they can't be read as such. */
  migrate(bytes: Uint8Array, path: string, options: MigrateOptions): Promise<Migrated>;
  /** Documentation of all rules, in order. */
  rules(): Promise<readonly RuleDocs[]>;
}

/** Everything that a command sees of the outside; tests run commands in memory by giving their own. */
export interface Host {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly work: Work;
  readStdin(): Promise<Uint8Array>;
}

/** Columns to lay text out for. */
export function widthOf(output: Output): number {
  return Math.max(output.columns ?? 80, 20);
}
