/** The options of the main command, as commander delivers them. */
export interface Settings {
  readonly inFile?: string;
  readonly outFile?: string;
  readonly stdinFilename?: string;
  readonly diff?: true;
  readonly check?: true;
  readonly strict?: true;
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly outputFormat: 'text' | 'json';
  readonly quiet?: true;
  readonly verbose?: true;
  readonly color: 'auto' | 'always' | 'never';
}

/** Whether the run writes nothing, because it only shows or checks what would change. */
export function isPending({ diff, check }: Settings): boolean {
  return diff === true || check === true;
}
