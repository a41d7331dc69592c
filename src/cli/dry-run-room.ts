// The dry run and the estimator core: loaded by the commands that show jobs.
export { addChangedRequests } from '../engine/changed-requests.js';
export { dryRunSource } from '../engine/dry-run.js';
