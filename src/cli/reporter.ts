import type { FileOutcome } from '../engine/outcome.js';
import { formatDiff } from '../report/diff.js';
import { createJsonWriter, jsonFile } from '../report/json.js';
import { loadColors, plain, type Style } from '../report/style.js';
import type { Summary } from '../report/summary.js';
import { printableLine } from '../report/terminal-text.js';
import { formatFile, formatSummary, type TextLayout } from '../report/text.js';
import { type Host, type Output, widthOf } from './host.js';
import { isPending, type Settings } from './settings.js';
import { version } from './version.js';

/** Tells what became of the files of a run, in the form that the user asked for. */
export interface Reporter {
  /** Called once a file, in order; `output` is the new text of standard input where the report has to carry it. */
  file(outcome: FileOutcome, output: Uint8Array | null): Promise<void>;
  end(summary: Summary): Promise<void>;
}

/** The reporter for the settings; `stdoutTaken`: the migrated code itself goes to standard output. */
export async function createReporter(settings: Settings, host: Host, stdoutTaken: boolean): Promise<Reporter> {
  if (settings.outputFormat === 'json') return createJsonReporter(settings, host, stdoutTaken);
  const target = stdoutTaken || settings.diff === true ? host.stderr : host.stdout;
  const layout: TextLayout = {
    width: widthOf(target),
    style: await styleFor(target, settings.color, host.env),
    verbose: settings.verbose === true,
    pending: isPending(settings),
  };
  const diffStyle = settings.diff === true ? await styleFor(host.stdout, settings.color, host.env) : plain;
  return {
    async file(outcome) {
      if (settings.diff === true) {
        host.stdout.write(await formatDiff(outcome, { style: diffStyle, forTerminal: host.stdout.isTerminal }));
      }
      if (settings.quiet !== true) target.write(formatFile(outcome, layout));
    },
    async end(summary) {
      if (settings.quiet !== true) target.write(formatSummary(summary, layout));
    },
  };
}

/** One line on standard error for a file that failed, whatever the form of the report. */
export function reportFailure({ status, path, reason }: FileOutcome, { stderr }: Host): void {
  if (status === 'failed') stderr.write(`error: ${printableLine(`${path}: ${reason ?? 'failed'}`)}\n`);
}

/** Colours for the output: asked for, or a terminal where neither `NO_COLOR` nor a dumb terminal speaks against them. */
export async function styleFor(output: Output, color: Settings['color'], env: Host['env']): Promise<Style> {
  const wanted = color === 'always' || (color === 'auto' && output.isTerminal && !env.NO_COLOR && env.TERM !== 'dumb');
  return wanted ? loadColors() : plain;
}

function createJsonReporter(settings: Settings, host: Host, withOutput: boolean): Reporter {
  const writer = createJsonWriter(version);
  return {
    async file(outcome, output) {
      const added = {
        ...(settings.diff === true && { diff: await formatDiff(outcome, { style: plain, forTerminal: false }) }),
        ...(withOutput && { output: output === null ? null : new TextDecoder().decode(output) }),
      };
      host.stdout.write(writer.file(jsonFile(outcome, added)));
    },
    async end(summary) {
      host.stdout.write(writer.end(summary));
    },
  };
}
