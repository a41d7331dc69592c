import { dirname, resolve } from 'node:path';
import { comparesRequests, type MigrateOptions } from '../engine/options.js';
import type { MigrateBytes } from '../io/batch/job.js';
import type { Document } from '../io/document.js';
import type { MigratedDocument } from '../io/migrate-document.js';
import type { Source } from '../text/source.js';
import type { Work } from './host.js';

/** Loaded when a command first needs it, so that `--help` and usage errors don't wait for it. */
const loadRooms = () => import('./rooms.js');

/** Loaded for the first file that mentions the SDK. */
const loadEngine = () => import('./engine-room.js');

/** Loaded for the first file that is changed, or for the first dry run. */
const loadDryRun = () => import('./dry-run-room.js');

/** Migrates the bytes of a file; loads what it takes when it takes it. */
export const migrateBytes: MigrateBytes = async (bytes, path, options, withDetails = false) => {
  const { importsSdk, mentionsSdk, migrateDocument, parseDocument } = await loadRooms();
  const { findModule } = options;
  const concernsSdk = (source: Source): boolean =>
    mentionsSdk(source) || (findModule !== undefined && importsSdk(source, findModule));
  const docs = options.docs === true ? await import('../io/docs/docs-programs.js') : undefined;
  const document = parseDocument(bytes, path, docs);
  if (document.kind === 'dependencies') return migrateRequirements(document, options, withDetails);
  const engine = document.sources.some(concernsSdk) ? await loadEngine() : undefined;
  const migrated = await migrateDocument(document, options, async (source) => {
    const outcome = engine?.migrateSource(source, options) ?? { edits: [], findings: [] };
    if (outcome.edits.length === 0 || !comparesRequests(options)) return outcome;
    const { addChangedRequests, loadTools } = await loadDryRun();
    await loadTools(source.text);
    return addChangedRequests(source, outcome);
  });
  if (!withDetails || engine === undefined || document.skipped !== null) return migrated;
  const { detailsOf, dryRunSource, loadTools } = await loadDryRun();
  const programs = document.sources.filter(concernsSdk);
  for (const { text } of programs) await loadTools(text);
  const told = { ...options, compare: true, settings: {}, given: new Map() };
  const reports = programs.map((source) => {
    try {
      return dryRunSource(source, told);
    } catch (error) {
      // The file is migrated all the same: what is shown of it is no reason to leave it.
      const message = `the jobs are not shown: internal error (${String(error)}); please report it`;
      return { jobs: [], notes: [{ cell: null, line: 1, message }] };
    }
  });
  return {
    ...migrated,
    outcome: { ...migrated.outcome, details: detailsOf(migrated.outcome, document.sources, reports) },
  };
};

/** Migrates what a file says of the SDK's version. */
async function migrateRequirements(
  document: Document,
  options: MigrateOptions,
  withDetails: boolean,
): Promise<MigratedDocument> {
  const { migrateDocument } = await loadRooms();
  if (!document.sources.some(({ original }) => /sagemaker/i.test(original))) {
    return migrateDocument(document, options, () => ({ edits: [], findings: [] }));
  }
  const { migrateDependencies } = await import('../io/requirements/migrate-dependencies.js');
  const migrated = await migrateDocument(document, options, migrateDependencies);
  if (!withDetails) return migrated;
  const { detailsOf } = await loadDryRun();
  return {
    ...migrated,
    outcome: { ...migrated.outcome, details: detailsOf(migrated.outcome, document.sources, []) },
  };
}

/** The real rooms. @param worker the program of worker threads */
export function createWork(worker: URL): Work {
  return {
    read: async (path) => (await loadRooms()).readInput(path),
    exists: async (path) => (await loadRooms()).exists(path),
    write: async (path, bytes) => (await loadRooms()).writeOutput(path, bytes),
    openReport: async (path) => (await import('../io/report-file.js')).openReportFile(path),
    async migrate(bytes, path, options, withDetails) {
      const { moduleFinder } = await loadRooms();
      return migrateBytes(bytes, path, { findModule: moduleFinder([]), ...options }, withDetails);
    },
    async dryRun(bytes, path, options) {
      const { importsSdk, mentionsSdk, moduleFinder, parseDocument } = await loadRooms();
      const { kind, skipped, sources } = parseDocument(bytes, path);
      const findModule = options.findModule ?? moduleFinder([]);
      const isProgram = skipped === null && (kind === 'python' || kind === 'notebook');
      const programs = isProgram
        ? sources.filter((source) => mentionsSdk(source) || importsSdk(source, findModule))
        : [];
      const { dryRunSource, loadTools } = await loadDryRun();
      for (const { text } of programs) await loadTools(text);
      const reports = programs.map((source) => dryRunSource(source, { findModule, ...options }));
      return { skipped, jobs: reports.flatMap(({ jobs }) => jobs), notes: reports.flatMap(({ notes }) => notes) };
    },
    async rules() {
      const { findingDocs } = await import('../io/finding-docs.js');
      return [...(await loadEngine()).rules.map((rule) => rule.docs), ...findingDocs];
    },
    async config(near, named) {
      const { findConfig, isFolder, readConfig } = await loadRooms();
      if (named !== undefined) return readConfig(resolve(named));
      return findConfig((await isFolder(near)) ? resolve(near) : dirname(resolve(near)));
    },
    trees: async () => (await import('./tree-room.js')).createTreeWork(migrateBytes, worker),
  };
}
