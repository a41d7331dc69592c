import type { Work } from './host.js';

/** The real rooms, each loaded when a command first needs it: `--help` and `rules` start without the parser. */
export const realWork: Work = {
  async read(path) {
    const { readInput } = await import('../io/read.js');
    return readInput(path);
  },
  async exists(path) {
    const { exists } = await import('../io/exists.js');
    return exists(path);
  },
  async write(path, bytes) {
    const { writeOutput } = await import('../io/write.js');
    await writeOutput(path, bytes);
  },
  async migrate(bytes, path, options) {
    const [{ parseDocument }, { migrateDocument }, { migrateSource }] = await Promise.all([
      import('../io/document.js'),
      import('../io/migrate-document.js'),
      import('../engine/migrate.js'),
    ]);
    return migrateDocument(parseDocument(bytes, path), options, migrateSource);
  },
  async rules() {
    const { rules } = await import('../rules/index.js');
    return rules.map((rule) => rule.docs);
  },
};
