// The dry run and the estimator core: loaded by what shows jobs.
export { loadTools } from '../dryrun/tools.js';
export { addChangedRequests } from '../engine/changed-requests.js';
export { dryRunSource } from '../engine/dry-run.js';
export { detailsOf } from '../io/file-details.js';
