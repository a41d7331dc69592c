import type { Host, Migrated, Output, TreeWork, Work } from '../../src/cli/host.js';
import { run } from '../../src/cli/program.js';
import { dryRunSource } from '../../src/engine/dry-run.js';
import type { FileFinding, FindingState } from '../../src/engine/outcome.js';
import { failedOutcome } from '../../src/io/batch/failed-outcome.js';
import { parseDocument } from '../../src/io/document.js';
import { InputError } from '../../src/io/errors.js';
import type { RuleDocs } from '../../src/rules/rule-docs.js';

/** What a command left behind. */
export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** All files, after the run. */
  readonly files: Readonly<Record<string, string>>;
}

/** How a command is run; everything has a default. */
export interface Setup {
  readonly files?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly columns?: number;
  readonly isTerminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs the command line against files in memory and an engine of four words: `old` is migrated to `new`, `weak` to
 * `strong` (assumed; unproven under strict), `hard` is manual, `crash` throws.
 */
export async function runInMemory(args: readonly string[], setup: Setup = {}): Promise<Result> {
  const files = new Map(Object.entries(setup.files ?? {}));
  const stdout = capture(setup);
  const stderr = capture(setup);
  const host: Host = {
    stdout: stdout.output,
    stderr: stderr.output,
    env: setup.env ?? {},
    work: memoryWork(files),
    now: () => 0,
    readStdin: async () => new TextEncoder().encode(setup.stdin ?? ''),
    interruptible: (run) => run(new AbortController().signal),
  };
  const code = await run(args, host);
  return { code, stdout: stdout.text(), stderr: stderr.text(), files: Object.fromEntries(files) };
}

function capture({ columns, isTerminal = false }: Setup): { output: Output; text: () => string } {
  let text = '';
  const output: Output = {
    isTerminal,
    columns,
    write(data) {
      text += typeof data === 'string' ? data : new TextDecoder().decode(data);
    },
  };
  return { output, text: () => text };
}

const exampleRules: readonly RuleDocs[] = [
  {
    name: 'old-word',
    summary: 'The word old is called new.',
    why: 'SDK v2 does not know it.',
    since: '2.0.0',
    guide: 'Words',
    examples: [{ before: 'old\n', after: 'new\n' }],
  },
  {
    name: 'hard-word',
    summary: 'A hard word has no successor.',
    why: 'SDK v2 dropped it.',
    since: '2.0.0',
    guide: null,
    examples: [{ before: 'hard\n', after: 'hard\n' }],
  },
];

function memoryWork(files: Map<string, string>): Work {
  const work: Work = {
    async read(path) {
      const text = files.get(path);
      if (text === undefined) throw new InputError('missing', path, 'no such file');
      return new TextEncoder().encode(text);
    },
    exists: async (path) => files.has(path),
    async write(path, bytes) {
      if (path.startsWith('full/')) throw new InputError('disk-full', path, 'no room');
      files.set(path, new TextDecoder().decode(bytes));
    },
    async openReport(path) {
      if (path.startsWith('full/')) throw new InputError('disk-full', path, 'no room');
      let text = '';
      return {
        write(data) {
          text += typeof data === 'string' ? data : new TextDecoder().decode(data);
        },
        close: () => void files.set(path, text),
        abandon: () => undefined,
      };
    },
    migrate: async (bytes, path, { strict = false }) => migrateWords(new TextDecoder().decode(bytes), path, strict),
    async dryRun(bytes, path, options) {
      const { skipped, sources } = parseDocument(bytes, path);
      const reports = sources.map((source) => dryRunSource(source, options));
      return { skipped, jobs: reports.flatMap(({ jobs }) => jobs), notes: reports.flatMap(({ notes }) => notes) };
    },
    rules: async () => exampleRules,
    config: async () => undefined,
    trees: async () => memoryTrees(work),
  };
  return work;
}

/** Runs over files given by name; there are no folders, no repository and no journal. */
function memoryTrees(work: Work): TreeWork {
  return {
    cwd: '/',
    processors: 1,
    isFolder: async () => false,
    anyFileContains: async () => false,
    discover: async (paths) => ({ files: [...new Set(paths)].sort(), problems: [] }),
    async *run(jobs, { options, write }) {
      for (const { path } of jobs) {
        try {
          const { outcome, bytes } = await work.migrate(await work.read(path), path, options);
          if (write === 'in-place' && bytes !== null) await work.write(path, bytes);
          yield outcome;
        } catch (error) {
          yield failedOutcome(path, error);
        }
      }
    },
    resolveCommit: async (ref) => ref,
    changedSince: async () => new Set(),
    countUncommitted: async () => undefined,
    journal: {
      begin: async () => ({ root: '/', id: 'run' }),
      finish: async () => undefined,
      list: async () => [],
      reopen: async () => new Map(),
      undo: async () => ({ restored: [], refused: [] }),
    },
  };
}

function migrateWords(before: string, path: string, strict: boolean): Migrated {
  if (before.includes('crash')) throw new Error('the engine fell over');
  const findings: FileFinding[] = [];
  const after = before.replace(/\b(?:old|weak|hard)\b/g, (word: string, offset: number) => {
    const state: FindingState =
      word === 'old' ? 'migrated' : word === 'hard' ? 'manual' : strict ? 'unproven' : 'assumed';
    const line = before.slice(0, offset).split('\n').length;
    const column = offset - before.lastIndexOf('\n', offset - 1);
    findings.push({
      rule: `${word}-word`,
      state,
      evidence: word === 'weak' ? 'name' : 'import',
      message: `The word ${word} is gone from SDK v2, which refuses to read programs that contain it anywhere at all.`,
      suggestion: word === 'hard' ? 'soft(\n    easy=True,\n)' : null,
      cell: path.endsWith('.ipynb') ? 7 : null,
      line,
      column,
      endLine: line,
      endColumn: column + word.length,
      fingerprint: '0123456789abcdef0123456789abcdef',
    });
    if (state === 'migrated') return 'new';
    return state === 'assumed' ? 'strong' : word;
  });
  const changed = after !== before;
  const parts = changed ? [{ cell: path.endsWith('.ipynb') ? 7 : null, before, after }] : [];
  return {
    outcome: { path, status: changed ? 'changed' : 'unchanged', reason: null, findings, parts },
    bytes: changed ? new TextEncoder().encode(after) : null,
  };
}
