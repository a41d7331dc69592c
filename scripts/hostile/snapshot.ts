import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats } from 'node:fs';

/** Names, kinds, modes and bytes of all that a folder holds; the program's own record is left out. */
export function snapshot(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (path: Buffer): void => {
    let names: Buffer[];
    try {
      names = readdirSync(path, { encoding: 'buffer' });
    } catch {
      return;
    }
    for (const name of names) {
      if (name.toString() === '.sagemaker-upgrade') continue;
      const inside = Buffer.concat([path, Buffer.from('/'), name]);
      const stats = statOf(inside);
      if (stats === undefined) continue;
      const what = stats.isSymbolicLink() ? readlinkSync(inside) : stats.isFile() ? hashOf(inside) : '';
      found.set(inside.toString('latin1'), `${stats.mode} ${what}`);
      if (stats.isDirectory()) visit(inside);
    }
  };
  visit(Buffer.from(folder));
  return found;
}

/** Paths that differ. */
export function differences(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path));
}

/** In a folder that can be listed and not entered there is nothing to see. */
function statOf(path: Buffer): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

function hashOf(path: Buffer): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    return 'unreadable';
  }
}
