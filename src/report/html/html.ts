import type { ReportContext, ReportWriter } from '../writer.js';

/** soon */
export function createHtmlWriter(_context: ReportContext): ReportWriter {
  return { begin: () => '', file: () => '', end: () => '' };
}
