// What every file needs, behind one door: the bundle keeps it in one file, because each file more costs time at every start.
export { importsSdk } from '../engine/local-imports.js';
export { mentionsSdk } from '../engine/mentions.js';
export { findConfig, readConfig } from '../io/config/find.js';
export { parseDocument } from '../io/document.js';
export { exists, isFolder } from '../io/exists.js';
export { migrateDocument } from '../io/migrate-document.js';
export { moduleFinder } from '../io/modules.js';
export { readInput } from '../io/read.js';
export { writeOutput } from '../io/write.js';
