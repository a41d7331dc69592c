/** What a key of the configuration may hold. */
export type ConfigKind = 'flag' | 'count' | 'text' | 'list' | 'pin' | 'globs-to-rules';

/** Every key of `[tool.sagemaker-upgrade-v2]`; all but `per-file-ignores` are options of the command line, without the dashes. */
export const CONFIG_KEYS: Readonly<Record<string, ConfigKind>> = {
  strict: 'flag',
  pin: 'pin',
  dependencies: 'flag',
  docs: 'flag',
  verify: 'flag',
  select: 'list',
  ignore: 'list',
  'per-file-ignores': 'globs-to-rules',
  include: 'list',
  exclude: 'list',
  'extend-exclude': 'list',
  'force-exclude': 'list',
  jobs: 'count',
  journal: 'flag',
  'require-clean': 'flag',
  'report-unused-suppressions': 'flag',
};
