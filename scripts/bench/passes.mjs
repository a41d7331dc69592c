import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

/**
 * Takes every program of a folder, several times over; prints the CPU milliseconds of each pass and the peak memory in MB.
 * @param {string} folder
 * @param {number} passes
 * @param {(file: string) => unknown} take
 */
export async function runPasses(folder, passes, take) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(py|ipynb)$/.test(name));
  const milliseconds = [];
  for (let pass = 0; pass < passes; pass += 1) {
    const before = process.cpuUsage();
    for (const name of names) {
      await take(join(folder, name));
      // As in any program that reads files by itself: native trees are freed between turns of the event loop only.
      await setImmediate();
    }
    const { user, system } = process.cpuUsage(before);
    milliseconds.push((user + system) / 1000);
  }
  console.log(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
}
