/** The forms of a report; all but the first two are of runs alone. */
export const outputFormats = [
  'text',
  'json',
  'jsonl',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'markdown',
  'html',
] as const;

/** A form of a report. */
export type OutputFormat = (typeof outputFormats)[number];
