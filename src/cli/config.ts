import { dirname } from 'node:path';
import type { Command } from 'commander';
import { printableLine } from '../report/terminal-text.js';
import type { Host } from './host.js';
import type { Settings } from './settings.js';

/** Keys whose globs count from the folder of the configuration. */
const GLOBS = ['include', 'exclude', 'extendExclude', 'forceExclude'] as const;

/**
 * The settings with what the configuration adds: options of the command line win.
 * @param near the first path of the run
 * @throws InputError when the configuration is wrong
 */
export async function withConfig(near: string, settings: Settings, command: Command, host: Host): Promise<Settings> {
  if (settings.config === false) return settings;
  const config = await host.work.config(near, settings.config);
  if (config === undefined) return settings;
  const isGiven = (key: string): boolean => command.getOptionValueSource(key) === 'cli';
  const added = Object.entries(config.values)
    .map(([name, value]) => [camelCase(name), value] as const)
    .filter(([key]) => !isGiven(key));
  const folder = dirname(config.path);
  const bases = GLOBS.filter((key) => !isGiven(key)).map((key) => [key, folder] as const);
  if (settings.verbose === true) host.stderr.write(`configuration: ${printableLine(config.path)}\n`);
  return {
    ...settings,
    ...Object.fromEntries(added),
    perFileIgnores: config.perFileIgnores,
    globBases: Object.fromEntries([...bases, ['perFileIgnores', folder]]),
  };
}

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
