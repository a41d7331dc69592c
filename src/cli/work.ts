import type { Work } from './host.js';

/** Loaded when a command first needs it, so that `--help` and usage errors don't wait for it. */
const loadRooms = () => import('./rooms.js');

/** Loaded for the first file that mentions the SDK. */
const loadEngine = () => import('./engine-room.js');

/** The real rooms. */
export const realWork: Work = {
  read: async (path) => (await loadRooms()).readInput(path),
  exists: async (path) => (await loadRooms()).exists(path),
  write: async (path, bytes) => (await loadRooms()).writeOutput(path, bytes),
  migrate: async (bytes, path, options) => {
    const { mentionsSdk, migrateDocument, parseDocument } = await loadRooms();
    const document = parseDocument(bytes, path);
    const engine = document.sources.some(mentionsSdk) ? await loadEngine() : undefined;
    return migrateDocument(document, options, engine?.migrateSource ?? (() => ({ edits: [], findings: [] })));
  },
  rules: async () => (await loadEngine()).rules.map((rule) => rule.docs),
};
