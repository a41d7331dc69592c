import { InputError } from '../../io/errors.js';
import { toJson } from '../../report/json.js';
import { printableLine } from '../../report/terminal-text.js';
import type { ExitCode } from '../exit-code.js';
import type { Host } from '../host.js';
import type { Settings } from '../settings.js';

/** What `undo` is told besides the run. */
export interface UndoSettings extends Pick<Settings, 'outputFormat' | 'quiet'> {
  readonly list?: true;
}

/**
 * Takes a run back, the newest where none is named; or lists the runs.
 * @throws InputError when there is no such run
 */
export async function undoCommand(id: string | undefined, settings: UndoSettings, host: Host): Promise<ExitCode> {
  const { journal } = await host.work.trees();
  const runs = await journal.list();
  if (settings.list === true) {
    if (settings.outputFormat === 'json') {
      const listed = runs.map(({ run, header }) => ({ run: run.id, paths: header.paths, finished: header.finished }));
      host.stdout.write(toJson(listed));
      return 0;
    }
    if (runs.length === 0 && settings.quiet !== true) host.stderr.write('No run is recorded here.\n');
    const lines = runs.map(
      ({ run, header }) => `${run.id}${header.finished ? '' : ' (not finished)'}: ${header.paths.join(' ')}`,
    );
    host.stdout.write(lines.map((line) => `${printableLine(line)}\n`).join(''));
    return 0;
  }
  const chosen = id === undefined ? runs[0] : runs.find(({ run }) => run.id === id);
  if (chosen === undefined) {
    const reason = id === undefined ? 'no run is recorded here' : "no such run; 'undo --list' lists them";
    throw new InputError('missing', id ?? 'undo', reason);
  }
  const { restored, refused } = await journal.undo(chosen.run);
  for (const { path, reason } of refused) host.stderr.write(`error: ${printableLine(`${path}: ${reason}`)}\n`);
  if (settings.outputFormat === 'json') host.stdout.write(toJson({ run: chosen.run.id, restored, refused }));
  else if (settings.quiet !== true) {
    const kept =
      refused.length === 0 ? '' : `, ${refused.length} left as ${refused.length === 1 ? 'it is' : 'they are'}`;
    const count = `${restored.length} ${restored.length === 1 ? 'file' : 'files'}`;
    host.stdout.write(`Run ${chosen.run.id} taken back: ${count} restored${kept}.\n`);
  }
  return refused.length === 0 ? 0 : 2;
}
