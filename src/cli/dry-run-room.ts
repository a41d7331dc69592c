// The dry run and the estimator core: loaded by the commands that show jobs.
export { dryRunSource } from '../engine/dry-run.js';
