import { type Command, InvalidArgumentError, Option } from 'commander';
import { outputFormats } from '../report/formats.js';
import { isPin } from '../sdk/requirement.js';
import { collectNames } from './rule-names.js';
import { findShard } from './tree-settings.js';

/** Adds the options of the main command, by purpose. */
export function addOptions(program: Command): Command {
  return program
    .option('--in-file <path>', 'file to read, together with --out-file')
    .option('--out-file <path>', 'file to write; its folders are created, an existing file is overwritten')
    .option('--stdin-filename <name>', "name for what '-' reads; its extension tells code from notebook")
    .option('--diff', 'show the changes as a unified diff (notebooks: one per cell) and write nothing')
    .option('--check', 'write nothing, exit with 1 if something would change')
    .option('--no-verify', 'do not compare the requests of the jobs before and after')
    .option('--pin <range>', "versions of the SDK to ask for (default: '>=2,<3')", asPin)
    .option('--no-dependencies', 'leave requirements, Dockerfiles, scripts and the like alone')
    .option('--docs', 'migrate also code in Markdown, reStructuredText and docstrings')
    .option('--strict', 'apply only fixes that are proven, none that rest on a name alone')
    .option('--select <rules>', 'only these rules: comma list, repeatable', collectNames)
    .option('--ignore <rules>', 'not these rules: comma list, repeatable', collectNames)
    .option('--add-suppressions', 'add a comment to what is left for a person, so that only what is new is reported')
    .option('--report-unused-suppressions', 'report comments and tags that switch nothing off')
    .optionsGroup('Folders:')
    .option('--out-dir <folder>', 'write every file that is read, migrated or not, under this folder instead')
    .option(
      '--include <globs>',
      'take these files of folders instead of the usual kinds: comma list, repeatable',
      collectGlobs,
    )
    .option('--exclude <globs>', 'leave these out instead of virtual environments and the like', collectGlobs)
    .option('--extend-exclude <globs>', 'leave these out, too', collectGlobs)
    .option('--force-exclude <globs>', 'leave these out even where they are given by name', collectGlobs)
    .option('--since <commit>', 'only files that git says have changed since')
    .option('--shard <I/N>', 'only the I-th of N parts, by a hash of the path', asShard)
    .option('-j, --jobs <number>', 'threads to use (default: one for each processor)', asCount)
    .option('--require-clean', 'refuse when git says that there are changes that are not committed')
    .option('--resume', 'go on with the run that was stopped')
    .option('--no-journal', 'keep no record of what is replaced; undo and --resume need one')
    .optionsGroup('Configuration:')
    .option('--config <file>', 'instead of the nearest sagemaker-upgrade-v2.toml or pyproject.toml')
    .option('--no-config', 'read no configuration')
    .optionsGroup('Report:')
    .addOption(new Option('--output-format <format>', 'form of the report').choices(outputFormats).default('text'))
    .option('--output-file <file>', 'write the report there instead of to standard output')
    .addOption(new Option('-q, --quiet', 'report failures only').conflicts('verbose'))
    .option('-v, --verbose', 'report every file and every finding')
    .addOption(new Option('--color <when>', 'colours').choices(['auto', 'always', 'never']).default('auto'));
}

/** Commas between globs; those in brackets, and behind a backslash, belong to one. */
const GLOB = /(?:\\.|\[[^\]]*\]|[^,])+/gs;

function collectGlobs(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...(value.match(GLOB) ?? [])];
}

/** Values may hold commas, so only an option given again adds one. */
export function collectValues(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function asCount(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new InvalidArgumentError('It has to be a number from 1 to 999.');
  return Number(value);
}

function asPin(value: string): string {
  if (!isPin(value)) throw new InvalidArgumentError("It has to be a range of 2.x, like '>=2.200,<3' or '==2.257.6'.");
  return value;
}

function asShard(value: string): string {
  if (findShard(value) === undefined) throw new InvalidArgumentError("It has to be like '2/5'.");
  return value;
}
