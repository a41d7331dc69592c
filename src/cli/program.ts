import { Command, CommanderError, Option } from 'commander';
import { printable } from '../report/terminal-text.js';
import type { ExitCode } from './exit-code.js';
import { type Host, widthOf } from './host.js';
import { migrateCommand } from './migrate-command.js';
import { ruleCommand } from './rule-command.js';
import { collectNames, describeUnknownRule } from './rule-names.js';
import { rulesCommand } from './rules-command.js';
import type { Settings } from './settings.js';
import { planTasks } from './tasks.js';
import { version } from './version.js';

/** Runs the command line; `args` without the program's name. Resolves to the exit code, and never ends the process. */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = buildProgram(host, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

function buildProgram(host: Host, finish: (code: ExitCode) => void): Command {
  const program = new Command('sagemaker-upgrade-v2')
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(printable(text)),
      getOutHelpWidth: () => widthOf(host.stdout),
      getErrHelpWidth: () => widthOf(host.stderr),
    })
    .exitOverride()
    .helpCommand(false)
    .description('Moves code and notebooks from the SageMaker Python SDK v1 to v2. Bare paths are rewritten in place.')
    .argument('[paths...]', "'.py' and '.ipynb' files, or '-' for standard input")
    .option('--in-file <path>', 'file to read, together with --out-file')
    .option('--out-file <path>', 'file to write; its folders are created, an existing file is overwritten')
    .option('--stdin-filename <name>', "name for what '-' reads; its extension tells code from notebook")
    .option('--diff', 'show the changes as a unified diff (notebooks: one per cell) and write nothing')
    .option('--check', 'write nothing, exit with 1 if something would change')
    .option('--strict', 'apply only fixes that are proven, none that rest on a name alone')
    .option('--select <rules>', 'only these rules: comma list, repeatable', collectNames)
    .option('--ignore <rules>', 'not these rules: comma list, repeatable', collectNames)
    .addOption(new Option('--output-format <format>', 'form of the report').choices(['text', 'json']).default('text'))
    .addOption(new Option('-q, --quiet', 'report failures only').conflicts('verbose'))
    .option('-v, --verbose', 'report every file and every finding')
    .addOption(new Option('--color <when>', 'colours').choices(['auto', 'always', 'never']).default('auto'))
    .version(version, '-V, --version')
    .addHelpText('after', `\n${exitCodes}`)
    .action(async (paths: string[], settings: Settings, command: Command) => {
      const plan = planTasks(paths, settings, host);
      if ('usageError' in plan) return command.error(`error: ${plan.usageError}`, { exitCode: 2 });
      const unknown = await findUnknownRule(settings, host);
      if (unknown !== undefined) return command.error(`error: ${unknown}`, { exitCode: 2 });
      finish(await migrateCommand(plan, settings, host));
    });
  program
    .command('rules')
    .description('list the rules')
    .action(async (_options: unknown, command: Command) => {
      await rulesCommand(command.optsWithGlobals<Settings>(), host);
    });
  program
    .command('rule <name>')
    .description('explain one rule, with examples')
    .action(async (name: string, _options: unknown, command: Command) => {
      const problem = await ruleCommand(name, command.optsWithGlobals<Settings>(), host);
      if (problem !== undefined) command.error(`error: ${problem}`, { exitCode: 2 });
    });
  return program;
}

const exitCodes = `Exit codes:
  0  nothing left to do, or all applied
  1  findings that need a person (not with --in-file), or --check found changes
  2  bad usage, or a file that can't be read or written
`;

async function findUnknownRule({ select = [], ignore = [] }: Settings, { work }: Host): Promise<string | undefined> {
  if (select.length + ignore.length === 0) return undefined;
  const rules = await work.rules();
  const names = new Set(rules.map(({ name }) => name));
  const unknown = [...select, ...ignore].find((name) => !names.has(name));
  return unknown === undefined ? undefined : describeUnknownRule(unknown, rules);
}
