import type { Work } from './host.js';

/** Loaded when a command first needs it, so that `--help` and usage errors don't wait for the parser. */
const loadRooms = () => import('./rooms.js');

/** The real rooms. */
export const realWork: Work = {
  read: async (path) => (await loadRooms()).readInput(path),
  exists: async (path) => (await loadRooms()).exists(path),
  write: async (path, bytes) => (await loadRooms()).writeOutput(path, bytes),
  migrate: async (bytes, path, options) => {
    const { migrateDocument, parseDocument, migrateSource } = await loadRooms();
    return migrateDocument(parseDocument(bytes, path), options, migrateSource);
  },
  rules: async () => (await loadRooms()).rules.map((rule) => rule.docs),
};
