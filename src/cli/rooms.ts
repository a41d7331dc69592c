// The rooms below, behind one door: the bundle keeps them in one file, because each file more costs time at every start.
export { migrateSource } from '../engine/migrate.js';
export { parseDocument } from '../io/document.js';
export { exists } from '../io/exists.js';
export { migrateDocument } from '../io/migrate-document.js';
export { readInput } from '../io/read.js';
export { writeOutput } from '../io/write.js';
export { rules } from '../rules/index.js';
