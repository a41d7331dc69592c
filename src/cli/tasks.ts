import { extname, resolve } from 'node:path';
import { printableLine } from '../report/terminal-text.js';
import type { Host } from './host.js';
import type { Settings } from './settings.js';

/** One file that goes elsewhere, or standard input: where its bytes come from and where the result goes. */
export interface Task {
  readonly form: 'drop-in' | 'stdin';
  /** As the user gave it. */
  readonly path: string;
  read(): Promise<Uint8Array>;
  /** Takes the result; `bytes` is null where it equals `original`. Not called when nothing is to be written. */
  deliver(bytes: Uint8Array | null, original: Uint8Array): Promise<void>;
}

/** What a command line asks for: one task, or paths; or, in one line, what is wrong with it. */
export type Plan = { readonly task: Task } | { readonly paths: readonly string[] } | { readonly usageError: string };

/** Tells the three forms apart: `--in-file a.py --out-file b.py`, `-`, bare paths. */
export function planTasks(paths: readonly string[], settings: Settings, host: Host): Plan {
  const { inFile, outFile, outDir, stdinFilename, resume } = settings;
  const isOne = inFile !== undefined || outFile !== undefined || paths.includes('-');
  if (isOne && (outDir !== undefined || resume === true)) {
    return { usageError: `--${resume === true ? 'resume' : 'out-dir'} goes with bare paths` };
  }
  if (inFile !== undefined || outFile !== undefined) {
    if (inFile === undefined || outFile === undefined) {
      return { usageError: `--${inFile === undefined ? 'in' : 'out'}-file is missing: both are needed, or bare paths` };
    }
    if (paths.length > 0) return { usageError: 'give either --in-file and --out-file or bare paths, not both' };
    return planDropIn(inFile, outFile, settings, host);
  }
  if (paths.includes('-')) {
    if (paths.length > 1) return { usageError: "'-' (standard input) stands alone" };
    return { task: stdinTask(stdinFilename ?? 'stdin.py', settings, host) };
  }
  if (stdinFilename !== undefined) return { usageError: "--stdin-filename goes with '-' (standard input)" };
  if (paths.length === 0 && resume !== true) {
    return { usageError: 'nothing to do: give paths, or --in-file and --out-file' };
  }
  return { paths };
}

function planDropIn(inFile: string, outFile: string, settings: Settings, host: Host): Plan {
  const extension = extname(inFile);
  const wanted = "--in-file and --out-file must both end in '.py' or both in '.ipynb'";
  if (!isMigratable(inFile)) {
    return { usageError: `${wanted}, not in '${printableLine(extension)}'` };
  }
  if (extension !== extname(outFile)) {
    return { usageError: `${wanted}, not in '${extension}' and '${printableLine(extname(outFile))}'` };
  }
  return { task: dropInTask(inFile, outFile, settings, host) };
}

function isMigratable(path: string): boolean {
  return extname(path) === '.py' || extname(path) === '.ipynb';
}

function dropInTask(inFile: string, outFile: string, settings: Settings, { work, stderr }: Host): Task {
  return {
    form: 'drop-in',
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

/** A report in another form than text has standard output to itself; with `json` the result is part of it. */
function stdinTask(path: string, settings: Settings, host: Host): Task {
  return {
    form: 'stdin',
    path,
    read: () => host.readStdin(),
    async deliver(bytes, original) {
      if (settings.outputFormat === 'text' || settings.outputFile !== undefined) host.stdout.write(bytes ?? original);
    },
  };
}
