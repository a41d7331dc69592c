#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

// A run ends before most optimised code has paid for itself: left alone, V8's optimiser takes a third of the time that
// a folder of notebooks takes. It still gets to the hottest loops. A V8 that doesn't know its flag would complain.
const [major] = process.versions.node.split('.').map(Number);
if (major < 22) setFlagsFromString('--interrupt-budget=1000000');
else if (major < 25) setFlagsFromString('--invocation-count-for-turbofan=30000');
await import('../dist/cli.js');
