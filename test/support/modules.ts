import { posix } from 'node:path';
import type { FindModule } from '../../src/engine/options.js';

/** Finds modules among texts by path: beside the file and at the top, packages by their `__init__.py`. */
export function modulesIn(files: Readonly<Record<string, string>>): FindModule {
  return (dotted, level, fromPath) => {
    const folder = posix.dirname(fromPath);
    const bases = level === 0 ? [folder, '.'] : [posix.join(folder, ...Array.from({ length: level - 1 }, () => '..'))];
    for (const base of bases) {
      const stem = posix.join(base, ...dotted.split('.'));
      for (const path of [posix.join(stem, '__init__.py'), `${stem}.py`]) {
        const text = files[path];
        if (text !== undefined && path !== fromPath) return { path, text };
      }
    }
    return undefined;
  };
}
