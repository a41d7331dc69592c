import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemCode } from './errors.js';

/**
 * Creates a folder and those above it. By hand, because `mkdirSync` with `recursive` never ends where the system says
 * "no such file" to a new folder in one that is there, as in /proc.
 */
export function makeFolders(path: string): void {
  const missing: string[] = [];
  for (let at = path; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const folder of missing.reverse()) {
    try {
      mkdirSync(folder);
    } catch (error) {
      // Another program was faster, or a link leads nowhere: what is written next tells.
      if (systemCode(error) !== 'EEXIST') throw error;
    }
  }
}
