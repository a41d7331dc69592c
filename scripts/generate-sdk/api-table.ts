import {
  type ApiFacts,
  type CallableFacts,
  type EntryFacts,
  entriesOf,
  type ParameterFacts,
  short,
  sorted,
  textModule,
} from './facts.js';

/** Areas that v1 didn't have: public functions and classes are listed by name, re-exports only where packages offer them. */
const existenceOnly = [
  'jumpstart',
  'serve',
  'remote_function',
  'lineage',
  'model_card',
  'experiments',
  'modules',
  'aws_batch',
  'djl_inference',
  'cli.compatibility',
  'feature_store',
  'mlflow',
  'partner_app',
  'wrangler',
  'interactive_apps',
  'stabilityai',
  'telemetry',
  'utilities',
  'config',
  'enums',
  'payloads',
];

/** The modules that define constants which other modules re-export (values don't say where they come from). */
const constantHomes = [
  'sagemaker.content_types',
  'sagemaker.vpc_utils',
  'sagemaker.model',
  'sagemaker.predictor',
  'sagemaker.utils',
  'sagemaker.rl.estimator',
  'sagemaker.tensorflow.defaults',
  'sagemaker.tensorflow.predictor',
  'sagemaker.xgboost.defaults',
  'sagemaker.config.config_schema',
  'sagemaker.jumpstart.constants',
];

/** Has the name and value of another module's constant without coming from there. */
const independentConstants = new Set(['sagemaker.pytorch.defaults.PYTHON_VERSION']);

interface Context {
  readonly entries: Map<string, EntryFacts>;
  readonly signatures: Map<string, CallableFacts>;
}

function isExistenceOnly(path: string): boolean {
  const name = short(path);
  if (name.startsWith('workflow.') && !name.startsWith('workflow.airflow')) return true;
  return existenceOnly.some((area) => name === area || name.startsWith(`${area}.`));
}

function constantHome(path: string, entry: EntryFacts, entries: Map<string, EntryFacts>): string | undefined {
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (independentConstants.has(path)) return undefined;
  for (const home of constantHomes) {
    const candidate = entries.get(`${home}.${name}`);
    if (candidate?.kind !== 'const') continue;
    if (candidate.canonical === path) return undefined;
    if (candidate.value === entry.value && candidate.instance_of === entry.instance_of) return candidate.canonical;
  }
  return undefined;
}

