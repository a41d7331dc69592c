import type { MigrateOptions } from '../engine/options.js';
import type { OutputFormat } from '../report/formats.js';

/** The options of the main command, as commander delivers them. */
export interface Settings extends MigrationSettings, OutputSettings {}

/** What decides on the result of a run over files; a resumed run takes it from its record. */
export interface MigrationSettings {
  readonly strict?: boolean;
  readonly verify?: boolean;
  readonly pin?: string;
  /** Whether files that say what a project needs are migrated; true where it is left out. */
  readonly dependencies?: boolean;
  readonly docs?: boolean;
  /** Whether code of v1 was found beside requirements that name no version. Set by the run. */
  readonly limitsOpen?: boolean;
  /** Whether code needs the SciPy that came with v1. Set by the run. */
  readonly withScipy?: boolean;
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly extendExclude?: readonly string[];
  readonly forceExclude?: readonly string[];
  readonly perFileIgnores?: Readonly<Record<string, readonly string[]>>;
  readonly since?: string;
  readonly shard?: string;
  readonly reportUnusedSuppressions?: boolean;
  readonly addSuppressions?: boolean;
  /** Folders that globs count from, by setting; the working directory where none is named. Set by the configuration. */
  readonly globBases?: Readonly<Record<string, string>>;
}

/** What decides on how a run is done and told. */
export interface OutputSettings {
  readonly inFile?: string;
  readonly outFile?: string;
  readonly outDir?: string;
  readonly stdinFilename?: string;
  readonly diff?: true;
  readonly check?: true;
  readonly jobs?: number;
  readonly journal: boolean;
  readonly resume?: true;
  readonly requireClean?: boolean;
  /** A file instead of the nearest one; false: none. */
  readonly config?: string | false;
  readonly outputFormat: OutputFormat;
  /** Where the report goes instead of standard output. */
  readonly outputFile?: string;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly color: 'auto' | 'always' | 'never';
}

/** Whether the run writes nothing, because it only shows or checks what would change. */
export function isPending({ diff, check }: Settings): boolean {
  return diff === true || check === true;
}

/** Every key of {@link MigrationSettings}. */
const MIGRATION_KEYS: readonly (keyof MigrationSettings)[] = [
  ...(['strict', 'verify', 'select', 'ignore', 'include', 'exclude', 'extendExclude', 'forceExclude'] as const),
  ...(['pin', 'dependencies', 'docs', 'limitsOpen', 'withScipy'] as const),
  ...(['perFileIgnores', 'since', 'shard', 'reportUnusedSuppressions', 'addSuppressions', 'globBases'] as const),
];

/** The part of the settings that a resumed run takes from its record. */
export function migrationSettings(settings: Settings): Readonly<Record<string, unknown>> {
  return Object.fromEntries(MIGRATION_KEYS.map((key) => [key, settings[key]]));
}

/** Rules about what a project needs: in `setup.py` they speak of a Python program. */
export const DEPENDENCY_RULES: readonly string[] = ['sdk-requirement', 'python-requires', 'sdk-lock-file'];

/** What the engine is told. */
export function engineOptions(settings: MigrationSettings): MigrateOptions {
  const { strict, verify, select, pin, docs, limitsOpen, dependencies, reportUnusedSuppressions, addSuppressions } =
    settings;
  const ignore = [...(settings.ignore ?? []), ...(dependencies === false ? DEPENDENCY_RULES : [])];
  return {
    strict: strict === true,
    ...(verify === false && { verifyRequests: false }),
    ...(select && { select }),
    ...(ignore.length > 0 && { ignore }),
    ...(pin !== undefined && { pin }),
    ...(docs === true && { docs }),
    ...(limitsOpen === true && { limitsOpen }),
    ...(settings.withScipy === true && { withScipy: true }),
    ...(reportUnusedSuppressions === true && { reportUnusedSuppressions }),
    ...(addSuppressions === true && { addSuppressions }),
  };
}
