// The engine, its rules and the facts that they rest on: most of the program, and only for files that mention the SDK.
export { migrateSource } from '../engine/migrate.js';
export { rules } from '../rules/index.js';