/** The facts print objects as `<module.Class object>`; the table holds what a person would write. */
function defaultSource(text: string): string {
  const object = /^<(sagemaker[\w.]*) object>$/.exec(text);
  if (object) return `${object[1]}()`;
  const member = /^<(\w+\.\w+): .*>$/.exec(text);
  if (member) return `${member[1]}`;
  const name = /^<(?:builtins\.)?([\w.]+)>$/.exec(text);
  if (name?.[1] !== undefined && name[1] !== 'factory') return name[1];
  return /^<|^Context\(/.test(text) ? '...' : text;
}

function parameterText(parameter: ParameterFacts): string {
  if (parameter.required || parameter.default === null) return parameter.name;
  const value = defaultSource(parameter.default);
  if (/[|\n]/.test(value)) throw new Error(`default of ${parameter.name} holds a separator: ${value}`);
  return value === 'None' ? `${parameter.name}=` : `${parameter.name}=${value}`;
}

/** `+base-x-y`: the parameters of the base class by keyword, but for x and y. Undefined when the facts say otherwise. */
function inheritedText(
  own: readonly ParameterFacts[],
  inherited: readonly ParameterFacts[],
  bases: readonly string[],
  context: Context,
): string | undefined {
  const wanted = new Map(inherited.map((parameter) => [parameter.name, parameterText(parameter)]));
  const ownNames = new Set(own.map((parameter) => parameter.name));
  for (const base of bases) {
    const offered = (context.signatures.get(base)?.params ?? []).filter(
      (p) => p.kind !== 'varargs' && !ownNames.has(p.name),
    );
    const matching = offered.filter((parameter) => wanted.get(parameter.name) === parameterText(parameter));
    if (matching.length !== wanted.size) continue;
    const missing = offered.filter((parameter) => !wanted.has(parameter.name)).map((parameter) => `-${parameter.name}`);
    return `+${short(base)}${missing.join('')}`;
  }
  return undefined;
}

function signatureText(callable: Partial<CallableFacts>, bases: readonly string[], context: Context): string {
  const params = callable.params ?? [];
  const positional = params.filter((parameter) => parameter.kind === 'pos');
  const keyword = params.filter((parameter) => parameter.kind === 'kwonly');
  const parts = positional.map(parameterText);
  if (params.some((parameter) => parameter.kind === 'varargs')) parts.push('*args');
  if (keyword.length > 0) {
    const inherited = keyword.filter((parameter) => parameter.via !== undefined);
    const own = params.filter((parameter) => parameter.via === undefined);
    const reference = inherited.length > 0 ? inheritedText(own, inherited, bases, context) : undefined;
    const spelled = reference === undefined ? keyword : keyword.filter((parameter) => parameter.via === undefined);
    if (spelled.length > 0) parts.push('*', ...spelled.map(parameterText));
    if (reference !== undefined) parts.push(reference);
  }
  if (callable.accepts_kwargs) parts.push('**');
  return `(${parts.join('|')})`;
}

function inheritedMembers(bases: readonly string[], context: Context): Set<string> {
  const members = new Set<string>();
  for (const base of bases) {
    if (isExistenceOnly(base)) continue;
    const entry = context.entries.get(base);
    for (const name of entry?.attributes ?? []) members.add(name);
    for (const name of inheritedMembers(entry?.bases ?? [], context)) members.add(name);
  }
  return members;
}

/** Parameters that a constructor takes out of its own keywords, which no signature shows: `kwargs.pop('train_instance_count', 1)`. */
const poppedParameters: Readonly<Record<string, readonly string[]>> = {
  LDA: ['train_instance_count', 'instance_count'],
};

/** A class's signature with the parameters that its constructor takes out of its keywords. */
function constructorText(name: string, entry: EntryFacts, bases: readonly string[], context: Context): string {
  const text = signatureText(entry, bases, context);
  const popped = poppedParameters[name]?.find((parameter) => text.includes(`-${parameter}`));
  return popped === undefined ? text : text.replace('|+', `|*|${popped}=1|+`);
}

function classLines(name: string, entry: EntryFacts, context: Context): string[] {
  const bases = (entry.bases ?? []).filter((base) => context.entries.has(base));
  const heritage = bases.length === 0 ? '' : ` < ${bases.map(short).join(' ')}`;
  const lines = [`class ${name}${heritage}`, ` ${constructorText(name, entry, bases, context)}`];
  for (const method of sorted(Object.keys(entry.methods ?? {}))) {
    const facts = entry.methods?.[method];
    if (facts?.params !== undefined) lines.push(` ${method}${signatureText(facts, [], context)}`);
  }
  const known = inheritedMembers(bases, context);
  const own = sorted((entry.attributes ?? []).filter((member) => !known.has(member)));
  if (own.length > 0) lines.push(` .${own.join(' ')}`);
  return lines;
}

/** Re-exports of one module, grouped by where they come from. `name:alias` where the local name differs. */
function reexportLines(module: string, exports: ReadonlyMap<string, string>): string[] {
  const bySource = new Map<string, string[]>();
  for (const [alias, target] of exports) {
    const cut = target.lastIndexOf('.');
    const source = cut === -1 ? '' : target.slice(0, cut);
    const name = target.slice(cut + 1);
    const local = alias.slice(module.length + 1);
    bySource.set(source, [...(bySource.get(source) ?? []), name === local ? name : `${name}:${local}`]);
  }
  return sorted(bySource.keys()).map(
    (source) => `from ${short(source)} ${sorted(bySource.get(source) ?? []).join(' ')}`,
  );
}

/** Every package above `path`, so that a listed module never hangs in the air. */
function withParents(modules: Iterable<string>): Set<string> {
  const all = new Set<string>();
  for (const module of modules) {
    for (let path = module; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) all.add(path);
  }
  return all;
}

/**
 * The table of one SDK version:
 *
 *     module estimator +                    `+`: an attribute of `sagemaker` after a plain `import sagemaker`
 *     from model FrameworkModel Model       re-exports, by module of origin; `name:alias`
 *     const A B                             module-level values
 *     names class A B                       known by name only; also `names function`
 *     def name(a|b=1|*args|*|c=2|**)        `=` without a value: None
 *     class Name < base.One base.Two        bases of the SDK; what follows is indented by one blank
 *      (a|b=1|+base.One-x|**)               constructor; `+base-x`: all parameters of base but x, by keyword
 *      method(…)                            own methods
 *      .member member                       own attributes and properties
 *
 * Paths are written without the leading `sagemaker.`; `.` is `sagemaker` itself.
 */
export function writeApiTable(version: string, api: ApiFacts, extraModules: readonly string[]): string {
  const entries = entriesOf(api);
  const signatures = new Map<string, CallableFacts>();
  for (const [path, entry] of entries) {
    if (entry.kind === 'class' && entry.params && !isExistenceOnly(path))
      signatures.set(path, { params: entry.params, accepts_kwargs: entry.accepts_kwargs ?? false });
  }
  const context: Context = { entries, signatures };
  const loaded = new Set(['sagemaker', ...api._meta.loaded_after_import_sagemaker]);
  const modules = withParents([
    ...[...entries].map(([path, entry]) => (entry.kind === 'module' ? path : path.slice(0, path.lastIndexOf('.')))),
    ...api._meta.failed_imports,
    ...extraModules,
  ]);
  const packages = new Set([...modules].map((module) => module.slice(0, Math.max(0, module.lastIndexOf('.')))));
  const members = new Map<string, string[]>(sorted(modules).map((module) => [module, []]));
  const exports = new Map<string, Map<string, string>>();
  const constants = new Map<string, string[]>();
  const names = new Map<string, string[]>();
  const put = <K, V>(map: Map<K, V[]>, key: K, ...values: V[]) => map.set(key, [...(map.get(key) ?? []), ...values]);
  const reexport = (path: string, target: string) => {
    const module = path.slice(0, path.lastIndexOf('.'));
    exports.set(module, (exports.get(module) ?? new Map<string, string>()).set(path, target));
  };
  for (const path of sorted(entries.keys())) {
    const entry = entries.get(path);
    if (entry === undefined || entry.kind === 'module') continue;
    const cut = path.lastIndexOf('.');
    const module = path.slice(0, cut);
    const name = path.slice(cut + 1);
    if (isExistenceOnly(module)) {
      if (entry.kind !== 'const' && !name.startsWith('_')) put(names, `${entry.kind} ${module}`, name);
    } else if (entry.kind === 'const') {
      const home = constantHome(path, entry, entries);
      if (home === undefined) put(constants, module, name);
      else if (!isExistenceOnly(home)) reexport(path, home);
    } else if (entry.kind === 'function') {
      put(members, module, `def ${name}${signatureText(entry, [], context)}`);
    } else {
      put(members, module, ...classLines(name, entry, context));
    }
  }
  for (const [alias, target] of Object.entries(api.aliases)) {
    const module = alias.slice(0, alias.lastIndexOf('.'));
    const isOffered = !isExistenceOnly(module) || packages.has(module);
    if (isOffered && (entries.has(target) || modules.has(target))) reexport(alias, target);
  }
  const lines: string[] = [];
  for (const [module, own] of members) {
    lines.push(`module ${short(module)}${loaded.has(module) ? ' +' : ''}`);
    lines.push(...reexportLines(module, exports.get(module) ?? new Map()));
    const values = constants.get(module);
    if (values !== undefined) lines.push(`const ${values.join(' ')}`);
    for (const kind of ['class', 'function']) {
      const listed = names.get(`${kind} ${module}`);
      if (listed !== undefined) lines.push(`names ${kind} ${listed.join(' ')}`);
    }
    lines.push(...own);
  }
  return textModule(
    'facts',
    `Symbols of SageMaker Python SDK ${version}; the format is described in scripts/generate-sdk/api-table.ts.`,
    lines,
  );
}
