// ours.mjs DIR PASSES: migrates every program of a folder in one process, without writing and without the comparison of
// requests; prints CPU time by pass.
import { readFileSync } from 'node:fs';
import { migrate } from '../../dist/index.js';
import { runPasses } from './passes.mjs';

const [folder, passes] = process.argv.slice(2);
await runPasses(folder, Number(passes), (path) => migrate(readFileSync(path, 'utf8'), { path, verifyRequests: false }));
