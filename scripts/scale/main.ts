import { parseArgs } from 'node:util';
import { writeTree } from './tree.js';

// Writes a large tree to try the command on: `npx tsx scripts/scale/main.ts FOLDER --files 10000`.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { files: { type: 'string', default: '10000' } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('give the folder to write');
const { files, withSdk, notebooks, bytes } = writeTree(folder, Number(values.files));
console.log(`${files} files, ${withSdk} with SDK code, ${notebooks} notebooks, ${Math.round(bytes / 1e6)} MB`);
