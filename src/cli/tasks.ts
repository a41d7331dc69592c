import { extname, resolve } from 'node:path';
import { InputError } from '../io/errors.js';
import { printableLine } from '../report/terminal-text.js';
import type { Host } from './host.js';
import type { Settings } from './settings.js';

/** One file to migrate: where its bytes come from and where the result goes. */
export interface Task {
  /** As the user gave it. */
  readonly path: string;
  read(): Promise<Uint8Array>;
  /** Takes the result; `bytes` is null where it equals `original`. Not called when nothing is to be written. */
  deliver(bytes: Uint8Array | null, original: Uint8Array): Promise<void>;
}

/** The three ways to name files: `--in-file a.py --out-file b.py`, bare paths, `-`. */
export type Form = 'drop-in' | 'in-place' | 'stdin';

/** The work that a command line asks for. */
export interface Plan {
  readonly form: Form;
  readonly tasks: readonly Task[];
}

/** Turns paths and options into tasks, or says in one line what is wrong with them. */
export function planTasks(
  paths: readonly string[],
  settings: Settings,
  host: Host,
): Plan | { readonly usageError: string } {
  const { inFile, outFile, stdinFilename } = settings;
  if (inFile !== undefined || outFile !== undefined) {
    if (inFile === undefined || outFile === undefined) {
      return { usageError: `--${inFile === undefined ? 'in' : 'out'}-file is missing: both are needed, or bare paths` };
    }
    if (paths.length > 0) return { usageError: 'give either --in-file and --out-file or bare paths, not both' };
    return planDropIn(inFile, outFile, settings, host);
  }
  if (paths.includes('-')) {
    if (paths.length > 1) return { usageError: "'-' (standard input) stands alone" };
    return { form: 'stdin', tasks: [stdinTask(stdinFilename ?? 'stdin.py', settings, host)] };
  }
  if (stdinFilename !== undefined) return { usageError: "--stdin-filename goes with '-' (standard input)" };
  if (paths.length === 0) return { usageError: 'nothing to do: give paths, or --in-file and --out-file' };
  return { form: 'in-place', tasks: [...new Set(paths)].map((path) => inPlaceTask(path, host)) };
}

function planDropIn(inFile: string, outFile: string, settings: Settings, host: Host): ReturnType<typeof planTasks> {
  const extension = extname(inFile);
  const wanted = "--in-file and --out-file must both end in '.py' or both in '.ipynb'";
  if (!isMigratable(inFile)) {
    return { usageError: `${wanted}, not in '${printableLine(extension)}'` };
  }
  if (extension !== extname(outFile)) {
    return { usageError: `${wanted}, not in '${extension}' and '${printableLine(extname(outFile))}'` };
  }
  return { form: 'drop-in', tasks: [dropInTask(inFile, outFile, settings, host)] };
}

function isMigratable(path: string): boolean {
  return extname(path) === '.py' || extname(path) === '.ipynb';
}

function dropInTask(inFile: string, outFile: string, settings: Settings, { work, stderr }: Host): Task {
  return {
    path: inFile,
    read: () => work.read(inFile),
    async deliver(bytes, original) {
      if (settings.quiet !== true && (await work.exists(outFile))) {
        stderr.write(`Overwriting file ${printableLine(outFile)}\n`);
      }
      if (bytes === null && resolve(inFile) === resolve(outFile)) return;
      await work.write(outFile, bytes ?? original);
    },
  };
}

function inPlaceTask(path: string, { work }: Host): Task {
  return {
    path,
    async read() {
      const bytes = await work.read(path);
      if (isMigratable(path)) return bytes;
      throw new InputError('unreadable', path, "ends neither in '.py' nor in '.ipynb'; '-' reads code of any name");
    },
    async deliver(bytes) {
      if (bytes !== null) await work.write(path, bytes);
    },
  };
}

/** With `--output-format json` the result is part of the report, which has standard output to itself. */
function stdinTask(path: string, settings: Settings, host: Host): Task {
  return {
    path,
    read: () => host.readStdin(),
    async deliver(bytes, original) {
      if (settings.outputFormat === 'text') host.stdout.write(bytes ?? original);
    },
  };
}
