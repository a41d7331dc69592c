import { createRequire } from 'node:module';
import type { Tools } from '../semantic/run/tools.js';

// Few programs make digests: an import would load what they need for all.
const require = createRequire(import.meta.url);

let yaml: typeof import('./yaml-text.js') | undefined;

/** Loads what following a program may need and most do not; without it that is unknown. @param text the program's */
export async function loadTools(text: string): Promise<void> {
  if (mentionsYaml(text)) yaml ??= await import('./yaml-text.js');
}

/** What the evaluator computes with the help of packages. What other programs had loaded makes no difference to this one. */
export function toolsFor(text: string): Tools {
  return {
    parseYaml: (document) => (mentionsYaml(text) ? yaml?.parseYaml(document) : undefined),
    digest(algorithm, bytes) {
      const { createHash } = require('node:crypto') as typeof import('node:crypto');
      return createHash(algorithm).update(Buffer.from(bytes, 'latin1')).digest('binary');
    },
  };
}

function mentionsYaml(text: string): boolean {
  return text.includes('yaml');
}
