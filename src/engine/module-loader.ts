import type { PyTree } from '../python/node.js';
import type { LoadedModule, LoadModule } from '../semantic/modules.js';
import type { FindModule, ModuleText } from './options.js';

/** Characters of modules whose trees are kept for the next file that imports them. */
const MOST_KEPT = 1_000_000;

const loaders = new WeakMap<FindModule, Map<(module: ModuleText) => PyTree, LoadModule>>();

/** The loader that parses what a finder finds; the same for the same finder and parser, so that each module is parsed once. */
export function moduleLoader(find: FindModule, parse: (module: ModuleText) => PyTree): LoadModule {
  const ofFinder = loaders.get(find) ?? new Map<(module: ModuleText) => PyTree, LoadModule>();
  loaders.set(find, ofFinder);
  const made = ofFinder.get(parse);
  if (made !== undefined) return made;
  const kept = new Map<string, LoadedModule & { readonly size: number }>();
  let size = 0;
  const load: LoadModule = (dotted, level, fromPath) => {
    const found = find(dotted, level, fromPath);
    if (found === undefined) return undefined;
    const { path } = found;
    const known = kept.get(path);
    if (known !== undefined) return known;
    const { text } = found;
    const loaded = { path, tree: parse({ path, text }), size: text.length };
    kept.set(path, loaded);
    size += text.length;
    for (const [oldest, module] of kept) {
      if (size <= MOST_KEPT || oldest === path) break;
      kept.delete(oldest);
      size -= module.size;
    }
    return loaded;
  };
  ofFinder.set(parse, load);
  return load;
}
