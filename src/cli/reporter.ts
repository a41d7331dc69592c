import { resolve } from 'node:path';
import type { FileOutcome } from '../engine/outcome.js';
import { formatDiff } from '../report/diff.js';
import type { OutputFormat } from '../report/formats.js';
import { createJsonWriter, type JsonFile, jsonFile } from '../report/json.js';
import { loadColors, plain, type Style } from '../report/style.js';
import type { Summary } from '../report/summary.js';
import { printableLine } from '../report/terminal-text.js';
import { formatFile, formatSummary, type TextLayout } from '../report/text.js';
import type { ReportContext, ReportWriter } from '../report/writer.js';
import { type Host, type Output, widthOf } from './host.js';
import { isPending, type Settings } from './settings.js';
import { version } from './version.js';

/** Tells what became of the files of a run, in the form that the user asked for. */
export interface Reporter {
  /** Called once a file, in order; `output` is the new text of standard input where the report has to carry it. */
  file(outcome: FileOutcome, output: Uint8Array | null): Promise<void>;
  end(summary: Summary): Promise<void>;
  /** Called instead of `end` when the run falls over: a file that was to be written is left as it was. */
  abandon(): void;
}

/** Where a report goes. */
export interface Target {
  readonly output: Output;
  /** Called when the report is whole. @throws InputError */
  close(): void;
  abandon(): void;
}

/**
 * The reporter for the settings; `stdoutTaken`: the migrated code itself goes to standard output.
 * @throws InputError when the report's file can't be written
 */
export async function createReporter(settings: Settings, host: Host, stdoutTaken: boolean): Promise<Reporter> {
  const target = await openTarget(settings, host, stdoutTaken);
  const reporter = await reporterFor(settings, host, target.output, stdoutTaken);
  const showDiff = await diffPrinter(settings, host);
  return {
    async file(outcome, output) {
      await showDiff(outcome);
      await reporter.file(outcome, output);
    },
    async end(summary) {
      await reporter.end(summary);
      target.close();
      if (settings.outputFile === undefined || settings.quiet === true) return;
      const said = stdoutTaken || settings.diff === true ? host.stderr : host.stdout;
      said.write(formatSummary(summary, await layoutFor(said, settings, host)));
    },
    abandon: () => target.abandon(),
  };
}

/** Opens what the report goes to: the file that the user named, or a standard stream. @throws InputError */
export async function openTarget(settings: Settings, host: Host, stdoutTaken: boolean): Promise<Target> {
  const { outputFile, outputFormat, diff } = settings;
  if (outputFile !== undefined) {
    const file = await host.work.openReport(outputFile);
    const output = { isTerminal: false, columns: undefined, write: (data: string | Uint8Array) => file.write(data) };
    return { output, close: () => file.close(), abandon: () => file.abandon() };
  }
  const output = outputFormat === 'text' && (stdoutTaken || diff === true) ? host.stderr : host.stdout;
  return { output, close: () => undefined, abandon: () => undefined };
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

type Telling = Pick<Reporter, 'file' | 'end'>;

async function reporterFor(settings: Settings, host: Host, output: Output, stdoutTaken: boolean): Promise<Telling> {
  const { outputFormat } = settings;
  switch (outputFormat) {
    case 'text':
      return settings.quiet === true ? silent : textReporter(output, await layoutFor(output, settings, host));
    case 'json':
    case 'jsonl':
      return jsonReporter(settings, output, stdoutTaken);
    default: {
      const context = { version, pending: isPending(settings), cwd: resolve('.'), rules: await host.work.rules() };
      return writerReporter(await loadWriter(outputFormat, context), output);
    }
  }
}

const silent: Telling = { file: async () => undefined, end: async () => undefined };

function textReporter(output: Output, layout: TextLayout): Telling {
  return {
    file: async (outcome) => output.write(formatFile(outcome, layout)),
    end: async (summary) => output.write(formatSummary(summary, layout)),
  };
}

async function jsonReporter(settings: Settings, output: Output, withOutput: boolean): Promise<Telling> {
  const toFile = async (outcome: FileOutcome, bytes: Uint8Array | null): Promise<JsonFile> =>
    jsonFile(outcome, {
      ...(settings.diff === true && { diff: await formatDiff(outcome, { style: plain, forTerminal: false }) }),
      ...(withOutput && { output: bytes === null ? null : new TextDecoder().decode(bytes) }),
    });
  if (settings.outputFormat === 'jsonl') {
    const { formatJsonLine } = await import('../report/jsonl.js');
    return {
      file: async (outcome, bytes) => output.write(formatJsonLine(await toFile(outcome, bytes))),
      end: async () => undefined,
    };
  }
  const writer = createJsonWriter(version);
  return {
    file: async (outcome, bytes) => output.write(writer.file(await toFile(outcome, bytes))),
    end: async (summary) => output.write(writer.end(summary)),
  };
}

function writerReporter(writer: ReportWriter, output: Output): Telling {
  output.write(writer.begin());
  return {
    file: async (outcome) => output.write(await writer.file(outcome)),
    end: async (summary) => output.write(writer.end(summary)),
  };
}

/** Each form is loaded when it is asked for. */
async function loadWriter(
  format: Exclude<OutputFormat, 'text' | 'json' | 'jsonl'>,
  context: ReportContext,
): Promise<ReportWriter> {
  switch (format) {
    case 'sarif':
      return (await import('../report/sarif.js')).createSarifWriter(context);
    case 'github':
      return (await import('../report/github.js')).createGithubWriter(context);
    case 'gitlab':
      return (await import('../report/gitlab.js')).createGitlabWriter(context);
    case 'junit':
      return (await import('../report/junit.js')).createJunitWriter(context);
    case 'markdown':
      return (await import('../report/markdown.js')).createMarkdownWriter(context);
    case 'html':
      return (await import('../report/html/html.js')).createHtmlWriter(context);
  }
}

/** The diff goes to standard output, where no report in another form has it. */
async function diffPrinter(settings: Settings, host: Host): Promise<(outcome: FileOutcome) => Promise<void>> {
  if (settings.diff !== true || (settings.outputFormat !== 'text' && settings.outputFile === undefined)) {
    return async () => undefined;
  }
  const style = await styleFor(host.stdout, settings.color, host.env);
  return async (outcome) =>
    host.stdout.write(await formatDiff(outcome, { style, forTerminal: host.stdout.isTerminal }));
}

async function layoutFor(output: Output, settings: Settings, host: Host): Promise<TextLayout> {
  return {
    width: widthOf(output),
    style: await styleFor(output, settings.color, host.env),
    verbose: settings.verbose === true,
    pending: isPending(settings),
  };
}
