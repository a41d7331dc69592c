import { firstLine, InputError } from '../../io/errors.js';
import { createJsonWriter } from '../../report/json.js';
import { mergeReports, type ReadReport, readJsonReport } from '../../report/merge.js';
import { summarize } from '../../report/summary.js';
import { type ExitCode, exitCodeOf } from '../exit-code.js';
import type { Host } from '../host.js';
import { createReporter, openTarget } from '../reporter.js';
import type { Settings } from '../settings.js';

/**
 * Puts the JSON reports of the parts of a tree together, in any form of report.
 * @throws InputError when one can't be read, or they don't belong together
 */
export async function reportMergeCommand(paths: readonly string[], settings: Settings, host: Host): Promise<ExitCode> {
  const reports: ReadReport[] = [];
  for (const name of paths) {
    const text = new TextDecoder().decode(await host.work.read(name));
    reports.push({ name, report: attempt(name, () => readJsonReport(text)) });
  }
  const files = attempt('report merge', () => mergeReports(reports));
  const summary = summarize(files);
  if (settings.outputFormat === 'json') {
    // What the parts hold besides the outcome, such as diffs, is passed on as it is.
    const { output, close } = await openTarget(settings, host, false);
    const writer = createJsonWriter(reports[0]?.report.version ?? '');
    for (const file of files) output.write(writer.file(file));
    output.write(writer.end(summary));
    close();
  } else {
    const reporter = await createReporter(settings, host, false);
    for (const file of files) await reporter.file({ ...file, parts: [] }, null);
    await reporter.end(summary);
  }
  return exitCodeOf(summary, { check: settings.check === true, dropIn: false });
}

function attempt<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new InputError('json', name, firstLine(error instanceof Error ? error.message : String(error)));
  }
}
